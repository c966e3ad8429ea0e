import type { IntentArguments } from '../intents/registry';
import type { View } from '../model/model';
import type { NumberKind } from '../model/rows';
import type { Refusal } from '../rules/refusals';
import type { SheetField } from './fields';
import type { CellFault, GivenRow } from './given';

export type { SheetField, SheetKind } from './fields';

/** Why a row of a file is no row of the sheet. */
export type LeftOutReason = 'aboveHeadings' | 'total' | 'repeatedHeadings' | 'groupAddress';

/** Rows as a file or the clipboard gives them, and which column is which field; `null` is a column that is not taken over. */
export interface Sheet {
  readonly columns: readonly (SheetField | null)[];
  /** Names of the columns in the sheet; empty without a row of names. */
  readonly headings: readonly string[];
  readonly rows: readonly GivenRow[];
  readonly leftOut: readonly { readonly row: number; readonly reason: LeftOutReason }[];
  /** Columns of passwords: nothing of them is kept. */
  readonly dropped: readonly string[];
  /** True when a cell beyond the headings makes its row wrong. */
  readonly isSeparated: boolean;
  /** Answers of a person for a whole column. */
  readonly answers: ColumnAnswers;
}

/** Answers that cells alone do not give, asked once for a column. */
export interface ColumnAnswers {
  /** Kind of numbers without one. */
  readonly numberKind?: NumberKind;
  /** Meaning of `03/04/2026`. */
  readonly dayOrder?: 'dayFirst' | 'monthFirst';
  /** Values that a spreadsheet seems to have changed when it was saved are taken all the same. */
  readonly savedAsNumbers?: 'taken';
}

/** Words for one value, in any language. */
export interface WordFor<Value extends string = string> {
  readonly word: string;
  readonly value: Value;
}

/** Words by which people write the values that are chosen from a list. */
export interface SheetWords {
  readonly roles: readonly WordFor[];
  readonly lifecycles: readonly WordFor[];
  readonly licenses: readonly WordFor[];
  readonly kinds: readonly WordFor[];
  readonly groupKinds: readonly WordFor[];
  readonly statuses: readonly WordFor[];
  /** Words for something that shall be empty, besides a dash. */
  readonly nothing: readonly WordFor[];
}

/** Problem of a cell. */
export type CellProblem =
  | { readonly kind: 'missing'; readonly field: SheetField }
  | { readonly kind: 'unknownWord'; readonly field: SheetField; readonly typed: string }
  | { readonly kind: 'unknownThing'; readonly field: SheetField; readonly typed: string }
  | { readonly kind: 'severalThings'; readonly field: SheetField; readonly typed: string; readonly count: number }
  /** Another row, counted as in the file, is about the same thing. */
  | { readonly kind: 'repeated'; readonly field: SheetField; readonly row: number }
  | { readonly kind: CellFault; readonly field: SheetField; readonly typed: string }
  /** A cell that no heading stands above; its column is counted from 0. */
  | { readonly kind: 'beyondHeadings'; readonly field: SheetField; readonly typed: string; readonly column: number }
  /** `03/04/2026`: day or month first. */
  | { readonly kind: 'ambiguousDay'; readonly field: SheetField; readonly typed: string }
  /** A short number of which nobody has said what it is. */
  | { readonly kind: 'kindUnknown'; readonly field: SheetField; readonly typed: string }
  | {
      readonly kind: 'notANumberOfItsKind';
      readonly field: SheetField;
      readonly typed: string;
      readonly problem: NumberProblem;
    }
  | { readonly kind: 'cannotChange'; readonly field: SheetField }
  | { readonly kind: 'notAPool'; readonly field: SheetField; readonly typed: string }
  | { readonly kind: 'notANumber'; readonly field: SheetField; readonly typed: string }
  | { readonly kind: 'notADay'; readonly field: SheetField; readonly typed: string }
  | { readonly kind: 'refused'; readonly field: SheetField; readonly refusal: Refusal };

/** Remark on a cell that is not wrong and worth a look. */
export type CellRemark =
  /** The right length, but no numbering plan knows it. */
  | { readonly kind: 'numberUnusual'; readonly field: SheetField; readonly value: string }
  /** What a spreadsheet seems to have made of the value when it was saved; the value stays unless a person says otherwise. */
  | { readonly kind: 'savedAsNumber'; readonly field: SheetField; readonly value: string }
  /** The second of two phone numbers of a person, who has room for one. */
  | { readonly kind: 'secondPhone'; readonly field: SheetField; readonly value: string };

export type NumberProblem = 'notAPhoneNumber' | 'twoNumbers' | 'extension' | 'notASipNumber';

type ActName =
  | 'group.create'
  | 'group.update'
  | 'group.move'
  | 'user.create'
  | 'user.update'
  | 'user.move'
  | 'user.archive'
  | 'user.restore'
  | 'seat.assign'
  | 'seat.release'
  | 'seat.changeType'
  | 'seat.changeNumber'
  | 'number.add'
  | 'number.attach'
  | 'number.detach'
  | 'device.register'
  | 'device.move'
  | 'device.update'
  | 'number.update'
  | 'allocation.set';
/** An act that a row asks for. */
export type SheetCall = {
  readonly [Name in ActName]: { readonly do: Name; readonly args: IntentArguments<Name> };
}[ActName];

/** Proposal of a row of a sheet. */
export interface RowProposal {
  /** Its place among the sheet's rows, from 0. */
  readonly row: number;
  /** Its place in the file, from 1. */
  readonly number: number;
  /** The thing that it is about; `null` when it would make one. */
  readonly thing: string | null;
  readonly state: 'new' | 'changed' | 'same' | 'wrong';
  /** The fields that would change. */
  readonly changed: readonly SheetField[];
  readonly problems: readonly CellProblem[];
  readonly calls: readonly SheetCall[];
  /** Groups of `SheetReader.makings` that have to be there first. */
  readonly needs: readonly string[];
  readonly remarks: readonly CellRemark[];
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
  /** Writes a field as the table does now: a cell that reads the same changes nothing. */
  readonly written: (thing: string, field: SheetField) => string;
  /** An id for what a row makes, or for the group of a path. The same is asked once. */
  readonly newId: (made: number | string) => string;
  /** The country of numbers that name none (ISO 3166). */
  readonly country: string;
  /** True when groups that cells name and that are not there are made. */
  readonly makesGroups: boolean;
}

/** The cells of one row by field, trimmed. A field that the sheet does not have, or that is empty, is missing: it stays as it is. */
export type Cells = { readonly [F in SheetField]?: string };

/** Wish of a row, before the rules have been asked. */
export interface Wish {
  readonly thing: string | null;
  readonly changed: readonly SheetField[];
  readonly problems: readonly CellProblem[];
  readonly calls: readonly SheetCall[];
  /** Key of what no second row may be about. */
  readonly key: string;
  readonly needs?: readonly string[];
  readonly remarks?: readonly CellRemark[];
}
