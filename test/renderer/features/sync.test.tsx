import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { decodeCommit, encodeCommit, hashEntry } from '#core/ledger/encoding';
import type { PlaceState } from '#core/ledger/healing';
import type { AccountThere, StoreFailure } from '#core/ledger/store';
import { AttentionDialog } from '../../../renderer/src/features/attention';
import { TurnFolder } from '../../../renderer/src/features/kept';
import { SyncPanel } from '../../../renderer/src/features/sync';
import type { Synchroniser } from '../../../renderer/src/sync/synchroniser';
import { adviceFor, type SyncState } from '../../../renderer/src/sync/sync-state';
import { accessibilityProblems } from '../../support/renderer/accessible';
import { windowOn, type WindowWorld } from '../../support/renderer/window-world';
import { Computer, ledger, openingEntry, today } from '../data/session-world';

const nothing = (): void => undefined;
const since = '2026-05-01T07:00:00.000Z';

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

const whole: PlaceState = {
  ...{ healed: [], missing: [], canRepair: true, wholeCheck: null },
  ...{ folderWay: null, gaveWay: false, conflictCopy: null },
};

/** A window on an account whose place stands as it is said. */
async function standingAt(
  state: SyncState,
  { place = whole, ...calls }: Partial<Omit<Synchroniser, 'place'>> & { readonly place?: PlaceState } = {},
): Promise<WindowWorld> {
  const { session } = await new Computer().open();
  return windowOn(session, undefined, { state: () => state, place: () => Promise.resolve(place), ...calls });
}

describe('an account that was joined from a checkpoint', () => {
  it('says how far the check of everything before is', async () => {
    const upToDate = { kind: 'upToDate' } as const;
    showPanel(await standingAt(upToDate, { place: { ...whole, wholeCheck: { done: 2_500, of: 5_000 } } }));
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
    [
      { kind: 'began-again', at: '2026-05-01T07:00:00.000Z', waiting: 2 },
      /begun again from the checkpoint there, with 2 acts/,
    ],
    [{ kind: 'checkpoint-wrong', at: '2026-05-01T07:00:00.000Z' }, /was wrong. It has been made anew from all acts/],
    [{ kind: 'read-whole', at: '2026-05-01T07:00:00.000Z', because: 'forged' }, /not signed by two computers/],
  ] as const)('says what came of it: $0.kind', async (healing, words) => {
    showPanel(await standingAt({ kind: 'upToDate' }, { place: { ...whole, healed: [healing] } }));
    expect(await screen.findByText(words)).toBeInTheDocument();
  });
});

describe('a place that is not as it was', () => {
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

  it('because somebody who is not let in has put something there says so, and moves it away with a button', async () => {
    let moved = 0;
    const mend = (): Promise<boolean> => Promise.resolve((moved += 1) > 1);
    const failure = { kind: 'corrupt', place: 'entry 5', detail: 'Entry 5 is of nobody.', isForeign: true } as const;
    const advice = adviceFor(failure);
    const world = await standingAt({ kind: 'stopped', failure, advice, since, count: 0 }, { mend });
    showPanel(world);
    expect(screen.getByText(/Somebody who is not let in has put something into that place/)).toBeVisible();
    await world.user.click(await screen.findByRole('button', { name: 'Move it out of the way' }));
    expect(await screen.findByText(/It could not be moved from here/)).toBeVisible();
    expect(await accessibilityProblems(document.body)).toEqual([]);
    await world.user.click(screen.getByRole('button', { name: 'Move it out of the way' }));
    await waitFor(() => expect(screen.queryByText(/It could not be moved from here/)).toBeNull());
  });

  it('and is empty can be filled again with a button', async () => {
    let filled = 0;
    const mend = (): Promise<boolean> => Promise.resolve((filled += 1) > 0);
    const world = await standingAt({ kind: 'offline', since, count: 2, isEmpty: true }, { mend });
    showPanel(world);
    expect(screen.getByText(/The place is there, but it is empty/)).toBeInTheDocument();
    await world.user.click(await screen.findByRole('button', { name: 'Fill it again from this computer' }));
    await waitFor(() => expect(filled).toBe(1));
  });
});

describe('a folder of a server that a program copies', () => {
  const upToDate: SyncState = { kind: 'upToDate' };
  const place: PlaceState = { ...whole, folderWay: 'exclusive', gaveWay: true };

  /** The panel and the dialog beside it, and which ways were asked for. */
  async function aTurningFolder(failure: StoreFailure | null): Promise<WindowWorld & { readonly turns: string[] }> {
    const turns: string[] = [];
    const turn: Synchroniser['turn'] = (way) => Promise.resolve(turns.push(way) > 0 ? failure : null);
    const world = await standingAt(upToDate, { place, turn });
    world.show(
      <>
        <TurnFolder />
        <SyncPanel
          place="Garden"
          onShare={nothing}
          onShareThroughServer={nothing}
          onSignIn={nothing}
          onStopSharing={nothing}
          onShowAttention={nothing}
        />
      </>,
    );
    return { ...world, turns };
  }

  it('is said to be one, and becomes a copied folder after what that means was said', async () => {
    const { user, turns } = await aTurningFolder(null);
    expect(await screen.findByText(/a program seems to copy this folder/)).toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: 'Make it a copied folder…' }));
    const dialog = screen.getByRole('alertdialog', { name: 'Make this a folder that is copied?' });
    expect(dialog).toHaveTextContent('nothing is lost');
    expect(turns).toEqual([]);
    expect(await accessibilityProblems(document.body)).toEqual([]);
    await user.click(within(dialog).getByRole('button', { name: 'Change it' }));
    expect(await screen.findByText('The folder is a copied one now; this computer puts acts in order.')).toBeVisible();
    expect(turns).toEqual(['kept']);
  });

  it('is offered to become one when only a second version of a file tells that something copies it', async () => {
    const copied: PlaceState = { ...place, gaveWay: false, conflictCopy: 'log/000000000002 (conflicted copy).jsonl' };
    const turn: Synchroniser['turn'] = () => Promise.resolve(null);
    showPanel(await standingAt(upToDate, { place: copied, turn }));
    expect(
      await screen.findByText(/lies in this folder: log\/000000000002 \(conflicted copy\)\.jsonl\./),
    ).toBeVisible();
    expect(screen.queryByText(/Acts had to give way/)).toBeNull();
    expect(screen.getByRole('button', { name: 'Make it a copied folder…' })).toBeVisible();
    expect(await accessibilityProblems(document.body)).toEqual([]);
  });

  it('stays as it is where that does not work, and says why', async () => {
    const { user } = await aTurningFolder({ kind: 'offline', detail: 'The folder cannot be reached.' });
    await user.click(await screen.findByRole('button', { name: 'Make it a copied folder…' }));
    await user.click(screen.getByRole('button', { name: 'Change it' }));
    expect(await screen.findByText('The folder stays as it is')).toBeVisible();
    expect(screen.getByText('The folder cannot be reached.')).toBeVisible();
  });

  it('is offered to be turned where it cannot decide who comes first, with why', async () => {
    const failure = { kind: 'only-carries-files', detail: 'This folder is a mount without hard links.' } as const;
    const stopped: SyncState = { kind: 'stopped', failure, advice: 'turn-folder', since, count: 1 };
    const turn: Synchroniser['turn'] = () => Promise.resolve(null);
    showPanel(await standingAt(stopped, { place: { ...place, gaveWay: false }, turn }));
    expect(screen.getByText(/it cannot decide who comes first. One computer has to put acts in order/)).toBeVisible();
    expect(screen.getByText('This folder is a mount without hard links.')).toBeVisible();
    expect(await screen.findByRole('button', { name: 'Make it a copied folder…' })).toBeVisible();
  });

  it('is not turned by somebody who administrates nothing', async () => {
    const { session } = await new Computer().open();
    await session.act({ do: 'user.create', args: { id: 'ada', groupId: 'root', name: 'Ada' } });
    const turn: Synchroniser['turn'] = () => Promise.resolve(null);
    showPanel(
      windowOn(session.as('ada'), undefined, { state: () => upToDate, place: () => Promise.resolve(place), turn }),
    );
    expect(await screen.findByText('Waiting to be sent')).toBeInTheDocument();
    expect(screen.queryByText(/a program seems to copy/)).toBeNull();
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
