import { cpSync, mkdirSync, readdirSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, describe, expect, it, vi } from 'vitest';
import { Journal } from '../../electron/main/ledger/journal';
import { Replica } from '#core/ledger/replica';
import type { DigestAnswer } from '#core/queries/digest';
// Declares window.trellisStart, for what tests evaluate in the page.
import type {} from '../../renderer/src/state/window-start';
import { direct } from '../support/direct';
import {
  endEveryWindow,
  launchTrellis,
  removeFolder,
  temporaryFolder,
  type TrellisWindow,
} from '../support/trellis-window';

const seed = Number(process.env['TRELLIS_SEED'] ?? Date.now() % 1_000_000);
/** `TRELLIS_KILLS` asks for more: the long form. */
const rounds = Number(process.env['TRELLIS_KILLS'] ?? 6);
/** Acts in a round at most; after one of them, whichever comes, the application is killed. */
const mostActs = 12;
const folder = temporaryFolder('kill');
const profile = path.join(folder, 'profile');
const share = path.join(folder, 'share');

// A window that a failed try has left would keep the profile from the next one.
afterEach(endEveryWindow);
afterAll(() => removeFolder(folder));

/** Numbers from 0 up to 1 that the seed decides (mulberry32). */
function chanceFrom(start: number): () => number {
  let state = start;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

interface Found {
  readonly ledger: string;
  readonly by: string;
  readonly digest: DigestAnswer;
  readonly missing: readonly string[];
  readonly repeated: readonly string[];
  readonly attention: number;
  readonly groupId: string;
}

/** Waits until the account is open, however it got there. */
async function openAccount(page: Page): Promise<void> {
  await page.waitForFunction(() => ['open', 'choosing'].includes(window.trellisStart?.state.getState().kind ?? ''));
  await page.evaluate(async () => {
    if (window.trellisStart?.state.getState().kind === 'choosing')
      await window.trellisStart.startAccount({ name: 'Kill me', ownerName: 'Kim' });
  });
  await page.waitForFunction(() => window.trellisStart?.state.getState().kind === 'open');
}

/** Whether the window has kept that this tab is shown; runs in the page. */
function isPlaceKept(tab: string): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open('trellis-places');
    opening.onerror = () => reject(opening.error ?? new Error('the places cannot be opened'));
    opening.onsuccess = () => {
      const all = opening.result.transaction('places').objectStore('places').getAll();
      all.onsuccess = () => {
        opening.result.close();
        resolve(
          (all.result as { text: string }[]).some(({ text }) => (JSON.parse(text) as { tab?: string }).tab === tab),
        );
      };
    };
  });
}

/** Acts in a loop, as fast as they are acknowledged, until somebody ends it. Synchronises now and then. */
async function actWithoutEnd(page: Page, round: number, acknowledge: (commit: string) => void): Promise<void> {
  await page.exposeFunction('acknowledge', acknowledge);
  await page.evaluate((name) => {
    const state = window.trellisStart?.state.getState();
    if (state?.kind !== 'open') throw new Error('no account is open');
    const { session, synchroniser, view } = state.account;
    const tell = (window as unknown as { acknowledge: (commit: string) => void }).acknowledge;
    const loop = async () => {
      for (let index = 0; ; index += 1) {
        const id = `g-${name}-${index}`;
        const outcome =
          index % 7 === 6
            ? await session.undo()
            : index % 5 === 4
              ? await session.act({
                  do: 'group.generate',
                  args: { parentId: 'root', plan: { kind: 'apartment', count: 20, name: `${id} {n}` } },
                })
              : await session.act({ do: 'group.create', args: { id, parentId: 'root', kind: 'complex', name: id } });
        if (outcome?.ok === true) tell(outcome.commit);
        if (index % 11 === 3) void synchroniser.synchronise();
        if (index % 3 === 0) view.setState({ groupId: index % 2 === 0 ? 'root' : id });
      }
    };
    void loop();
  }, String(round));
}

async function lookAt(page: Page, acknowledged: readonly string[]): Promise<Found> {
  return page.evaluate((commits) => {
    const state = window.trellisStart?.state.getState();
    if (state?.kind !== 'open') throw new Error('no account is open');
    const { session, view } = state.account;
    const day = session.today();
    const digest = session.ask('digest', {}, day);
    const history = session.ask('history', {}, day);
    if ('refusals' in digest || 'refusals' in history) throw new Error('a question was refused');
    const ids = history.map((entry) => entry.commit);
    return {
      ledger: session.ledger,
      by: session.by,
      digest,
      missing: commits.filter((commit) => !ids.includes(commit)),
      repeated: ids.filter((id, index) => ids.indexOf(id) !== index),
      attention: session.attention().length,
      groupId: view.getState().groupId,
    };
  }, acknowledged);
}

/** What the journal amounts to when it is replayed by itself, from a copy, as if nothing else were left. */
async function replayJournal(ledger: string): Promise<DigestAnswer> {
  const copy = path.join(folder, 'journal-copy');
  rmSync(copy, { recursive: true, force: true });
  cpSync(path.join(profile, 'ledgers', ledger), copy, { recursive: true });
  const journal = direct(await Journal.open(copy));
  const replica = Replica.empty(ledger);
  for (;;) {
    const entries = await journal.commits(replica.head?.seq ?? 0);
    if (entries.length === 0) break;
    const received = replica.prepareReceive(entries);
    if (!received.ok) throw new Error(received.failure.kind);
    replica.accept(received.step);
  }
  for (const intent of journal.summary().open) {
    const { id, day, at, by, device } = intent;
    const prepared = replica.prepareAct({ do: intent.do, args: intent.args }, { commit: id, day, at, by, device });
    if (!prepared.ok) throw new Error(`${intent.do}: ${JSON.stringify(prepared.refusals)}`);
    replica.accept(prepared.step);
  }
  await journal.close();
  return replica.ask('digest', {}, { day: '2026-01-01', by: 'owner' }) as DigestAnswer;
}

/** How many records of steps the window's tables hold behind the checkpoint; -1 before there is a checkpoint of an act. */
async function stepsBehindCheckpoint(page: Page): Promise<number> {
  return page.evaluate(async () => {
    const state = window.trellisStart?.state.getState();
    if (state?.kind !== 'open') throw new Error('no account is open');
    const asked = indexedDB.open(`trellis-account-${state.account.session.ledger}`);
    const settled = <T>(request: IDBRequest<T>): Promise<T> =>
      new Promise((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(new Error('the tables cannot be read'));
      });
    const database = await settled(asked);
    const tables = database.transaction(['steps', 'checkpoint']);
    const steps = await settled(tables.objectStore('steps').count());
    const checkpoint = (await settled(tables.objectStore('checkpoint').get('checkpoint'))) as { upTo: number };
    database.close();
    return checkpoint.upTo === 0 ? -1 : steps;
  });
}

function ledgerOf(): string {
  const ledgers = path.join(profile, 'ledgers');
  const [ledger] = readdirSync(ledgers).filter((name) => statSync(path.join(ledgers, name)).isDirectory());
  if (ledger === undefined) throw new Error('nothing is kept');
  return ledger;
}

describe(`an application that is killed (seed ${seed})`, () => {
  it('has everything that was acknowledged, and is what its journal says, however often that happens', async () => {
    const chance = chanceFrom(seed);
    const acknowledged: string[] = [];
    mkdirSync(share, { recursive: true });
    process.stderr.write(`killing with seed ${seed}\n`);
    for (let round = 0; round < rounds; round += 1) {
      const trellis: TrellisWindow = await launchTrellis({ profile, chosenFolder: share });
      await openAccount(trellis.page);
      if (round === 0) await trellis.page.evaluate(() => window.trellisStart?.shareThroughFolder('exclusive'));
      const before = acknowledged.length;
      await actWithoutEnd(trellis.page, round, (commit) => acknowledged.push(commit));
      // Counted in acts, not in time: a busy machine does fewer, and is killed in the midst of one all the same.
      const acts = 1 + Math.floor(chance() * mostActs);
      await vi.waitFor(() => expect(acknowledged.length).toBeGreaterThanOrEqual(before + acts), {
        timeout: 90_000,
        interval: 5,
      });
      await trellis.kill();

      const replayed = await replayJournal(ledgerOf());
      if (round % 3 === 2) rmSync(path.join(profile, 'IndexedDB'), { recursive: true, force: true });
      const again = await launchTrellis({ profile, chosenFolder: share });
      await openAccount(again.page);
      const found = await lookAt(again.page, acknowledged);
      expect(found.missing).toEqual([]);
      expect(found.repeated).toEqual([]);
      expect(found.attention).toBe(0);
      expect(found.digest).toEqual(replayed);
      await again.kill();
    }
    expect(acknowledged.length).toBeGreaterThanOrEqual(rounds);
  });

  it('opens from a checkpoint that was made anew beside it, and goes on from there', async () => {
    const trellis = await launchTrellis({ profile });
    await openAccount(trellis.page);
    const before = await trellis.page.evaluate(async () => {
      const state = window.trellisStart?.state.getState();
      if (state?.kind !== 'open') throw new Error('no account is open');
      const { session } = state.account;
      const plan = { kind: 'apartment', count: 4_000, name: 'Large {n}' } as const;
      const outcome = await session.act({ do: 'group.generate', args: { parentId: 'root', plan } });
      if (!outcome.ok) throw new Error(JSON.stringify(outcome));
      return session.ask('digest', {}, session.today());
    });
    await vi.waitFor(async () => expect(await stepsBehindCheckpoint(trellis.page)).toBe(0), { timeout: 60_000 });
    await trellis.kill();
    const again = await launchTrellis({ profile });
    await openAccount(again.page);
    const found = await again.page.evaluate(async () => {
      const state = window.trellisStart?.state.getState();
      if (state?.kind !== 'open') throw new Error('no account is open');
      const { session } = state.account;
      const digest = session.ask('digest', {}, session.today());
      const taken = await session.undo();
      return { digest, taken: taken?.ok === true, groups: session.ask('digest', {}, session.today()) };
    });
    expect(found.digest).toEqual(before);
    expect(found.taken).toBe(true);
    expect(found.groups).not.toEqual(before);
    await again.kill();
  });

  it('opens where the person was', async () => {
    const trellis = await launchTrellis({ profile });
    await openAccount(trellis.page);
    await trellis.page.evaluate(async () => {
      const state = window.trellisStart?.state.getState();
      if (state?.kind !== 'open') throw new Error('no account is open');
      const { session, view } = state.account;
      // At a second try it is there already.
      if (session.model.row('groups', 'opened') === undefined)
        await session.act({
          do: 'group.create',
          args: { id: 'opened', parentId: 'root', kind: 'complex', name: 'Opened' },
        });
      view.setState({ groupId: 'root', tab: 'history', expanded: ['root', 'opened'] });
    });
    // Not `waitForFunction`: it takes a promise, whatever it comes to, for what it waits for.
    await vi.waitFor(async () => expect(await trellis.page.evaluate(isPlaceKept, 'history')).toBe(true));
    await trellis.kill();
    const again = await launchTrellis({ profile });
    await openAccount(again.page);
    const place = await again.page.evaluate(() => {
      const state = window.trellisStart?.state.getState();
      return state?.kind === 'open'
        ? { tab: state.account.view.getState().tab, expanded: state.account.view.getState().expanded }
        : null;
    });
    expect(place).toEqual({ tab: 'history', expanded: ['root', 'opened'] });
    await again.close();
  });
});
