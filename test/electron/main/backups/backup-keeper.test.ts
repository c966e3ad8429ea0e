import { readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openingIntent } from '#core/ledger/opening';
import { BackupKeeper } from '../../../../electron/main/backups/backup-keeper';
import { momentsToKeep } from '../../../../electron/main/backups/backup-plan';
import { contentsIn } from '../../../../electron/main/ledger/ledger-contents';
import { LedgerDesk } from '../../../../electron/main/ledger/ledger-desk';
import { LedgerFiles } from '../../../../electron/main/ledger/ledger-files';
import { LedgerPlaces } from '../../../../electron/main/ledger/ledger-places';
import { answerProject, openProject } from '../../../../electron/main/project-file/project-service';
import type { AskProject } from '../../../../electron/main/project-file/project-desk';
import { noLock } from '../../../../electron/main/trust/key-file';
import { FakeProcesses } from '../../../support/checking';
import { intentCalled } from '../../../support/pending-intents';
import { temporaryFolder } from '../../../support/temporary-folder';

const ledger = 'ledger-a';
const caller = { contentsId: 1 };
const hour = 3_600_000;
const askHere: AskProject = (request) => ({ answer: answerProject(request) as never, giveUp: () => undefined });

let profile: string;
let desk: LedgerDesk;
let keeper: BackupKeeper;
let now: number;
let chosen: string | null;
let later: { readonly milliseconds: number; readonly run: () => void } | null;
const troubles: string[] = [];

beforeEach(async () => {
  profile = await temporaryFolder();
  now = Date.parse('2026-06-01T08:00:00.000Z');
  [chosen, later] = [null, null];
  troubles.splice(0);
  const files = new LedgerFiles(profile);
  desk = new LedgerDesk({
    files,
    places: new LedgerPlaces(),
    passwordFor: () => null,
    keyLock: () => noLock,
    spawnCheck: new FakeProcesses().spawn,
    onHint: () => undefined,
    onVoided: () => undefined,
    onHealed: () => undefined,
    onChanged: () => keeper.notice(),
  });
  keeper = new BackupKeeper({
    ...{ profile, files, desk, ask: askHere, now: () => now },
    askForFolder: () => Promise.resolve(chosen),
    after: (milliseconds, run) => {
      later = { milliseconds, run };
      return () => (later = null);
    },
    onTrouble: (kind) => troubles.push(kind),
  });
  const about = { day: '2026-06-01', at: '2026-06-01T08:00:00.000Z', device: 'site' };
  await desk.create(ledger, 'owner', [
    { ...openingIntent({ ...about, id: 'opening', name: 'Sunrise', timeZone: 'UTC', ownerName: 'Olga' }), rules: 2 },
  ]);
});
afterEach(() => desk.close());

async function listed() {
  const answer = await keeper.handlers()['backups.list']({ ledger }, caller);
  if (!answer.ok) throw new Error(answer.failure.kind);
  return answer.value;
}

async function note(id: string): Promise<void> {
  const journal = desk.journalOf(ledger);
  if (journal.ok) await journal.value.note([{ kind: 'intent', intent: { ...intentCalled(id, id), rules: 2 } }]);
}

/** Lets what waits happen, until there are so many backups. */
async function laterUntil(count: number): Promise<void> {
  later?.run();
  await expect.poll(async () => (await listed()).backups.length).toBe(count);
}

describe('backups', () => {
  it('are made by themselves once an hour while something is done, and only then', async () => {
    expect((await listed()).backups).toEqual([]);
    expect(later?.milliseconds).toBe(60_000);
    await laterUntil(1);
    expect((await listed()).backups).toMatchObject([{ at: '2026-06-01T08:00:00.000Z', isByHand: false }]);

    now += hour / 2;
    await note('a');
    later?.run();
    await expect.poll(() => later?.milliseconds).toBe(hour / 2);
    now += hour / 2;
    await laterUntil(2);
    expect(later?.milliseconds).toBe(hour / 2);
  });

  it('hold the account as it was, and one made by hand is not removed by itself', async () => {
    await note('a');
    const made = await keeper.handlers()['backups.make']({ ledger }, caller);
    if (!made.ok) throw new Error(made.failure.kind);
    expect(made.value).toMatchObject({ name: '2026-06-01T08-00-00Z by hand.trellis', isByHand: true });
    const read = await keeper.handlers()['backups.read']({ ledger, name: made.value.name }, caller);
    if (!read.ok) throw new Error(read.failure.kind);
    const opened = await openProject(read.value);
    const kept = await desk.look(ledger, contentsIn);
    expect(opened.ok && kept?.ok === true && opened.value.waiting.map(({ id }) => id)).toEqual(
      kept?.ok === true && kept.value.waiting.map(({ id }) => id),
    );
    const before = await openProject(read.value, null, 1);
    expect(before).toMatchObject({
      ok: true,
      value: { waiting: [{ id: 'opening' }], steps: [{ count: 2 }, { count: 1 }] },
    });

    await keeper.handlers()['backups.keep']({ hourly: 0, daily: 0, weekly: 0 }, caller);
    await note('b');
    now += 400 * 24 * hour;
    later?.run();
    await expect.poll(async () => (await listed()).backups.filter(({ isByHand }) => !isByHand).length).toBe(1);
    expect((await listed()).backups.some(({ isByHand }) => isByHand)).toBe(true);
  });

  it('go to another folder when one is chosen, leave other files alone, and say when they cannot be written', async () => {
    chosen = await temporaryFolder();
    await keeper.handlers()['backups.setFolder']({ to: 'chosen' }, caller);
    const { folder, isUsualFolder } = await listed();
    expect(isUsualFolder).toBe(false);
    expect(folder.startsWith(chosen)).toBe(true);
    await keeper.handlers()['backups.make']({ ledger }, caller);
    await writeFile(join(folder, 'holiday.jpg'), 'x');
    expect((await listed()).backups).toHaveLength(1);
    expect(await readdir(folder)).toHaveLength(2);

    const file = join(chosen, 'a file');
    await writeFile(file, '');
    chosen = file;
    await keeper.handlers()['backups.setFolder']({ to: 'chosen' }, caller);
    expect(await keeper.handlers()['backups.make']({ ledger }, caller)).toMatchObject({
      ok: false,
      failure: { kind: 'unwritable' },
    });
    await keeper.handlers()['backups.setFolder']({ to: 'usual' }, caller);
    expect((await listed()).isUsualFolder).toBe(true);
  });

  it('of a protected account never leave the profile', async () => {
    chosen = await temporaryFolder();
    await keeper.handlers()['backups.setFolder']({ to: 'chosen' }, caller);
    const journal = desk.journalOf(ledger);
    if (journal.ok)
      await journal.value.note([{ kind: 'intent', intent: { ...intentCalled('p'), do: 'account.protect', rules: 2 } }]);
    expect(await listed()).toMatchObject({ isUsualFolder: true });
  });
});

describe('the backups that stay', () => {
  const counts = { hourly: 3, daily: 2, weekly: 2 };
  const at = (text: string): number => Date.parse(`${text}:00.000Z`);

  it('are the last of each hour, day and week, and always the newest', () => {
    const moments = [
      ...['2026-05-18T10:00', '2026-05-26T09:00', '2026-05-30T12:00', '2026-05-31T08:00', '2026-05-31T20:00'],
      ...['2026-06-01T08:00', '2026-06-01T09:10', '2026-06-01T09:50', '2026-06-01T10:30'],
    ].map(at);
    expect([...momentsToKeep(moments, counts)].sort()).toEqual(
      ['2026-05-31T20:00', '2026-06-01T08:00', '2026-06-01T09:50', '2026-06-01T10:30'].map(at),
    );
    expect([...momentsToKeep(moments, { hourly: 0, daily: 0, weekly: 0 })]).toEqual([at('2026-06-01T10:30')]);
    expect(momentsToKeep([], counts).size).toBe(0);
  });
});
