import { describe, expect, it } from 'vitest';
import { isSavedAsNumber } from '#core/sheets/cells';
import { proposalsOf } from '#core/sheets/propose';
import type { RowProposal } from '#core/sheets/sheet';
import { anAccount } from '../../support/an-account';
import { sheetContext, sheetOf } from './sheet-world';

/** A sheet that a spreadsheet saved untouched, with ids. */
function saved(row: readonly string[], taken = false): RowProposal | undefined {
  const account = anAccount()
    .withGroup('House', 'building')
    .withGroup('Flat', 'apartment', 'House')
    .done('group.update', { groupId: 'Flat', set: { code: '001' } })
    .done('user.create', { id: 'ada', groupId: 'House', name: 'Ada', phone: '+4930901801' });
  const isPerson = row[0] === 'ada';
  const kind = isPerson ? 'people' : 'groups';
  const table = [isPerson ? ['ID', 'Name', 'Phone'] : ['ID', 'Name', 'Code'], row];
  const sheet = sheetOf(table, kind);
  const answers = taken ? { savedAsNumbers: 'taken' as const } : {};
  return proposalsOf({ ...sheet, answers }, kind, sheetContext(account, 'root', kind))[0];
}

describe('a value that a spreadsheet saved as a number', () => {
  it('stays as it is, with a word about it', () => {
    expect(saved(['Flat', 'Flat', '1'])).toMatchObject({
      state: 'same',
      remarks: [{ kind: 'savedAsNumber', field: 'code', value: '1' }],
    });
    expect(saved(['ada', 'Ada', '4930901801'])).toMatchObject({ state: 'same', problems: [] });
  });

  it('does not hide what else the row says, and is taken when a person wants it', () => {
    expect(saved(['Flat', 'Flat 1', '1'])).toMatchObject({ state: 'changed', changed: ['name'] });
    expect(saved(['Flat', 'Flat', '1'], true)).toMatchObject({ state: 'changed', changed: ['code'] });
    expect(saved(['Flat', 'Flat', '2'])).toMatchObject({ state: 'changed', remarks: [] });
  });

  it.each([
    ['1', '001', true],
    ['4930901801', '+4930901801', true],
    ['100000', '1E5', true],
    ['301234', '0301234', true],
    ['1', '1', false],
    ['001', '1', false],
    ['2', '001', false],
    ['12', '1 2', false],
    ['', '0', false],
    ['0', 'S-0', false],
  ])('is told for %j of %j: %s', (cell, was, is) => {
    expect(isSavedAsNumber(cell, was)).toBe(is);
  });
});
