import { createPublicKey, verify } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fromBase32, toBase32 } from '#core/kernel/base32';
import { isSealKey, isSigningKey, keyIdOf, protectedLedgerId } from '#core/kernel/keys';
import { actText, appendText } from '#core/ledger/signed-text';
import { ComputerKeys, isSignedBy, makeSecrets, secretsFrom } from '../../../../electron/main/trust/computer-keys';
import { openWithPassphrase, sealWithPassphrase } from '../../../../electron/main/trust/passphrase';
import { decrypt, encrypt, openSealed, sealFor } from '../../../../electron/main/trust/sealing';

const text = (value: string): Uint8Array => new TextEncoder().encode(value);
const identityPoint = `01${'00'.repeat(31)}`;

describe('base32', () => {
  it('gives every sequence of bytes back, from either case', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 70 }), (bytes) => {
        const written = toBase32(bytes);
        expect(fromBase32(written)).toEqual(bytes);
        expect(fromBase32(written.toUpperCase())).toEqual(bytes);
      }),
    );
  });

  it('reads the known samples of RFC 4648 and refuses what is none', () => {
    expect(toBase32(text('foobar'))).toBe('mzxw6ytboi');
    expect(toBase32(text('foob'))).toBe('mzxw6yq');
    expect(fromBase32('mzxw6y1')).toBeNull();
    expect(fromBase32('mzxw6yr')).toBeNull();
  });
});

describe('keys of a computer', () => {
  it('sign what only they can sign, and anything changed is noticed', () => {
    const keys = new ComputerKeys(makeSecrets());
    const signature = keys.sign(text('an act'));
    expect(isSignedBy(keys.public.key, text('an act'), signature)).toBe(true);
    expect(isSignedBy(keys.public.key, text('another act'), signature)).toBe(false);
    expect(isSignedBy(new ComputerKeys(makeSecrets()).public.key, text('an act'), signature)).toBe(false);
  });

  it('follow from printed words the same every time, and those of an invitation are others', () => {
    const secret = new Uint8Array(32).fill(7);
    expect(new ComputerKeys(secretsFrom(secret, 'recovery')).id).toBe(
      new ComputerKeys(secretsFrom(secret, 'recovery')).id,
    );
    expect(secretsFrom(secret, 'recovery')).not.toEqual(secretsFrom(secret, 'invitation'));
  });

  it('have a short name of 26 letters, and a ledger a name of 52 that fits its first key only', () => {
    const keys = new ComputerKeys(makeSecrets());
    expect(keys.id).toMatch(/^[a-z2-7]{26}$/);
    const nonce = '0f'.repeat(16);
    expect(protectedLedgerId(keys.public.key, nonce)).toMatch(/^[a-z2-7]{52}$/);
    expect(protectedLedgerId(keys.public.key, nonce)).not.toBe(
      protectedLedgerId(new ComputerKeys(makeSecrets()).public.key, nonce),
    );
    expect(keyIdOf(keys.public.key)).toBe(keys.id);
  });

  it('of small order are refused, because node:crypto takes a made-up signature under them', () => {
    const forged = `${identityPoint}${'00'.repeat(32)}`;
    const ready = createPublicKey({
      key: Buffer.from(`302a300506032b6570032100${identityPoint}`, 'hex'),
      format: 'der',
      type: 'spki',
    });
    expect(verify(null, text('anything at all'), ready, Buffer.from(forged, 'hex'))).toBe(true);
    expect(isSigningKey(identityPoint)).toBe(false);
    expect(isSignedBy(identityPoint, text('anything at all'), forged)).toBe(false);
    // The same with its sign bit set, and the points of order 2, 4 and 8.
    expect(isSigningKey(`01${'00'.repeat(30)}80`)).toBe(false);
    expect(isSigningKey(`ec${'ff'.repeat(31)}`)).toBe(false);
    expect(isSigningKey('26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc85')).toBe(false);
    expect(isSealKey('00'.repeat(32))).toBe(false);
    expect(isSealKey('e0eb7a7c3b41b8ae1656e3faf19fc46ada098deb9c32b1fd866205165f49b800')).toBe(false);
    expect(isSigningKey('not a key')).toBe(false);
  });
});

describe('what is signed', () => {
  const act = {
    ledger: 'l',
    id: 'a',
    day: '2026-06-01',
    at: 'x',
    by: 'owner',
    key: 'k',
    rules: 2,
    do: 'batch',
    args: { b: 1, a: [2] },
  };

  it('is the same text whatever the order of keys, and leaves out what is not there', () => {
    const written = new TextDecoder().decode(actText({ ...act, chosen: undefined }));
    expect(written).toBe(
      'trellis-act-2\n{"args":{"a":[2],"b":1},"at":"x","by":"owner","day":"2026-06-01","do":"batch","id":"a","key":"k","ledger":"l","rules":2}',
    );
    expect(new TextDecoder().decode(actText({ ...act, args: { a: [2], b: 1 } }))).toBe(written);
  });

  it('names the ledger and the place of an append', () => {
    expect(new TextDecoder().decode(appendText('l', 3, 'ff'))).toBe(
      'trellis-append-2\n{"hash":"ff","ledger":"l","seq":3}',
    );
  });
});

describe('encryption', () => {
  const key = new Uint8Array(32).fill(3);

  it('gives bytes back where they belong and nowhere else', () => {
    const sealed = encrypt(key, text('Sunrise, 12 apartments'), 'ledger 1');
    expect(Buffer.from(sealed).includes('Sunrise')).toBe(false);
    expect(decrypt(key, sealed, 'ledger 1')).toEqual(Buffer.from('Sunrise, 12 apartments'));
    expect(decrypt(key, sealed, 'ledger 2')).toBeNull();
    expect(decrypt(new Uint8Array(32).fill(4), sealed, 'ledger 1')).toBeNull();
    expect(decrypt(key, sealed.subarray(0, 20), 'ledger 1')).toBeNull();
  });

  it('is the same envelope for the same thing at the same place, and another for anything else', () => {
    expect(encrypt(key, text('one'), 'a')).toEqual(encrypt(key, text('one'), 'a'));
    const nonces = new Set(
      ['one', 'two'].flatMap((what) =>
        ['a', 'b'].map((where) => Buffer.from(encrypt(key, text(what), where).subarray(0, 12)).toString('hex')),
      ),
    );
    expect(nonces.size).toBe(4);
  });

  it('notices every single changed byte', () => {
    const sealed = encrypt(key, text('quantities'), 'x');
    for (let index = 0; index < sealed.length; index += 1) {
      const changed = Uint8Array.from(sealed);
      changed[index] = (changed[index] ?? 0) ^ 1;
      expect(decrypt(key, changed, 'x')).toBeNull();
    }
  });

  it('for one computer is opened by that one alone', () => {
    const mine = new ComputerKeys(makeSecrets());
    const other = new ComputerKeys(makeSecrets());
    const sealed = sealFor(mine.public.sealKey, key, 'epoch 1');
    expect(openSealed(mine, sealed, 'epoch 1')).toEqual(Buffer.from(key));
    expect(openSealed(mine, sealed, 'epoch 2')).toBeNull();
    expect(openSealed(other, sealed, 'epoch 1')).toBeNull();
    expect(openSealed(mine, new Uint8Array(80), 'epoch 1')).toBeNull();
    expect(() => sealFor('00'.repeat(32), key, 'epoch 1')).toThrow();
  });

  it('with a passphrase is opened with it alone', () => {
    const sealed = sealWithPassphrase('correct horse', key, 'keys');
    expect(openWithPassphrase('correct horse', sealed, 'keys')).toEqual(Buffer.from(key));
    expect(openWithPassphrase('wrong horse', sealed, 'keys')).toBeNull();
    expect(openWithPassphrase('correct horse', sealed, 'project')).toBeNull();
    expect(openWithPassphrase('correct horse', 'no JSON', 'keys')).toBeNull();
  });
});
