import { execFileSync } from 'node:child_process';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { actText } from '#core/ledger/signed-text';
import { decodeCommit } from '#core/ledger/encoding';
import { commands } from '../../../electron/headless/commands/commands';
import { readLedger } from '../../../electron/headless/read-ledger';
import { keysFromEnvironment, openPlace } from '../../../electron/headless/protected-place';
import { FolderStore } from '../../../electron/main/stores/folder/folder';
import { temporaryFolder } from '../../support/temporary-folder';

const never = new AbortController().signal;
let files: string;
let place: string;
let said: string[];

beforeEach(async () => {
  files = await temporaryFolder();
  place = await temporaryFolder();
});
afterEach(() => {
  delete process.env['TRELLIS_KEYS'];
  delete process.env['TRELLIS_PASSPHRASE'];
});

/** Runs `trellis` as somebody at a computer with its own file of keys. */
async function trellis(computer: string | null, ...words: readonly string[]): Promise<number> {
  if (computer === null) delete process.env['TRELLIS_KEYS'];
  else process.env['TRELLIS_KEYS'] = path.join(files, `${computer}.keys`);
  said = [];
  const [name, ...rest] = words;
  const command = commands.find((each) => each.name === name);
  return (await command?.run([...rest], (line) => said.push(line))) ?? 2;
}

async function fileOf(name: string, text: string): Promise<string> {
  const file = path.join(files, name);
  await writeFile(file, text);
  return file;
}

describe('a protected account without a window', () => {
  it('is gone on from in a new one, where every key of it is lost', async () => {
    expect(await trellis('office', 'store', 'init', place, '--name', 'Sonnenhof', '--protect')).toBe(0);
    expect(await trellis('office', 'keys', 'invite', place, '--for', 'owner')).toBe(0);
    const group = JSON.stringify({ do: 'group.create', args: { parentId: 'root', kind: 'complex', name: 'House 7' } });
    expect(await trellis('office', 'do', place, '--as', 'owner', group)).toBe(0);
    const read = await readLedger(place);
    if (!read.ok) throw new Error(read.failure.kind);
    const { replica } = read.value;
    const file = path.join(files, 'saved.trellis');
    process.env['TRELLIS_FILE_PASSPHRASE'] = 'correct horse';
    expect(await trellis('office', 'pack', place, '--out', file)).toBe(0);
    const next = await temporaryFolder();
    expect(await trellis(null, 'open', file, '--continue', next)).toBe(0);
    expect(said).toEqual([expect.stringMatching(/^made account Sonnenhof, ledger .*: 2 commits$/)]);
    expect(await trellis(null, 'open', file, '--continue', next)).toBe(1);
    delete process.env['TRELLIS_FILE_PASSPHRASE'];
    expect(await trellis(null, 'query', next, 'account', '{}', '--as', 'owner')).toBe(0);
    const { seq, hash } = replica.head ?? { seq: 0, hash: '' };
    expect(JSON.parse(said.join(''))).toMatchObject({ continues: { ledger: replica.ledger, seq, hash } });
    expect(await trellis(null, 'query', next, 'computers', '{}', '--as', 'owner')).toBe(0);
    expect(JSON.parse(said.join(''))).toMatchObject({ isProtected: false, computers: [] });
  });

  it('is begun, joined by an invitation, once, and verified with who signed', async () => {
    expect(await trellis('office', 'store', 'init', place, '--name', 'Sonnenhof', '--protect')).toBe(0);
    expect(said[0]).toMatch(/^made protected account Sonnenhof .* ledger [a-z2-7]{52}$/);
    expect(await trellis('office', 'keys', 'invite', place, '--for', 'owner')).toBe(0);
    const invitation = await fileOf('invitation.txt', said.join('\n'));
    expect(await trellis('laptop', 'keys', 'accept', place, invitation)).toBe(0);
    expect(await trellis('thief', 'keys', 'accept', place, invitation)).toBe(1);
    expect(said.join()).toContain('invitationUsed');
    expect(await trellis('laptop', 'verify', place)).toBe(0);
    expect(said.filter((line) => line.startsWith('signer '))).toEqual([
      expect.stringMatching(/let in by commit 2 \(protected\); 2 acts, 2 appends$/),
      expect.stringMatching(/let in by commit 4 \(invited\); 1 acts, 1 appends$/),
    ]);
    const words = said.find((line) => line.startsWith('six words '));
    expect(words?.split(' ')).toHaveLength(8);
    expect(await trellis('office', 'verify', place)).toBe(0);
    expect(said).toContain(words);
    expect(await trellis(null, 'verify', place)).toBe(1);
  });

  it('is joined after six words were compared, and left by being shut out', async () => {
    await trellis('office', 'store', 'init', place, '--name', 'Sonnenhof', '--protect');
    expect(await trellis('tablet', 'keys', 'request', place)).toBe(0);
    const [request = '', words = ''] = said;
    expect(await trellis('office', 'keys', 'certify', place, '--for', 'owner', request)).toBe(0);
    expect(said[0]).toContain(words.replace('six words: ', ''));
    expect(await trellis('tablet', 'keys', 'list', place)).toBe(0);
    const [, tablet = ''] = said.map((line) => line.split(' ')[0] ?? '');
    expect(await trellis('tablet', 'keys', 'rotate', place)).toBe(0);
    expect(await trellis('office', 'keys', 'revoke', place, tablet)).toBe(1);
    await trellis('office', 'keys', 'list', place);
    const rotated = said.find((line) => line.includes('rotated'))?.split(' ')[0] ?? '';
    expect(await trellis('office', 'keys', 'revoke', place, rotated)).toBe(0);
    expect(await trellis('tablet', 'keys', 'invite', place, '--for', 'owner')).toBe(1);
  });

  it('is opened again by the printed words when every computer is lost', async () => {
    await trellis('office', 'store', 'init', place, '--name', 'Sonnenhof', '--protect');
    const words = await fileOf('words.txt', said.slice(2).join('\n'));
    process.env['TRELLIS_PASSPHRASE'] = 'a long sentence';
    expect(await trellis('fresh', 'keys', 'recover', place, '--for', 'owner', words)).toBe(0);
    expect(await trellis('fresh', 'verify', place)).toBe(0);
    expect(await readFile(path.join(files, 'fresh.keys'), 'utf8')).not.toContain('signing');
    process.env['TRELLIS_PASSPHRASE'] = 'another';
    expect(await trellis('fresh', 'verify', place)).toBe(1);
    expect(said.join()).toContain('another passphrase');
  });

  it('that was begun without protection is protected later, and says what stays readable', async () => {
    await trellis(null, 'store', 'init', place, '--name', 'Sonnenhof');
    await trellis(null, 'verify', place);
    expect(said.join('\n')).toContain('unprotected: nobody has signed');
    expect(await trellis('office', 'keys', 'protect', place)).toBe(0);
    expect(said.at(-1)).toContain('protected from commit 2 on');
    expect(await trellis('office', 'verify', place)).toBe(0);
    expect(said.join('\n')).toContain('1 acts before it are not signed');
    const log = path.join(place, 'log');
    const [, second = ''] = (await readdir(log)).sort();
    expect(await readFile(path.join(log, second), 'utf8')).not.toContain('keys.enable');
  });
});

describe('a ledger checked by hand', () => {
  it('with openssl alone: the signature of an act is its computer’s', async () => {
    await trellis('office', 'store', 'init', place, '--name', 'Sonnenhof', '--protect');
    const reading = await readLedger(place);
    if (!reading.ok) throw new Error(JSON.stringify(reading.failure));
    const { replica } = reading.value;
    const keys = await keysFromEnvironment(replica.ledger);
    if (!keys.ok) throw new Error('no keys');
    const store = new FolderStore(place, { ledger: null, mayBeEmpty: false });
    const page = await openPlace(replica.ledger, store, keys.value).store.read(1, { entries: 1, bytes: 1 }, never);
    await store.close();
    const decoded = page.ok && page.value.entries[0] !== undefined ? decodeCommit(page.value.entries[0]) : null;
    if (decoded?.ok !== true) throw new Error('no entry');
    const { commit } = decoded;
    const [computer] = reading.value.register.computers;
    const text = await fileOf('act.txt', '');
    await writeFile(text, actText({ ...commit, key: commit.key ?? '' }));
    const signature = await fileOf('act.sig', '');
    await writeFile(signature, Buffer.from(commit.sig ?? '', 'hex'));
    const key = await fileOf('key.der', '');
    await writeFile(key, Buffer.from(`302a300506032b6570032100${computer?.key ?? ''}`, 'hex'));
    const check = (): string =>
      execFileSync(
        'openssl',
        [
          'pkeyutl',
          '-verify',
          '-pubin',
          '-keyform',
          'DER',
          '-inkey',
          key,
          '-rawin',
          '-in',
          text,
          '-sigfile',
          signature,
        ],
        { encoding: 'utf8' },
      );
    expect(check()).toContain('Signature Verified Successfully');
    await writeFile(text, actText({ ...commit, day: '2020-01-01', key: commit.key ?? '' }));
    expect(check).toThrow();
    const named = execFileSync('openssl', ['dgst', '-sha256', '-binary'], {
      input: Buffer.from(computer?.key ?? '', 'hex'),
    });
    const { toBase32 } = await import('#core/kernel/base32');
    expect(toBase32(named.subarray(0, 16))).toBe(computer?.id);
  });
});
