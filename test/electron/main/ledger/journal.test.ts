import { spawn } from 'node:child_process';
import { copyFile, mkdir, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Journal as WholeJournal } from '../../../../electron/main/ledger/journal';
import { CallFailed, direct, type Direct } from '../../../support/direct';
import { bundleProgram } from '../../../support/bundled-program';
import { entriesAfter, headAfter } from '../../../support/ledger-entries';
import { intentCalled } from '../../../support/pending-intents';
import { temporaryFolder } from '../../../support/temporary-folder';

type Journal = Direct<WholeJournal>;

const Journal = {
  open: async (folder: string): Promise<Journal> => direct(await WholeJournal.open(folder)),
};

async function reopened(journal: Journal, folder: string): Promise<Journal> {
  await journal.close();
  return Journal.open(folder);
}

async function failureKind(call: Promise<unknown>): Promise<string> {
  return call.then(
    () => 'none',
    (error: unknown) => (error instanceof CallFailed ? error.failure.kind : String(error)),
  );
}

describe('the journal', () => {
  it('starts empty', async () => {
    const journal = await Journal.open(join(await temporaryFolder(), 'ledger-a'));
    expect(journal.summary()).toEqual({ head: null, base: null, open: [], attention: [], closed: [] });
    expect(await journal.commits(0)).toEqual([]);
    await journal.close();
  });

  it('knows after a restart what was done and what became of it', async () => {
    const folder = join(await temporaryFolder(), 'ledger-a');
    let journal = await Journal.open(folder);
    const commits = entriesAfter(null, 3);
    await journal.note([{ kind: 'intent', intent: intentCalled('anna-2') }]);
    await journal.note([
      { kind: 'intent', intent: intentCalled('waits') },
      { kind: 'intent', intent: intentCalled('refused') },
    ]);
    await journal.note([{ kind: 'intent', intent: intentCalled('dropped') }]);
    await journal.note([{ kind: 'intent', intent: { ...intentCalled('waits'), chosen: [{ number: '201' }] } }]);
    await journal.note([{ kind: 'attention', item: { id: 'refused', refusals: [{ code: 'POOL_EXCEEDED' }] } }]);
    await journal.note([
      { kind: 'attention', item: { id: 'seen' } },
      { kind: 'closed', id: 'seen' },
    ]);
    await journal.note([{ kind: 'closed', id: 'dropped' }]);
    await journal.keepCommits(commits);
    const before = journal.summary();
    expect(before.head).toEqual(headAfter(commits[2]!));
    expect(before.open.map(({ id }) => id)).toEqual(['waits', 'refused']);
    expect(before.open[0]?.chosen).toEqual([{ number: '201' }]);
    expect(before.attention).toEqual([{ id: 'refused', refusals: [{ code: 'POOL_EXCEEDED' }] }]);
    expect(before.closed).toEqual(['seen', 'dropped']);
    journal = await reopened(journal, folder);
    expect(journal.summary()).toEqual(before);
    expect(await journal.commits(1)).toEqual(commits.slice(1));
    await journal.close();
  });

  it('gives commits back byte for byte, page by page', async () => {
    const folder = join(await temporaryFolder(), 'ledger-a');
    const journal = await Journal.open(folder);
    const commits = entriesAfter(null, 20, { noteLength: 50 });
    await journal.keepCommits(commits.slice(0, 7));
    await journal.keepCommits(commits.slice(7));
    expect(await journal.commits(0)).toEqual(commits);
    expect(await journal.commits(5, { entries: 4, bytes: 1_000_000 })).toEqual(commits.slice(5, 9));
    expect(await journal.commits(5, { entries: 4, bytes: 1 })).toEqual(commits.slice(5, 6));
    expect(await journal.commits(20)).toEqual([]);
    await journal.close();
  });

  it('keeps a commit once, and refuses another one in its place', async () => {
    const folder = join(await temporaryFolder(), 'ledger-a');
    const journal = await Journal.open(folder);
    const commits = entriesAfter(null, 4);
    await journal.keepCommits(commits.slice(0, 3));
    await Promise.all([
      journal.keepCommits(commits),
      journal.keepCommits(commits),
      journal.keepCommits(commits.slice(2)),
    ]);
    expect(await journal.commits(0)).toEqual(commits);
    const parted = entriesAfter(headAfter(commits[0]!), 1, { author: 'eve' });
    expect(await failureKind(journal.keepCommits(parted))).toBe('diverged');
    expect(await failureKind(journal.keepCommits(entriesAfter(headAfter(commits[3]!), 3).slice(1)))).toBe('diverged');
    expect(await failureKind(journal.keepCommits(entriesAfter({ seq: 4, hash: 'f'.repeat(64) }, 1)))).toBe('diverged');
    expect(await journal.commits(0)).toEqual(commits);
    await journal.close();
  });

  it('ignores a last line that was only half written, wherever it broke off', async () => {
    const root = await temporaryFolder();
    const folder = join(root, 'ledger-a');
    const journal = await Journal.open(folder);
    const commits = entriesAfter(null, 2);
    await journal.note([{ kind: 'intent', intent: intentCalled('first') }]);
    await journal.keepCommits(commits);
    const sound = {
      acts: (await stat(join(folder, 'acts.jsonl'))).size,
      commits: (await stat(join(folder, 'commits.jsonl'))).size,
    };
    await journal.note([
      { kind: 'intent', intent: intentCalled('second') },
      { kind: 'closed', id: 'first' },
    ]);
    await journal.keepCommits(entriesAfter(headAfter(commits[1]!), 1));
    await journal.close();
    const acts = await readFile(join(folder, 'acts.jsonl'));
    const kept = await readFile(join(folder, 'commits.jsonl'));
    for (let cut = 1; cut < acts.length - sound.acts; cut += 13) {
      const torn = join(root, `torn-${cut}`);
      await mkdir(torn);
      await writeFile(join(torn, 'acts.jsonl'), acts.subarray(0, acts.length - cut));
      await writeFile(join(torn, 'commits.jsonl'), kept.subarray(0, Math.max(sound.commits, kept.length - cut)));
      let survivor = await Journal.open(torn);
      expect(survivor.summary()).toMatchObject({
        head: headAfter(commits[1]!),
        open: [intentCalled('first')],
        closed: [],
      });
      await survivor.note([{ kind: 'intent', intent: intentCalled('after') }]);
      survivor = await reopened(survivor, torn);
      expect(survivor.summary().open.map(({ id }) => id)).toEqual(['first', 'after']);
      await survivor.close();
    }
  });

  it('ignores a last line of zeros, as some disks leave after a power cut', async () => {
    const folder = join(await temporaryFolder(), 'ledger-a');
    const journal = await Journal.open(folder);
    await journal.note([{ kind: 'intent', intent: intentCalled('first') }]);
    await journal.close();
    await writeFile(
      join(folder, 'acts.jsonl'),
      Buffer.concat([await readFile(join(folder, 'acts.jsonl')), Buffer.alloc(300)]),
    );
    const survivor = await Journal.open(folder);
    expect(survivor.summary().open.map(({ id }) => id)).toEqual(['first']);
    await survivor.close();
  });

  it('keeps what is sound of a damaged file, and a copy of the whole', async () => {
    const folder = join(await temporaryFolder(), 'ledger-a');
    const journal = await Journal.open(folder);
    for (const id of ['first', 'second', 'third']) await journal.note([{ kind: 'intent', intent: intentCalled(id) }]);
    await journal.keepCommits(entriesAfter(null, 3));
    await journal.close();
    for (const name of ['acts.jsonl', 'commits.jsonl']) {
      const bytes = await readFile(join(folder, name));
      const middle = bytes.indexOf('\n') + 60;
      bytes[middle] = bytes[middle]! ^ 1;
      await writeFile(join(folder, name), bytes);
    }
    let survivor = await Journal.open(folder);
    expect(survivor.summary().open.map(({ id }) => id)).toEqual(['first', 'third']);
    expect(survivor.summary().head?.seq).toBe(1);
    expect((await readdir(folder)).sort()).toEqual([
      'acts.jsonl',
      'acts.jsonl.damaged-1',
      'commits.jsonl',
      'commits.jsonl.damaged-1',
    ]);
    await survivor.keepCommits(entriesAfter(null, 3));
    survivor = await reopened(survivor, folder);
    expect(await survivor.commits(0)).toEqual(entriesAfter(null, 3));
    await survivor.close();
  });

  it('does not grow with acts that are settled', async () => {
    const folder = join(await temporaryFolder(), 'ledger-a');
    let journal = await Journal.open(folder);
    const note = 'x'.repeat(2_000);
    await journal.note([{ kind: 'intent', intent: intentCalled('stays') }]);
    for (let round = 0; round < 40; round += 1) {
      const ids = Array.from({ length: 20 }, (_, index) => `act-${round}-${index}`);
      await Promise.all(ids.map((id) => journal.note([{ kind: 'intent', intent: intentCalled(id, note) }])));
      await Promise.all(ids.map((id) => journal.note([{ kind: 'closed', id }])));
    }
    expect((await stat(join(folder, 'acts.jsonl'))).size).toBeLessThan((800 * 2_000) / 2);
    const before = journal.summary();
    expect(before.open.map(({ id }) => id)).toEqual(['stays']);
    journal = await reopened(journal, folder);
    expect(new Set(journal.summary().closed)).toEqual(new Set(before.closed));
    expect(journal.summary().open).toEqual(before.open);
    await journal.close();
  });

  it('keeps lines that only a newer version understands', async () => {
    const folder = join(await temporaryFolder(), 'ledger-a');
    let journal = await Journal.open(folder);
    await journal.note([{ kind: 'from-the-future', id: 'x' } as unknown as { kind: 'closed'; id: string }]);
    journal = await reopened(journal, folder);
    const note = 'x'.repeat(30_000);
    for (let index = 0; index < 40; index += 1)
      await journal.note([{ kind: 'intent', intent: intentCalled('same', `${note}${index}`) }]);
    await journal.close();
    expect((await stat(join(folder, 'acts.jsonl'))).size).toBeLessThan(700_000);
    expect(await readFile(join(folder, 'acts.jsonl'), 'utf8')).toContain('from-the-future');
  });
});

describe('a journal whose process is killed or has no room', () => {
  let program: string;
  beforeAll(async () => {
    program = await bundleProgram(join(import.meta.dirname, '../../../support/journal-program.ts'));
  });
  afterAll(() => rm(dirname(program), { recursive: true, force: true }));

  it('has everything that was acknowledged', async () => {
    const folder = join(await temporaryFolder(), 'ledger-a');
    const noted = new Set<string>();
    let kept = 0;
    for (let round = 0; round < 8; round += 1) {
      const child = spawn(process.execPath, [program, folder, `round${round}`, '100000'], {
        stdio: ['ignore', 'pipe', 'inherit'],
      });
      let output = '';
      child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
      // Counted from its first word, so that a busy machine does not kill it before it has begun.
      child.stdout.once('data', () => setTimeout(() => child.kill('SIGKILL'), 20 + ((round * 37) % 90)));
      await new Promise((resolve) => child.on('close', resolve));
      // The last line may have been cut off by the kill.
      for (const line of output.split('\n').slice(0, -1)) {
        const [what, value = ''] = line.split(' ');
        if (what === 'noted') noted.add(value);
        else if (what === 'kept') kept = Number(value);
        else throw new Error(line);
      }
    }
    const copy = `${folder}-copy`;
    await mkdir(copy);
    for (const name of await readdir(folder)) await copyFile(join(folder, name), join(copy, name));
    const journal = await Journal.open(folder);
    const there = new Set(journal.summary().open.map(({ id }) => id));
    expect(noted.size).toBeGreaterThan(20);
    expect([...noted].filter((id) => !there.has(id))).toEqual([]);
    expect(journal.newest?.seq).toBeGreaterThanOrEqual(kept);
    expect(await readdir(copy)).not.toContain('acts.jsonl.damaged-1');
    await journal.close();
  });

  it('says that it is full, and keeps what was acknowledged before', async () => {
    const folder = join(await temporaryFolder(), 'ledger-a');
    // A file of this process may not grow past 16 blocks of 512 bytes.
    const command = 'ulimit -f 16; exec "$@"';
    const child = spawn('/bin/sh', ['-c', command, 'sh', process.execPath, program, folder, 'full', '1000'], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    let output = '';
    child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
    await new Promise((resolve) => child.on('close', resolve));
    expect(output).toContain('failed full');
    const noted = [...output.matchAll(/^noted (\S+)$/gm)].map((match) => match[1]);
    const journal = await Journal.open(folder);
    expect(journal.summary().open.map(({ id }) => id)).toEqual(expect.arrayContaining(noted));
    expect(noted.length).toBeGreaterThan(3);
    await journal.close();
  });
});
