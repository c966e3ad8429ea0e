import { isDay, type Day } from '../kernel/day';
import { normaliseText } from '../kernel/text';
import { cleanEmail, cleanLine, cleanLines } from '../kernel/typed-text';
import type { GivenRow } from './given';
import type { CellProblem, Cells, ColumnAnswers, Sheet, SheetContext, SheetField, WordFor } from './sheet';

/** Text of which only the case matters, as most is: words of ASCII with one space between them. */
const plainLine = /^[!-~]+(?: [!-~]+)*$/;

/** A text as it is compared: without regard to case and to how many spaces there are. */
export function folded(text: string): string {
  if (plainLine.test(text)) return text.toLowerCase();
  return normaliseText(text).toLowerCase().replace(/\s+/g, ' ');
}

/** Beginning of what a spreadsheet would take for a formula, also behind blanks and in full width; numbers and phone numbers are none. */
const runnable = /^[\s\p{Cc}']*[=+\-@＝＋－＠]/u;
const plainNumber = /^[+-][\d\s().,/-]*$/;

/** A cell as it leaves for a spreadsheet, which must not run it: only what it could run gets an apostrophe. */
export function asCell(text: string): string {
  return runnable.test(text) && !plainNumber.test(text) ? `'${text}` : text;
}

/** Beginning with zeros or a plus, or in powers of ten: what a spreadsheet makes a number of, and saves as that number. */
const numberLike = /^[+-]?\d+(?:[.,]\d+)?(?:[eE][+-]?\d+)?$/;
const plainDigits = /^-?(?:0|[1-9]\d*)(?:[.,]\d+)?$/;

/**
 * Tells whether a cell is what a spreadsheet makes of a text when it takes it for a number and is saved: `1` of `001`, `4930901801` of
 * `+4930901801`, `100000` of `1E5`.
 */
export function isSavedAsNumber(cell: string, text: string): boolean {
  const [given, was] = [cell.trim(), text.trim()];
  if (given === was || !plainDigits.test(given) || !numberLike.test(was)) return false;
  return Number(given.replace(',', '.')) === Number(was.replace(',', '.'));
}

/** Meaning of a cell that was written so. */
function fromCell(cell: string): string {
  return cell.startsWith("'") && runnable.test(cell.slice(1)) ? cell.slice(1) : cell;
}

function cleaned(field: SheetField, cell: string): string {
  const meant = fromCell(cell);
  if (field === 'note') return cleanLines(meant);
  // One apostrophe was put in front; a second is the text's own. Blanks before it are cleaned away first.
  const line = meant === cell ? fromCell(cleanLine(meant)) : cleanLine(meant);
  return field === 'email' ? cleanEmail(line) : line;
}

/** The cells of a row by field. */
export function cellsOf(sheet: Pick<Sheet, 'columns'>, row: readonly string[]): Cells {
  const cells: { [F in SheetField]?: string } = {};
  sheet.columns.forEach((field, index) => {
    const given = row[index];
    if (field === null || given === undefined || given === '') return;
    const cell = cleaned(field, given);
    if (cell !== '') cells[field] = cell;
  });
  return cells;
}

/** Faults of the cells of a row that are taken over, wherever they came from. */
export function faultsIn(sheet: Sheet, { cells, faults }: GivenRow): readonly CellProblem[] {
  const problems: CellProblem[] = [];
  for (const [column, fault] of faults ?? []) {
    const field = sheet.columns[column];
    if (field != null) problems.push({ kind: fault, field, typed: (cells[column] ?? '').slice(0, 200) });
  }
  if (sheet.headings.length > 0)
    for (let column = sheet.headings.length; column < cells.length; column += 1) {
      const typed = (cells[column] ?? '').trim();
      const field = sheet.columns.find((one) => one !== null);
      if (typed !== '' && sheet.columns[column] === undefined && field != null)
        problems.push({ kind: 'beyondHeadings', field, typed, column });
    }
  return problems;
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

/** Tells whether a cell says that there shall be nothing: a dash or a word for it. */
export function saysNothing(cell: string, { words }: SheetContext): boolean {
  return /^[-–—]$/.test(cell) || valueOfWord(words.nothing, cell) !== null;
}

/** A whole number, with or without signs between the thousands: 1200, 1.200, 1,200, 1 200; `null` when it is none. */
export function wholeNumberOf(cell: string): number | null {
  if (/^\d{1,9}([.,]0{1,2})?$/.test(cell)) return Number.parseInt(cell, 10);
  return /^\d{1,3}([.,'’\s]\d{3}){1,2}$/.test(cell) ? Number(cell.replace(/\D/g, '')) : null;
}

const months: readonly (readonly string[])[] = [
  ['january', 'januar', 'jan', 'jänner'],
  ['february', 'februar', 'feb', 'feber'],
  ['march', 'märz', 'mar', 'mär', 'mrz', 'maerz'],
  ['april', 'apr'],
  ['may', 'mai'],
  ['june', 'juni', 'jun'],
  ['july', 'juli', 'jul'],
  ['august', 'aug'],
  ['september', 'sep', 'sept'],
  ['october', 'oktober', 'oct', 'okt'],
  ['november', 'nov'],
  ['december', 'dezember', 'dec', 'dez'],
];

function dayFrom(year: string, month: string, day: string): Day | null {
  const full = year.length === 2 ? `20${year}` : year;
  const text = `${full}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return isDay(text) ? text : null;
}

/** A day, written 2026-03-31, 31.3.2026 or 31 March 2026; `null` when it is none, `ambiguous` where day and month could change places. */
export function dayOf(typed: string, order?: ColumnAnswers['dayOrder']): Day | null | 'ambiguous' {
  // The time of a day is of no interest: a license holds for whole days.
  const cell = typed.replace(/[T\s]\d{1,2}:\d{2}(?::\d{2}(?:[.,]\d+)?)?(?:Z|\s?[ap]m|[+-]\d{2}:?\d{2})?$/i, '');
  const iso = /^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})$/.exec(cell);
  if (iso !== null) return dayFrom(iso[1] ?? '', iso[3] ?? '', iso[4] ?? '');
  const dotted = /^(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4}|\d{2})$/.exec(cell);
  if (dotted !== null) return dayFrom(dotted[3] ?? '', dotted[2] ?? '', dotted[1] ?? '');
  const named =
    /^(?:\p{L}+,\s*)?(?:(\d{1,2})\.?[\s-]*(\p{L}+)\.?|(\p{L}+)\.?\s*(\d{1,2})(?:st|nd|rd|th)?,?)[\s-]*(\d{4})$/u.exec(
      cell,
    );
  if (named !== null) {
    const word = (named[2] ?? named[3] ?? '').toLowerCase();
    const month = months.findIndex((words) => words.includes(word));
    return month === -1 ? null : dayFrom(named[5] ?? '', String(month + 1), named[1] ?? named[4] ?? '');
  }
  const slashed = /^(\d{1,2})[/-](\d{1,2})[/-](\d{4}|\d{2})$/.exec(cell);
  if (slashed === null) return null;
  const [, one = '', two = '', year = ''] = slashed;
  const dayFirst = dayFrom(year, two, one);
  const monthFirst = dayFrom(year, one, two);
  if (dayFirst !== null && monthFirst !== null && dayFirst !== monthFirst)
    return order === undefined ? 'ambiguous' : order === 'dayFirst' ? dayFirst : monthFirst;
  return dayFirst ?? monthFirst;
}
