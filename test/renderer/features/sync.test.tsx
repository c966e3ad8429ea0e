import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { decodeCommit, encodeCommit, hashEntry } from '#core/ledger/encoding';
import type { AccountThere } from '#core/ledger/store';
import { AttentionDialog } from '../../../renderer/src/features/attention';
import { SyncPanel } from '../../../renderer/src/features/sync';
import type { PlaceState } from '#core/ledger/healing';
import type { SyncState } from '../../../renderer/src/sync/sync-state';
import { accessibilityProblems } from '../../support/renderer/accessible';
import { windowOn, type WindowWorld } from '../../support/renderer/window-world';
import { Computer, ledger, openingEntry, today } from '../data/session-world';

const nothing = (): void => undefined;

function showPanel(world: WindowWorld, onShowAttention = nothing): void {
  world.show(
    <SyncPanel
      place="Garden"
      onShare={nothing}
      onShareThroughServer={nothing}
      onSignIn={nothing}
      onStopSharing={nothing}
      onShowAttention={onShowAttention}
    />,
  );
}

/** A window on an account whose place stands as it is said. */
async function standingAt(
  state: SyncState,
  mend = (): Promise<boolean> => Promise.resolve(true),
  more: Partial<PlaceState> = {},
): Promise<WindowWorld> {
  const place: PlaceState = { healed: [], missing: [], canRepair: true, wholeCheck: null, ...more };
  const { session } = await new Computer().open();
  return windowOn(session, undefined, { state: () => state, place: () => Promise.resolve(place), mend });
}

describe('an account that was joined from a checkpoint', () => {
  it('says how far the check of everything before is', async () => {
    const upToDate = { kind: 'upToDate' } as const;
    showPanel(await standingAt(upToDate, undefined, { wholeCheck: { done: 2_500, of: 5_000 } }));
    const bar = await screen.findByRole('progressbar', {
      name: 'Checking all of it: 5,000 acts from before you joined',
    });
    expect(bar).toHaveAttribute('aria-valuenow', '50');
    expect(await accessibilityProblems(document.body)).toEqual([]);
  });

  it.each([
    [
      { kind: 'checked-whole', at: '2026-05-01T07:00:00.000Z', count: 5_000 },
      /All of it has been checked: the 5,000 acts/,
    ],
    [{ kind: 'checkpoint-wrong', at: '2026-05-01T07:00:00.000Z' }, /was wrong. It has been made anew from all acts/],
    [{ kind: 'read-whole', at: '2026-05-01T07:00:00.000Z', because: 'forged' }, /not signed by two computers/],
  ] as const)('says what came of it: $0.kind', async (healing, words) => {
    showPanel(await standingAt({ kind: 'upToDate' }, undefined, { healed: [healing] }));
    expect(await screen.findByText(words)).toBeInTheDocument();
  });
});

describe('a place that is not as it was', () => {
  const since = '2026-05-01T07:00:00.000Z';

  it('and holds another account names both, and offers another folder', async () => {
    const there: AccountThere = {
      name: 'Harbour',
      owner: 'Harriet',
      since,
      acts: 3,
      lastAt: '2026-05-02T08:00:00.000Z',
    };
    const failure = { kind: 'identity-changed', expected: 'a', actual: 'z', there } as const;
    const world = await standingAt({ kind: 'stopped', failure, advice: 'choose', since, count: 0 });
    showPanel(world);
    expect(
      screen.getByText(
        'This account is “Account”. There lies “Harbour”, started by Harriet on 1 May 2026, 07:00; 3 acts, the last on 2 May 2026, 08:00.',
      ),
    ).toBeInTheDocument();
    expect(screen.getByRole('button', { name: 'Choose another folder…' })).toBeEnabled();
    expect(await accessibilityProblems(document.body)).toEqual([]);
  });

  it('and holds an account whose names are sealed says so', async () => {
    const there: AccountThere = { name: null, owner: null, since: null, acts: 1, lastAt: null };
    const failure = { kind: 'identity-changed', expected: 'a', actual: 'z', there } as const;
    showPanel(await standingAt({ kind: 'stopped', failure, advice: 'choose', since, count: 0 }));
    expect(screen.getByText(/a protected account, whose name only its own computers can read; 1 act\./)).toBeVisible();
  });

  it('and is empty can be filled again with a button', async () => {
    let filled = 0;
    const mend = (): Promise<boolean> => Promise.resolve((filled += 1) > 0);
    const world = await standingAt({ kind: 'offline', since, count: 2, isEmpty: true }, mend);
    showPanel(world);
    expect(screen.getByText(/The place is there, but it is empty/)).toBeInTheDocument();
    await world.user.click(await screen.findByRole('button', { name: 'Fill it again from this computer' }));
    await waitFor(() => expect(filled).toBe(1));
  });
});

describe('acts of others that count for nobody', () => {
  /** A computer that has received three acts of somebody whose program follows no rules, and was started again since. */
  async function startedAgain(): Promise<WindowWorld> {
    const computer = new Computer('office');
    const { session } = await computer.open();
    let last = openingEntry();
    const send = async (name: string, args: unknown): Promise<void> => {
      const decoded = decodeCommit(last);
      if (!decoded.ok) throw new Error('the entry before cannot be read');
      const seq = decoded.commit.seq + 1;
      const about = { ledger, day: today, at: `${today}T09:00:00.000Z`, by: 'carla', device: 'elsewhere' };
      last = encodeCommit({ ...about, id: `bad-${String(seq)}`, seq, prev: hashEntry(last), rules: 2, do: name, args });
      expect(await session.receive([last])).toEqual({ ok: true, value: null });
    };
    await send('group.delete', { groupId: 'root' });
    await send('batch', { do: [null, { toString: 1 }] });
    await send('user.create', { id: { toString: 1 }, name: { toString: 1 }, groupId: 'root' });
    await session.close();
    return windowOn((await computer.open()).session);
  }

  it('are told with who, what and why, also after a start, and whatever stands in them', async () => {
    const world = await startedAgain();
    world.show(<AttentionDialog isOpen onClose={nothing} />);
    const list = screen.getByRole('region', { name: 'Acts in the shared history that count for nobody' });
    const [third, second, first] = within(list).getAllByRole('listitem');
    expect(first).toHaveTextContent('Deleted Account');
    expect(first).toHaveTextContent('“carla”, who is nobody in this account, 1 May 2026, 09:00 · entry 2');
    expect(first).toHaveTextContent('D11');
    expect(second).toHaveTextContent('batch');
    expect(third).toHaveTextContent('user.create');
    expect(await accessibilityProblems(document.body)).toEqual([]);
  });

  it('are counted where it says how synchronising stands, with a way to them', async () => {
    const world = await startedAgain();
    let wasShown = false;
    const show = (): void => void (wasShown = true);
    showPanel(world, show);
    expect(screen.getByText('3 acts in the shared history count for nobody.')).toBeInTheDocument();
    await world.user.click(screen.getByRole('button', { name: 'Show who, what and why' }));
    expect(wasShown).toBe(true);
  });
});
