import { z } from 'zod';
import { isDay } from '../kernel/day';
import { sha256Hex, textToBytes } from '../kernel/hash';
import { isKnownVersion, type RulesVersion } from '../rules/version';
import { isCommitAsItStands } from './commit-as-it-stands';
import type { Commit } from './commit';

/** `prev` of a ledger's first commit: 64 zeros. */
export const noHash = '0'.repeat(64);

/** The largest stored commit, in bytes: far above any act, and a bound for what a reader takes in. */
const maxEntryBytes = 32 * 1024 * 1024;

const head = z.strictObject({ seq: z.int().min(1), hash: z.string().regex(/^[0-9a-f]{64}$/) });

/** Fields that every version of a commit has. */
const common = {
  ledger: z.string().min(1).max(64),
  seq: z.int().min(1),
  prev: z.string().regex(/^[0-9a-f]{64}$/),
  // Ids of what a commit makes derive from it and must stay within 64 characters.
  id: z.string().regex(/^[A-Za-z0-9._:-]{1,48}$/),
  day: z.string().refine(isDay),
  at: z.string().max(40),
  by: z.string().min(1).max(64),
  device: z.string().max(64),
  do: z.string().max(64),
  args: z.unknown(),
  chosen: z.array(z.strictObject({ number: z.string().optional(), seat: z.string().optional() })).optional(),
  key: z.string().max(64).optional(),
  sig: z.string().max(200).optional(),
};

/** The strict shape of each version. What comes after a known version is never read by it. */
const schemas = {
  1: z.strictObject({ ...common, rules: z.literal(1) }),
  2: z.strictObject({ ...common, rules: z.literal(2), basis: head.optional() }),
} satisfies { readonly [V in RulesVersion]: z.ZodType };

/** Shape that is looked at before anything else, and leniently: a newer version may have any other shape. */
const beginning = z.looseObject({
  ledger: z.string(),
  seq: z.int().min(1),
  prev: z.string(),
  rules: z.int().min(1),
});

/** A commit as it is stored: one line of JSON in UTF-8, without a line break. Hashed as it is, never written anew. */
export function encodeCommit(commit: Commit): Uint8Array {
  const { ledger, seq, prev, id, day, at, by, device, rules, args, chosen, basis, key, sig } = commit;
  const line = {
    ledger,
    seq,
    prev,
    id,
    day,
    at,
    by,
    device,
    rules,
    do: commit.do,
    args,
    ...(chosen === undefined ? {} : { chosen }),
    ...(basis === undefined || rules === 1 ? {} : { basis }),
    ...(key === undefined ? {} : { key }),
    ...(sig === undefined ? {} : { sig }),
  };
  return textToBytes(JSON.stringify(line));
}

/** Place at which a stored commit says that it stands. */
export interface EntryPlace {
  readonly ledger: string;
  readonly seq: number;
  readonly prev: string;
  readonly rules: number;
}

export type Decoded =
  | { readonly ok: true; readonly commit: Commit }
  /** `newer`: a later build has made it, under rules that this one does not know. */
  | { readonly ok: false; readonly problem: 'newer'; readonly place: EntryPlace }
  | { readonly ok: false; readonly problem: string; readonly place?: undefined };

/** Reads a stored commit. Everything that comes from outside is checked for its shape here, and by the chain and the rules afterwards. */
export function decodeCommit(bytes: Uint8Array): Decoded {
  if (bytes.length > maxEntryBytes) return { ok: false, problem: 'larger than any commit' };
  let value: unknown;
  try {
    value = JSON.parse(bytesToText(bytes));
  } catch {
    return { ok: false, problem: 'not JSON' };
  }
  return isCommitAsItStands(value) ? { ok: true, commit: value } : readBySchema(value);
}

/** Reads a value of JSON as a commit, or says what is wrong with it. */
export function readBySchema(value: unknown): Decoded {
  const begun = beginning.safeParse(value);
  if (begun.success && !isKnownVersion(begun.data.rules)) {
    const { ledger, seq, prev, rules } = begun.data;
    return { ok: false, problem: 'newer', place: { ledger, seq, prev, rules } };
  }
  const parsed = schemas[begun.success && isKnownVersion(begun.data.rules) ? begun.data.rules : 1].safeParse(value);
  if (!parsed.success)
    return {
      ok: false,
      problem: parsed.error.issues.map((issue) => `${issue.path.map(String).join('.')}: ${issue.message}`).join('; '),
    };
  const { chosen, key, sig, ...commit } = parsed.data;
  const { basis, ...fields } = { basis: undefined, ...commit };
  return {
    ok: true,
    commit: {
      ...fields,
      ...(basis === undefined ? {} : { basis }),
      ...(chosen === undefined ? {} : { chosen: chosen.map(withoutUndefined) }),
      ...(key === undefined ? {} : { key }),
      ...(sig === undefined ? {} : { sig }),
    },
  };
}

function withoutUndefined(chosen: { number?: string | undefined; seat?: string | undefined }): {
  number?: string;
  seat?: string;
} {
  return {
    ...(chosen.number === undefined ? {} : { number: chosen.number }),
    ...(chosen.seat === undefined ? {} : { seat: chosen.seat }),
  };
}

/** The SHA-256 of a stored commit: what the next one names as `prev`. */
export function hashEntry(bytes: Uint8Array): string {
  return sha256Hex(bytes);
}

/** The text of UTF-8 bytes; throws where they are none. */
export function bytesToText(bytes: Uint8Array): string {
  return utf8.decode(bytes);
}

/** The part of the platform's decoder that is used; every environment of ours has it, without any environment's types. */
declare class TextDecoder {
  constructor(label: 'utf-8', options: { readonly fatal: boolean });
  decode(bytes: Uint8Array): string;
}

const utf8 = new TextDecoder('utf-8', { fatal: true });
