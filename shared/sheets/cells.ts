import { isDay, type Day } from '../kernel/day';
import { normaliseText } from '../kernel/text';
import type { Cells, Sheet, SheetContext, WordFor } from './sheet';

/** A text as it is compared: without regard to case and to how many spaces there are. */
export function folded(text: string): string {
  return normaliseText(text).toLowerCase().replace(/\s+/g, ' ');
}

/** A cell as it leaves for a spreadsheet, which must not take it for a formula. Phone numbers and amounts are none. */
export function asCell(text: string): string {
  return /^'*[=+\-@]/.test(text) && !/^[+-][\d\s().,/-]*$/.test(text) ? `'${text}` : text;
}

/** What a cell means that was written so. */
function fromCell(cell: string): string {
  return /^'+[=+\-@]/.test(cell) ? cell.slice(1) : cell;
}

export function cellsOf(sheet: Sheet, row: readonly string[]): Cells {
  return Object.fromEntries(
    sheet.columns.flatMap((field, index) => {
      const cell = fromCell(normaliseText(row[index] ?? ''));
      return field === null || cell === '' ? [] : [[field, cell]];
    }),
  );
}

/** Lists of words by what they are compared by; a sheet asks the same few lists in every row. */
const indexes = new WeakMap<readonly WordFor[], ReadonlyMap<string, string>>();

function indexOf(words: readonly WordFor[]): ReadonlyMap<string, string> {
  const known = indexes.get(words);
  if (known !== undefined) return known;
  const index = new Map<string, string>();
  // The first of two with one word counts, and a word before the value's own name.
  for (const { word, value } of [...words, ...words.map(({ value }) => ({ word: value, value }))])
    if (!index.has(folded(word))) index.set(folded(word), value);
  indexes.set(words, index);
  return index;
}

export function valueOfWord(words: readonly WordFor[], cell: string): string | null {
  return indexOf(words).get(folded(cell)) ?? null;
}

/** Whether a cell says that there shall be nothing: a dash or a word for it. */
export function saysNothing(cell: string, { words }: SheetContext): boolean {
  return /^[-–—]$/.test(cell) || valueOfWord(words.nothing, cell) !== null;
}

/** A whole number, with or without signs between the thousands: 1200, 1.200, 1,200, 1 200; `null` when it is none. */
export function wholeNumberOf(cell: string): number | null {
  if (/^\d{1,9}([.,]0{1,2})?$/.test(cell)) return Number.parseInt(cell, 10);
  return /^\d{1,3}([.,'’\s]\d{3}){1,2}$/.test(cell) ? Number(cell.replace(/\D/g, '')) : null;
}

/** A day, written 2026-03-31 or 31.3.2026; `null` when it is none. Slashes are not read: they mean two things. */
export function dayOf(cell: string): Day | null {
  const dotted = /^(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})$/.exec(cell);
  const day =
    dotted === null
      ? cell
      : `${dotted[3] ?? ''}-${(dotted[2] ?? '').padStart(2, '0')}-${(dotted[1] ?? '').padStart(2, '0')}`;
  return isDay(day) ? day : null;
}
