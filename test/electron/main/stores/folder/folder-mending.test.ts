import { execFile } from 'node:child_process';
import { chmod, mkdir, readdir, readFile, rm, stat, symlink, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { FolderStore, type FolderOptions } from '../../../../../electron/main/stores/folder/folder';
import { appendName, packName } from '../../../../../electron/main/stores/folder/folder-layout';
import type { Head } from '#core/ledger/commit';
import { direct, type Direct } from '../../../../support/direct';
import { entriesAfter } from '../../../../support/ledger-entries';
import { appendOneByOne, failureOf, patient, readAll } from '../../../../support/store-calls';
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

describe('something else where a file belongs', () => {
  const put: readonly (readonly [string, (path: string) => Promise<void>])[] = [
    ['a folder', (path) => mkdir(path)],
    ['a named pipe', (path) => promisify(execFile)('mkfifo', [path]).then(() => undefined)],
    ['a link to a device', (path) => symlink('/dev/zero', path)],
    ['a link that leads to itself', (path) => symlink(path, path)],
    [
      'a file of two gigabytes of nothing',
      async (path) => {
        await writeFile(path, '');
        await truncate(path, 2_000_000_000);
      },
    ],
  ];

  it.each(put)('is named as damaged, and nothing hangs: %s', async (_what, make) => {
    const { root, head } = await folderWith(2);
    await make(logFile(root, 3));
    const damaged = { kind: 'corrupt', place: 'log/000000000003.jsonl' };
    expect(await failureOf(openFolder(root).check(patient()))).toMatchObject(damaged);
    expect(await failureOf(openFolder(root).append(entriesAfter(head, 1), head, patient()))).toMatchObject(damaged);
  });

  it.each(put)('is named where the folder says whose it is, or where a checkpoint belongs: %s', async (_what, make) => {
    const { root } = await folderWith(1);
    await rm(join(root, 'ledger.json'));
    await make(join(root, 'ledger.json'));
    expect(await failureOf(openFolder(root).check(patient()))).toMatchObject({ kind: 'corrupt', place: 'ledger.json' });
    await rm(join(root, 'ledger.json'), { recursive: true });
    await make(join(root, 'blobs', 'word'));
    const damaged = { kind: 'corrupt', place: 'word' };
    expect(await failureOf(openFolder(root).getBlob('word', patient()))).toMatchObject(damaged);
    expect(await failureOf(openFolder(root).putBlob('word', Uint8Array.of(1), patient()))).toMatchObject(damaged);
  });

  it('is ignored when a name says that the file was replaced thousands of times', async () => {
    const { root } = await folderWith(2);
    await writeFile(join(root, 'log', '000000000003.r9999.jsonl'), '');
    await appendOneByOne(openFolder(root), 1);
    expect(await readAll(openFolder(root))).toHaveLength(3);
  });
});

describe('a folder that somebody mends', () => {
  const sound = (entries: readonly Uint8Array[]) => (after: number) => Promise.resolve(entries.slice(after, after + 2));

  it('has sound bytes again in the place of damaged, cut-off and missing files, and keeps the damaged ones beside', async () => {
    const { root } = await folderWith(8);
    const entries = await readAll(openFolder(root));
    const second = await readFile(logFile(root, 2));
    second[second.indexOf('anna')] = 'h'.charCodeAt(0);
    await writeFile(logFile(root, 2), second);
    await truncate(logFile(root, 4), 40);
    await rm(logFile(root, 6));
    await writeFile(logFile(root, 8), '');
    const store = openFolder(root);
    expect(await store.repair!.mend(sound(entries), patient())).toMatchObject({
      ok: true,
      value: [
        { place: 'log/000000000002.jsonl', kept: 'log/000000000002.jsonl.damaged' },
        { place: 'log/000000000004.jsonl', kept: 'log/000000000004.jsonl.damaged' },
        { place: 'log/000000000006.jsonl', kept: null },
        { place: 'log/000000000008.jsonl', kept: 'log/000000000008.jsonl.damaged' },
      ],
    });
    expect(await readAll(openFolder(root))).toEqual(entries);
    expect(await readFile(join(root, 'log', '000000000002.jsonl.damaged'))).toEqual(second);
  });

  it('has a damaged pack again', async () => {
    const { root } = await folderWith(30);
    const entries = await readAll(openFolder(root));
    await openFolder(root, { pack: { from: 10, keep: 2, bytes: 1_000_000 } }).pack(patient());
    const pack = join(root, 'packs', packName(1, 28));
    const bytes = await readFile(pack);
    bytes[bytes.indexOf('anna')] = 'h'.charCodeAt(0);
    await writeFile(pack, bytes);
    expect(await failureOf(openFolder(root).check(patient()))).toMatchObject({ kind: 'corrupt' });
    await openFolder(root).repair!.mend(sound(entries), patient());
    expect(await readAll(openFolder(root))).toEqual(entries);
  });

  it('takes nothing that its chain does not ask for', async () => {
    const { root } = await folderWith(4);
    await truncate(logFile(root, 2), 40);
    const other = entriesAfter(null, 4, { author: 'eve' });
    expect(await openFolder(root).repair!.mend(sound(other), patient())).toMatchObject({ ok: false });
    expect((await readdir(join(root, 'log'))).sort()).toEqual([1, 2, 3, 4].map((position) => appendName(position, 0)));
  });
});

describe('a folder that belongs to a group of people', () => {
  it('gives what is made in it the rights that the folder itself has, whatever the mask of whoever makes it', async () => {
    const root = await temporaryFolder();
    await chmod(root, 0o2775);
    const mask = process.umask(0o077);
    try {
      const store = openFolder(root);
      await appendOneByOne(store, 2);
      await store.presence!.say('anna', new TextEncoder().encode('{}'), patient());
    } finally {
      process.umask(mask);
    }
    for (const name of ['log', 'packs', 'blobs', 'tmp', 'here'])
      expect((await stat(join(root, name))).mode & 0o7777).toBe(0o2775);
    expect((await stat(logFile(root, 1))).mode & 0o777).toBe(0o664);
    expect((await stat(join(root, 'ledger.json'))).mode & 0o777).toBe(0o664);
    expect((await stat(join(root, 'here', 'anna.json'))).mode & 0o777).toBe(0o664);
  });
});
