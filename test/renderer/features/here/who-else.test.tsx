import { screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { Presence } from '#core/ledger/presence';
import { WhoElse, WorkingHere } from '../../../../renderer/src/features/here';
import { AccountProvider } from '../../../../renderer/src/state/session-context';
import { useCommands } from '../../../../renderer/src/parts/commands';
import { ClockBanner } from '../../../../renderer/src/shell/ClockBanner';
import { PresenceDesk } from '../../../../renderer/src/sync/presence-desk';
import { accessibilityProblems } from '../../../support/renderer/accessible';
import { aWindowOn, sunrise } from '../../../support/renderer/window-world';

const now = (): string => new Date().toISOString();
const tuesday = '2026-04-28T15:30:00.000Z';

function aWord(more: Partial<Presence>): Presence {
  return { computer: 'c1', name: 'Site laptop', by: 'ben', at: now(), seq: 5, groupId: 'a2', ...more };
}

function AsCommand() {
  const registry = useCommands();
  return <button onClick={() => registry.run('account.others')}>run</button>;
}

/** A window beside others who have said something, on a group. */
async function besides(others: readonly Presence[], groupId = 'a1') {
  const world = await aWindowOn([
    ...sunrise,
    { do: 'user.create', args: { id: 'ben', groupId: 'root', name: 'Ben Builder' } },
  ]);
  const presence = new PresenceDesk(() => Promise.resolve(others));
  await presence.refresh();
  world.show(
    <AccountProvider account={{ ...world.account, presence }}>
      <WhoElse />
      <WorkingHere groupId={groupId} />
      <ClockBanner />
      <AsCommand />
    </AccountProvider>,
  );
  presence.stop();
  return world;
}

describe('who else is here', () => {
  it('is nobody where no other computer ever said so: nothing is shown', async () => {
    await besides([]);
    expect(screen.queryByRole('button', { name: /here/ })).toBeNull();
    expect(screen.queryByText(/working here/)).toBeNull();
  });

  it('is counted at the bottom, and listed with where they are and since when they are away', async () => {
    const { user, account } = await besides([
      aWord({}),
      aWord({ computer: 'c2', name: 'Office', by: 'ada', at: tuesday, groupId: null }),
      aWord({ computer: 'c3', name: 'New laptop', by: null, at: tuesday, groupId: 'gone' }),
    ]);
    await user.click(screen.getByRole('button', { name: '1 other here' }));
    const list = screen.getByRole('region', { name: 'Who else is here' });
    const [ben, ada, third] = within(list).getAllByRole('listitem');
    expect(ben).toHaveTextContent(/^Ben Builder Site laptop.*now$/);
    expect(ada).toHaveTextContent('Ada Albrecht Officelast here 28 Apr 2026, 15:30');
    expect(third).toHaveTextContent(/^Nobody has said who they are New laptoplast here/);
    expect(await accessibilityProblems(document.body)).toEqual([]);
    await user.click(within(ben ?? list).getByRole('button'));
    expect(account.view.getState().groupId).toBe('a2');
  });

  it('is said above a group of the same complex, softly, and until when it was', async () => {
    await besides([aWord({}), aWord({ computer: 'c2', by: 'ada' })]);
    expect(screen.getByText('Ben Builder and Ada Albrecht are working here')).toBeInTheDocument();
  });

  it('is said of who has been there and is away', async () => {
    await besides([aWord({ at: tuesday })]);
    expect(screen.getByText('Ben Builder was working here, last here 28 Apr 2026, 15:30')).toBeInTheDocument();
  });

  it('is not said above what is elsewhere, nor of oneself, nor above the account as a whole', async () => {
    await besides([aWord({ groupId: 'root' }), aWord({ computer: 'c2', by: 'owner' })]);
    expect(screen.queryByText(/working here/)).toBeNull();
  });

  it('is asked about where a computer has another day, until somebody says that the clock is right', async () => {
    const inThreeDays = new Date(Date.now() + 3 * 86_400_000).toISOString();
    const { user } = await besides([aWord({ at: inThreeDays })]);
    const banner = screen.getByRole('status');
    expect(banner).toHaveTextContent(/^By the clock of this computer it is .*By that of Ben Builder it is/);
    await user.click(within(banner).getByRole('button', { name: 'It is right' }));
    expect(screen.queryByRole('status')).toBeNull();
  });

  it('is opened by its command, too', async () => {
    const { user } = await besides([aWord({})]);
    await user.click(screen.getByRole('button', { name: 'run' }));
    expect(screen.getByRole('region', { name: 'Who else is here' })).toBeInTheDocument();
  });
});
