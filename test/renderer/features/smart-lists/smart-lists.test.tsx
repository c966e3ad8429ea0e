import { screen, waitFor, within } from '@testing-library/react';
import type { ReactNode } from 'react';
import { describe, expect, it } from 'vitest';
import type { ActCall } from '../../../../renderer/src/data/session';
import { SmartListCommands, SmartListPane, SmartListSection } from '../../../../renderer/src/features/smart-lists';
import { useShownList } from '../../../../renderer/src/state/view-hooks';
import { accessibilityProblems } from '../../../support/renderer/accessible';
import { aWindowOn, sunrise, type WindowWorld } from '../../../support/renderer/window-world';
import { today } from '../../data/session-world';

/** The parts of the window that the lists are in. */
function Window(): ReactNode {
  const { list } = useShownList();
  return (
    <>
      <SmartListCommands />
      <SmartListSection />
      {list === null ? <main>group</main> : <SmartListPane key={list} list={list} />}
    </>
  );
}

const office: readonly ActCall[] = [
  {
    do: 'group.create',
    args: { id: 'office', parentId: 'root', kind: 'office', name: 'Head office', status: 'confirmed' },
  },
  {
    do: 'block.add',
    args: {
      id: 'business',
      groupId: 'root',
      typeId: 'ringover.business',
      quantity: 2,
      source: 'purchase',
      validUntil: today,
    },
  },
  { do: 'user.create', args: { id: 'ben', groupId: 'office', name: 'Ben Conti', status: 'invited' } },
  { do: 'user.create', args: { id: 'clara', groupId: 'office', name: 'Clara Demir', status: 'active' } },
  { do: 'number.add', args: { id: 'line', kind: 'landline', value: '+4930555010' } },
];

async function aWindow(acts: readonly ActCall[] = [...sunrise, ...office]): Promise<WindowWorld> {
  const world = await aWindowOn(acts);
  world.show(<Window />);
  return world;
}

const list = (name: RegExp): HTMLElement => screen.getByRole('option', { name });

describe('the smart lists', () => {
  it('say how much is on each, and that an empty one is done', async () => {
    await aWindow();
    await waitFor(() => expect(list(/^Without a license/)).toHaveTextContent('2'));
    expect(list(/^Expiring in 30 days/)).toHaveTextContent('1');
    expect(within(list(/^Short or over limit/)).getByRole('img', { name: 'done' })).toBeInTheDocument();
    expect(within(list(/^Not synchronised/)).getByRole('img', { name: 'done' })).toBeInTheDocument();
    expect(within(list(/^Needs attention/)).getByRole('img', { name: 'done' })).toBeInTheDocument();
  });

  it('begin with what is owing, until it is settled', async () => {
    const { session } = await aWindow();
    await waitFor(() => expect(list(/^Without a license/)).toHaveTextContent('2'));
    expect(screen.queryByRole('button', { name: /owing/ })).toBeNull();
    await session.act({ do: 'account.update', args: { set: { outstanding: 120 } } });
    expect(await screen.findByRole('button', { name: '120 owing' })).toBeVisible();
    await session.act({ do: 'account.update', args: { set: { outstanding: 0, paymentMethod: 'none' } } });
    expect(await screen.findByRole('button', { name: 'No way of paying' })).toBeVisible();
    expect(await accessibilityProblems(document.body)).toEqual([]);
    await session.act({ do: 'account.update', args: { set: { paymentMethod: 'invoice' } } });
    await waitFor(() => expect(screen.queryByRole('button', { name: 'No way of paying' })).toBeNull());
  });

  it('follow what is done', async () => {
    const { session } = await aWindow();
    await waitFor(() => expect(list(/^Without a license/)).toHaveTextContent('2'));
    await session.act({ do: 'seat.assign', args: { userId: 'clara', typeId: 'ringover.business' } });
    await waitFor(() => expect(list(/^Without a license/)).toHaveTextContent('1'));
  });

  it('are shown in the middle: what it is, where, and why', async () => {
    const { user, account } = await aWindow();
    await user.click(list(/^Without a license/));
    expect(screen.getByRole('heading', { level: 1, name: 'Without a license' })).toBeInTheDocument();
    const row = await screen.findByRole('row', { name: /Clara Demir/ });
    expect(
      within(row)
        .getAllByRole('gridcell')
        .slice(1)
        .map((cell) => cell.textContent),
    ).toEqual(['Clara Demir', 'Person', 'Head office', 'Holds no license; 2 left in Account']);
    expect(account.view.getState().shownList).toBe('withoutLicense');
  });

  it('show a row in the properties when it is selected, and go to it when it is opened', async () => {
    const { user, account } = await aWindow();
    await user.click(list(/^Without a license/));
    await user.click(await screen.findByText('Clara Demir'));
    expect(account.view.getState()).toMatchObject({
      shownList: 'withoutLicense',
      selection: { kind: 'user', ids: ['clara'] },
    });
    await user.keyboard('{Enter}');
    expect(account.view.getState()).toMatchObject({
      shownList: 'none',
      groupId: 'office',
      tab: 'people',
      selection: { kind: 'user', ids: ['clara'] },
    });
  });

  it('lead to the licenses of a pool, to a block, and to a number', async () => {
    const { user, account } = await aWindow();
    await user.click(list(/^Free licenses/));
    await user.dblClick(await screen.findByText('8 Link Plus are left'));
    expect(account.view.getState()).toMatchObject({ groupId: 'root', tab: 'licenses' });
    await user.click(list(/^Expiring/));
    await user.dblClick(await screen.findByText('2 × Ringover Business'));
    expect(account.view.getState()).toMatchObject({
      groupId: 'root',
      tab: 'licenses',
      selection: { kind: 'block', ids: ['business'] },
    });
    await user.click(list(/^Free licenses/));
    await user.dblClick(await screen.findByText('+4930555010'));
    expect(account.view.getState()).toMatchObject({
      groupId: 'root',
      tab: 'numbers',
      selection: { kind: 'number', ids: ['line'] },
    });
  });

  it('are left with Escape, back to the group that was there', async () => {
    const { user, account } = await aWindow();
    account.view.setState({ groupId: 'sunrise', tab: 'people' });
    await user.click(list(/^Not confirmed/));
    await user.click(await screen.findByText('Ben Conti'));
    await user.keyboard('{Escape}');
    expect(account.view.getState()).toMatchObject({ shownList: 'none', groupId: 'sunrise', tab: 'people' });
    expect(list(/^Not confirmed/)).toHaveFocus();
  });

  it('keep Escape for the filter while something is typed in it', async () => {
    const { user, account } = await aWindow();
    await user.click(list(/^Not confirmed/));
    await user.type(await screen.findByRole('searchbox', { name: 'Filter here' }), 'sunr');
    await waitFor(() => expect(screen.queryByText('Ben Conti')).not.toBeInTheDocument());
    expect(screen.getByText('Still a draft, with 4 groups in it')).toBeInTheDocument();
    await user.keyboard('{Escape}');
    expect(await screen.findByText('Ben Conti')).toBeInTheDocument();
    expect(account.view.getState().shownList).toBe('notConfirmed');
    await user.keyboard('{Escape}');
    expect(account.view.getState().shownList).toBe('none');
  });

  it('look at the day that is looked at', async () => {
    const { user, account } = await aWindow();
    await waitFor(() => expect(list(/^Expiring/)).toHaveTextContent('1'));
    account.view.setState({ dayLookedAt: '2030-01-01' });
    await waitFor(() => expect(within(list(/^Expiring/)).getByRole('img', { name: 'done' })).toBeInTheDocument());
    await user.click(list(/^Expiring/));
    expect(await screen.findByText('Nothing expires within 30 days')).toBeInTheDocument();
  });

  it('can be closed, and stay so', async () => {
    const { user } = await aWindow();
    await user.click(screen.getByRole('button', { name: 'To do', expanded: true }));
    expect(screen.queryByRole('option')).not.toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: /To do/, expanded: false }));
    expect(screen.getAllByRole('option')).toHaveLength(7);
  });

  it('are operable by keyboard alone', async () => {
    const { user, account } = await aWindow();
    await waitFor(() => expect(list(/^Without a license/)).toHaveTextContent('2'));
    await user.tab();
    await user.tab();
    await user.keyboard('{ArrowDown}{ArrowDown}{Enter}');
    expect(account.view.getState().shownList).toBe('withoutLicense');
    await waitFor(() => expect(screen.getByRole('row', { name: /Ben Conti/ })).toHaveFocus());
    await user.keyboard('{ArrowDown}');
    await waitFor(() => expect(screen.getByRole('row', { name: /Clara Demir/ })).toHaveFocus());
    await user.keyboard('{Enter}');
    expect(account.view.getState()).toMatchObject({ shownList: 'none', groupId: 'office' });
  });

  it('can be operated and understood with a screen reader', async () => {
    const { user } = await aWindow();
    await user.click(list(/^Without a license/));
    await screen.findByText('Clara Demir');
    expect(await accessibilityProblems(document.body)).toEqual([]);
    await user.click(list(/^Short or over limit/));
    await screen.findByText('Nothing is short');
    expect(await accessibilityProblems(document.body)).toEqual([]);
  });
});
