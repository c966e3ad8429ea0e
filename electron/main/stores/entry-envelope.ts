import { sha256Hex } from '../files/sha256';

/** Fields of an entry that a store needs to keep the chain; what the act means is not a store's business. */
export interface EntryEnvelope {
  readonly ledger: string;
  readonly id: string;
  readonly seq: number;
  readonly prev: string;
}

/** `prev` of the first entry of a ledger. */
export const hashBeforeFirst = '0'.repeat(64);

const lineFeed = 0x0a;
const utf8 = new TextDecoder('utf-8', { fatal: true });

/** Reads the envelope of an entry's stored bytes; `null` when they are not one JSON line of a commit. */
export function readEnvelope(bytes: Uint8Array): EntryEnvelope | null {
  if (bytes.includes(lineFeed)) return null;
  let value: unknown;
  try {
    value = JSON.parse(utf8.decode(bytes));
  } catch {
    return null;
  }
  if (typeof value !== 'object' || value === null) return null;
  const { ledger, id, seq, prev } = value as Record<string, unknown>;
  if (typeof ledger !== 'string' || typeof id !== 'string' || typeof prev !== 'string') return null;
  if (typeof seq !== 'number' || !Number.isSafeInteger(seq) || seq < 1) return null;
  return { ledger, id, seq, prev };
}

/** A run of entries whose chain holds: each names the hash of the one before. */
export interface EntryChain {
  readonly ledger: string;
  readonly first: number;
  readonly last: number;
  /** Hash that the first of them names as the one before it. */
  readonly prev: string;
  /** Hash of the last of them. */
  readonly hash: string;
}

export type ChainReading =
  | { readonly ok: true; readonly chain: EntryChain }
  | { readonly ok: false; readonly index: number; readonly problem: string };

/** Checks that entries follow one another without gaps and in one chain, whatever stands before them. */
export function readChain(entries: readonly Uint8Array[]): ChainReading {
  let chain: EntryChain | null = null;
  for (const [index, bytes] of entries.entries()) {
    const envelope = readEnvelope(bytes);
    if (envelope === null) return { ok: false, index, problem: 'is not a commit' };
    const hash = sha256Hex(bytes);
    if (chain === null) {
      chain = { ledger: envelope.ledger, first: envelope.seq, last: envelope.seq, prev: envelope.prev, hash };
      continue;
    }
    if (envelope.ledger !== chain.ledger) return { ok: false, index, problem: 'belongs to another ledger' };
    if (envelope.seq !== chain.last + 1) {
      return { ok: false, index, problem: `is number ${envelope.seq} where ${chain.last + 1} should be` };
    }
    if (envelope.prev !== chain.hash) return { ok: false, index, problem: 'does not follow the commit before it' };
    chain = { ...chain, last: envelope.seq, hash };
  }
  return chain === null ? { ok: false, index: 0, problem: 'is missing' } : { ok: true, chain };
}
