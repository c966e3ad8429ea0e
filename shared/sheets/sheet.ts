import type { IntentArguments } from '../intents/registry';
import type { View } from '../model/model';
import type { Refusal } from '../rules/refusals';

/** What the rows of a sheet are about. */
export const sheetFields = {
  people: ['id', 'name', 'email', 'phone', 'role', 'lifecycle', 'group', 'license'],
  numbers: ['id', 'value', 'kind', 'usedBy'],
  devices: ['id', 'serial', 'model', 'group'],
  allocations: ['id', 'pool', 'type', 'quantity', 'validFrom', 'validUntil'],
} as const;

export type SheetKind = keyof typeof sheetFields;
export type SheetField = (typeof sheetFields)[SheetKind][number];

/** What tells one thing from another, by which a first row is known to be names of columns. */
export const keyFields: { readonly [K in SheetKind]: SheetField } = {
  people: 'name',
  numbers: 'value',
  devices: 'serial',
  allocations: 'pool',
};

/** Rows of text as a spreadsheet gives them, and which column is which field; `null` is a column that is not taken over. */
export interface Sheet {
  readonly columns: readonly (SheetField | null)[];
  /** What the columns are called in the sheet; empty without a row of names. */
  readonly headings: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** Words for one value, in any language. */
export interface WordFor<Value extends string = string> {
  readonly word: string;
  readonly value: Value;
}

/** How people write the values that are chosen from a list. */
export interface SheetWords {
  readonly roles: readonly WordFor[];
  readonly lifecycles: readonly WordFor[];
  readonly licenses: readonly WordFor[];
  readonly kinds: readonly WordFor[];
  /** What says that something shall be empty, besides a dash. */
  readonly nothing: readonly WordFor[];
}

/** What is wrong with a cell. */
export type CellProblem =
  | { readonly kind: 'missing'; readonly field: SheetField }
  | { readonly kind: 'unknownWord'; readonly field: SheetField; readonly typed: string }
  | { readonly kind: 'unknownThing'; readonly field: SheetField; readonly typed: string }
  | { readonly kind: 'severalThings'; readonly field: SheetField; readonly typed: string; readonly count: number }
  /** Another row, counted from 0, is about the same thing. */
  | { readonly kind: 'repeated'; readonly field: SheetField; readonly row: number }
  | { readonly kind: 'cannotChange'; readonly field: SheetField }
  | { readonly kind: 'notAPool'; readonly field: SheetField; readonly typed: string }
  | { readonly kind: 'notANumber'; readonly field: SheetField; readonly typed: string }
  | { readonly kind: 'notADay'; readonly field: SheetField; readonly typed: string }
  | { readonly kind: 'refused'; readonly field: SheetField; readonly refusal: Refusal };

type ActName =
  | 'user.create'
  | 'user.update'
  | 'user.move'
  | 'user.archive'
  | 'user.restore'
  | 'seat.assign'
  | 'seat.release'
  | 'seat.changeType'
  | 'number.add'
  | 'number.attach'
  | 'number.detach'
  | 'device.register'
  | 'device.move'
  | 'allocation.set';
/** An act that a row asks for. */
export type SheetCall = {
  readonly [Name in ActName]: { readonly do: Name; readonly args: IntentArguments<Name> };
}[ActName];

/** What a row of a sheet would do. */
export interface RowProposal {
  /** Its place among the sheet's rows, from 0. */
  readonly row: number;
  /** The thing that it is about; `null` when it would make one. */
  readonly thing: string | null;
  readonly state: 'new' | 'changed' | 'same' | 'wrong';
  /** The fields that would change. */
  readonly changed: readonly SheetField[];
  readonly problems: readonly CellProblem[];
  readonly calls: readonly SheetCall[];
}

export type SheetRows = Pick<
  View,
  | 'row'
  | 'rows'
  | 'children'
  | 'ancestry'
  | 'isWithin'
  | 'poolOf'
  | 'tableOf'
  | 'seatOf'
  | 'usersOf'
  | 'blocksOf'
  | 'numberWith'
  | 'deviceWith'
>;

/** Against what a sheet is read. */
export interface SheetContext {
  readonly rows: SheetRows;
  /** The group that is looked at: where new things go, and where names are looked for first. */
  readonly groupId: string;
  readonly words: SheetWords;
  /** How the table writes a field now: a cell that reads the same changes nothing. */
  readonly written: (thing: string, field: SheetField) => string;
  /** An id for what a row makes. The same row is asked once. */
  readonly newId: (row: number) => string;
}

/** The cells of one row by field, trimmed. A field that the sheet does not have, or that is empty, is missing: it stays as it is. */
export type Cells = { readonly [F in SheetField]?: string };

/** What a row asks for, before the rules have been asked. */
export interface Wish {
  readonly thing: string | null;
  readonly changed: readonly SheetField[];
  readonly problems: readonly CellProblem[];
  readonly calls: readonly SheetCall[];
  /** What no second row may be about. */
  readonly key: string;
}
