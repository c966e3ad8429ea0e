import { direct, type Direct } from '../../../../support/direct';
import { copyFile, mkdir, readdir, readFile, rename, rm, stat, truncate, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readChain } from '../../../../../electron/main/stores/entry-envelope';
import { FolderStore, type FolderOptions } from '../../../../../electron/main/stores/folder/folder';
import { appendName, packName } from '../../../../../electron/main/stores/folder/folder-layout';
import type { PublishMode } from '../../../../../electron/main/stores/folder/folder-publish';
import { encodeSegment } from '../../../../../electron/main/stores/folder/folder-segment';
import type { Head } from '#core/ledger/commit';
import { entriesAfter, headAfter, namesOf } from '../../../../support/ledger-entries';
import { appendOneByOne, everything, failureOf, patient, readAll } from '../../../../support/store-calls';
import { temporaryFolder } from '../../../../support/temporary-folder';

function openFolder(root: string, options: Partial<FolderOptions> = {}): Direct<FolderStore> {
  return direct(
    new FolderStore(root, { ledger: null, mayBeEmpty: true, patience: 60, pollMilliseconds: 40, ...options }),
  );
}

/** A folder that holds that many appends of one entry each. */
async function folderWith(appends: number): Promise<{ readonly root: string; readonly head: Head }> {
  const root = await temporaryFolder();
  return { root, head: await appendOneByOne(openFolder(root), appends) };
}

function logFile(root: string, position: number, generation = 0): string {
  return join(root, 'log', appendName(position, generation));
}

function segmentOf(entries: readonly Uint8Array[]): Uint8Array {
  const reading = readChain(entries);
  if (!reading.ok) throw new Error(reading.problem);
  return encodeSegment(entries, reading.chain);
}

describe.each<PublishMode>(['link', 'exclusive'])('a last file that was cut off, publishing by %s', (publish) => {
  it('is void wherever the cut is, reported, and does not stop the next append', async () => {
    const { root, head } = await folderWith(2);
    const lost = entriesAfter(head, 2, { author: 'bob' });
    const whole = segmentOf(lost);
    for (let length = 0; length < whole.length; length += length < 3 || length > whole.length - 70 ? 1 : 41) {
      await rm(logFile(root, 3), { force: true });
      await rm(logFile(root, 3, 1), { force: true });
      await writeFile(logFile(root, 3), whole.subarray(0, length));
      const store = openFolder(root, { publish, patience: 10 });
      expect(await store.check(patient())).toMatchObject({
        head,
        remarks: [{ kind: 'truncated-last-file', place: 'log/000000000003.jsonl' }],
      });
      expect((await store.read(0, everything, patient())).entries).toHaveLength(2);
      const entries = entriesAfter(head, 1, { author: 'anna' });
      expect(await store.append(entries, head, patient())).toEqual(headAfter(entries[0]!));
      expect(await readFile(logFile(root, 3))).toEqual(Buffer.from(whole.subarray(0, length)));
      expect(namesOf(await readAll(openFolder(root)))).toEqual(['anna-1', 'anna-2', 'anna-3']);
    }
  });

  it('can be the very first one', async () => {
    const root = await temporaryFolder();
    await mkdir(join(root, 'log'));
    await writeFile(logFile(root, 1), '{"ledger":"led');
    const store = openFolder(root, { publish });
    expect(await store.head(patient())).toBeNull();
    await appendOneByOne(store, 2);
    expect(namesOf(await readAll(openFolder(root)))).toEqual(['anna-1', 'anna-2']);
  });

  it('can be cut off again when it is replaced', async () => {
    const { root, head } = await folderWith(1);
    await writeFile(logFile(root, 2), 'x');
    await writeFile(logFile(root, 2, 1), 'y');
    const store = openFolder(root, { publish });
    await appendOneByOne(store, 1, { author: 'bob' });
    expect(await readdir(join(root, 'log'))).toContain('000000000002.r2.jsonl');
    expect(namesOf(await readAll(openFolder(root)))).toEqual(['anna-1', 'bob-2']);
    expect(head.seq).toBe(1);
  });
});

describe('a writer that is slow', () => {
  it('comes first after all when it finishes while another waits for it', async () => {
    const { root, head } = await folderWith(1);
    const slow = entriesAfter(head, 1, { author: 'slow' });
    const bytes = segmentOf(slow);
    await writeFile(logFile(root, 2), bytes.subarray(0, 20));
    const other = failureOf(
      openFolder(root, { patience: 2_000 }).append(entriesAfter(head, 1, { author: 'bob' }), head, patient()),
    );
    setTimeout(() => void writeFile(logFile(root, 2), bytes), 100);
    expect(await other).toEqual({ kind: 'head-moved', head: headAfter(slow[0]!) });
    expect(namesOf(await readAll(openFolder(root)))).toEqual(['anna-1', 'slow-2']);
  });

  it('keeps its append when a replacement was begun and given up after it had finished', async () => {
    const { root, head } = await folderWith(1);
    const slow = entriesAfter(head, 1, { author: 'slow' });
    await writeFile(logFile(root, 2), segmentOf(slow));
    await writeFile(logFile(root, 2, 1), '');
    const store = openFolder(root);
    expect(await failureOf(store.append(entriesAfter(head, 1, { author: 'bob' }), head, patient()))).toEqual({
      kind: 'head-moved',
      head: headAfter(slow[0]!),
    });
    expect(namesOf(await readAll(openFolder(root)))).toEqual(['anna-1', 'slow-2']);
  });

  it('learns that its outcome is unknown when it was replaced meanwhile', async () => {
    const { root, head } = await folderWith(1);
    // The replacement is there before the slow one gets its name: as if it had been taken for abandoned while it was written.
    const theirs = entriesAfter(head, 1, { author: 'bob' });
    const store = openFolder(root, { publish: 'exclusive' });
    await store.head(patient());
    const pending = store.append(entriesAfter(head, 1, { author: 'slow' }), head, patient());
    await writeFile(logFile(root, 2, 1), segmentOf(theirs));
    const failure = await failureOf(pending);
    expect(['unknown-outcome', 'head-moved']).toContain(failure.kind);
    expect(namesOf(await readAll(openFolder(root)))).toEqual(['anna-1', 'bob-2']);
  });
});

describe('names that are not ours', () => {
  it('are ignored and mentioned', async () => {
    const { root, head } = await folderWith(2);
    for (const name of [
      'desktop.ini',
      '~$notes.docx',
      '.DS_Store',
      '._000000000001.jsonl',
      'x.tmp',
      '.~lock.000000000001.jsonl#',
      'Thumbs.db',
    ]) {
      await writeFile(join(root, 'log', name), 'whatever');
      await writeFile(join(root, name), 'whatever');
    }
    const store = openFolder(root);
    const report = await store.check(patient());
    expect(report.head).toEqual(head);
    expect(report.remarks).toHaveLength(7);
    expect(report.remarks).toContainEqual({ kind: 'foreign-file-ignored', place: 'log/desktop.ini' });
    await appendOneByOne(store, 1);
    expect(await readAll(openFolder(root))).toHaveLength(3);
  });
});

const copyNames = [
  '000000000002 (1).jsonl',
  '000000000002 (conflicted copy 2026-01-10 081500).jsonl',
  "000000000002 (Bob's conflicted copy 2026-01-10).jsonl",
  '000000000002-DESKTOP.jsonl',
  '000000000002.sync-conflict-20260110-081500-ABCDEFG.jsonl',
  '000000000002 - Copy.jsonl',
  'Copy of 000000000002.jsonl',
];

describe('second versions that a cloud drive makes', () => {
  it.each(copyNames)('do not count under the name “%s”, are mentioned, and stop nobody', async (name) => {
    const { root, head } = await folderWith(2);
    const first = headAfter((await readAll(openFolder(root)))[0]!);
    await writeFile(join(root, 'log', name), segmentOf(entriesAfter(first, 1, { author: 'bob' })));
    const store = openFolder(root);
    expect(await store.check(patient())).toMatchObject({
      head,
      remarks: [{ kind: 'foreign-file-ignored', place: `log/${name}` }],
    });
    await appendOneByOne(store, 1);
    expect(namesOf(await readAll(openFolder(root)))).toEqual(['anna-1', 'anna-2', 'anna-3']);
    expect(await readdir(join(root, 'log'))).toContain(name);
  });

  it.each(copyNames)('are ignored when “%s” holds the same, or nothing whole', async (name) => {
    const { root, head } = await folderWith(3);
    await copyFile(logFile(root, 2), join(root, 'log', name));
    await writeFile(join(root, 'log', name.replace('000000000002', '000000000003')), '{"ledger":"cut o');
    const store = openFolder(root);
    expect((await store.check(patient())).remarks).toContainEqual({
      kind: 'foreign-file-ignored',
      place: `log/${name}`,
    });
    expect(await store.head(patient())).toEqual(head);
    await appendOneByOne(store, 1);
    expect(await readAll(openFolder(root))).toHaveLength(4);
  });
});

describe('a damaged past', () => {
  it('is corrupt at its place when a byte has changed', async () => {
    const { root } = await folderWith(4);
    const bytes = await readFile(logFile(root, 2));
    const at = bytes.indexOf('anna');
    bytes[at] = 'h'.charCodeAt(0);
    await writeFile(logFile(root, 2), bytes);
    expect(await failureOf(readAll(openFolder(root)))).toMatchObject({
      kind: 'corrupt',
      place: 'log/000000000002.jsonl',
    });
  });

  it('is waited for, file by file, while a file in the middle is cut off or missing; nothing is added meanwhile', async () => {
    const { root, head } = await folderWith(4);
    const whole = await readFile(logFile(root, 2));
    await truncate(logFile(root, 2), 30);
    const store = openFolder(root);
    const first = await failureOf(readAll(store));
    expect(first).toMatchObject({ kind: 'waiting', place: 'log/000000000002.jsonl' });
    await rm(logFile(root, 2));
    for (const call of [store.check(patient()), store.head(patient()), readAll(openFolder(root))])
      expect(await failureOf(call)).toMatchObject({ kind: 'waiting', place: 'log/000000000002.jsonl' });
    // Since when is counted from the first look, and does not begin anew with each.
    expect(await failureOf(readAll(store))).toMatchObject({ since: 'since' in first ? first.since : '' });
    expect((await failureOf(store.append(entriesAfter(head, 1), head, patient()))).kind).not.toBe('head-moved');
    const before = await readdir(join(root, 'log'));
    expect(before).not.toContain(appendName(5, 0));
    await writeFile(logFile(root, 2), whole);
    expect(await readAll(store)).toHaveLength(4);
    await appendOneByOne(store, 1);
    expect(await readAll(openFolder(root))).toHaveLength(5);
  });

  it('is waited for also when it is the first file, and gives what there is before the gap', async () => {
    const { root } = await folderWith(3);
    const bytes = await readFile(logFile(root, 1));
    await rm(logFile(root, 1));
    expect(await failureOf(openFolder(root).check(patient()))).toMatchObject({
      kind: 'waiting',
      place: 'log/000000000001.jsonl',
    });
    await writeFile(logFile(root, 1), bytes);
    await rm(logFile(root, 2));
    const store = openFolder(root);
    expect(namesOf((await store.read(0, everything, patient())).entries)).toEqual(['anna-1']);
    expect((await failureOf(store.read(1, everything, patient()))).kind).toBe('waiting');
  });

  it('ends where files of another branch begin, which the next append puts out of the way', async () => {
    const { root, head } = await folderWith(2);
    const elsewhere = entriesAfter(null, 2, { author: 'eve' });
    const third = entriesAfter(headAfter(elsewhere[1]!), 1, { author: 'eve' });
    await writeFile(logFile(root, 3), segmentOf(third));
    await writeFile(logFile(root, 4), segmentOf(entriesAfter(headAfter(third[0]!), 1, { author: 'eve' })));
    const store = openFolder(root);
    expect(await store.check(patient())).toMatchObject({
      head,
      remarks: [
        { kind: 'other-branch-set-aside', place: 'log/000000000003.jsonl' },
        { kind: 'other-branch-set-aside', place: 'log/000000000004.jsonl' },
      ],
    });
    expect(namesOf(await readAll(store))).toEqual(['anna-1', 'anna-2']);
    await appendOneByOne(store, 1);
    expect(namesOf(await readAll(openFolder(root)))).toEqual(['anna-1', 'anna-2', 'anna-3']);
    expect((await readdir(join(root, 'void'))).sort()).toEqual([appendName(3, 0), appendName(4, 0)]);
  });

  it('reads each entry once when one is there a second time in a file of its own', async () => {
    const root = await temporaryFolder();
    const entries = entriesAfter(null, 3);
    await openFolder(root).append(entries, null, patient());
    await writeFile(logFile(root, 2), segmentOf(entries.slice(1)));
    expect(await readAll(openFolder(root))).toEqual(entries);
    await appendOneByOne(openFolder(root), 1);
    expect(await readAll(openFolder(root))).toHaveLength(4);
  });

  it('is damaged when a file holds other commits than its name says', async () => {
    const { root, head } = await folderWith(2);
    await copyFile(logFile(root, 2), logFile(root, 3));
    expect(await failureOf(openFolder(root).check(patient()))).toMatchObject({
      kind: 'corrupt',
      place: 'log/000000000003.jsonl',
    });
    await rename(logFile(root, 3), logFile(root, 6));
    expect(await failureOf(openFolder(root).append(entriesAfter(head, 1), head, patient()))).toMatchObject({
      kind: 'waiting',
      place: 'log/000000000003.jsonl',
    });
  });

  it('shows honestly that it is behind, or another, when the folder is restored or exchanged', async () => {
    const { root, head } = await folderWith(3);
    const store = openFolder(root);
    const entries = await readAll(store);
    await rm(logFile(root, 3));
    expect(await store.head(patient())).toEqual(headAfter(entries[1]!));
    expect(await failureOf(store.append(entriesAfter(head, 1), head, patient()))).toMatchObject({ kind: 'behind' });
    const other = entriesAfter(headAfter(entries[1]!), 1, { author: 'eve-longer-name' });
    await writeFile(logFile(root, 3), segmentOf(other));
    expect(await store.head(patient())).toEqual(headAfter(other[0]!));
    expect(await failureOf(store.append(entriesAfter(head, 1), head, patient()))).toMatchObject({ kind: 'diverged' });
  });
});

describe('whose ledger it is', () => {
  it('is written down beside the entries', async () => {
    const { root } = await folderWith(1);
    expect(JSON.parse(await readFile(join(root, 'ledger.json'), 'utf8'))).toEqual({ format: 1, ledger: 'ledger-a' });
  });

  it('stops when another ledger was expected', async () => {
    const { root } = await folderWith(1);
    const store = openFolder(root, { ledger: 'ledger-z' });
    expect(await failureOf(store.head(patient()))).toEqual({
      kind: 'identity-changed',
      expected: 'ledger-z',
      actual: 'ledger-a',
    });
  });

  it('stops when the file and the entries disagree, or the entries are gone', async () => {
    const { root } = await folderWith(1);
    await writeFile(join(root, 'ledger.json'), '{"format":1,"ledger":"ledger-b"}');
    expect(await failureOf(openFolder(root).head(patient()))).toMatchObject({ kind: 'corrupt', place: 'ledger.json' });
    await rm(logFile(root, 1));
    expect(await failureOf(openFolder(root).head(patient()))).toMatchObject({ kind: 'waiting', place: 'log' });
  });

  it('is known without the file, which the next append writes again', async () => {
    const { root } = await folderWith(1);
    await rm(join(root, 'ledger.json'));
    const store = openFolder(root);
    expect((await store.check(patient())).ledger).toBe('ledger-a');
    await appendOneByOne(store, 1);
    expect(await readFile(join(root, 'ledger.json'), 'utf8')).toContain('ledger-a');
  });

  it('asks for an update when a newer version laid out the folder', async () => {
    const { root } = await folderWith(1);
    await writeFile(join(root, 'ledger.json'), '{"format":2,"ledger":"ledger-a"}');
    expect(await failureOf(openFolder(root).head(patient()))).toEqual({ kind: 'outdated', rules: 2 });
  });
});

describe('a folder that goes away', () => {
  it('is offline, never empty, and works again when it comes back', async () => {
    const { root, head } = await folderWith(2);
    const store = openFolder(root);
    await store.head(patient());
    await rename(root, `${root}-away`);
    const calls = [
      store.check(patient()),
      store.head(patient()),
      store.read(0, everything, patient()),
      store.append(entriesAfter(head, 1), head, patient()),
    ];
    for (const call of calls) expect((await failureOf(call)).kind).toBe('offline');
    await rename(`${root}-away`, root);
    await appendOneByOne(store, 1);
    expect(await readAll(store)).toHaveLength(3);
  });

  it('is offline when only the empty place where it hangs is left', async () => {
    const root = await temporaryFolder();
    const store = openFolder(root, { ledger: 'ledger-a', mayBeEmpty: false });
    expect((await failureOf(store.head(patient()))).kind).toBe('offline');
    expect((await failureOf(store.append(entriesAfter(null, 1), null, patient()))).kind).toBe('offline');
    expect(await readdir(root)).toEqual([]);
  });

  it('hints when it comes back and at what others append afterwards', async () => {
    const { root } = await folderWith(1);
    const store = openFolder(root);
    let hints = 0;
    let onHint = (): void => undefined;
    const nextHint = (): Promise<void> => new Promise((resolve) => (onHint = resolve));
    const stop = store.watch(() => {
      hints += 1;
      onHint();
    });
    await new Promise((resolve) => setTimeout(resolve, 100));
    const gone = nextHint();
    await rename(root, `${root}-away`);
    await gone;
    const back = nextHint();
    await rename(`${root}-away`, root);
    await back;
    const appended = nextHint();
    await appendOneByOne(openFolder(root), 1);
    await appended;
    expect(hints).toBeGreaterThanOrEqual(3);
    stop();
    await store.close();
  });
});

describe('what crashed writers leave behind', () => {
  it('does no harm, and goes when it is certainly nobody’s any more', async () => {
    const { root, head } = await folderWith(1);
    const old = join(root, 'tmp', 'old.tmp');
    await writeFile(old, 'half an app');
    const longAgo = new Date(Date.now() - 3 * 24 * 3600 * 1000);
    await utimes(old, longAgo, longAgo);
    await writeFile(join(root, 'tmp', 'fresh.tmp'), 'half an app');
    const store = openFolder(root);
    expect(await store.head(patient())).toEqual(head);
    await appendOneByOne(store, 1);
    expect(await readdir(join(root, 'tmp'))).toEqual(['fresh.tmp']);
    expect((await store.check(patient())).remarks).toEqual([{ kind: 'leftover-removed', place: 'tmp/old.tmp' }]);
  });
});

describe('packing', () => {
  const rule = { from: 10, keep: 2, bytes: 1_000_000 };

  it('leaves few files, and every entry as it was', async () => {
    const { root } = await folderWith(30);
    const before = await readAll(openFolder(root));
    expect(await openFolder(root, { pack: rule }).pack(patient())).toBe(28);
    expect(await readdir(join(root, 'packs'))).toEqual([packName(1, 28)]);
    expect(await readdir(join(root, 'log'))).toEqual([appendName(29, 0), appendName(30, 0)]);
    expect(await readAll(openFolder(root))).toEqual(before);
    expect((await openFolder(root).read(27, { entries: 2, bytes: 1_000_000 }, patient())).entries).toEqual(
      before.slice(27, 29),
    );
  });

  it('keeps packs small enough to read', async () => {
    const { root } = await folderWith(30);
    const store = openFolder(root, { pack: { from: 5, keep: 2, bytes: 3_000 } });
    while ((await store.pack(patient())) > 0);
    for (const name of await readdir(join(root, 'packs')))
      expect((await stat(join(root, 'packs', name))).size).toBeLessThan(3_300);
    expect(await readAll(openFolder(root))).toHaveLength(30);
  });

  it('gives nothing twice when it was interrupted between the pack and the removal', async () => {
    const { root } = await folderWith(12);
    const before = await readAll(openFolder(root));
    await writeFile(join(root, 'packs', packName(1, 8)), segmentOf(before.slice(0, 8)));
    await writeFile(join(root, 'packs', packName(1, 5)), segmentOf(before.slice(0, 5)));
    await rm(logFile(root, 3));
    expect(await readAll(openFolder(root))).toEqual(before);
    await openFolder(root, { pack: { ...rule, from: 100 } }).pack(patient());
    expect(await readdir(join(root, 'log'))).toHaveLength(4);
    expect(await readAll(openFolder(root))).toEqual(before);
  });

  it('does not count on a pack that was cut off', async () => {
    const { root } = await folderWith(12);
    const before = await readAll(openFolder(root));
    const pack = segmentOf(before.slice(0, 8));
    await writeFile(join(root, 'packs', packName(1, 8)), pack.subarray(0, pack.length - 5));
    expect(await readAll(openFolder(root))).toEqual(before);
    await openFolder(root, { pack: rule }).pack(patient());
    expect(await readAll(openFolder(root))).toEqual(before);
  });

  it('moves a cut-off file aside instead of removing it', async () => {
    const { root } = await folderWith(3);
    await writeFile(logFile(root, 4), 'cut off');
    await appendOneByOne(openFolder(root), 12, { author: 'bob' });
    await openFolder(root, { pack: rule }).pack(patient());
    expect(await readFile(join(root, 'void', appendName(4, 0)), 'utf8')).toBe('cut off');
    expect(await readAll(openFolder(root))).toHaveLength(15);
  });

  it('does not let a late writer have a name that is free only because its file was packed', async () => {
    const { root } = await folderWith(3);
    const late = openFolder(root);
    const head = await late.head(patient());
    const others = openFolder(root, { pack: rule });
    await appendOneByOne(others, 20, { author: 'bob' });
    await others.pack(patient());
    expect((await readdir(join(root, 'log'))).includes(appendName(4, 0))).toBe(false);
    expect((await failureOf(late.append(entriesAfter(head, 1, { author: 'late' }), head, patient()))).kind).toBe(
      'head-moved',
    );
    // The same a moment later, when the late writer had already looked and gets its name.
    await writeFile(logFile(root, 4), segmentOf(entriesAfter(head, 1, { author: 'late' })));
    expect(namesOf(await readAll(openFolder(root)))).not.toContain('late-4');
  });

  it('happens by itself once there are many files', async () => {
    const { root } = await folderWith(3);
    const store = openFolder(root, { pack: rule });
    await appendOneByOne(store, 20);
    await store.close();
    expect((await readdir(join(root, 'log'))).length).toBeLessThan(10);
    expect(await readAll(openFolder(root))).toHaveLength(23);
  });
});
