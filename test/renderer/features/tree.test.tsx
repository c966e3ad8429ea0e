import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import { TreePane } from '../../../renderer/src/features/tree';
import { accessibilityProblems } from '../../support/renderer/accessible';
import { aWindowOn, sunrise, type WindowWorld } from '../../support/renderer/window-world';

async function aTree(): Promise<WindowWorld> {
  const world = await aWindowOn(sunrise);
  world.account.view.setState({ expanded: ['root', 'sunrise', 'h1'] });
  world.show(<TreePane />);
  return world;
}

const line = (name: RegExp): HTMLElement => screen.getByRole('treeitem', { name });
const focused = (): string => document.activeElement?.textContent ?? '';
const names = (): readonly string[] =>
  screen.getAllByRole('treeitem').map((item) => item.querySelector('.tree-name')?.textContent ?? '');
const selectedNames = (): readonly string[] =>
  screen
    .getAllByRole('treeitem', { selected: true })
    .map((item) => item.querySelector('.tree-name')?.textContent ?? '');

describe('the tree by keyboard', () => {
  it('is one tab stop, and arrows walk through what is open', async () => {
    const { user } = await aTree();
    expect(screen.getAllByRole('treeitem').filter((item) => item.tabIndex === 0)).toHaveLength(1);
    line(/^Account/).focus();
    await user.keyboard('{ArrowDown}{ArrowDown}');
    expect(focused()).toContain('House 1');
    expect(selectedNames()).toEqual(['House 1']);
    await user.keyboard('{ArrowUp}');
    expect(focused()).toContain('Sunrise');
    await user.keyboard('{End}');
    expect(focused()).toContain('House 2');
    await user.keyboard('{Home}');
    expect(focused()).toContain('Account');
  });

  it('closes with left, goes to the parent with left again, opens with right', async () => {
    const { user } = await aTree();
    await user.click(line(/^House 1/));
    await user.keyboard('{ArrowLeft}');
    expect(line(/^House 1/)).toHaveAttribute('aria-expanded', 'false');
    expect(screen.queryByText('Apartment 1')).toBeNull();
    await user.keyboard('{ArrowLeft}');
    expect(focused()).toContain('Sunrise');
    await user.keyboard('{ArrowDown}{ArrowRight}{ArrowRight}');
    expect(focused()).toContain('Apartment 1');
  });

  it('goes to a name that is typed, and on to the next one with the same letter', async () => {
    const { user } = await aTree();
    // Keys come when the test says, not when a busy machine gets to them.
    let now = 1_000;
    vi.spyOn(Event.prototype, 'timeStamp', 'get').mockImplementation(() => now);
    line(/^Account/).focus();
    await user.keyboard('h');
    expect(focused()).toContain('House 1');
    now += 750;
    await user.keyboard('h');
    expect(focused()).toContain('House 2');
    now += 750;
    await user.keyboard('ap');
    expect(focused()).toContain('Apartment 1');
    vi.restoreAllMocks();
  });

  it('selects with Space, extends with Shift, and selects everything with Ctrl+A', async () => {
    const { user } = await aTree();
    await user.click(line(/^House 1/));
    await user.keyboard('{Shift>}{ArrowDown}{ArrowDown}{/Shift}');
    expect(selectedNames()).toEqual(['House 1', 'Apartment 1', 'Apartment 2']);
    await user.keyboard(' ');
    expect(selectedNames()).toEqual(['House 1', 'Apartment 1']);
    await user.keyboard('{Control>}a{/Control}');
    expect(selectedNames()).toHaveLength(names().length);
  });

  it('says level, position and size of each line', async () => {
    await aTree();
    const house = line(/^House 2/);
    expect(house).toHaveAttribute('aria-level', '3');
    expect(house).toHaveAttribute('aria-posinset', '2');
    expect(house).toHaveAttribute('aria-setsize', '2');
    expect(house).not.toHaveAttribute('aria-expanded');
  });

  it('renames in place with F2, and Escape leaves the name as it was', async () => {
    const { user, session } = await aTree();
    await user.click(line(/^House 2/));
    await user.keyboard('{F2}');
    await user.keyboard('Garden house{Enter}');
    await waitFor(() => expect(session.model.row('groups', 'h2')?.name).toBe('Garden house'));
    expect(focused()).toContain('Garden house');
    await user.keyboard('{F2}Something else{Escape}');
    expect(session.model.row('groups', 'h2')?.name).toBe('Garden house');
  });

  it('creates below with Ctrl+N, guessing kind and name from what is there', async () => {
    const { user, session } = await aTree();
    await user.click(line(/^Sunrise/));
    await user.keyboard('{Control>}n{/Control}');
    expect(screen.getByLabelText('Name of the new group')).toHaveValue('House 3');
    expect(screen.getByLabelText('Kind of the new group')).toHaveValue('building');
    await user.keyboard('{Enter}');
    await waitFor(() => expect(names()).toContain('House 3'));
    expect(session.model.children('sunrise').map((id) => session.model.row('groups', id)?.kind)).toEqual([
      'building',
      'building',
      'building',
    ]);
    await waitFor(() => expect(focused()).toContain('House 3'));
  });

  it('goes on with another one on Shift+Enter', async () => {
    const { user } = await aTree();
    await user.click(line(/^House 1/));
    await user.keyboard('{Control>}n{/Control}');
    await user.keyboard('{Shift>}{Enter}{/Shift}');
    await waitFor(() => expect(screen.getByLabelText('Name of the new group')).toHaveValue('Apartment 4'));
    await user.keyboard('{Escape}');
    expect(names()).toContain('Apartment 3');
    expect(names()).not.toContain('Apartment 4');
  });

  it('puts in order with Alt and arrows', async () => {
    const { user, session } = await aTree();
    await user.click(line(/^House 2/));
    await user.keyboard('{Alt>}{ArrowUp}{/Alt}');
    await waitFor(() => expect(session.model.children('sunrise')).toEqual(['h2', 'h1']));
    await user.keyboard('{Alt>}{ArrowDown}{/Alt}');
    await waitFor(() => expect(session.model.children('sunrise')).toEqual(['h1', 'h2']));
  });

  it('duplicates, and copies by Ctrl+C and Ctrl+V', async () => {
    const { user, session } = await aTree();
    await user.click(line(/^House 1/));
    await user.keyboard('{Control>}d{/Control}');
    await waitFor(() => expect(names()).toContain('House 3'));
    await user.click(line(/^Apartment 1/));
    await user.keyboard('{Control>}c{/Control}');
    await user.click(line(/^House 2/));
    await user.keyboard('{Control>}v{/Control}');
    await waitFor(() =>
      expect(session.model.children('h2').map((id) => session.model.row('groups', id)?.name)).toEqual(['Apartment 1']),
    );
  });

  it('shows only what fits a filter, and the way to it', async () => {
    const { user } = await aTree();
    await user.type(screen.getByRole('searchbox', { name: 'Filter the tree' }), 'apartment 2');
    await waitFor(() => expect(names()).toEqual(['Account', 'Sunrise', 'House 1', 'Apartment 2']));
  });
});

describe('deleting in the tree', () => {
  it('says the effect first, with Cancel focused, and then does it in one act', async () => {
    const { user, session } = await aTree();
    await session.act({ do: 'group.update', args: { groupId: 'sunrise', set: { protected: false } } });
    await user.click(line(/^Sunrise/));
    await user.keyboard('{Delete}');
    const dialog = await screen.findByRole('alertdialog', { name: 'Delete Sunrise' });
    expect(dialog).toHaveTextContent('1 complex, 2 buildings, 2 apartments and 1 person');
    expect(dialog).toHaveTextContent('12 × Link Plus go back to the pool of Account.');
    expect(within(dialog).getByRole('button', { name: 'Cancel' })).toHaveFocus();
    await user.click(within(dialog).getByRole('button', { name: 'Delete' }));
    await waitFor(() => expect(names()).toEqual(['Account']));
    expect(session.steps().undoable[0]?.act.do).toBe('group.delete');
  });

  it('does nothing on Enter, which is Cancel', async () => {
    const { user } = await aTree();
    await user.click(line(/^Apartment 1/));
    await user.keyboard('{Delete}');
    await screen.findByRole('alertdialog');
    await user.keyboard('{Enter}');
    await waitFor(() => expect(screen.queryByRole('alertdialog')).toBeNull());
    expect(names()).toContain('Apartment 1');
  });

  it('explains what is protected instead of trying it', async () => {
    const { user } = await aTree();
    await user.click(line(/^House 1/));
    await user.keyboard('{Delete}');
    const dialog = await screen.findByRole('alertdialog');
    expect(dialog).toHaveTextContent('House 1 is protected against being moved or deleted.');
    expect(dialog).toHaveTextContent('D11');
    expect(within(dialog).getByRole('button', { name: 'Delete' })).toBeDisabled();
  });
});

describe('moving and generating', () => {
  it('moves to a place that is searched for', async () => {
    const { user, session } = await aTree();
    await user.click(line(/^Apartment 2/));
    await user.keyboard('{Control>}m{/Control}');
    const dialog = await screen.findByRole('dialog', { name: 'Move Apartment 2 to…' });
    await user.keyboard('house 2');
    await user.click(await within(dialog).findByRole('option', { name: /House 2/ }));
    expect(dialog).toHaveTextContent('New place: Account › Sunrise › House 2');
    await user.click(within(dialog).getByRole('button', { name: 'Move here' }));
    await waitFor(() => expect(session.model.row('groups', 'a2')?.parentId).toBe('h2'));
  });

  it('asks what happens to licenses when a move leads into another pool, and leaves with Escape', async () => {
    const { user, session } = await aTree();
    await session.act({ do: 'allowance.set', args: { userId: 'ada', resources: { sip: 2, mobileApp: 2 } } });
    await session.act({
      do: 'group.create',
      args: { id: 'other', parentId: 'root', kind: 'complex', name: 'Riverside' },
    });
    await user.click(line(/^Apartment 1/));
    await user.keyboard('{Control>}m{/Control}');
    const dialog = await screen.findByRole('dialog');
    await user.keyboard('riverside');
    await user.click(await within(dialog).findByRole('option', { name: /Riverside/ }));
    expect(await within(dialog).findByText('D10')).toBeInTheDocument();
    await user.click(within(dialog).getByRole('radio', { name: /Give them back/ }));
    expect(await within(dialog).findByText('1 allowance ends.')).toBeInTheDocument();
    expect(within(dialog).getByRole('button', { name: 'Move here' })).toBeEnabled();
    await user.click(within(dialog).getByRole('combobox'));
    await user.keyboard('{Escape}');
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(session.model.row('groups', 'a1')?.parentId).toBe('h1');
  });

  it('shows the names before anything is generated, and generates them in one act', async () => {
    const { user, session } = await aTree();
    await user.click(line(/^House 2/));
    await user.keyboard('{Control>}{Shift>}g{/Shift}{/Control}');
    const dialog = await screen.findByRole('dialog', { name: 'Generate groups in House 2' });
    expect(within(dialog).getByRole('button', { name: /^Generate/ })).toHaveTextContent('Generate 184 groups');
    expect(await within(dialog).findAllByText('104')).not.toHaveLength(0);
    await user.click(within(dialog).getByRole('button', { name: /^Generate/ }));
    await waitFor(() => expect(session.model.count('h2').groups).toBe(185));
    expect(session.steps().undoable[0]?.act.do).toBe('group.generate');
  });
});

describe('the tree for a screen reader', () => {
  it('has nothing that axe finds wrong, with a badge and a draft in it', async () => {
    const { user } = await aTree();
    await user.click(line(/^Sunrise/));
    expect(within(line(/^Sunrise/)).getByRole('img', { name: 'Has a pool of its own' })).toBeInTheDocument();
    expect(await accessibilityProblems(document.body)).toEqual([]);
    await user.keyboard('{Control>}n{/Control}');
    expect(await accessibilityProblems(document.body)).toEqual([]);
  });
});
