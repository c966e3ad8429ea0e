import type { NumberRow, UserRow } from '../model/rows';
import { folded, saysNothing } from './cells';
import { isShortNumber, numberByValue, readNumber } from './numbers';
import type { CellProblem, ColumnAnswers, SheetCall, SheetContext } from './sheet';

/** Meaning of the numbers of a cell for a person. */
export interface NumbersAsked {
  /** Numbers that are not there yet, to be added before they are given. */
  readonly added: readonly SheetCall[];
  /** Number that a license takes which the same row gives. */
  readonly forSeat: string | null;
  readonly given: readonly SheetCall[];
  readonly problems: readonly CellProblem[];
}

/** Somebody whom a row is about. */
interface Holder {
  readonly userId: string;
  /** Missing for somebody new. */
  readonly user: UserRow | null;
  /** True when the same row gives a license. */
  readonly takesSeat: boolean;
}

const nothingAsked: NumbersAsked = { added: [], forSeat: null, given: [], problems: [] };
const betweenNumbers = /\s*[,;|\n]\s*/;

/**
 * Reads the numbers of a person: one, or several with a comma between them. The first belongs to the license where somebody has one;
 * the others are additional. What somebody has already stays, a dash takes the additional ones away.
 */
export function numbersAsked(
  cell: string | undefined,
  holder: Holder,
  context: SheetContext,
  answers: ColumnAnswers,
): NumbersAsked {
  const { user, userId } = holder;
  if (cell === undefined || (user !== null && folded(cell) === folded(context.written(user.id, 'numbers'))))
    return nothingAsked;
  if (saysNothing(cell, context))
    return user === null ? nothingAsked : { ...nothingAsked, given: detached(user, context) };
  const problems: CellProblem[] = [];
  const added: SheetCall[] = [];
  const wanted = new Set<string>();
  for (const typed of cell.split(betweenNumbers).filter((part) => part !== '')) {
    const found = numberOf(typed, context, answers);
    if ('problem' in found) {
      problems.push(found.problem);
      continue;
    }
    const id = found.number?.id ?? context.newId(`number ${found.value}`);
    if (found.number === undefined && !wanted.has(id))
      added.push({ do: 'number.add', args: { id, kind: found.kind, value: found.value } });
    wanted.add(id);
  }
  const [first] = wanted;
  const seat = user === null ? undefined : context.rows.seatOf(user.id);
  const isTheirs = (id: string): boolean =>
    seat?.numberId === id || (user !== null && context.rows.row('numbers', id)?.userId === user.id);
  const ofSeat = first !== undefined && !isTheirs(first) && (holder.takesSeat || seat !== undefined) ? first : null;
  const others = [...wanted].filter((id) => id !== ofSeat && !isTheirs(id));
  return {
    added,
    forSeat: holder.takesSeat ? ofSeat : null,
    given: [
      ...(ofSeat === null || holder.takesSeat
        ? []
        : [{ do: 'seat.changeNumber' as const, args: { userId, numberId: ofSeat } }]),
      ...others.map((numberId) => ({ do: 'number.attach' as const, args: { numberId, to: { userId } } })),
    ],
    problems,
  };
}

type NumberFound =
  | { readonly number: NumberRow | undefined; readonly value: string; readonly kind: NumberRow['kind'] }
  | { readonly problem: CellProblem };

function numberOf(typed: string, context: SheetContext, answers: ColumnAnswers): NumberFound {
  const { rows, country } = context;
  const isShort = isShortNumber(typed);
  const isInside = isShort && isKnownInside(typed, context);
  const kind = isInside ? 'sip' : isShort ? (answers.numberKind ?? null) : null;
  if (isShort && kind === null) return { problem: { kind: 'kindUnknown', field: 'numbers', typed } };
  const reading = readNumber(typed, kind, country);
  return reading.ok
    ? { number: numberByValue(reading.value, reading.kind, rows), value: reading.value, kind: reading.kind }
    : { problem: { kind: 'notANumberOfItsKind', field: 'numbers', typed, problem: reading.problem } };
}

/** Tells whether a short number is one of the account's own: there already, or in one of its ranges. */
function isKnownInside(typed: string, { rows, country }: SheetContext): boolean {
  const reading = readNumber(typed, 'sip', country);
  if (!reading.ok) return false;
  const { value } = reading;
  return (
    numberByValue(value, 'sip', rows) !== undefined ||
    [...rows.rows('ranges')].some(({ from, to }) => from.length === value.length && from <= value && value <= to)
  );
}

function detached(user: UserRow, { rows }: SheetContext): readonly SheetCall[] {
  return [...rows.rows('numbers')]
    .filter(({ userId }) => userId === user.id)
    .map(({ id }) => ({ do: 'number.detach', args: { numberId: id } }));
}
