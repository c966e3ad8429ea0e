import { readPhoneNumber } from '../kernel/phone-number';
import { cleanLine, cleanSipAddress } from '../kernel/typed-text';
import type { NumberKind, NumberRow } from '../model/rows';
import { folded, saysNothing, valueOfWord } from './cells';
import type { Found, Places } from './places';
import type {
  CellProblem,
  CellRemark,
  Cells,
  ColumnAnswers,
  NumberProblem,
  SheetCall,
  SheetContext,
  SheetField,
  SheetRows,
  Wish,
} from './sheet';

const kinds: readonly NumberKind[] = ['landline', 'mobile', 'sip'];

function isNumberKind(kind: string | null): kind is NumberKind {
  return kinds.some((one) => one === kind);
}

function isUsed(number: NumberRow): boolean {
  return number.seatId !== null || number.userId !== null || number.groupId !== null || number.menuId !== null;
}

type Target = { readonly userId: string } | { readonly groupId: string };

/** User of a number: a person by e-mail or name, else a group. */
function targetOf(written: string, places: Places): Found & { readonly target?: Target } {
  const near = places.peopleByName(written, null);
  const people =
    [places.peopleByEmail(written), near, places.peopleAnywhere(written)].find((found) => found.length > 0) ?? [];
  const [person] = people;
  if (person !== undefined)
    return people.length === 1 ? { id: person.id, target: { userId: person.id } } : { count: people.length };
  const group = places.group(written);
  return 'id' in group ? { id: group.id, target: { groupId: group.id } } : group;
}

type NumberReading =
  | { readonly ok: true; readonly value: string; readonly kind: NumberKind; readonly isUnusual: boolean }
  | { readonly ok: false; readonly problem: NumberProblem };

const shortDigits = /^\d{2,8}$/;
const sipAddress = /^sips?:[^\s@:]+(?::[^\s@]*)?@[^\s@]+$/;
/** Signs that people put between the digits of a short number. */
const between = /[\s.\-/()]/g;

function shortNumber(typed: string): string | null {
  const digits = cleanLine(typed.normalize('NFKC')).replace(between, '');
  return shortDigits.test(digits) ? digits : null;
}

/** Tells whether a text is digits only, too few for a number that could be called from outside. */
export function isShortNumber(typed: string): boolean {
  return shortNumber(typed) !== null;
}

/** A number as it is stored; what kind it is, the library says where the sheet does not. */
export function readNumber(typed: string, kind: NumberKind | null, country: string): NumberReading {
  if (kind === 'sip' || (kind === null && /^\s*<?sips?:/i.test(typed))) {
    const value = shortNumber(typed) ?? cleanSipAddress(typed);
    return shortDigits.test(value) || sipAddress.test(value)
      ? { ok: true, value, kind: 'sip', isUnusual: false }
      : { ok: false, problem: 'notASipNumber' };
  }
  const reading = readPhoneNumber(typed, country);
  return reading.ok
    ? {
        ok: true,
        value: reading.value,
        kind: kind ?? reading.kind ?? 'landline',
        isUnusual: reading.isUnusual,
      }
    : reading;
}

export function numberByValue(value: string, kind: NumberKind, rows: SheetRows): NumberRow | undefined {
  return rows.row('numbers', rows.numberWith(kind, value) ?? '');
}

export function numberWish(
  row: number,
  cells: Cells,
  context: SheetContext,
  places: Places,
  answers: ColumnAnswers = {},
): Wish {
  const { rows } = context;
  const problems: CellProblem[] = [];
  const remarks: CellRemark[] = [];
  const changed: SheetField[] = [];
  const calls: SheetCall[] = [];

  const written = cells.kind === undefined ? null : valueOfWord(context.words.kinds, cells.kind);
  if (cells.kind !== undefined && !isNumberKind(written))
    problems.push({ kind: 'unknownWord', field: 'kind', typed: cells.kind });
  const kind = isNumberKind(written) ? written : null;
  const named = cells.id === undefined ? undefined : rows.row('numbers', cells.id);
  if (cells.id !== undefined && named === undefined)
    problems.push({ kind: 'unknownThing', field: 'id', typed: cells.id });
  if (cells.value === undefined && named === undefined) problems.push({ kind: 'missing', field: 'value' });

  const typed = cells.value ?? '';
  const short = shortNumber(typed);
  // What is there already tells what a short number is; else only a person can.
  const inside = short === null ? undefined : numberByValue(short, 'sip', rows);
  const asked = kind ?? (short === null ? null : (answers.numberKind ?? (inside === undefined ? null : 'sip')));
  const reading = cells.value === undefined ? null : readNumber(typed, asked, context.country);
  const internal = asked === 'sip' || reading?.ok === false ? inside : undefined;
  const outside = kind === 'sip' || reading?.ok !== true ? undefined : numberByValue(reading.value, 'landline', rows);
  const number =
    named ??
    internal ??
    outside ??
    (reading?.ok === true ? numberByValue(reading.value, reading.kind, rows) : undefined);
  if (cells.value !== undefined && number === undefined && problems.length === 0) {
    if (short !== null && asked === null) problems.push({ kind: 'kindUnknown', field: 'value', typed });
    else if (reading?.ok === false)
      problems.push({ kind: 'notANumberOfItsKind', field: 'value', typed, problem: reading.problem });
  }
  if (number === undefined && reading?.ok === true && reading.isUnusual)
    remarks.push({ kind: 'numberUnusual', field: 'value', value: reading.value });
  const key = number?.id ?? (reading?.ok === true ? reading.value : typed);
  if (number !== undefined && kind !== null && kind !== number.kind)
    problems.push({ kind: 'cannotChange', field: 'kind' });
  if (
    named !== undefined &&
    cells.value !== undefined &&
    folded(cells.value) !== folded(named.value) &&
    !isValueOf(named, cells.value, context)
  )
    problems.push({ kind: 'cannotChange', field: 'value' });

  const numberId = number?.id ?? context.newId(row);
  if (number === undefined && reading?.ok === true)
    calls.push({ do: 'number.add', args: { id: numberId, kind: reading.kind, value: reading.value } });
  const { usedBy } = cells;
  if (
    usedBy !== undefined &&
    !(number !== undefined && folded(usedBy) === folded(context.written(number.id, 'usedBy')))
  ) {
    const isNothing = saysNothing(usedBy, context);
    const found = isNothing ? null : targetOf(usedBy, places);
    if (found !== null && !('id' in found))
      problems.push(
        found.count === 0
          ? { kind: 'unknownThing', field: 'usedBy', typed: usedBy }
          : { kind: 'severalThings', field: 'usedBy', typed: usedBy, count: found.count },
      );
    const isSame =
      number !== undefined &&
      found !== null &&
      'id' in found &&
      (number.userId === found.id || number.groupId === found.id || rows.seatOf(found.id)?.numberId === number.id);
    if (!isSame && !(isNothing && (number === undefined || !isUsed(number)))) {
      if (number !== undefined) changed.push('usedBy');
      if (number !== undefined && isUsed(number)) calls.push({ do: 'number.detach', args: { numberId } });
      if (found?.target !== undefined) calls.push({ do: 'number.attach', args: { numberId, to: found.target } });
    }
  }
  return { thing: number?.id ?? null, changed, problems, calls, key, remarks };
}

function isValueOf(number: NumberRow, typed: string, { country }: SheetContext): boolean {
  const reading = readNumber(typed, number.kind, country);
  return reading.ok && reading.value === number.value;
}
