import { type EntryChain, readChain } from '../entry-envelope';

/**
 * A file of entries: one line each, and a last line that closes it with the seq and the hash of the last entry.
 * Without that line the file is cut off and void as a whole, wherever the cut is: an append is all or nothing.
 */
export type SegmentReading =
  | { readonly kind: 'complete'; readonly entries: readonly Uint8Array[]; readonly chain: EntryChain }
  | { readonly kind: 'truncated' }
  | { readonly kind: 'damaged'; readonly problem: string };

const lineFeed = 0x0a;
const closingStart = '{"closes":';

function closingLine(chain: EntryChain): string {
  return `${closingStart}${chain.last},"hash":"${chain.hash}"}`;
}

/** The bytes of a file that holds these entries. They must be a chain. */
export function encodeSegment(entries: readonly Uint8Array[], chain: EntryChain): Uint8Array {
  const parts: Uint8Array[] = [];
  const lineEnd = Uint8Array.of(lineFeed);
  for (const entry of entries) parts.push(entry, lineEnd);
  parts.push(Buffer.from(closingLine(chain)), lineEnd);
  return Buffer.concat(parts);
}

function isClosing(line: Uint8Array): boolean {
  return Buffer.from(line.subarray(0, closingStart.length)).toString('latin1') === closingStart;
}

function splitLines(bytes: Uint8Array): { readonly lines: readonly Uint8Array[]; readonly rest: number } {
  const lines: Uint8Array[] = [];
  let start = 0;
  for (;;) {
    const end = bytes.indexOf(lineFeed, start);
    if (end < 0) return { lines, rest: bytes.length - start };
    lines.push(bytes.subarray(start, end));
    start = end + 1;
  }
}

/** Reads a file of entries and checks its inner chain. */
export function readSegment(bytes: Uint8Array): SegmentReading {
  const { lines, rest } = splitLines(bytes);
  const closing = lines.at(-1);
  if (rest > 0 || closing === undefined || !isClosing(closing)) {
    return lines.some(isClosing)
      ? { kind: 'damaged', problem: 'something stands after the last line' }
      : { kind: 'truncated' };
  }
  const entries = lines.slice(0, -1);
  const reading = readChain(entries);
  if (!reading.ok) return { kind: 'damaged', problem: `line ${reading.index + 1} ${reading.problem}` };
  if (Buffer.from(closing).toString('utf8') !== closingLine(reading.chain)) {
    return { kind: 'damaged', problem: 'the last line does not fit the entries before it' };
  }
  return { kind: 'complete', entries, chain: reading.chain };
}
