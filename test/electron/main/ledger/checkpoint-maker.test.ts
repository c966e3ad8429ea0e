import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { checkCheckpoints } from '../../../../electron/main/ledger/check-checkpoints';
import { CheckpointMaker, saidName } from '../../../../electron/main/ledger/checkpoint-maker';
import { CheckpointShelf } from '../../../../electron/main/ledger/checkpoint-shelf';
import { Journal } from '../../../../electron/main/ledger/journal';
import { LedgerChecker, type CheckRequest } from '../../../../electron/main/ledger/ledger-check';
import type { CheckPort, CheckPortEvents } from '../../../../electron/main/ledger/ledger-check-service';
import { FolderStore } from '../../../../electron/main/stores/folder/folder';
import type { LedgerStore } from '#core/ledger/store';
import { readCheckpoint } from '#core/ledger/checkpoint';
import { encodeCommit } from '#core/ledger/encoding';
import { Replica } from '#core/ledger/replica';
import { newestRules } from '#core/rules/version';
import { ledgerOf } from '../../../bench/accounts';
import { direct } from '../../../support/direct';
import { entriesAfter, headAfter } from '../../../support/ledger-entries';
import { patient } from '../../../support/store-calls';
import { temporaryFolder } from '../../../support/temporary-folder';

const entries = ledgerOf(900);
const every = 250;
let root: string;
let asked: CheckRequest['kind'][];
/** Number of commits that a process was given to replay, each time. */
const received: number[] = [];
/** The process ends over the next so many requests for a checkpoint. */
let deaths: number;
const opened: { close(): Promise<void> }[] = [];

function spawnCheck(events: CheckPortEvents): CheckPort {
  const checker = new LedgerChecker(
    (ledger) => Replica.empty(ledger),
    () => null,
    () => ({ ok: true, judged: [] }),
    checkCheckpoints,
  );
  return {
    post: ({ call, request }) => {
      asked.push(request.kind);
      if (request.kind === 'receive' && request.entries.length > 0) received.push(request.entries.length);
      if (request.kind === 'checkpoint' && deaths > 0) {
        deaths -= 1;
        events.onExit();
        return;
      }
      void checker.answer(request).then((answer) => events.onReply({ call, answer }));
    },
    kill: () => undefined,
  };
}

function aStore(): LedgerStore {
  const store = new FolderStore(root, { ledger: null, mayBeEmpty: true });
  opened.push(store);
  return store;
}

/** A computer that has so many commits; it makes checkpoints when it is asked to. */
async function aComputer(name: string, commits = 600, folder?: string, quiet = 1_000_000) {
  const profile = folder ?? (await temporaryFolder());
  const journal = await Journal.open(profile, () => maker.look());
  opened.push(journal);
  const contradictions: (readonly string[])[] = [];
  const store = aStore();
  const maker: CheckpointMaker = new CheckpointMaker({
    ...{ ledger: 'bench', computer: name, folder: profile, journal, spawnCheck, every, quiet },
    proofs: { read: () => Promise.resolve(null), write: () => Promise.reject(new Error('It is only read')) },
    store: () => store,
    sign: () => Promise.resolve(null),
    onContradicted: (_seq, by) => contradictions.push(by),
  });
  opened.unshift(maker);
  const known = journal.newest?.seq ?? 0;
  if (commits > known) direct(await journal.keepCommits(entries.slice(known, commits)));
  return { maker, journal, profile, contradictions };
}

const newest = (at: number) => new CheckpointShelf(aStore(), 'bench').newest({ seq: at, hash: '' }, patient());

beforeEach(async () => {
  root = await temporaryFolder();
  asked = [];
  deaths = 0;
  const appended = await aStore().append(entries, null, patient());
  if (!appended.ok) throw new Error(JSON.stringify(appended.failure));
});
afterEach(async () => {
  for (const each of opened.splice(0)) await each.close();
});

describe('checkpoints that are made by themselves', () => {
  it('stand in the place once two computers have come to the same', async () => {
    const anna = await aComputer('anna');
    const ben = await aComputer('ben');
    expect(await anna.maker.make(patient())).toMatchObject({ value: { seq: 500, isConfirmed: false } });
    expect(await newest(600)).toMatchObject({ value: { found: null, passedOver: [{ because: 'unconfirmed' }] } });
    expect(await ben.maker.make(patient())).toMatchObject({ value: { seq: 500, isConfirmed: true } });
    expect(await newest(600)).toMatchObject({ value: { found: { confirmedBy: ['anna', 'ben'] } } });
    // A third computer has nothing to add.
    const carl = await aComputer('carl');
    asked = [];
    expect(await carl.maker.make(patient())).toEqual({ ok: true, value: null });
    expect(asked).toEqual([]);
  });

  it('bring nothing back of a history that was made shorter', async () => {
    const to = headAfter(entries[399]!);
    const act = { do: 'history.shorten', args: { ...to, checkpoint: 'a'.repeat(64) } };
    const about = {
      by: 'owner',
      day: '2026-06-01',
      at: '2026-06-01T08:00:00.000Z',
      device: 'office',
      rules: newestRules,
    };
    const before = headAfter(entries[599]!);
    const commit = encodeCommit({ ledger: 'bench', seq: 601, prev: before.hash, id: 'shorter', ...about, ...act });
    const after = entriesAfter(headAfter(commit), 160, { ledger: 'bench' });
    const all = [...entries.slice(0, 600), commit, ...after];
    root = await temporaryFolder();
    const store = aStore();
    await direct(store).append(all, null, patient());
    await store.beginning?.shorten(to, patient());
    const anna = await aComputer('anna', 0);
    direct(await anna.journal.keepCommits(all.slice(0, 601)));
    // The one at 500 would know of everything before.
    expect(await anna.maker.make(patient())).toEqual({ ok: true, value: null });
    direct(await anna.journal.keepCommits(all));
    expect(await anna.maker.make(patient())).toMatchObject({ value: { seq: 750 } });
    const names = (await readdir(join(root, 'blobs'))).filter((name) => /-[0-9a-f]{32}$/.test(name));
    expect(names).toHaveLength(1);
    const read = readCheckpoint(await readFile(join(root, 'blobs', names[0]!)));
    if (!read.ok) throw new Error(read.problem);
    const { records } = read.checkpoint;
    expect(records.filter(({ seq, isGone }) => (isGone === true) !== seq <= to.seq)).toEqual([]);
  });

  it('leave two in the place: older ones are removed with the next', async () => {
    const anna = await aComputer('anna', 260);
    const ben = await aComputer('ben', 260);
    const names = async (): Promise<readonly string[]> =>
      [...new Set((await readdir(join(root, 'blobs'))).map((name) => name.slice(11, 23)))].sort();
    for (const upTo of [260, 520, 760]) {
      for (const { journal, maker } of [anna, ben]) {
        direct(await journal.keepCommits(entries.slice(0, upTo)));
        expect(await maker.make(patient())).toMatchObject({ ok: true });
      }
    }
    expect(await names()).toEqual(['000000000500', '000000000750']);
    expect(await newest(800)).toMatchObject({ value: { found: { head: { seq: 500 } } } });
  });

  it('follow the commits without being asked', async () => {
    const anna = await aComputer('anna', 400, undefined, 0);
    const ben = await aComputer('ben', 400, undefined, 0);
    for (const { journal } of [anna, ben]) direct(await journal.keepCommits(entries.slice(400, 520)));
    await vi.waitFor(async () => {
      expect(await newest(600)).toMatchObject({ value: { found: { head: { seq: 500 } } } });
    });
  });

  it('begin with the last one, not with the first commit, and come to the same bytes', async () => {
    const anna = await aComputer('anna', 260);
    await anna.maker.make(patient());
    direct(await anna.journal.keepCommits(entries.slice(260, 520)));
    received.length = 0;
    await anna.maker.make(patient());
    expect(received).toEqual([250]);
    const ben = await aComputer('ben', 520);
    expect(await ben.maker.make(patient())).toMatchObject({ value: { isConfirmed: true, contradictedBy: [] } });
  });

  it('are made again where the process ended over them, and where what was kept is damaged', async () => {
    const anna = await aComputer('anna');
    // Begun once more within the same call, it keeps nothing that may have ended it.
    deaths = 1;
    expect(await anna.maker.make(patient())).toEqual({ ok: true, value: null });
    expect(await anna.maker.make(patient())).toMatchObject({ value: { seq: 500 } });
    const ben = await aComputer('ben');
    await ben.maker.make(patient());
    const kept = await readFile(join(ben.profile, saidName));
    for (const damaged of [kept.subarray(0, kept.length - 50), Buffer.alloc(0), Buffer.from('{"sha256":1}\nx')]) {
      await writeFile(join(ben.profile, saidName), damaged);
      const started = await aComputer('ben', 600, ben.profile);
      expect(await started.maker.make(patient())).toMatchObject({ value: { seq: 500, contradictedBy: [] } });
    }
  });

  it('are said again after a start, which changes nothing', async () => {
    const anna = await aComputer('anna');
    await anna.maker.make(patient());
    const again = await aComputer('anna', 600, anna.profile);
    asked = [];
    expect(await again.maker.make(patient())).toMatchObject({ value: { seq: 500, isConfirmed: false } });
    expect(asked).toEqual([]);
  });

  it('tell where another computer has come to something else', async () => {
    const shelf = new CheckpointShelf(aStore(), 'bench');
    const head = { seq: 500, hash: 'f'.repeat(64) };
    await shelf.put({ bytes: Buffer.from('another account'), head, computer: 'eve' }, patient());
    const anna = await aComputer('anna');
    await anna.maker.make(patient());
    expect(anna.contradictions).toEqual([['eve']]);
    await (await aComputer('ben')).maker.make(patient());
    expect(await newest(600)).toMatchObject({ value: { found: { confirmedBy: ['anna', 'ben'] } } });
  });

  it('wait for the place where it does not answer, and for a commit that is due', async () => {
    expect(await (await aComputer('anna', 200)).maker.make(patient())).toEqual({ ok: true, value: null });
    const ben = await aComputer('ben');
    await ben.maker.close();
    expect(await ben.maker.make()).toMatchObject({ ok: false, failure: { kind: 'aborted' } });
  });
});
