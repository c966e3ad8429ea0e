import { describe, expect, it } from 'vitest';
import { proposalsOf } from '#core/sheets/propose';
import { summaryOf, type SheetSummary } from '#core/sheets/summary';
import { anAccount } from '../../support/an-account';
import { sheetContext, sheetOf } from './sheet-world';

function summary(...table: readonly (readonly string[])[]): SheetSummary {
  const account = anAccount().withGroup('Sunrise', 'complex').withUser('Ada', 'Sunrise');
  return summaryOf(proposalsOf(sheetOf(table, 'people'), 'people', sheetContext(account, 'root')));
}

describe('the summary of a sheet', () => {
  it('counts rows by state and names the first that is wrong', () => {
    expect(summary(['Name', 'Role'], ['Ben', 'Resident'], ['Cem', 'Residnt'], ['', 'Resident'])).toMatchObject({
      counts: { new: 1, changed: 0, same: 0, wrong: 2 },
      firstWrong: 1,
      troubled: ['role', 'name'],
      lacksGroups: false,
    });
  });

  it('says when groups are missing', () => {
    expect(summary(['Name', 'Group'], ['Ben', 'Moonrise']).lacksGroups).toBe(true);
    expect(summary(['Name', 'Group'], ['Ben', 'Sunrise'])).toMatchObject({ lacksGroups: false, firstWrong: null });
  });
});
