import type { Refusal } from '../rules/refusals';
import { allocationWish } from './allocations';
import { cellsOf, faultsIn, folded, isSavedAsNumber } from './cells';
import { deviceWish } from './devices';
import { keyFields } from './fields';
import type { GivenRow } from './given';
import { groupWish } from './groups';
import { numberWish } from './numbers';
import { nothingOwn, ownWish } from './own-fields';
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
  /** Reads the sheet after some of its rows were written anew: the proposals of rows that those cannot touch are the same ones. */
  again(mended: Sheet): SheetReader;
}

interface ReadRow {
  readonly proposal: RowProposal;
  /** Key of what no second row may be about. */
  readonly key: string;
}

/** What was read before, and of which of it a key tells that it has to be read anew. */
interface Former {
  readonly sheet: Sheet;
  readonly rows: readonly ReadRow[];
  readonly touched: Set<string>;
}

export function readerOf(sheet: Sheet, kind: SheetKind, context: SheetContext): SheetReader {
  return reading(sheet, kind, context, placesIn(context), null);
}

function reading(
  sheet: Sheet,
  kind: SheetKind,
  context: SheetContext,
  places: Places,
  former: Former | null,
): SheetReader {
  const seen = new Map<string, number>();
  const done: ReadRow[] = [];
  function read(row: number): ReadRow | null {
    const given = sheet.rows[row];
    if (given === undefined) return null;
    const known = former?.rows[row];
    const isAnother = former?.sheet.rows[row] !== given;
    if (known !== undefined && !isAnother && former?.touched.has(known.key) !== true) {
      if (!seen.has(known.key)) seen.set(known.key, given.number);
      return known;
    }
    const anew = readRow({ sheet, kind, context, places, seen }, row, given);
    if (isAnother) former?.touched.add(anew.key);
    return anew;
  }
  return {
    makings: places.makings,
    next() {
      const one = read(done.length);
      if (one === null) return null;
      done.push(one);
      return one.proposal;
    },
    again(mended) {
      const isSameReading = mended.columns === sheet.columns && mended.answers === sheet.answers;
      const isWhole = done.length === sheet.rows.length && mended.rows.length === sheet.rows.length;
      // Groups stand on those of rows before them, and so do rows whose groups are made.
      if (!isSameReading || !isWhole || kind === 'groups' || context.makesGroups)
        return readerOf(mended, kind, context);
      const touched = done.flatMap(({ key }, row) => (mended.rows[row] === sheet.rows[row] ? [] : [key]));
      return reading(mended, kind, context, places, { sheet, rows: done, touched: new Set(touched) });
    },
  };
}

interface RowReading {
  readonly sheet: Sheet;
  readonly kind: SheetKind;
  readonly context: SheetContext;
  readonly places: Places;
  /** Numbers of the first rows that are about a thing, by its key. */
  readonly seen: Map<string, number>;
}

function readRow({ sheet, kind, context, places, seen }: RowReading, row: number, given: GivenRow): ReadRow {
  const typed = cellsOf(sheet, given.cells);
  const wishOf = (cells: Cells): Wish =>
    withOwnFields(wishes[kind](row, cells, context, places, sheet.answers), { sheet, kind, context }, cells, row);
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
  const proposal: RowProposal = {
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
  return { proposal, key: wish.key };
}

/** The wish of a row with what it says of fields of one's own. */
function withOwnFields(
  wish: Wish,
  { sheet, kind, context }: Pick<RowReading, 'sheet' | 'kind' | 'context'>,
  cells: Cells,
  row: number,
): Wish {
  const own = ownWish(cells, kind, wish.thing, () => context.newId(row), context, sheet.answers);
  if (own === nothingOwn) return wish;
  // What is not made, because something is wrong or missing, has no fields either.
  const isMade = wish.thing !== null || wish.calls.length > 0;
  return {
    ...wish,
    changed: [...wish.changed, ...own.changed],
    problems: [...wish.problems, ...own.problems],
    calls: isMade ? [...wish.calls, ...own.calls] : wish.calls,
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
