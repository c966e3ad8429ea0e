import { pendingIntentSchema } from '#core/ipc/journal-channels';
import { canonicalJson } from '#core/kernel/json';
import type { PendingIntent } from '#core/ledger/commit';
import { readCheckpoint } from '#core/ledger/checkpoint';
import { sha256Hex } from '../files/sha256';
import { namedBeginning } from '../ledger/named-beginning';
import type { Brought, LedgerBeginning } from '../ledger/ledger-contents';
import type { ProjectOf } from './write-project-file';

/** Commits of a ledger as the lines of a part. Stored bytes hold no line break, so that they are the same when they come back. */
export function linesOfEntries(entries: readonly Uint8Array[]): Uint8Array {
  const newline = Buffer.from('\n');
  return Buffer.concat(entries.flatMap((entry) => [entry, newline]));
}

export function entriesOfLines(lines: Uint8Array): readonly Uint8Array[] {
  const entries: Uint8Array[] = [];
  for (let start = 0; start < lines.length;) {
    const end = lines.indexOf(0x0a, start);
    entries.push(lines.subarray(start, end === -1 ? lines.length : end));
    start = end === -1 ? lines.length : end + 1;
  }
  return entries;
}

/** The parts of a file of a whole account. */
export function partsOfAccount({ beginning, entries, waiting }: Brought): ProjectOf['parts'] {
  return {
    ...(beginning === null ? {} : { 'beginning.trlk': beginning.bytes }),
    'ledger.jsonl': linesOfEntries(entries),
    ...(waiting.length === 0
      ? {}
      : { 'waiting.jsonl': linesOfEntries(waiting.map((intent) => Buffer.from(canonicalJson(intent)))) }),
  };
}

/** Acts that wait for their place, out of their part; `null` where a line is none. */
export function waitingOfLines(lines: Uint8Array | undefined): readonly PendingIntent[] | null {
  if (lines === undefined) return [];
  try {
    const texts = new TextDecoder('utf-8', { fatal: true }).decode(lines).split('\n');
    return pendingIntentSchema
      .array()
      .parse(texts.filter((text) => text !== '').map((text): unknown => JSON.parse(text)));
  } catch {
    return null;
  }
}

/**
 * The account with which a shortened history begins, out of its part: a checkpoint of this ledger that one of the commits behind it names;
 * `null` where it is none.
 */
export function beginningOfPart(
  bytes: Uint8Array,
  ledger: string,
  entries: readonly Uint8Array[],
): LedgerBeginning | null {
  const read = readCheckpoint(bytes);
  const head = read.ok && read.checkpoint.ledger === ledger ? read.checkpoint.head : null;
  if (head === null) return null;
  const checkpoint = sha256Hex(bytes);
  const isNamed = entries.some((entry) => {
    const named = namedBeginning(entry);
    return named?.checkpoint === checkpoint && named.seq === head.seq && named.hash === head.hash;
  });
  return isNamed ? { head, bytes } : null;
}
