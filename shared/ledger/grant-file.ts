import { bytesToText } from './encoding';
import { grantAddress, grantFile, type GrantAddress, type GrantFile } from '../intents/grant-files';
import { textToBytes } from '../kernel/hash';
import { canonicalJson } from '../kernel/json';
import { publicKeyPattern, signaturePattern } from '../kernel/keys';
import { failed, succeeded, type Result } from '../kernel/result';

/** Bytes of the largest such file: what it says has at most a few names and a window. */
export const largestGrantFile = 16 * 1024;

/** Words of a file between two ledgers: an address, or what one of them does about a grant (D13). */
export type GrantLetter = GrantAddress | GrantFile;

/** Words of a file, with the key that signed it, in hexadecimal digits. */
export interface SignedLetter {
  readonly letter: GrantLetter;
  readonly key: string;
  readonly sig: string;
}

/**
 * Why a file is not taken for what a ledger said. `not-a-grant-file`: it is something else. `too-large`: none is that large.
 * `outdated`: a newer Trellis wrote it. `altered`: it is not as it was signed, were it by a blank.
 */
export type GrantFileFailure = { readonly kind: 'not-a-grant-file' | 'too-large' | 'outdated' | 'altered' };

const version = 2;
const start = /^trellis-grant-(\d{1,6})\n/;

/** A file between two ledgers: a line that says what it is, and one of canonical JSON. */
export function writeGrantFile({ letter, key, sig }: SignedLetter): Uint8Array {
  return textToBytes(`trellis-grant-${String(version)}\n${canonicalJson({ file: letter, key, sig })}\n`);
}

/** The letter as it goes into a file: as it would be read again, so that the same thing is always signed as the same text. */
export function settledLetter(letter: GrantLetter): GrantLetter {
  return letter.kind === 'address' ? grantAddress.parse(letter) : grantFile.parse(letter);
}

/** Reads a file between two ledgers. `isSigned` says whether a signature is the key's own for a letter. */
export function readGrantFile(
  bytes: Uint8Array,
  isSigned: (letter: object, key: string, sig: string) => boolean,
): Result<SignedLetter, GrantFileFailure> {
  if (bytes.length > largestGrantFile) return failed({ kind: 'too-large' });
  const text = decoded(bytes);
  const written = text === null ? null : start.exec(text);
  if (text === null || written === null) return failed({ kind: 'not-a-grant-file' });
  if (Number(written[1]) > version) return failed({ kind: 'outdated' });
  const given = envelopeIn(text);
  if (Number(written[1]) !== version || given === null) return failed({ kind: 'altered' });
  const { file, key, sig } = given;
  if (!isSigned(file, key, sig)) return failed({ kind: 'altered' });
  const read = 'kind' in file && file.kind === 'address' ? grantAddress.safeParse(file) : grantFile.safeParse(file);
  // It is signed as it stands, so whoever wrote it knows more than this program.
  if (!read.success || canonicalJson(read.data) !== canonicalJson(file)) return failed({ kind: 'outdated' });
  return succeeded({ letter: read.data, key, sig });
}

function decoded(bytes: Uint8Array): string | null {
  try {
    return bytesToText(bytes);
  } catch {
    return null;
  }
}

/** The line of JSON behind the first; `null` where it is not, to the letter, what would be written. */
function envelopeIn(text: string): { readonly file: object; readonly key: string; readonly sig: string } | null {
  const line = text.slice(text.indexOf('\n') + 1, -1);
  try {
    const value = JSON.parse(line) as {
      readonly file?: unknown;
      readonly key?: unknown;
      readonly sig?: unknown;
    } | null;
    if (typeof value !== 'object' || value === null || !text.endsWith('\n') || canonicalJson(value) !== line)
      return null;
    const { file, key, sig } = value;
    if (Object.keys(value).length !== 3 || typeof file !== 'object' || file === null) return null;
    if (typeof key !== 'string' || typeof sig !== 'string') return null;
    return publicKeyPattern.test(key) && signaturePattern.test(sig) ? { file, key, sig } : null;
  } catch {
    return null;
  }
}
