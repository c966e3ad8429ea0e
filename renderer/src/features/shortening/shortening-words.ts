import type { Presence } from '#core/ledger/presence';
import type { Names } from '../../text/names';
import type { TextWriter } from '../../text/text';

const kilobyte = 1_000;
const megabyte = 1_000_000;

/** Size of what lies somewhere, coarse enough to compare two. */
export function sizeWords(bytes: number, { text, number }: TextWriter): string {
  return bytes < megabyte
    ? text('shorten.kilobytes', { size: number(Math.max(1, Math.round(bytes / kilobyte))) })
    : text('shorten.megabytes', { size: number(Math.round((bytes * 10) / megabyte) / 10) });
}

/** A computer by whoever sits at it, and when it was there last. */
export function computerWords({ by, name, at }: Presence, { text, moment }: TextWriter, names: Names): string {
  const who = by === null ? name : text('shorten.computer', { person: names.user(by), name });
  return text('shorten.lastThere', { who, at: moment(at) });
}

/** People by name, in the order of the language; only the first of very many. */
export function peopleWords(people: readonly string[], most: number, { text, list, compare }: TextWriter): string {
  const sorted = [...people].sort(compare);
  const more = sorted.length - most;
  return list(more > 0 ? [...sorted.slice(0, most), text('shorten.more', { count: more })] : sorted);
}
