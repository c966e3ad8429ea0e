import type { AccountBuilder } from '../../support/an-account';
import { readSheet, type ReadingWishes, type SheetReading } from '#core/sheets/columns';
import { givenTable } from '#core/sheets/given';
import type { SheetField, SheetKind } from '#core/sheets/fields';
import { questionsOf, judgedRows } from '#core/sheets/apply';
import { readerOf } from '#core/sheets/propose';
import type { RowProposal, Sheet, SheetContext } from '#core/sheets/sheet';
import { sheetWords } from '#core/sheets/words';
import { tableWriter } from '#core/sheets/written';

/** An account as a sheet is read against it, and as a table would write it. */
export function sheetContext(
  account: AccountBuilder,
  groupId: string,
  kind: SheetKind = 'people',
  makesGroups = false,
): SheetContext {
  const rows = account.replica.model;
  const writer = tableWriter(rows, groupId, 'en');
  return {
    rows,
    groupId,
    words: sheetWords(rows.rows('roles'), rows.ownTypes()),
    written: (thing, field) => writer.text(thing, field, kind),
    newId: (made) => `new-${String(made).replace(/[^A-Za-z0-9._:-]/g, '-')}`,
    country: 'DE',
    makesGroups,
  };
}

/** A table of one kind, read with the order in which a table on screen has its columns. */
export function sheetOf(
  table: readonly (readonly string[])[],
  kind: SheetKind,
  order: readonly (SheetField | null)[] = [],
): Sheet {
  const reading = readSheet(givenTable(table), { kind, order });
  if (reading === null) throw new Error('the table names no columns');
  return reading.sheet;
}

export function reading(table: readonly (readonly string[])[], wishes: ReadingWishes = {}): SheetReading | null {
  return readSheet(givenTable(table), wishes);
}

const context = { commit: 'try', by: 'owner', day: '2026-06-01', at: '2026-06-01T08:00:00.000Z', device: 'test' };

/** What every row would do, after the rules have been asked. */
export function judgedBy(
  account: AccountBuilder,
  groupId: string,
  sheet: Sheet,
  kind: SheetKind,
  makesGroups = false,
): readonly RowProposal[] {
  const reader = readerOf(sheet, kind, sheetContext(account, groupId, kind, makesGroups));
  const proposals: RowProposal[] = [];
  for (let proposal = reader.next(); proposal !== null; proposal = reader.next()) proposals.push(proposal);
  const asked = questionsOf(proposals, reader.makings);
  return judgedRows(proposals, asked, account.replica.tryEach(asked.calls, context), kind, sheet);
}
