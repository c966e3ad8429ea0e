import { render, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import { App } from '../../../renderer/src/shell/App';
import { accessibilityProblems } from '../../support/renderer/accessible';
import { startOf } from '../../support/renderer/start-of';
import { aWindowOn, sunrise } from '../../support/renderer/window-world';

async function anOpenWindow() {
  const world = await aWindowOn(sunrise);
  const start = startOf(world.account);
  const onReady = vi.fn();
  render(
    <App
      start={start}
      onReady={onReady}
      onDefect={(error) => {
        throw error;
      }}
    />,
  );
  return { ...world, start, onReady };
}

describe('the window on an account', () => {
  it('says that it is ready once the account is shown', async () => {
    const { onReady } = await anOpenWindow();
    expect(onReady).toHaveBeenCalledOnce();
    expect(screen.getByRole('heading', { level: 1, name: 'Account' })).toBeInTheDocument();
  });

  it('shows the chosen group in the middle, its way, and its properties', async () => {
    const { user, account } = await anOpenWindow();
    account.view.setState({ expanded: ['root', 'sunrise'] });
    await user.click(await screen.findByRole('treeitem', { name: /^House 1/ }));
    expect(await screen.findByRole('heading', { level: 1, name: 'House 1' })).toBeInTheDocument();
    expect(
      within(screen.getByRole('navigation', { name: 'Where you are' }))
        .getAllByRole('link')
        .map((link) => link.textContent),
    ).toEqual(['Account', 'Sunrise', 'House 1']);
    expect(
      within(screen.getByRole('complementary', { name: 'Properties' })).getByRole('textbox', { name: 'Name' }),
    ).toHaveValue('House 1');
  });

  it('gives its panes more room in a wide window, until somebody sets another width', async () => {
    const before = window.innerWidth;
    window.innerWidth = 1920;
    try {
      const { user } = await anOpenWindow();
      const divider = screen.getByRole('separator', { name: 'Width of the properties' });
      expect(divider).toHaveAttribute('aria-valuenow', '380');
      divider.focus();
      await user.keyboard('{ArrowRight}');
      expect(divider).toHaveAttribute('aria-valuenow', '364');
      await user.dblClick(divider);
      expect(divider).toHaveAttribute('aria-valuenow', '380');
    } finally {
      window.innerWidth = before;
    }
  });

  it('says wherever one is that the account is limited, and why, until it is settled', async () => {
    const { session } = await anOpenWindow();
    expect(screen.queryByText('The account is limited.')).toBeNull();
    await session.act({ do: 'account.update', args: { set: { outstanding: 120 } } });
    const banner = (await screen.findByText('The account is limited.')).closest('[role=status]') as HTMLElement;
    expect(banner).toHaveTextContent('120 is outstanding. It has to be paid first.');
    expect(within(banner).getByRole('button', { name: 'Account and standing…' })).toBeVisible();
    await session.act({ do: 'account.update', args: { set: { outstanding: 0 } } });
    await waitFor(() => expect(screen.queryByText('The account is limited.')).toBeNull());
  });

  it('changes a property as soon as the field is left, and takes it back with Ctrl+Z', async () => {
    const { user, session } = await anOpenWindow();
    await user.click(screen.getByRole('treeitem', { name: /^Sunrise/ }));
    const code = await screen.findByDisplayValue('SUN');
    await user.clear(code);
    await user.type(code, 'RISE{Enter}');
    await waitFor(() => expect(session.model.row('groups', 'sunrise')?.code).toBe('RISE'));
    screen.getByRole('treeitem', { name: /^Sunrise/ }).focus();
    await user.keyboard('{Control>}z{/Control}');
    await waitFor(() => expect(session.model.row('groups', 'sunrise')?.code).toBe('SUN'));
    expect(await screen.findByText('Taken back: Sunrise: Code is now “RISE”')).toBeInTheDocument();
    await user.keyboard('{Control>}{Shift>}z{/Shift}{/Control}');
    await waitFor(() => expect(session.model.row('groups', 'sunrise')?.code).toBe('RISE'));
  });

  it('finds groups, people and commands in one field', async () => {
    const { user, account } = await anOpenWindow();
    await user.keyboard('{Control>}k{/Control}');
    await user.keyboard('ada');
    await user.click(await screen.findByRole('option', { name: /Ada Albrecht/ }));
    expect(account.view.getState()).toMatchObject({
      groupId: 'a1',
      tab: 'people',
      selection: { kind: 'user', ids: ['ada'] },
    });
    await user.keyboard('{Control>}k{/Control}');
    await user.keyboard('dark{Enter}');
    await waitFor(() => expect(document.documentElement.dataset['theme']).toBe('dark'));
  });

  it('shows every key with ?, and hides panes with keys', async () => {
    const { user } = await anOpenWindow();
    screen.getByRole('treeitem', { name: /^Account/ }).focus();
    await user.keyboard('?');
    const help = await screen.findByRole('dialog', { name: 'Keys' });
    expect(help).toHaveTextContent('Generate groups…');
    await user.keyboard('{Escape}');
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    await user.keyboard('{Control>}b{/Control}');
    await waitFor(() => expect(screen.queryByRole('tree')).toBeNull());
    await user.keyboard('{Control>}b{/Control}');
    expect(await screen.findByRole('tree')).toBeInTheDocument();
  });

  it('says all the time that another day is looked at, and comes back to today', async () => {
    const { user, account } = await anOpenWindow();
    account.view.setState({ dayLookedAt: '2027-03-01' });
    await user.click(await screen.findByRole('button', { name: 'Back to today' }));
    expect(account.view.getState().dayLookedAt).toBeNull();
    await waitFor(() => expect(screen.queryByText(/You are looking at/)).toBeNull());
  });

  it('hides that line when asked to, until yet another day is looked at', async () => {
    const { user, account } = await anOpenWindow();
    account.view.setState({ dayLookedAt: '2027-03-01' });
    await user.click(await screen.findByRole('button', { name: 'Hide this line' }));
    expect(screen.queryByText(/You are looking at/)).toBeNull();
    account.view.setState({ dayLookedAt: '2027-03-02' });
    expect(await screen.findByText('You are looking at 2 Mar 2027.')).toBeVisible();
    expect(screen.getByText(/What you do is still done as of today, 1 May 2026/)).toBeVisible();
  });

  it('shows figures and people as they are on the day that is looked at, in every tab that has any', async () => {
    const { session, account } = await anOpenWindow();
    await session.act({
      do: 'block.add',
      args: { groupId: 'root', typeId: 'ringover.smart', quantity: 3, source: 'purchase', validUntil: '2026-12-31' },
    });
    await session.act({ do: 'number.add', args: { kind: 'landline', value: '+33184800001' } });
    await session.act({ do: 'user.create', args: { id: 'eve', groupId: 'root', name: 'Eve Ebert', status: 'active' } });
    expect(await session.act({ do: 'seat.assign', args: { userId: 'eve', typeId: 'ringover.smart' } })).toMatchObject({
      ok: true,
    });
    account.view.setState({ groupId: 'root', dayLookedAt: '2027-01-01', tab: 'licenses' });
    expect(await screen.findByRole('row', { name: /^Ringover Smart 1 too few/ })).toBeInTheDocument();
    account.view.setState({ tab: 'overview' });
    await waitFor(() => expect(screen.queryByRole('heading', { name: 'Pool of Account' })).toBeNull());
    expect(screen.getByRole('row', { name: /^Ringover Smart.* 0 0 1 -1$/ })).toBeInTheDocument();
    account.view.setState({ tab: 'people' });
    expect(await screen.findByRole('row', { name: /Eve Ebert.*Blocked/ })).toBeInTheDocument();
    account.view.setState({ dayLookedAt: null });
    expect(await screen.findByRole('row', { name: /Eve Ebert.*Active/ })).toBeInTheDocument();
  });

  it('goes to the account itself when the chosen group has gone', async () => {
    const { session, account } = await anOpenWindow();
    account.view.setState({ groupId: 'a2', selection: { kind: 'group', ids: ['a2'] } });
    await session.act({ do: 'group.delete', args: { groupId: 'a2' } });
    await waitFor(() => expect(account.view.getState().groupId).toBe('root'));
    // It may be drawn anew once more meanwhile.
    await waitFor(() => expect(screen.getByRole('heading', { level: 1, name: 'Account' })).toBeInTheDocument());
  });

  it('offers to share the account from the bar at the bottom', async () => {
    const { user, start } = await anOpenWindow();
    await user.click(screen.getByRole('button', { name: 'On this computer only' }));
    await user.click(await screen.findByRole('button', { name: 'Share through a folder…' }));
    expect(start.shareThroughFolder).toHaveBeenCalledOnce();
  });

  it('lists the acts that can be taken back, and takes back several at once', async () => {
    const { user, session } = await anOpenWindow();
    await user.click(screen.getByRole('button', { name: 'Undo history' }));
    await user.click(await screen.findByRole('button', { name: /Created apartment “Apartment 2”/ }));
    await waitFor(() => expect(session.model.row('groups', 'a2')).toBeUndefined());
    expect(session.model.row('users', 'ada')).toBeUndefined();
    expect(session.model.row('groups', 'a1')).toBeDefined();
  });

  it.each(['overview', 'history'] as const)('has nothing that axe finds wrong in %s', async (tab) => {
    const { account } = await anOpenWindow();
    account.view.setState({ tab, groupId: 'sunrise', expanded: ['root', 'sunrise'] });
    expect(
      await screen.findByRole('tab', { selected: true, name: tab === 'overview' ? 'Overview' : 'History' }),
    ).toBeInTheDocument();
    expect(await accessibilityProblems(document.body)).toEqual([]);
  });
});
