import { describe, expect, it } from 'vitest';
import { proposalsOf } from '#core/sheets/propose';
import type { RowProposal } from '#core/sheets/sheet';
import { anAccount, type AccountBuilder } from '../../support/an-account';
import { judgedBy, reading, sheetContext, sheetOf } from './sheet-world';

function office(): AccountBuilder {
  return anAccount()
    .withPurchase('two', 'ringover.smart', 2)
    .withGroup('office', 'office')
    .withNumber('n1', '+4930901801')
    .withNumber('n2', '+4930901802')
    .withNumber('n3', '+4930901803')
    .done('number.range', { from: '100', to: '199' })
    .done('number.add', { id: 'desk', kind: 'sip', value: '1001' })
    .withUser('Ada', 'office')
    .done('seat.assign', { userId: 'Ada', typeId: 'ringover.smart', numberId: 'n1' })
    .withUser('Ben', 'office');
}

function propose(...table: readonly (readonly string[])[]): readonly RowProposal[] {
  return proposalsOf(sheetOf(table, 'people'), 'people', sheetContext(office(), 'office'));
}

describe('the numbers of people in a sheet', () => {
  it('are a column by what people call it, in both languages', () => {
    for (const heading of ['Number', 'Numbers', 'Nummer', 'Rufnummer', 'Durchwahl', 'Direct line'])
      expect(sheetOf([['Name', heading]], 'people').columns).toEqual(['name', 'numbers']);
    expect(reading([['Name', 'E-mail', 'Number']])?.kind).toBe('people');
    expect(reading([['Number', 'Kind', 'Person']])).toMatchObject({
      kind: 'numbers',
      sheet: { columns: ['value', 'kind', 'usedBy'] },
    });
  });

  it('come with the license that the same row gives: the first is its own, the others are additional', () => {
    const account = office();
    const [proposal] = judgedBy(
      account,
      'office',
      sheetOf(
        [
          ['Name', 'License', 'Number'],
          ['Zoe', 'Ringover Smart', '030 901802, +49 30 901899, 1001'],
        ],
        'people',
      ),
      'people',
    );
    expect(proposal).toMatchObject({ state: 'new', problems: [] });
    account.done('batch', { do: proposal?.calls ?? [] });
    const zoe = [...account.replica.model.rows('users')].find(({ name }) => name === 'Zoe');
    const user = account.ask('user', { userId: zoe?.id ?? '' });
    expect(account.replica.model.seatOf(user.id)?.numberId).toBe('n2');
    expect([...user.numbers].sort()).toEqual(['+4930901802', '+4930901899', '1001']);
  });

  it('change the number of a license, give somebody without one an additional one, and leave what is theirs', () => {
    const [ada, ben, same] = propose(
      ['Name', 'Number'],
      ['Ada', '+4930901803'],
      ['Ben', '150'],
      ['Ada', '+49 (30) 901-801'],
    );
    expect(ada).toMatchObject({
      state: 'changed',
      changed: ['numbers'],
      calls: [{ do: 'seat.changeNumber', args: { userId: 'Ada', numberId: 'n3' } }],
    });
    expect(ben?.calls).toMatchObject([
      { do: 'number.add', args: { kind: 'sip', value: '150' } },
      { do: 'number.attach', args: { to: { userId: 'Ben' } } },
    ]);
    expect(same?.calls).toEqual([]);
  });

  it('that are additional are taken away by a dash', () => {
    const account = office().done('number.attach', { numberId: 'n2', to: { userId: 'Ben' } });
    const sheet = sheetOf(
      [
        ['Name', 'Number'],
        ['Ben', '–'],
      ],
      'people',
    );
    expect(proposalsOf(sheet, 'people', sheetContext(account, 'office'))[0]?.calls).toEqual([
      { do: 'number.detach', args: { numberId: 'n2' } },
    ]);
  });

  it('are asked about where they are short and nobody knows them, and named where they are none', () => {
    expect(propose(['Name', 'Number'], ['Ben', '777'])[0]?.problems).toEqual([
      { kind: 'kindUnknown', field: 'numbers', typed: '777' },
    ]);
    expect(propose(['Name', 'Number'], ['Ben', 'soon'])[0]?.problems).toMatchObject([
      { kind: 'notANumberOfItsKind', field: 'numbers', typed: 'soon' },
    ]);
  });

  it('that somebody else has make the row wrong, at their cell', () => {
    const [row] = judgedBy(
      office(),
      'office',
      sheetOf(
        [
          ['Name', 'Number'],
          ['Ben', '+4930901801'],
        ],
        'people',
      ),
      'people',
    );
    expect(row).toMatchObject({
      state: 'wrong',
      problems: [{ kind: 'refused', field: 'numbers', refusal: { code: 'NUMBER_IN_USE' } }],
    });
  });
});
