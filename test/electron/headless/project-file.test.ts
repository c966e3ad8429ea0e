import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { sealLength, sha256 } from '../../../electron/main/project-file/format';
import { readProjectFile } from '../../../electron/main/project-file/read-project-file';
import { writeProjectFile } from '../../../electron/main/project-file/write-project-file';
import { AccountInAFolder, trellis } from '../../support/a-shared-account';
import { temporaryFolder } from '../../support/temporary-folder';

const building = [
  { do: 'group.create', args: { id: 'sunrise', parentId: 'root', kind: 'complex', name: 'Sunrise' } },
  { do: 'user.create', args: { id: 'ann', groupId: 'sunrise', name: 'Ann Berg', email: 'ann@example.org' } },
];

let account: AccountInAFolder;
let folder: string;
let file: string;
beforeEach(async () => {
  account = await AccountInAFolder.made(building);
  folder = await temporaryFolder();
  file = join(folder, 'account.trellis');
});

async function said(
  name: string,
  ...words: readonly string[]
): Promise<{ readonly code: number; readonly text: string }> {
  const { code, lines } = await trellis(name, ...words);
  return { code, text: lines.join('\n') };
}

async function digestOf(address: string): Promise<unknown> {
  const { text } = await said('state', address, '--on', '2026-06-01');
  return (JSON.parse(text) as { readonly digest: unknown }).digest;
}

/** A file with a part under another name, sealed as if nothing had happened. */
function renamed(bytes: Buffer, from: string, to: string): Buffer {
  const text = bytes.toString('latin1').replaceAll(from, to);
  const changed = Buffer.from(text, 'latin1');
  changed.write(sha256(changed.subarray(0, changed.length - sealLength)), changed.length - sealLength, 'latin1');
  return changed;
}

describe('a project file', () => {
  it('brings an account to another place as it is, and changes nothing the second time', async () => {
    expect((await said('pack', account.address, '--out', file)).code).toBe(0);
    const other = join(folder, 'other');
    expect(await said('open', file, '--into', other)).toEqual({ code: 0, text: 'added: 2 commits' });
    expect(await digestOf(other)).toEqual(await digestOf(account.address));
    expect(await said('open', file, '--into', other)).toEqual({ code: 0, text: 'nothing to do' });
    await account.act({ do: 'group.create', args: { id: 'h1', parentId: 'sunrise', kind: 'building', name: 'House' } });
    await said('pack', account.address, '--out', file);
    expect(await said('open', file, '--into', other)).toEqual({ code: 0, text: 'added: 1 commits' });
    expect(await digestOf(other)).toEqual(await digestOf(account.address));
  });

  it('changes nothing in a place that holds another account', async () => {
    await said('pack', account.address, '--out', file);
    const other = await AccountInAFolder.made(building);
    const before = await other.digest();
    expect(await said('open', file, '--into', other.address)).toMatchObject({ code: 1, text: /diverged|identity/ });
    expect(await other.digest()).toBe(before);
  });

  it('is the same bytes for the same account', async () => {
    await said('pack', account.address, '--out', file);
    const first = await readFile(file);
    await said('pack', account.address, '--out', file);
    expect(await readFile(file)).toEqual(first);
  });

  it('shows what is in it', async () => {
    await said('pack', account.address, '--out', file);
    const { code, text } = await said('open', file, '--json');
    expect(code).toBe(0);
    expect(JSON.parse(text)).toMatchObject({
      format: 1,
      kind: 'account',
      name: 'Account',
      commits: 2,
      readOnly: false,
    });
  });

  it('of one group can be read, and holds no history', async () => {
    await said('pack', account.address, '--group', 'sunrise', '--out', file);
    const { text } = await said('open', file, '--json');
    expect(JSON.parse(text)).toMatchObject({ kind: 'view', name: 'Sunrise', commits: 0, readOnly: true });
    const read = await readProjectFile(await readFile(file));
    if (!read.ok) throw new Error(read.failure.code);
    expect(Object.keys(read.value.parts)).toEqual(['view.json']);
    expect(Buffer.from(read.value.parts['view.json'] ?? []).toString()).toContain('ann@example.org');
  });

  it('notices every single byte that was changed', async () => {
    await said('pack', account.address, '--out', file);
    const bytes = await readFile(file);
    const unnoticed: number[] = [];
    for (let at = 0; at < bytes.length; at += 1) {
      const changed = Buffer.from(bytes);
      changed[at] = (changed[at] ?? 0) ^ 1;
      if ((await readProjectFile(changed)).ok) unnoticed.push(at);
    }
    expect(unnoticed).toEqual([]);
  });

  it('names the part that was changed, and what was cut off', async () => {
    const parts = { 'ledger.jsonl': Buffer.from('{"seq":1}\n') };
    const whole = Buffer.from(
      await writeProjectFile({ kind: 'account', ledger: 'l', name: 'Account', head: null, parts }),
    );
    const header = whole.indexOf('PK\u0003\u0004', 4, 'latin1');
    const content = header + 30 + 'ledger.jsonl'.length;
    const changed = Buffer.from(whole);
    changed[content + 2] = (changed[content + 2] ?? 0) ^ 1;
    expect(await readProjectFile(changed)).toEqual({
      ok: false,
      failure: { code: 'DAMAGED', place: 'ledger.jsonl' },
    });
    expect(await readProjectFile(whole.subarray(0, whole.length - 10))).toMatchObject({
      ok: false,
      failure: { code: 'DAMAGED' },
    });
    await writeFile(file, whole.subarray(0, whole.length - 10));
    expect((await said('open', file, '--json')).code).toBe(2);
  });

  it('refuses names that lead elsewhere, names that stand twice, and what is no project file', async () => {
    const parts = { 'ledger.jsonl': Buffer.from('{"seq":1}\n'), 'view.json': Buffer.from('{}') };
    const whole = Buffer.from(
      await writeProjectFile({ kind: 'account', ledger: 'l', name: 'Account', head: null, parts }),
    );
    for (const name of ['../dger.jsonl', '/edger.jsonl', 'c:\\ger.jsonl'])
      expect(await readProjectFile(renamed(whole, 'ledger.jsonl', name))).toMatchObject({ ok: false });
    const twice = await writeProjectFile({
      kind: 'account',
      ledger: 'l',
      name: 'Account',
      head: null,
      parts: { 'ledger.jsonl': Buffer.from('a'), 'view.json': Buffer.from('b') },
    });
    expect(await readProjectFile(renamed(Buffer.from(twice), 'view.json', 'aaaa.json'))).toMatchObject({ ok: false });
    expect(await readProjectFile(Buffer.from('Name,E-mail\n'))).toEqual({
      ok: false,
      failure: { code: 'NOT_A_PROJECT_FILE' },
    });
  });

  it('is locked by the passphrase in the environment, and opens only with it', async () => {
    vi.stubEnv('TRELLIS_FILE_PASSPHRASE', 'correct horse');
    await said('pack', account.address, '--out', file);
    expect(JSON.parse((await said('open', file, '--json')).text)).toMatchObject({ name: 'Account', commits: 2 });
    vi.stubEnv('TRELLIS_FILE_PASSPHRASE', '');
    expect(await said('open', file)).toEqual({ code: 2, text: 'PASSPHRASE_NEEDED' });
    vi.unstubAllEnvs();
  });

  it('of a newer version is looked at and changes nothing', async () => {
    await said('pack', account.address, '--out', file);
    const read = await readProjectFile(await readFile(file));
    if (!read.ok) throw new Error(read.failure.code);
    const { manifest, parts } = read.value;
    const bytes = await writeProjectFile({ ...manifest, parts, ...{ format: 9 } });
    await writeFile(file, bytes);
    const shown = await said('open', file, '--json');
    expect(JSON.parse(shown.text)).toMatchObject({ format: 9, readOnly: true });
    expect((await said('open', file, '--into', join(folder, 'new'))).code).toBe(1);
  });
});
