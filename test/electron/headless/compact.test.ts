import { cp, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { commands } from '../../../electron/headless/commands/commands';
import { bytesIn } from '../../support/desk-computer';
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

async function done(folder: string, name: string, args: object, ...more: readonly string[]): Promise<void> {
  const act = JSON.stringify({ do: name, args });
  expect(await trellis('do', folder, '--as', 'owner', ...more, act)).toMatchObject({ code: 0 });
}

const ofZelda = ['Zelda Zwetschge', 'zelda@plum.example', '+4930555010203'];

/** An account in a folder in which a person was written about, and has been removed. */
async function anAccount(...more: readonly string[]): Promise<string> {
  const folder = join(await temporaryFolder(), 'shared');
  expect(await trellis('store', 'init', folder, '--name', 'Harbour', ...more)).toMatchObject({ code: 0 });
  const [name, email, value] = ofZelda;
  await done(
    folder,
    'group.create',
    { id: 'quay', parentId: 'root', kind: 'complex', name: 'Quayside' },
    '--id',
    'quay',
  );
  await done(folder, 'user.create', { id: 'z', groupId: 'quay', name, email, phone: value });
  await done(folder, 'user.update', { userId: 'z', set: { name: `${String(name)} sen.` } });
  await done(folder, 'user.remove', { userId: 'z' });
  return folder;
}

async function digestOf(folder: string): Promise<unknown> {
  const { code, out } = await trellis('state', folder);
  expect(code).toBe(0);
  const { head, digest } = JSON.parse(out) as { readonly head: unknown; readonly digest: unknown };
  return { head, digest };
}

const seqNow = async (folder: string): Promise<number> =>
  ((await digestOf(folder)) as { readonly head: { readonly seq: number } }).head.seq;

afterEach(() => {
  delete process.env['TRELLIS_KEYS'];
});

describe('trellis store compact', () => {
  it('says what would go, and changes nothing until it is told to', async () => {
    const folder = await anAccount();
    const before = await bytesIn(folder);
    const said = await trellis('store', 'compact', folder);
    expect(said.code).toBe(0);
    expect(said.out).toMatch(/^5 acts up to \d{4}-\d\d-\d\d go, 0\.0 MB, up to commit 5/);
    expect(said.out).toContain('--apply');
    expect(await bytesIn(folder)).toBe(before);
    expect(await trellis('store', 'compact', folder, '--before', '2020-01-01')).toEqual({
      code: 1,
      out: 'nothing can go',
    });
    await expect(trellis('store', 'compact', folder, '--before', 'soon')).rejects.toThrow('not a day');
  });

  it('leaves nothing in the place of a person who was removed, and the account as it was', async () => {
    const folder = await anAccount();
    for (const word of ofZelda) expect(await bytesIn(folder)).toContain(word);
    // What a program that copies the folder, or a repair, has left beside.
    await cp(join(folder, 'log', '000000000003.jsonl'), join(folder, 'log', '000000000003 (1).jsonl'));
    await cp(join(folder, 'log', '000000000003.jsonl'), join(folder, 'log', '000000000003.jsonl.damaged'));
    expect(await trellis('store', 'compact', folder, '--apply')).toMatchObject({
      code: 0,
      out: expect.stringMatching(/the place begins behind commit 5 of \d{4}/),
    });
    const left = await bytesIn(folder);
    for (const word of ofZelda) expect(left).not.toContain(word);
    expect(await trellis('store', 'check', folder)).toMatchObject({
      out: expect.stringContaining('begins behind commit 5: what was before is no longer in the place'),
    });
    const verified = await trellis('verify', folder);
    expect(verified).toMatchObject({ code: 0, out: expect.stringContaining('verified: 6 commits, 0 void') });
    expect(verified.out).toContain('verified from the checkpoint at commit 5 on, which an act of the account names');
    const tree = await trellis('query', folder, 'tree', '{}');
    expect(tree.out).toContain('Quayside');
  });

  it('goes on: acts are done, older ones are not taken back, and it can be made shorter again', async () => {
    const folder = await anAccount();
    await trellis('store', 'compact', folder, '--apply');
    await done(folder, 'group.update', { groupId: 'quay', set: { name: 'Mole' } });
    const undone = await trellis('do', folder, '--as', 'owner', '{"do":"undo","args":{"commit":"quay"}}');
    expect(undone).toMatchObject({ code: 1, out: expect.stringContaining('HISTORY_SHORTENED') });
    const before = await digestOf(folder);
    expect(await trellis('store', 'checkpoint', folder)).toMatchObject({ code: 1 });
    const again = await trellis('store', 'compact', folder, '--apply');
    expect(again).toMatchObject({ code: 0, out: expect.stringContaining('begins behind commit 7') });
    const blobs = await readdir(join(folder, 'blobs'));
    expect(blobs.filter((name) => !name.startsWith('checkpoint-000000000007'))).toEqual([]);
    expect(await seqNow(folder)).toBe(8);
    expect(before).toMatchObject({ head: { seq: 7 } });
    expect(await trellis('query', folder, 'history', '{}')).toMatchObject({ code: 0 });
  });

  it('ends what was broken off between the act and the removal', async () => {
    const folder = await anAccount();
    const earlier = `${folder}-earlier`;
    await cp(folder, earlier, { recursive: true });
    await trellis('store', 'compact', folder, '--apply');
    // The checkpoint and the act are there; the folder was not touched yet.
    await cp(join(folder, 'blobs'), join(earlier, 'blobs'), { recursive: true });
    await cp(join(folder, 'log', '000000000006.jsonl'), join(earlier, 'log', '000000000006.jsonl'));
    expect(await trellis('verify', earlier)).toMatchObject({ code: 0 });
    expect(await trellis('store', 'compact', earlier, '--apply')).toEqual({
      code: 0,
      out: 'ended what was begun before: the place begins behind commit 5',
    });
    for (const word of ofZelda) expect(await bytesIn(earlier)).not.toContain(word);
    expect(await digestOf(earlier)).toEqual(await digestOf(folder));
  });

  it('is believed by nobody whose checkpoint is not the one that the act names', async () => {
    const folder = await anAccount();
    await trellis('store', 'compact', folder, '--apply');
    const blobs = join(folder, 'blobs');
    for (const name of await readdir(blobs)) if (/-[0-9a-f]{32}$/.test(name)) await rm(join(blobs, name));
    expect(await trellis('verify', folder)).toMatchObject({ code: 1, out: expect.stringContaining('shortened') });
  });

  it('can be copied to another place, which begins there too', async () => {
    const folder = await anAccount();
    await trellis('store', 'compact', folder, '--apply');
    const other = join(await temporaryFolder(), 'other');
    expect(await trellis('copy', folder, other)).toMatchObject({
      code: 0,
      out: expect.stringContaining('copied: 6 commits'),
    });
    expect(await digestOf(other)).toEqual(await digestOf(folder));
  });

  it('is packed into no file, as that would hold less than the account', async () => {
    const folder = await anAccount();
    await trellis('store', 'compact', folder, '--apply');
    expect(await trellis('pack', folder, '--out', join(folder, 'out.trellis'))).toEqual({
      code: 1,
      out: 'shortened: what was before commit 6 is no longer in the place',
    });
  });

  it('is refused in a folder that programs copy, which keeps everything', async () => {
    const folder = join(await temporaryFolder(), 'carried');
    expect(await trellis('store', 'init', `kept:${folder}`, '--name', 'Harbour')).toMatchObject({ code: 0 });
    const before = await bytesIn(folder);
    expect(await trellis('store', 'compact', `kept:${folder}`, '--apply')).toEqual({
      code: 1,
      out: 'in a folder that programs copy the history cannot be made shorter',
    });
    expect(await bytesIn(folder)).toBe(before);
  });

  it('works in a protected account, in which the unprotected past goes with it', async () => {
    process.env['TRELLIS_KEYS'] = join(await temporaryFolder(), 'keys');
    const folder = await anAccount();
    expect(await trellis('keys', 'protect', folder, '--no-words')).toMatchObject({ code: 0 });
    await done(folder, 'group.update', { groupId: 'quay', set: { name: 'Mole' } });
    for (const word of ofZelda) expect(await bytesIn(folder)).toContain(word);
    const before = await seqNow(folder);
    expect(await trellis('store', 'compact', folder, '--apply')).toMatchObject({ code: 0 });
    for (const word of ofZelda) expect(await bytesIn(folder)).not.toContain(word);
    await done(folder, 'group.update', { groupId: 'quay', set: { name: 'Pier' } });
    expect(await seqNow(folder)).toBe(before + 2);
    expect(await trellis('verify', folder)).toMatchObject({ code: 0 });
    delete process.env['TRELLIS_KEYS'];
    expect(await trellis('verify', folder)).toMatchObject({ code: 1 });
  });

  it('waits for a computer that has not seen everything, and says which', async () => {
    const folder = await anAccount();
    const { FolderStore } = await import('../../../electron/main/stores/folder/folder');
    const store = new FolderStore(folder, { ledger: null, mayBeEmpty: false });
    const word = { computer: 'c1', name: 'Till', by: null, at: new Date().toISOString(), seq: 3, groupId: null };
    await store.presence.say('c1', Buffer.from(JSON.stringify(word)), new AbortController().signal);
    await store.close();
    expect(await trellis('store', 'compact', folder)).toMatchObject({ out: expect.stringContaining('up to commit 3') });
    await trellis('store', 'compact', folder, '--apply');
    const said = await trellis('store', 'compact', folder);
    expect(said).toMatchObject({ code: 1, out: expect.stringContaining('not seen yet by Till, last there at') });
  });
});
