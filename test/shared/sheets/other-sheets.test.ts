import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cleanLine } from '#core/kernel/typed-text';
import { asCell, cellsOf, dayOf, wholeNumberOf } from '#core/sheets/cells';
import { mendCell } from '#core/sheets/columns';
import { proposalsOf } from '#core/sheets/propose';
import { sheetFields, type SheetKind } from '#core/sheets/fields';
import type { RowProposal } from '#core/sheets/sheet';
import { anAccount, type AccountBuilder } from '../../support/an-account';
import { sheetContext, sheetOf } from './sheet-world';

function propose(
  kind: SheetKind,
  account: AccountBuilder,
  groupId: string,
  ...table: readonly (readonly string[])[]
): readonly RowProposal[] {
  return proposalsOf(sheetOf(table, kind), kind, sheetContext(account, groupId, kind));
}

function sunrise(): AccountBuilder {
  return anAccount()
    .withPurchase('twenty', 'link.plus', 20)
    .withGroup('Sunrise', 'complex')
    .withPool('Sunrise', [{ id: 'sun', typeId: 'link.plus', quantity: 12 }])
    .withGroup('House', 'building', 'Sunrise')
    .withUser('Ada', 'House')
    .withUser('Twin', 'House')
    .done('user.create', { id: 'twin2', groupId: 'House', name: 'Twin' })
    .withNumber('n1', '+4930901801')
    .done('number.add', { id: 'sip1', kind: 'sip', value: '4711' })
    .done('number.attach', { numberId: 'sip1', to: { userId: 'Ada' } })
    .done('device.register', { id: 'd1', groupId: 'House', serial: 'S-1', model: 'Panel' });
}

describe('a row about a number', () => {
  it('is matched by its value, however that is written', () => {
    expect(propose('numbers', sunrise(), 'root', ['Number', 'Used by'], ['+49 (30) 901-801', ''])[0]).toMatchObject({
      state: 'same',
      thing: 'n1',
    });
  });
  it('makes a number of the kind that it says, or that its numbering plan gives it, and asks about short ones', () => {
    expect(
      propose(
        'numbers',
        sunrise(),
        'root',
        ['Number', 'Art'],
        ['+491701234567', 'mobile'],
        ['0170 1234568', ''],
        ['030 901802', ''],
        ['4712', ''],
      ),
    ).toMatchObject([
      { state: 'new', calls: [{ do: 'number.add', args: { kind: 'mobile' } }] },
      { calls: [{ args: { kind: 'mobile', value: '+491701234568' } }] },
      { calls: [{ args: { kind: 'landline', value: '+4930901802' } }] },
      { state: 'wrong', problems: [{ kind: 'kindUnknown', field: 'value', typed: '4712' }] },
    ]);
  });
  it('attaches it, hands it over and takes it away', () => {
    expect(
      propose('numbers', sunrise(), 'root', ['Number', 'Used by'], ['+4930901801', 'Ada'], ['4711', 'free']),
    ).toMatchObject([
      { changed: ['usedBy'], calls: [{ do: 'number.attach', args: { numberId: 'n1', to: { userId: 'Ada' } } }] },
      { calls: [{ do: 'number.detach', args: { numberId: 'sip1' } }] },
    ]);
    expect(
      propose('numbers', sunrise(), 'root', ['Number', 'Used by'], ['4711', 'House'])[0]?.calls.map((call) => call.do),
    ).toEqual(['number.detach', 'number.attach']);
  });
  it.each([
    [['4711', 'Landline', ''], { kind: 'cannotChange', field: 'kind' }],
    [['4712', 'Fax', ''], { kind: 'unknownWord', field: 'kind', typed: 'Fax' }],
    [['4712', 'SIP', 'Nobody'], { kind: 'unknownThing', field: 'usedBy', typed: 'Nobody' }],
    [['4712', 'SIP', 'Twin'], { kind: 'severalThings', field: 'usedBy', typed: 'Twin', count: 2 }],
    [['', 'SIP', ''], { kind: 'missing', field: 'value' }],
  ] as const)('is wrong as %j', (row, problem) => {
    expect(propose('numbers', sunrise(), 'root', ['Number', 'Kind', 'Used by'], row)[0]).toMatchObject({
      state: 'wrong',
      problems: [problem],
    });
  });
});

describe('a row about a device', () => {
  it('is matched by its serial number, moves it, or registers a new one', () => {
    expect(
      propose(
        'devices',
        sunrise(),
        'root',
        ['Seriennummer', 'Modell', 'Gruppe'],
        ['S-1', 'Panel', 'Sunrise'],
        ['S-2', 'Panel', 'Sunrise/House'],
      ),
    ).toMatchObject([
      { thing: 'd1', changed: ['group'], calls: [{ do: 'device.move' }] },
      { state: 'new', calls: [{ do: 'device.register', args: { serial: 'S-2', groupId: 'House' } }] },
    ]);
  });
  it('cannot make another model of it', () => {
    expect(propose('devices', sunrise(), 'root', ['Serial number', 'Model'], ['S-1', 'Monitor'])[0]?.problems).toEqual([
      { kind: 'cannotChange', field: 'model' },
    ]);
  });
});

describe('a row about what a pool holds', () => {
  it('changes it, with what was seen', () => {
    expect(
      propose(
        'allocations',
        sunrise(),
        'root',
        ['Pool', 'Typ', 'Anzahl', 'Gültig bis'],
        ['Sunrise', 'Link Plus', '14', '31.12.2026'],
      )[0],
    ).toMatchObject({
      thing: 'sun',
      changed: ['quantity', 'validUntil'],
      calls: [
        {
          do: 'allocation.set',
          args: {
            id: 'sun',
            groupId: 'Sunrise',
            typeId: 'link.plus',
            quantity: 14,
            validUntil: '2026-12-31',
            was: { quantity: 12, validUntil: null },
          },
        },
      ],
    });
  });
  it.each([
    [['House', 'Link Plus', '1'], { kind: 'notAPool', field: 'pool', typed: 'House' }],
    [['Account', 'Link Plus', '1'], { kind: 'notAPool', field: 'pool', typed: 'Account' }],
    [['Sunrise', 'Link Gold', '1'], { kind: 'unknownWord', field: 'type', typed: 'Link Gold' }],
    [['Sunrise', 'Link Plus', 'some'], { kind: 'notANumber', field: 'quantity', typed: 'some' }],
    [['Sunrise', 'Ringover Smart', ''], { kind: 'missing', field: 'quantity' }],
  ] as const)('is wrong as %j', (row, problem) => {
    expect(propose('allocations', sunrise(), 'root', ['Pool', 'Type', 'Quantity'], row)[0]).toMatchObject({
      state: 'wrong',
      problems: [problem],
    });
  });
});

describe('what is copied', () => {
  it.each(['numbers', 'devices', 'allocations'] as const)('of %s is the same when it is pasted', (kind) => {
    const account = sunrise();
    const context = sheetContext(account, 'root', kind);
    const ids = { numbers: ['n1', 'sip1'], devices: ['d1'], allocations: ['sun'] }[kind];
    const columns = sheetFields[kind];
    const table = ids.map((id) => columns.map((field) => context.written(id, field)));
    expect(propose(kind, account, 'root', [...columns], ...table).map((proposal) => proposal.state)).toEqual(
      ids.map(() => 'same'),
    );
  });

  it('is read as it was, though no spreadsheet takes it for a formula', () => {
    fc.assert(
      fc.property(
        fc
          .string()
          .map(cleanLine)
          .filter((text) => text !== ''),
        (text) => {
          const cell = asCell(text);
          expect(cellsOf({ columns: ['name'] }, [cell])).toEqual({ name: text });
          expect(/^[=@]/.test(cell)).toBe(false);
        },
      ),
      { examples: [["'+"], ["''=1"], ['+49'], ["'"]] },
    );
  });
});

describe('cells', () => {
  it.each([
    ['1200', 1200],
    ['1.200', 1200],
    ['1,200', 1200],
    ['1 200', 1200],
    ['10,00', 10],
    ['1.5', null],
    ['-3', null],
    ['12a', null],
  ])('read %s as the whole number %s', (cell, number) => {
    expect(wholeNumberOf(cell)).toBe(number);
  });
  it.each([
    ['2026-03-31', '2026-03-31'],
    ['31.3.2026', '2026-03-31'],
    ['31. 12. 2026', '2026-12-31'],
    ['31.02.2026', null],
    ['3/4/2026', 'ambiguous'],
    ['31/12/2026', '2026-12-31'],
    ['12/31/2026', '2026-12-31'],
    ['31.12.26', '2026-12-31'],
    ['2026-03-31T00:00:00Z', '2026-03-31'],
    ['1. Januar 2026', '2026-01-01'],
    ['March 31, 2026', '2026-03-31'],
    ['46112', null],
  ])('read %s as the day %s', (cell, day) => {
    expect(dayOf(cell)).toBe(day);
  });
  it('are mended one at a time, in a column of their own where there was none', () => {
    const sheet = sheetOf([['Name'], ['Zoe'], ['Yan']], 'people');
    expect(mendCell(mendCell(sheet, 1, 'name', 'Jan'), 0, 'email', 'zoe@example.org')).toMatchObject({
      columns: ['name', 'email'],
      rows: [{ cells: ['Zoe', 'zoe@example.org'] }, { cells: ['Jan'] }],
    });
  });
});
