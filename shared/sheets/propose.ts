import type { Refusal } from '../rules/refusals';
import { allocationWish } from './allocations';
import { cellsOf, faultsIn, folded, isSavedAsNumber } from './cells';
import { deviceWish } from './devices';
import { keyFields } from './fields';
import { groupWish } from './groups';
import { numberWish } from './numbers';
import { ownWish } from './own-fields';
import { personWish } from './people';
import { placesIn, type Making, type Places } from './places';
import {
  type CellProblem,
  type Cells,
  type ColumnAnswers,
  type RowProposal,
  type Sheet,
  type SheetCall,
  type SheetContext,
  type SheetField,
  type SheetKind,
  type Wish,
} from './sheet';

const wishes: {
  readonly [K in SheetKind]: (
    row: number,
    cells: Cells,
    context: SheetContext,
    places: Places,
    answers: ColumnAnswers,
  ) => Wish;
} = {
  people: personWish,
  groups: groupWish,
  numbers: numberWish,
  devices: deviceWish,
  allocations: allocationWish,
};

/** Reads a sheet a row at a time, so that a long one need not hold up whoever reads it. */
export interface SheetReader {
  /** Proposal of the next row; `null` after the last. */
  next(): RowProposal | null;
  /** The groups that rows so far need and that are not there. */
  readonly makings: readonly Making[];
}

export function readerOf(sheet: Sheet, kind: SheetKind, context: SheetContext): SheetReader {
  const places = placesIn(context);
  function withOwnFields(wish: Wish, cells: Cells, row: number): Wish {
    const own = ownWish(cells, kind, wish.thing, () => context.newId(row), context, sheet.answers);
    // What is not made, because something is wrong or missing, has no fields either.
    const isMade = wish.thing !== null || wish.calls.length > 0;
    return {
      ...wish,
      changed: [...wish.changed, ...own.changed],
      problems: [...wish.problems, ...own.problems],
      calls: isMade ? [...wish.calls, ...own.calls] : wish.calls,
    };
  }
  const seen = new Map<string, number>();
  let row = -1;
  return {
    makings: places.makings,
    next() {
      row += 1;
      const given = sheet.rows[row];
      if (given === undefined) return null;
      const typed = cellsOf(sheet, given.cells);
      const wishOf = (cells: Cells): Wish =>
        withOwnFields(wishes[kind](row, cells, context, places, sheet.answers), cells, row);
      const asTyped = wishOf(typed);
      const saved = savedAsNumbers(typed, asTyped.thing, context);
      const isLeft = saved.length > 0 && sheet.answers.savedAsNumbers === undefined;
      const cells = isLeft ? { ...typed, ...Object.fromEntries(saved.map(({ field, was }) => [field, was])) } : typed;
      const wish = isLeft ? wishOf(cells) : asTyped;
      const before = seen.get(wish.key);
      if (before === undefined) seen.set(wish.key, given.number);
      // A cell that reads as the table writes it is fine, however many digits it has.
      const faults = faultsIn(sheet, given).filter(
        ({ kind: fault, field }) =>
          !(
            (fault === 'tooManyDigits' || fault === 'scientific') &&
            wish.thing !== null &&
            folded(cells[field] ?? '') === folded(context.written(wish.thing, field))
          ),
      );
      const faulty = new Set(faults.map(({ field }) => field));
      const found = [...faults, ...wish.problems.filter(({ field }) => !faulty.has(field))];
      const problems: readonly CellProblem[] =
        before === undefined || found.length > 0 ? found : [{ kind: 'repeated', field: keyFields[kind], row: before }];
      const state =
        problems.length > 0 ? 'wrong' : wish.calls.length === 0 ? 'same' : wish.thing === null ? 'new' : 'changed';
      return {
        row,
        number: given.number,
        thing: wish.thing,
        state,
        changed: wish.changed,
        problems,
        calls: problems.length > 0 ? [] : wish.calls,
        needs: wish.needs ?? [],
        remarks: [
          ...(wish.remarks ?? []),
          ...saved.map(({ field }) => ({ kind: 'savedAsNumber' as const, field, value: typed[field] ?? '' })),
        ],
      };
    },
  };
}

/** Fields whose values are numbers anyway, or that say which thing a row is about. */
const notTexts: ReadonlySet<SheetField> = new Set(['id', 'quantity', 'validFrom', 'validUntil']);

/** Cells that are what a spreadsheet makes of the present value when it is saved untouched, with that value. */
function savedAsNumbers(
  cells: Cells,
  thing: string | null,
  context: SheetContext,
): readonly { readonly field: SheetField; readonly was: string }[] {
  if (thing === null) return [];
  return (Object.entries(cells) as [SheetField, string][]).flatMap(([field, cell]) => {
    const was = notTexts.has(field) ? '' : context.written(thing, field);
    return was !== '' && isSavedAsNumber(cell, was) ? [{ field, was }] : [];
  });
}

/** Proposals of all rows of a sheet. */
export function proposalsOf(sheet: Sheet, kind: SheetKind, context: SheetContext): readonly RowProposal[] {
  const reader = readerOf(sheet, kind, context);
  const proposals: RowProposal[] = [];
  for (let proposal = reader.next(); proposal !== null; proposal = reader.next()) proposals.push(proposal);
  return proposals;
}

/** The cell that an act came from. */
const fieldsOfAct: { readonly [Act in SheetCall['do']]?: readonly SheetField[] } = {
  'user.move': ['group'],
  'user.archive': ['lifecycle'],
  'user.restore': ['lifecycle'],
  'seat.assign': ['license'],
  'seat.release': ['license'],
  'seat.changeType': ['license'],
  'seat.changeNumber': ['numbers'],
  'number.add': ['numbers'],
  'number.attach': ['usedBy', 'numbers', 'sip'],
  'number.detach': ['usedBy', 'numbers'],
  'device.move': ['group'],
  'group.move': ['parent'],
  'allocation.set': ['quantity'],
};
/** Names of cells in acts, where they are called otherwise. */
const fieldOfArgument: { readonly [argument: string]: SheetField } = {
  name: 'name',
  email: 'email',
  phone: 'phone',
  roleId: 'role',
  status: 'lifecycle',
  groupId: 'group',
  parentId: 'parent',
  code: 'code',
  note: 'note',
  value: 'value',
  kind: 'kind',
  serial: 'serial',
  model: 'model',
  typeId: 'type',
  quantity: 'quantity',
  validFrom: 'validFrom',
  validUntil: 'validUntil',
};
const fieldOfCode: { readonly [code: string]: SheetField } = {
  NAME_REQUIRED: 'name',
  DUPLICATE_NUMBER: 'value',
  DUPLICATE_SERIAL: 'serial',
  WINDOW_INVALID: 'validUntil',
};

/** The cell that a refusal is about: the one whose value it names, else the one that its act came from. */
function fieldOfRefusal(
  refusal: Refusal,
  calls: readonly SheetCall[],
  kind: SheetKind,
  has: (field: SheetField) => boolean,
): SheetField {
  const index = typeof refusal['index'] === 'number' ? refusal['index'] : 0;
  const path = String(refusal['field'] ?? refusal['path'] ?? '');
  const [, ownId] = /(?:^|\.)fields\.(.+)$/.exec(path) ?? [];
  const argument = path.split('.').at(-1) ?? '';
  const act = calls[index]?.do;
  const candidates = [
    ownId === undefined ? undefined : (`own.${ownId}` as const),
    fieldOfCode[refusal.code],
    fieldOfArgument[argument],
    ...(act === undefined ? [] : (fieldsOfAct[act] ?? [])),
  ];
  return candidates.find((field) => field !== undefined && has(field)) ?? keyFields[kind];
}

/** The proposal after the rules have been asked: a row that they refuse is wrong, and says why. */
export function afterRules(
  proposal: RowProposal,
  refusals: readonly Refusal[],
  kind: SheetKind,
  sheet: Sheet,
): RowProposal {
  if (refusals.length === 0) return proposal;
  const has = (field: SheetField): boolean => sheet.columns.includes(field);
  return {
    ...proposal,
    state: 'wrong',
    problems: refusals.map((refusal) => ({
      kind: 'refused',
      field: fieldOfRefusal(refusal, proposal.calls, kind, has),
      refusal,
    })),
  };
}
