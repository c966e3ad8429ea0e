import { randomBytes, scryptSync } from 'node:crypto';
import { z } from 'zod';
import { decrypt, encrypt } from './sealing';

/** About a tenth of a second and 64 MB: dear for whoever guesses. */
const cost = { N: 2 ** 16, r: 8, p: 1 } as const;
const memory = 256 * 1024 * 1024;

const file = z.strictObject({ format: z.literal('trellis-passphrase-2'), salt: z.string(), sealed: z.string() });

function keyOf(passphrase: string, salt: Uint8Array): Uint8Array {
  return scryptSync(passphrase.normalize('NFKC'), salt, 32, { ...cost, maxmem: memory });
}

/** Encrypts bytes with a passphrase, as JSON text. `purpose` binds them to what they are for. */
export function sealWithPassphrase(passphrase: string, bytes: Uint8Array, purpose: string): string {
  const salt = randomBytes(16);
  const sealed = encrypt(keyOf(passphrase, salt), bytes, purpose);
  return JSON.stringify({
    format: 'trellis-passphrase-2',
    salt: salt.toString('hex'),
    sealed: Buffer.from(sealed).toString('base64'),
  });
}

/** The bytes again; `null` where the passphrase is another or the text was changed. */
export function openWithPassphrase(passphrase: string, text: string, purpose: string): Uint8Array | null {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return null;
  }
  const parsed = file.safeParse(value);
  if (!parsed.success) return null;
  const { salt, sealed } = parsed.data;
  return decrypt(keyOf(passphrase, Buffer.from(salt, 'hex')), Buffer.from(sealed, 'base64'), purpose);
}
