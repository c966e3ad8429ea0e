import { cpSync, mkdirSync, readdirSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';
import type { Page, Worker } from 'playwright-core';
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
/** Rounds of `npm run kills`; the short form kills the main process only. */
const longRounds = Number(process.env['TRELLIS_KILLS'] ?? 0);
const rounds = longRounds > 0 ? longRounds : 6;
/** Process that a round kills: main, which takes the window along; the window, which main opens again, and then main; both at once. */
const victims = longRounds > 0 ? (['main', 'window', 'both'] as const) : (['main'] as const);
/** The long form runs beside other work: what takes a moment may take minutes there. */
const longPatienceMs = longRounds > 0 ? 600_000 : 90_000;
/** Kills after which the long form goes on with another account: replaying one takes longer with each. */
const killsOfAccount = 25;
/** Acts in a round at most; after one of them, whichever comes, the application is killed. */
const mostActs = 12;
/** Kills while a checkpoint is written. */
const checkpointKills = longRounds > 0 ? Math.min(20, longRounds) : 3;
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
  readonly digest: DigestAnswer;
  readonly missing: readonly string[];
  readonly repeated: readonly string[];
  readonly attention: number;
}

const nothingLost: Omit<Found, 'digest'> = { missing: [], repeated: [], attention: 0 };

/** Waits until the account is open, however it got there. */
async function openAccount(page: Page): Promise<void> {
  page.setDefaultTimeout(longPatienceMs);
  await page.waitForFunction(() =>
    ['open', 'choosing', 'unopened'].includes(window.trellisStart?.state.getState().kind ?? ''),
  );
  const problem = await page.evaluate(() => {
    const state = window.trellisStart?.state.getState();
    return state?.kind === 'unopened' ? state.problem : null;
  });
  expect(problem).toBeNull();
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

/** What the account of a window amounts to, and which acts it has lost or doubled; runs in the page. */
function lookAt(commits: readonly string[]): Found {
  const state = window.trellisStart?.state.getState();
  if (state?.kind !== 'open') throw new Error('no account is open');
  const { session } = state.account;
  const day = session.today();
  const digest = session.ask('digest', {}, day);
  const history = session.ask('history', {}, day);
  if ('refusals' in digest || 'refusals' in history) throw new Error('a question was refused');
  const ids = history.map((entry) => entry.commit);
  return {
    digest,
    missing: commits.filter((commit) => !ids.includes(commit)),
    repeated: ids.filter((id, index) => ids.indexOf(id) !== index),
    attention: session.attention().length,
  };
}

/** Runs something in whichever window there is: a page of the driver does not survive the end of its process. */
function runInWindow(trellis: TrellisWindow, script: string, patience: number): Promise<unknown> {
  return trellis.app.evaluate(
    ({ BrowserWindow }, [code, milliseconds]) =>
      Promise.race([
        BrowserWindow.getAllWindows()[0]?.webContents.executeJavaScript(code),
        new Promise((_resolve, reject) =>
          setTimeout(() => reject(new Error('the window did not answer')), milliseconds),
        ),
      ]),
    [script, patience] as const,
  );
}

/** Ends what the round ends, as memory that is used up and a power cut do. A window that main has opened again has lost nothing. */
async function endAbruptly(
  trellis: TrellisWindow,
  victim: (typeof victims)[number],
  acknowledged: readonly string[],
): Promise<void> {
  if (victim !== 'main')
    await trellis.app.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows()[0]?.webContents.forcefullyCrashRenderer(),
    );
  if (victim === 'window') {
    await vi.waitFor(
      // What is asked of a page that goes is never answered.
      async () => expect(await runInWindow(trellis, 'window.trellisStart?.state.getState().kind', 500)).toBe('open'),
      { timeout: longPatienceMs, interval: 100 },
    );
    const look = `(${lookAt.toString()})(${JSON.stringify(acknowledged)})`;
    expect(await runInWindow(trellis, look, longPatienceMs)).toMatchObject(nothingLost);
  }
  await trellis.kill();
}

/** Acts until so many acts more are acknowledged: a busy machine does fewer in the time, and is killed in the midst of one all the same. */
async function actUntilSome(page: Page, round: number, acknowledged: string[], acts: number): Promise<void> {
  const before = acknowledged.length;
  await actWithoutEnd(page, round, (commit) => acknowledged.push(commit));
  await vi.waitFor(() => expect(acknowledged.length).toBeGreaterThanOrEqual(before + acts), {
    timeout: longPatienceMs,
    interval: 5,
  });
}

/** What the journal amounts to when it is replayed by itself, from a copy, as if nothing else were left. */
async function replayJournal(of: string): Promise<DigestAnswer> {
  const copy = path.join(folder, 'journal-copy');
  const ledger = ledgerOf(of);
  rmSync(copy, { recursive: true, force: true });
  cpSync(path.join(of, 'ledgers', ledger), copy, { recursive: true });
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

/** Makes so much that a checkpoint is written behind it, and answers what the account amounts to then. */
function generateMany(page: Page, name: string): Promise<DigestAnswer> {
  return page.evaluate(async (beginning) => {
    const state = window.trellisStart?.state.getState();
    if (state?.kind !== 'open') throw new Error('no account is open');
    const { session } = state.account;
    const plan = { kind: 'apartment', count: 4_000, name: `${beginning} {n}` } as const;
    const outcome = await session.act({ do: 'group.generate', args: { parentId: 'root', plan } });
    if (!outcome.ok) throw new Error(JSON.stringify(outcome));
    return session.ask('digest', {}, session.today()) as DigestAnswer;
  }, name);
}

function digestIn(page: Page): Promise<DigestAnswer> {
  return page.evaluate(() => {
    const state = window.trellisStart?.state.getState();
    if (state?.kind !== 'open') throw new Error('no account is open');
    const { session } = state.account;
    return session.ask('digest', {}, session.today()) as DigestAnswer;
  });
}

function ledgerOf(of: string): string {
  const ledgers = path.join(of, 'ledgers');
  const [ledger] = readdirSync(ledgers).filter((name) => statSync(path.join(ledgers, name)).isDirectory());
  if (ledger === undefined) throw new Error('nothing is kept');
  return ledger;
}

describe(`an application that is killed (seed ${seed})`, () => {
  it(
    'has everything that was acknowledged, and is what its journal says, however often that happens',
    { timeout: Math.max(300_000, rounds * longPatienceMs), ...(longRounds > 0 && { retry: 0 }) },
    async () => {
      const chance = chanceFrom(seed);
      const killed = { main: 0, window: 0, both: 0 };
      let [kills, acts] = [0, 0];
      process.stderr.write(`killing with seed ${seed}\n`);
      for (let account = 0; kills < rounds; account += 1) {
        const here = { profile: account === 0 ? profile : `${profile}-${account}`, share: `${share}-${account}` };
        mkdirSync(here.share, { recursive: true });
        const acknowledged: string[] = [];
        const last = Math.min(rounds - kills, killsOfAccount);
        for (let round = 0; ; round += 1) {
          const replayed = round === 0 ? null : await replayJournal(here.profile);
          if (round % 3 === 2) rmSync(path.join(here.profile, 'IndexedDB'), { recursive: true, force: true });
          const trellis = await launchTrellis({ profile: here.profile, chosenFolder: here.share });
          await openAccount(trellis.page);
          if (replayed === null)
            await trellis.page.evaluate(() => window.trellisStart?.shareThroughFolder('exclusive'));
          else expect(await trellis.page.evaluate(lookAt, acknowledged)).toEqual({ ...nothingLost, digest: replayed });
          if (round === last) {
            await trellis.kill();
            break;
          }
          await actUntilSome(trellis.page, round, acknowledged, 1 + Math.floor(chance() * mostActs));
          const victim = victims[Math.floor(chance() * victims.length)] ?? 'main';
          await endAbruptly(trellis, victim, acknowledged);
          killed[victim] += 1;
        }
        kills += last;
        acts += acknowledged.length;
        const { main, window: windows, both } = killed;
        if (longRounds > 0)
          process.stderr.write(
            `${String(kills)} kills (main ${String(main)}, window ${String(windows)}, both ${String(both)}): ` +
              `${String(acts)} acts acknowledged, lost 0, doubled 0\n`,
          );
      }
      expect(acts).toBeGreaterThanOrEqual(rounds);
    },
  );

  it('opens from a checkpoint that was made anew beside it, and goes on from there', async () => {
    const trellis = await launchTrellis({ profile });
    await openAccount(trellis.page);
    const before = await generateMany(trellis.page, 'Large');
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

  it(
    'has everything when it is killed while a checkpoint is written: the old one with its steps, or the new one',
    { timeout: Math.max(180_000, checkpointKills * longPatienceMs) },
    async () => {
      const chance = chanceFrom(seed);
      const own = `${profile}-checkpoint`;
      let before: DigestAnswer | null = null;
      let takesMs = 0;
      for (let round = 0; round <= checkpointKills; round += 1) {
        const trellis = await launchTrellis({ profile: own });
        // What the kill before left behind the checkpoint is taken into a new one as soon as the account opens.
        const writing: Worker[] = [];
        const written: number[] = [];
        trellis.page.on('worker', (worker) => {
          if (!worker.url().includes('checkpoint')) return;
          const begun = performance.now();
          writing.push(worker);
          worker.once('close', () => written.push(performance.now() - begun));
        });
        await openAccount(trellis.page);
        if (before !== null) expect(await digestIn(trellis.page)).toEqual(before);
        before = await generateMany(trellis.page, `Killed ${String(round)}`);
        await vi.waitFor(() => expect(writing).not.toEqual([]), { timeout: longPatienceMs });
        // The first is let finish: how long that takes says within which time the others are killed.
        if (round === 0) await vi.waitFor(() => expect(written).not.toEqual([]), { timeout: longPatienceMs });
        else await new Promise((resolve) => setTimeout(resolve, chance() * takesMs));
        takesMs = Math.max(takesMs, ...written);
        await trellis.kill();
      }
      const last = await launchTrellis({ profile: own });
      await openAccount(last.page);
      expect(await digestIn(last.page)).toEqual(before);
      expect(await replayJournal(own)).toEqual(before);
      await last.kill();
    },
  );

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
