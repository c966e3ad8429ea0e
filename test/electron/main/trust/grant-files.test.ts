import { mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import type { GrantLetter } from '#core/ledger/grant-file';
import { largestGrantFile } from '#core/ledger/grant-file';
import { grantText } from '#core/ledger/signed-text';
import { ComputerKeys, makeSecrets } from '../../../../electron/main/trust/computer-keys';
import {
  grantWords,
  openGrantFile,
  openGrantFileAt,
  signGrantFile,
} from '../../../../electron/main/trust/grant-signing';

const keys = new ComputerKeys(makeSecrets());
const grant: GrantLetter = {
  kind: 'grant',
  id: 'g1',
  fromLedger: 'distributor',
  from: 'Großhandel Süd',
  toLedger: 'dealer',
  to: 'Dealer',
  toRoot: 'root',
  typeId: 'link.plus',
  quantity: 8,
  validUntil: '2027-12-31',
};

function kindOf(bytes: Uint8Array): string {
  const opened = openGrantFile(bytes);
  return opened.ok ? opened.value.letter.kind : opened.failure.kind;
}

/** The file with another text in place of one that it has. */
function withText(file: Uint8Array, from: string, to: string): Uint8Array {
  const text = Buffer.from(file).toString('utf8');
  expect(text).toContain(from);
  return Buffer.from(text.replace(from, to), 'utf8');
}

describe('a file between two ledgers', () => {
  it.each<GrantLetter>([
    { kind: 'address', fromLedger: 'dealer', fromRoot: 'root', from: 'Dealer' },
    grant,
    { kind: 'receipt', id: 'g1', fromLedger: 'dealer', toLedger: 'distributor' },
    { kind: 'recall', id: 'g1', fromLedger: 'distributor', toLedger: 'dealer' },
    { kind: 'return', id: 'g1', fromLedger: 'dealer', toLedger: 'distributor', returned: 3 },
  ])('says what was signed: $kind', (letter) => {
    const opened = openGrantFile(signGrantFile(letter, keys));
    expect(opened).toMatchObject({ ok: true, value: { letter, key: keys.public.key } });
  });

  it('is refused with any byte altered, left out or added', () => {
    const file = signGrantFile(grant, keys);
    const taken: string[] = [];
    for (let at = 0; at < file.length; at += 1) {
      const altered = Uint8Array.from(file);
      altered[at] = (altered[at] ?? 0) ^ 1;
      const without = Buffer.concat([file.subarray(0, at), file.subarray(at + 1)]);
      const with1 = Buffer.concat([file.subarray(0, at), Buffer.from(' '), file.subarray(at)]);
      for (const bytes of [altered, without, with1, file.subarray(0, at)])
        if (openGrantFile(bytes).ok) taken.push(`${String(at)}: ${Buffer.from(bytes).toString('utf8')}`);
    }
    expect(taken).toEqual([]);
    expect(kindOf(Buffer.concat([file, Buffer.from('\n')]))).toBe('altered');
  });

  it('tells an altered file from something else and from one of a newer program', () => {
    const file = signGrantFile(grant, keys);
    expect(kindOf(withText(file, '"quantity":8', '"quantity":9'))).toBe('altered');
    expect(kindOf(withText(file, 'trellis-grant-2', 'trellis-grant-3'))).toBe('outdated');
    expect(kindOf(Buffer.from('%PDF-1.4'))).toBe('not-a-grant-file');
    expect(kindOf(new Uint8Array())).toBe('not-a-grant-file');
    expect(kindOf(Buffer.alloc(largestGrantFile + 1, 32))).toBe('too-large');
    const newer = { ...grant, colour: 'blue' };
    const sig = keys.sign(grantText(newer));
    const text = `trellis-grant-2\n${JSON.stringify({ file: sorted(newer), key: keys.public.key, sig })}\n`;
    expect(kindOf(Buffer.from(text))).toBe('outdated');
  });

  it('is no file of another key, whose six words are others', () => {
    const other = new ComputerKeys(makeSecrets());
    const file = signGrantFile(grant, keys);
    expect(kindOf(withText(file, keys.public.key, other.public.key))).toBe('altered');
    // Small order: anybody can make signatures under it.
    expect(kindOf(withText(file, keys.public.key, `01${'00'.repeat(31)}`))).toBe('altered');
    expect(grantWords('distributor', keys.public.key)).not.toEqual(grantWords('distributor', other.public.key));
    expect(grantWords('distributor', keys.public.key)).not.toEqual(grantWords('another', keys.public.key));
    expect(grantWords('distributor', keys.public.key)).toHaveLength(6);
  });

  it('does not name types of one’s own, which the other ledger does not know', () => {
    expect(() => signGrantFile({ ...grant, typeId: 'own.parking' }, keys)).toThrow('ownTypeStays');
  });

  it('is read from the disk, and no more of it than it can have', async () => {
    const folder = await mkdtemp(path.join(tmpdir(), 'trellis-grants-'));
    const file = path.join(folder, 'a.trellis-grant');
    await writeFile(file, signGrantFile(grant, keys));
    expect(await openGrantFileAt(file)).toMatchObject({ ok: true, value: { letter: grant } });
    await writeFile(file, Buffer.concat([await readFile(file), Buffer.alloc(largestGrantFile)]));
    expect(await openGrantFileAt(file)).toEqual({ ok: false, failure: { kind: 'too-large' } });
    expect(await openGrantFileAt(path.join(folder, 'none'))).toMatchObject({ failure: { kind: 'unreadable' } });
    expect(await openGrantFileAt(folder)).toMatchObject({ failure: { kind: 'unreadable' } });
  });
});

function sorted(value: object): object {
  return Object.fromEntries(Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1)));
}
