import { createHash } from 'node:crypto';
import { z } from 'zod';
import { toBase32 } from '#core/kernel/base32';
import type { AppendSignature } from '#core/ledger/store';
import { decrypt, encrypt } from './sealing';

/** An entry as it lies in a shared place: whose ledger, where, after what; everything else only for who holds the epoch's key. */
export interface SealedEntry {
  readonly ledger: string;
  readonly seq: number;
  readonly prev: string;
  readonly epoch: string;
  readonly sealed: string;
}

const utf8 = new TextDecoder('utf-8', { fatal: true });
const sealedMark = Buffer.from(',"sealed":"');
const lineFeed = 0x0a;
const hashPattern = /^[0-9a-f]{64}$/;

/** Context that an envelope is bound to, so that it counts only where it was put. */
function boundTo({ ledger, seq, prev, epoch }: Omit<SealedEntry, 'sealed'>): string {
  return `trellis-entry-2\n${ledger}\n${String(seq)}\n${prev}\n${epoch}`;
}

/** A name that says nothing: places tell entries apart by it, and an act keeps its own. */
function sealedId(ledger: string, line: Uint8Array): string {
  const hash = createHash('sha256').update(`trellis-id-2\n${ledger}\n`).update(line).digest();
  return toBase32(hash.subarray(0, 16));
}

/** Encrypts an entry, with the signature of the append where it ends one. The same entry at the same place is the same line again. */
export function sealEntry(
  line: Uint8Array,
  place: Omit<SealedEntry, 'sealed'>,
  key: Uint8Array,
  signature: AppendSignature | null,
): Uint8Array {
  const trailer = signature === null ? '' : `\n${JSON.stringify({ key: signature.key, sig: signature.sig })}`;
  const sealed = encrypt(key, Buffer.concat([line, Buffer.from(trailer)]), boundTo(place));
  const { ledger, seq, prev, epoch } = place;
  return Buffer.from(
    JSON.stringify({
      ledger,
      seq,
      prev,
      id: sealedId(ledger, line),
      rules: 2,
      epoch,
      sealed: Buffer.from(sealed).toString('base64'),
    }),
  );
}

/** The envelope of a stored entry; `null` where it is not encrypted. */
export function readSealed(bytes: Uint8Array): SealedEntry | null {
  if (!Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(sealedMark)) return null;
  try {
    return sealedIn(JSON.parse(utf8.decode(bytes)));
  } catch {
    return null;
  }
}

/** Looked at by hand: a schema takes as long as decrypting does, and every entry that is read comes by here. */
function sealedIn(value: unknown): SealedEntry | null {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return null;
  const { ledger, seq, prev, epoch, sealed } = value as { readonly [field: string]: unknown };
  if (!isName(ledger) || !isName(epoch) || typeof prev !== 'string' || typeof sealed !== 'string') return null;
  if (!Number.isSafeInteger(seq) || (seq as number) < 1 || !hashPattern.test(prev)) return null;
  return { ledger, seq: seq as number, prev, epoch, sealed };
}

function isName(value: unknown): value is string {
  return typeof value === 'string' && value.length > 0 && value.length <= 64;
}

export interface OpenedEntry {
  readonly line: Uint8Array;
  readonly signature: AppendSignature | null;
}

const trailerShape = z.strictObject({ key: z.string().max(64), sig: z.string().max(200) });

/** Opens an envelope; `null` where the key is another, it was changed, or it stands where it does not belong. */
export function openEntry(entry: SealedEntry, key: Uint8Array): OpenedEntry | null {
  const bytes = decrypt(key, Buffer.from(entry.sealed, 'base64'), boundTo(entry));
  if (bytes === null) return null;
  const end = bytes.indexOf(lineFeed);
  if (end < 0) return { line: new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.length), signature: null };
  try {
    const trailer = trailerShape.parse(JSON.parse(utf8.decode(bytes.subarray(end + 1))));
    return { line: Uint8Array.from(bytes.subarray(0, end)), signature: { last: entry.seq, ...trailer } };
  } catch {
    return null;
  }
}
