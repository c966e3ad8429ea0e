import { screen } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { hasPortfolio, PortfolioTab } from '../../../../renderer/src/features/portfolio';
import { actsByGroup } from '../../../../renderer/src/features/portfolio/acts-by-group';
import { AccountProvider } from '../../../../renderer/src/state/session-context';
import type { ActCall } from '../../../../renderer/src/data/session';
import type { SyncState } from '../../../../renderer/src/sync/sync-state';
import { aWindowOn } from '../../../support/renderer/window-world';

const twoComplexes: readonly ActCall[] = [
  { do: 'block.add', args: { groupId: 'root', typeId: 'ringover.smart', quantity: 4, source: 'purchase' } },
  { do: 'number.add', args: { id: 'n1', kind: 'landline', value: '+33184800001' } },
  { do: 'group.create', args: { id: 'dealer', parentId: 'root', kind: 'dealer', name: 'Dealer' } },
  { do: 'group.create', args: { id: 'sunrise', parentId: 'dealer', kind: 'complex', name: 'Sunrise' } },
  { do: 'group.create', args: { id: 'h1', parentId: 'sunrise', kind: 'building', name: 'House 1' } },
  { do: 'group.create', args: { id: 'mill', parentId: 'dealer', kind: 'complex', name: 'Old Mill' } },
  { do: 'group.create', args: { id: 'idle', parentId: 'root', kind: 'dealer', name: 'Idle' } },
  { do: 'group.create', args: { id: 'depot', parentId: 'idle', kind: 'custom', name: 'Depot' } },
];

describe('a group has a portfolio', () => {
  it('when complexes lie below it, and not inside of a complex', async () => {
    const { session } = await aWindowOn(twoComplexes);
    expect(['root', 'dealer', 'sunrise', 'h1', 'idle', 'nowhere'].map((id) => hasPortfolio(session.model, id))).toEqual(
      [true, true, false, false, false, false],
    );
  });

  it('when a pool lies below it that is in no complex', async () => {
    const { session } = await aWindowOn([
      ...twoComplexes,
      { do: 'restriction.set', args: { groupId: 'depot', mode: 'own' } },
      { do: 'restriction.set', args: { groupId: 'h1', mode: 'own' } },
    ]);
    expect(['idle', 'depot', 'sunrise'].map((id) => hasPortfolio(session.model, id))).toEqual([true, false, false]);
  });
});

describe('what waits to be sent', () => {
  it('belongs to every group above what an act touched: groups, people, and seats of people', async () => {
    const { session } = await aWindowOn(twoComplexes);
    await session.act({ do: 'user.create', args: { id: 'ada', groupId: 'h1', name: 'Ada' } });
    const before = session.pending().length;
    await session.act({ do: 'seat.assign', args: { userId: 'ada', typeId: 'ringover.smart' } });
    await session.act({ do: 'group.update', args: { groupId: 'mill', set: { note: 'new' } } });
    const counts = actsByGroup(session, session.pending().slice(before));
    expect(['root', 'dealer', 'sunrise', 'h1', 'mill', 'idle'].map((id) => counts.get(id) ?? 0)).toEqual([
      2, 2, 1, 1, 1, 0,
    ]);
  });

  it('is said in the line of the complex, beside when the account was last synchronised', async () => {
    const { account, show, session } = await aWindowOn(twoComplexes);
    const pending = session.pending();
    const mill = pending.filter((id) => session.record(id)?.changes.some((change) => change.id === 'mill'));
    const state: SyncState = { kind: 'toSend', count: mill.length };
    const shared = {
      ...account,
      session: Object.assign(Object.create(session) as typeof session, { pending: () => mill }),
      synchroniser: { ...account.synchroniser, state: () => state, lastSynchronised: () => '2026-05-01T10:00:00.000Z' },
    };
    show(
      <AccountProvider account={shared}>
        <PortfolioTab groupId="dealer" />
      </AccountProvider>,
    );
    const line = (name: string) => screen.getAllByRole('row').find((row) => row.textContent.includes(name));
    expect(line('Old Mill')).toHaveTextContent('1 act to send');
    expect(line('Sunrise')).toHaveTextContent('up to date');
    expect(screen.getByText(/^Last synchronised: 1 May 2026/)).toBeVisible();
  });
});
