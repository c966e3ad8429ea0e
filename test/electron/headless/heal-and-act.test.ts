import { cp, readFile, rm, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { decodeCommit, encodeCommit } from '#core/ledger/encoding';
import { FolderStore } from '../../../electron/main/stores/folder/folder';
import { commands } from '../../../electron/headless/commands/commands';
import { temporaryFolder } from '../../support/temporary-folder';

async function trellis(
  ...[name, ...words]: readonly string[]
): Promise<{ readonly code: number; readonly out: string }> {
  const lines: string[] = [];
  const command = commands.find((candidate) => candidate.name === name);
  if (command === undefined) throw new Error(`there is no command ${String(name)}`);
  const code = await command.run([...words], (line) => lines.push(line));
  return { code, out: lines.join('\n') };
}

/** An account in a folder, with three complexes that were made from the command line. */
async function anAccount(): Promise<string> {
  const folder = join(await temporaryFolder(), 'shared');
  expect(await trellis('store', 'init', `folder:${folder}`, '--name', 'Harbour')).toMatchObject({ code: 0 });
  for (const name of ['Quayside', 'Northgate', 'Millpond']) {
    const args = { id: name.toLowerCase(), parentId: 'root', kind: 'complex', name };
    const act = JSON.stringify({ do: 'group.create', args });
    expect(await trellis('do', `folder:${folder}`, '--as', 'owner', act)).toMatchObject({ code: 0 });
  }
  return folder;
}

function file(folder: string, seq: number): string {
  return join(folder, 'log', `${String(seq).padStart(12, '0')}.jsonl`);
}

describe('trellis do and query', () => {
  it('do an act as somebody, and answer a query about it', async () => {
    const folder = await anAccount();
    const tree = await trellis('query', `folder:${folder}`, 'tree', '{}');
    expect(tree.code).toBe(0);
    expect((JSON.parse(tree.out) as { children: { name: string }[] }).children.map(({ name }) => name)).toEqual([
      'Quayside',
      'Northgate',
      'Millpond',
    ]);
    expect(await trellis('query', folder, 'pool', '{"groupId":"nowhere"}')).toMatchObject({ code: 1 });
  });

  it('print the refusals of an act that the rules refuse, and change nothing', async () => {
    const folder = await anAccount();
    const args = { id: 'x', parentId: 'nowhere', kind: 'complex', name: 'X' };
    const refused = await trellis('do', folder, '--as', 'owner', JSON.stringify({ do: 'group.create', args }));
    expect(refused.code).toBe(1);
    expect(JSON.parse(refused.out)).toMatchObject({ refusals: [{ code: expect.any(String) }] });
    await expect(trellis('do', folder, '--as', 'nobody', '{"do":"x"}')).rejects.toThrow('nobody');
    await expect(trellis('do', folder, '--as', 'owner', '[1]')).rejects.toThrow('not a JSON object');
    expect((await trellis('verify', folder)).out).toContain('verified: 4 commits');
  });
});

describe('trellis verify', () => {
  it('is never content with a folder whose only file was cut off, or which has a gap or a copy under another name', async () => {
    const folder = await anAccount();
    await cp(folder, `${folder}-cut`, { recursive: true });
    for (const seq of [2, 3, 4]) await rm(file(`${folder}-cut`, seq));
    await truncate(file(`${folder}-cut`, 1), 30);
    const cut = await trellis('verify', `${folder}-cut`);
    expect(cut).toMatchObject({ code: 1, out: expect.stringContaining('not verified') });
    expect(await trellis('state', `${folder}-cut`)).toMatchObject({ code: 1 });
    await cp(file(folder, 2), file(folder, 7));
    expect(await trellis('verify', folder)).toMatchObject({ code: 1, out: expect.stringContaining('waiting') });
  });
});

describe('a commit of somebody who may not', () => {
  it('is told by state, query and verify with who, what and why, and changes nothing', async () => {
    const folder = await anAccount();
    const store = new FolderStore(folder, { ledger: null, mayBeEmpty: false });
    const { signal } = new AbortController();
    const read = await store.read(0, { entries: 10, bytes: 1_000_000 }, signal);
    if (!read.ok) throw new Error('the folder cannot be read');
    const last = decodeCommit(read.value.entries.at(-1) ?? new Uint8Array());
    if (!last.ok) throw new Error('the last commit cannot be read');
    const { head } = read.value;
    const by = { id: 'bad', by: 'mallory', device: 'elsewhere', do: 'group.delete', args: { groupId: 'millpond' } };
    const entry = encodeCommit({ ...last.commit, ...by, seq: (head?.seq ?? 0) + 1, prev: head?.hash ?? '' });
    expect(await store.append([entry], head, signal)).toMatchObject({ ok: true });
    await store.close();
    const told = { ...by, seq: 5, refusals: [{ code: 'NOT_PERMITTED' }] };
    const state = await trellis('state', folder);
    expect(JSON.parse(state.out)).toMatchObject({ voided: [told] });
    const query = await trellis('query', folder, 'voided');
    expect(JSON.parse(query.out)).toMatchObject([told]);
    const verified = await trellis('verify', folder);
    expect(verified).toMatchObject({ code: 1, out: expect.stringContaining('1 void') });
    expect(verified.out).toContain('void: commit 5 bad group.delete by mallory');
    expect((await trellis('query', folder, 'tree')).out).toContain('Millpond');
  });
});

describe('trellis store heal', () => {
  it('says which file is wrong, and puts its bytes back from another place or a journal', async () => {
    const folder = await anAccount();
    await cp(folder, `${folder}-copy`, { recursive: true });
    const damaged = await readFile(file(folder, 2));
    damaged[damaged.indexOf('Quayside')] = 'X'.charCodeAt(0);
    await writeFile(file(folder, 2), damaged);
    expect(await trellis('store', 'heal', folder)).toMatchObject({
      code: 1,
      out: expect.stringContaining('log/000000000002.jsonl'),
    });
    const healed = await trellis('store', 'heal', folder, '--from', `${folder}-copy`);
    expect(healed).toMatchObject({ code: 0, out: expect.stringContaining('put back log/000000000002.jsonl') });
    expect((await trellis('verify', folder)).code).toBe(0);
  });

  it('adds what a restored place has lost, and refuses what does not belong there', async () => {
    const folder = await anAccount();
    await cp(folder, `${folder}-copy`, { recursive: true });
    await rm(file(folder, 4));
    await rm(file(folder, 3));
    expect(await trellis('store', 'heal', folder, '--from', `${folder}-copy`)).toMatchObject({
      code: 0,
      out: expect.stringContaining('added 2 commits'),
    });
    const other = await anAccount();
    expect(await trellis('store', 'heal', folder, '--from', other)).toMatchObject({ code: 1 });
  });
});
