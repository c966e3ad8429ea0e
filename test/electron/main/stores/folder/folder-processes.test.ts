import { CallFailed, direct, type Direct } from '../../../../support/direct';
import { spawn } from 'node:child_process';
import { chmod, readdir, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { FolderStore } from '../../../../../electron/main/stores/folder/folder';
import type { PublishMode } from '../../../../../electron/main/stores/folder/folder-publish';
import { bundleProgram } from '../../../../support/bundled-program';
import { headAfter } from '../../../../support/ledger-entries';
import { appendOneByOne, patient, readAll } from '../../../../support/store-calls';
import { temporaryFolder } from '../../../../support/temporary-folder';

interface Ending {
  /** Heads by seq that the program was told its appends reached. */
  readonly acknowledged: ReadonlyMap<number, string>;
  readonly failure: string | null;
}

let program: string;
beforeAll(async () => {
  program = await bundleProgram(join(import.meta.dirname, '../../../../support/append-program.ts'));
});
afterAll(() => rm(dirname(program), { recursive: true, force: true }));

interface Running {
  /** Settles with its first acknowledged append, or with its end. */
  readonly begun: Promise<void>;
  readonly ending: Promise<Ending>;
  readonly kill: () => void;
}

function start(args: readonly string[], launch: { readonly uid?: number; readonly before?: string } = {}): Running {
  const command = launch.before === undefined ? process.execPath : '/bin/sh';
  const commandArgs =
    launch.before === undefined
      ? [program, ...args]
      : ['-c', `${launch.before}; exec "$@"`, 'sh', process.execPath, program, ...args];
  const child = spawn(command, commandArgs, {
    stdio: ['ignore', 'pipe', 'inherit'],
    ...(launch.uid === undefined ? {} : { uid: launch.uid }),
  });
  let output = '';
  child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
  const begun = new Promise<void>((resolve) => {
    child.stdout.once('data', () => resolve());
    child.once('close', () => resolve());
  });
  const ending = new Promise<Ending>((resolve) => {
    child.on('close', () => {
      const lines = output.split('\n');
      const acknowledged = new Map<number, string>();
      for (const line of lines) {
        const match = /^acknowledged (\d+) ([0-9a-f]{64})$/.exec(line);
        if (match !== null) acknowledged.set(Number(match[1]), match[2]!);
      }
      resolve({ acknowledged, failure: lines.find((line) => line.startsWith('failed ')) ?? null });
    });
  });
  return { begun, ending, kill: () => child.kill('SIGKILL') };
}

function openFolder(root: string): Direct<FolderStore> {
  return direct(new FolderStore(root, { ledger: null, mayBeEmpty: true, patience: 100 }));
}

/** Everything in the folder, once nobody can be writing the last file any more. */
async function readWhenSettled(root: string): Promise<Uint8Array[]> {
  const store = openFolder(root);
  for (;;) {
    try {
      return await readAll(store);
    } catch (error) {
      if (!(error instanceof CallFailed) || error.failure.kind !== 'waiting') throw error;
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }
}

/** What every acknowledged append promised is in the ledger, at its place. */
async function expectKept(root: string, endings: readonly Ending[]): Promise<Uint8Array[]> {
  const entries = await readWhenSettled(root);
  const hashes = new Map(entries.map((entry) => [headAfter(entry).seq, headAfter(entry).hash]));
  for (const { acknowledged } of endings) for (const [seq, hash] of acknowledged) expect(hashes.get(seq)).toBe(hash);
  return entries;
}

describe.each<PublishMode>(['link', 'exclusive'])('a folder shared by processes that publish by %s', (publish) => {
  it('loses nothing and never forks when four of them append at once', async () => {
    const root = await temporaryFolder();
    const running = ['anna', 'bob', 'cleo', 'dan'].map((author) => start([root, author, '60', publish]));
    const endings = await Promise.all(running.map(({ ending }) => ending));
    for (const ending of endings) expect(ending.failure).toBeNull();
    const entries = await expectKept(root, endings);
    expect(entries).toHaveLength(4 * 60 * 2);
    expect((await readdir(join(root, 'packs'))).length).toBeGreaterThan(0);
  });

  it('keeps every acknowledged append and stays usable when appenders are killed at random moments', async () => {
    const root = await temporaryFolder();
    const endings: Ending[] = [];
    let randomState = 20_261;
    const random = (): number => {
      randomState = (randomState * 1_103_515_245 + 12_345) % 2_147_483_648;
      return randomState / 2_147_483_648;
    };
    for (let round = 0; round < 8; round += 1) {
      const running = ['anna', 'bob'].map((author) => start([root, `${author}${round}`, '500', publish]));
      await Promise.all(running.map(({ begun }) => begun));
      await new Promise((resolve) => setTimeout(resolve, random() * 250));
      for (const { kill } of running) kill();
      endings.push(...(await Promise.all(running.map(({ ending }) => ending))));
    }
    const before = await expectKept(root, endings);
    expect(before.length).toBeGreaterThan(0);
    const survivor = openFolder(root);
    const head = await appendOneByOne(survivor, 1, { author: 'survivor' });
    expect(head.seq).toBe(before.length + 1);
    await expectKept(root, endings);
  });
});

describe('a folder that lets nobody write', () => {
  it('can be read, and says that it is read-only when something is appended', async () => {
    const root = await temporaryFolder();
    await appendOneByOne(openFolder(root), 2);
    const everywhere = [root, ...['log', 'packs', 'blobs', 'tmp'].map((name) => join(root, name))];
    for (const folder of everywhere) await chmod(folder, 0o555);
    // An administrator may write anyway, so the appending process runs as nobody.
    const nobody = process.getuid?.() === 0 ? { uid: 65_534 } : {};
    const { failure, acknowledged } = await start([root, 'anna', '1', 'link'], nobody).ending;
    for (const folder of everywhere) await chmod(folder, 0o755);
    expect(acknowledged.size).toBe(0);
    expect(failure).toContain('"kind":"read-only"');
    expect(await readAll(openFolder(root))).toHaveLength(2);
  });
});

describe.each<PublishMode>(['link', 'exclusive'])('a disk without room, publishing by %s', (publish) => {
  it('says so, leaves no half append behind and goes on when there is room again', async () => {
    const root = await temporaryFolder();
    const head = await appendOneByOne(openFolder(root), 2);
    // A file of this process may not grow past one block of 512 bytes: the system then refuses the rest of a write.
    const { failure, acknowledged } = await start([root, 'anna', '1', publish], { before: 'ulimit -f 1' }).ending;
    expect(acknowledged.size).toBe(0);
    expect(failure).toContain('"kind":"full"');
    expect(await readdir(join(root, 'tmp'))).toEqual([]);
    expect((await stat(join(root, 'log'))).isDirectory()).toBe(true);
    const store = openFolder(root);
    expect(await store.check(patient())).toMatchObject({ head, remarks: [] });
    await appendOneByOne(store, 1);
    expect(await readAll(store)).toHaveLength(3);
  });
});
