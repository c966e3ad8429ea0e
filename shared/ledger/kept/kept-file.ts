import { z } from 'zod';
import { sha256Hex, textToBytes } from '../../kernel/hash';
import { bytesToText, hashEntry, noHash } from '../encoding';
import type { Head } from '../commit';

/** Version of the way files of a kept place are written. */
export const keptFormat = 1;

/** A place in the log of a kept place: how many files lead to it, and the hash of the last of them. */
export interface LogPosition {
  readonly seq: number;
  readonly hash: string;
}

const hashLength = 32;
export const beforeLog: LogPosition = { seq: 0, hash: '0'.repeat(hashLength) };

interface Written {
  /** The computer that wrote it. */
  readonly by: string;
  readonly hash: string;
  readonly path: string;
}

/** Acts that a computer wants to have put in order; `previous` names its file before this one. */
export interface ActsFile extends Written {
  readonly kind: 'out';
  readonly number: number;
  readonly previous: string;
  readonly ids: readonly string[];
}

/** An act that does not hold, with the reason: its author reads it here. */
export interface RefusedAct {
  readonly id: string;
  readonly refusals: readonly unknown[];
}

/** One file of the log. Its lines are commits, in order; some have none (a term is opened, a computer joins). */
export interface LogFile extends Written {
  readonly kind: 'log';
  readonly term: number;
  readonly seq: number;
  readonly previous: string;
  readonly at: string;
  /** The files of acts to which this one is the answer: each act of them is a commit by now, or refused here. */
  readonly answers: readonly string[];
  readonly refused: readonly RefusedAct[];
  /** From here on this computer counts when it is asked whether most have something. */
  readonly joins?: string | undefined;
  readonly leaves?: string | undefined;
  /** The first file after a takeover by force: from here on only its keeper counts, and whoever joins again. */
  readonly alone?: boolean | undefined;
  readonly ids: readonly string[];
  /** The commit before its first line, and its last; `null` where it has no lines. */
  readonly commits: { readonly before: Head; readonly last: Head } | null;
}

interface TermBase extends Written {
  readonly kind: 'term';
  readonly term: number;
  readonly at: string;
  readonly name: string;
}
export type FirstTerm = TermBase & { readonly what: 'first'; readonly base: LogPosition };
export type ForcedTerm = TermBase & { readonly what: 'forced'; readonly base: LogPosition };
export type HandedTerm = TermBase & { readonly what: 'handed'; readonly base: LogPosition; readonly to: string };
export type Candidacy = TermBase & {
  readonly what: 'candidate';
  readonly base: LogPosition;
  readonly lastTerm: number;
};
export type Vote = TermBase & { readonly what: 'vote'; readonly to: string };
export type Taking = TermBase & {
  readonly what: 'take';
  readonly base: LogPosition;
  readonly votes: readonly string[];
};
export type TermFile = FirstTerm | ForcedTerm | HandedTerm | Candidacy | Vote | Taking;

/** File by which a computer says how far it has the log, in which term. */
export interface HasFile extends Written {
  readonly kind: 'has';
  readonly seq: number;
  /** The log file up to which it has everything. */
  readonly upTo: string;
  readonly term: number;
  readonly keeper: string;
  readonly at: string;
  readonly name: string;
}

export type KeptFile = ActsFile | LogFile | TermFile | HasFile;

const computer = z.string().regex(/^[a-z0-9][a-z0-9-]{0,63}$/);
const hash = z.string().regex(/^[0-9a-f]{32}$/);
const count = z.int().min(0).max(99_999_999);
const at = z.string().max(40);
const name = z.string().max(100);
const place = z.object({ seq: count, hash });
const common = { format: z.literal(keptFormat), ledger: z.string().min(1).max(64), by: computer };
const termCommon = { ...common, kind: z.literal('term'), term: count, at, name };

const outHeader = z.object({ ...common, kind: z.literal('out'), number: count, previous: hash });
const logHeader = z.object({
  ...common,
  kind: z.literal('log'),
  term: count,
  seq: count,
  previous: hash,
  at,
  answers: z.array(hash),
  refused: z.array(z.object({ id: z.string().max(64), refusals: z.array(z.unknown()) })),
  joins: computer.optional(),
  leaves: computer.optional(),
  alone: z.boolean().optional(),
});
const termHeader = z.discriminatedUnion('what', [
  z.object({ ...termCommon, what: z.literal('first'), base: place }),
  z.object({ ...termCommon, what: z.literal('forced'), base: place }),
  z.object({ ...termCommon, what: z.literal('handed'), base: place, to: computer }),
  z.object({ ...termCommon, what: z.literal('candidate'), base: place, lastTerm: count }),
  z.object({ ...termCommon, what: z.literal('vote'), to: computer }),
  z.object({ ...termCommon, what: z.literal('take'), base: place, votes: z.array(hash) }),
]);
const hasHeader = z.object({
  ...common,
  kind: z.literal('has'),
  seq: count,
  upTo: hash,
  term: count,
  keeper: computer,
  at,
  name,
});
const anyHeader = z.union([outHeader, logHeader, termHeader, hasHeader]);

/** First line of a file; the lines below it are acts or commits. */
export type KeptHeader = z.input<typeof anyHeader>;

/** A file that is to be written: its name follows from its content. */
export interface Draft {
  readonly path: string;
  readonly bytes: Uint8Array;
}

const pathShape = /^([a-z0-9][a-z0-9-]{0,63})\/(out|log|term|has)\/[0-9a-z.]+-([0-9a-f]{32})\.jsonl$/;

/** Tells whether a path could be that of a file of a kept place. Conflict copies and the like are none. */
export function isKeptPath(path: string): boolean {
  return pathShape.test(path);
}

function pathOf(header: KeptHeader, contentHash: string): string {
  const padded = (value: number): string => String(value).padStart(8, '0');
  const stem = (): string => {
    switch (header.kind) {
      case 'out':
        return padded(header.number);
      case 'log':
        return `${padded(header.term)}.${padded(header.seq)}`;
      case 'term':
        return `${padded(header.term)}.${header.what}`;
      case 'has':
        return padded(header.seq);
    }
  };
  return `${header.by}/${header.kind}/${stem()}-${contentHash}.jsonl`;
}

export function encodeKeptFile(header: KeptHeader, lines: readonly Uint8Array[] = []): Draft {
  const parts = [textToBytes(JSON.stringify(header)), ...lines];
  const bytes = new Uint8Array(parts.reduce((sum, part) => sum + part.length + 1, 0));
  let offset = 0;
  for (const part of parts) {
    bytes.set(part, offset);
    bytes[offset + part.length] = lineFeed;
    offset += part.length + 1;
  }
  return { path: pathOf(header, contentHashOf(bytes)), bytes };
}

const lineFeed = 0x0a;

function contentHashOf(bytes: Uint8Array): string {
  return sha256Hex(bytes).slice(0, hashLength);
}

export interface DecodedKeptFile {
  readonly file: KeptFile;
  readonly lines: readonly Uint8Array[];
}

/**
 * Reads a file of a kept place; `null` when it is not what its name says (half there, a conflict copy, foreign, of another
 * ledger, not one that holds in itself). Such a file is simply not there.
 */
export function decodeKeptFile(path: string, bytes: Uint8Array, ledger: string): DecodedKeptFile | null {
  const named = pathShape.exec(path);
  if (named === null || bytes[bytes.length - 1] !== lineFeed || contentHashOf(bytes) !== named[3]) return null;
  const [first, ...lines] = splitLines(bytes);
  if (first === undefined) return null;
  const header = headerOf(first);
  if (header?.ledger !== ledger || pathOf(header, named[3]) !== path) return null;
  const written = { by: header.by, hash: named[3], path };
  switch (header.kind) {
    case 'out': {
      const ids = lines.map((line) => actId(line, ledger));
      if (ids.some((id) => id === null)) return null;
      const { kind, number, previous } = header;
      return { file: { ...written, kind, number, previous, ids: ids as string[] }, lines };
    }
    case 'log': {
      const run = commitRun(lines, ledger);
      return run === null ? null : { file: { ...written, ...logFields(header), ...run }, lines };
    }
    case 'term':
    case 'has': {
      const { format: _format, ledger: _ledger, ...fields } = header;
      return lines.length > 0 ? null : { file: { ...written, ...fields } as TermFile | HasFile, lines };
    }
  }
}

/** The lines of a file that has been read before, and of which only the bytes may have changed since; `null` where they have. */
export function linesOfKeptFile(path: string, bytes: Uint8Array): readonly Uint8Array[] | null {
  const named = pathShape.exec(path);
  return named === null || contentHashOf(bytes) !== named[3] ? null : splitLines(bytes).slice(1);
}

/** The version in which a file was written that this program does not know, or `null`. */
export function newerFormatOf(bytes: Uint8Array): number | null {
  const [first] = splitLines(bytes.subarray(0, 4096));
  const value = first === undefined ? null : parsed(first);
  const format = (typeof value === 'object' && value !== null ? Reflect.get(value, 'format') : null) as unknown;
  return typeof format === 'number' && format > keptFormat ? format : null;
}

function logFields(header: z.infer<typeof logHeader>): Omit<LogFile, keyof Written | 'ids' | 'commits'> {
  const { kind, term, seq, previous, at, answers, refused, joins, leaves, alone } = header;
  return { kind, term, seq, previous, at, answers, refused, joins, leaves, alone };
}

function headerOf(line: Uint8Array): z.infer<typeof anyHeader> | null {
  const read = anyHeader.safeParse(parsed(line));
  return read.success ? read.data : null;
}

function parsed(line: Uint8Array): unknown {
  try {
    return JSON.parse(bytesToText(line)) as unknown;
  } catch {
    return null;
  }
}

function splitLines(bytes: Uint8Array): Uint8Array[] {
  const lines: Uint8Array[] = [];
  for (let start = 0; start < bytes.length;) {
    const end = bytes.indexOf(lineFeed, start);
    if (end === -1) break;
    lines.push(bytes.subarray(start, end));
    start = end + 1;
  }
  return lines;
}

/** Commits must follow one another; whether they follow what was before is for the log to say. */
function commitRun(lines: readonly Uint8Array[], ledger: string): Pick<LogFile, 'ids' | 'commits'> | null {
  const ids: string[] = [];
  let before: Head | null = null;
  let last: Head | null = null;
  for (const line of lines) {
    const envelope = parsed(line);
    if (typeof envelope !== 'object' || envelope === null) return null;
    const { ledger: whose, seq, prev, id } = envelope as Record<string, unknown>;
    if (whose !== ledger || typeof seq !== 'number' || typeof prev !== 'string' || typeof id !== 'string') return null;
    before ??= { seq: seq - 1, hash: prev };
    const known: Head = last ?? before;
    if (seq !== known.seq + 1 || prev !== known.hash) return null;
    last = { seq, hash: hashEntry(line) };
    ids.push(id);
  }
  return { ids, commits: before === null || last === null ? null : { before, last } };
}

/** An act without a place in the ledger: a commit's line without `seq` and `prev`. */
export function actOfEntry(entry: Uint8Array): Uint8Array {
  const { seq: _seq, prev: _prev, ...act } = JSON.parse(bytesToText(entry)) as Record<string, unknown>;
  return textToBytes(JSON.stringify(act));
}

/** The commit that an act becomes at a place of the ledger; everything its author said of it stays as it is. */
export function entryOfAct(act: Uint8Array, head: Head | null): Uint8Array {
  const { ledger, ...rest } = JSON.parse(bytesToText(act)) as Record<string, unknown>;
  return textToBytes(JSON.stringify({ ledger, seq: (head?.seq ?? 0) + 1, prev: head?.hash ?? noHash, ...rest }));
}

/** The id of an act's line, or `null` when the line is no act of the ledger. What it means is for the rules to say. */
function actId(line: Uint8Array, ledger: string): string | null {
  const value = parsed(line);
  if (typeof value !== 'object' || value === null || 'seq' in value || 'prev' in value) return null;
  const { id, ledger: whose } = value as Record<string, unknown>;
  return whose === ledger && typeof id === 'string' && /^[A-Za-z0-9._:-]{1,48}$/.test(id) ? id : null;
}
