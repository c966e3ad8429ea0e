import { describe, expect, it } from 'vitest';
import { ownHeadings } from '#core/sheets/own-fields';
import { writtenTable } from '#core/sheets/written';
import { anAccount, type AccountBuilder } from '../../support/an-account';
import { judgedBy, reading } from './sheet-world';

/** People with a plate, a day and a key of their own, groups with a heating, numbers with a fee. */
function anAccountWithFields(): AccountBuilder {
  return anAccount()
    .withGroup('house', 'building')
    .withUser('Ada', 'house')
    .done('number.add', { id: 'line', kind: 'landline', value: '+4930555011' })
    .done('device.register', { id: 'panel', groupId: 'house', serial: 'A1', model: 'AA-12' })
    .done('field.define', { id: 'car', on: 'user', name: 'Licence plate', kind: 'text' })
    .done('field.define', { id: 'since', on: 'user', name: 'Tenant since', kind: 'day' })
    .done('field.define', { id: 'key', on: 'user', name: 'Key', kind: 'choice', choices: ['card', 'phone'] })
    .done('field.define', { id: 'fee', on: 'number', name: 'Fee', kind: 'number' })
    .done('field.define', { id: 'heat', on: 'group', name: 'Heating', kind: 'text' })
    .done('field.define', { id: 'floor', on: 'device', name: 'Installed on', kind: 'day' })
    .done('user.update', { userId: 'Ada', set: { fields: { car: 'B-TR 7', key: 'card' } } });
}

function read(account: AccountBuilder, ...table: readonly (readonly string[])[]) {
  const found = reading(table, { own: ownHeadings(account.replica.model) });
  if (found === null) throw new Error('the table names no columns');
  return { kind: found.kind, rows: judgedBy(account, 'house', found.sheet, found.kind), sheet: found.sheet };
}

describe('fields of one’s own in sheets', () => {
  it('are known by their names, and change what reads otherwise', () => {
    const account = anAccountWithFields();
    const { rows, sheet } = read(
      account,
      ['Name', 'Licence plate', 'Tenant since', 'Key'],
      ['Ada', 'B-TR 8', '1.3.2026', 'Card'],
    );
    expect(sheet.columns).toEqual(['name', 'own.car', 'own.since', 'own.key']);
    expect(rows).toMatchObject([{ state: 'changed', changed: ['own.car', 'own.since'] }]);
    account.done('batch', { do: rows.flatMap(({ calls }) => calls) });
    expect(account.replica.model.user('Ada').fields).toEqual({ car: 'B-TR 8', since: '2026-03-01', key: 'card' });
  });

  it('come with what a row makes, and are emptied by a dash', () => {
    const account = anAccountWithFields();
    const { rows } = read(account, ['Name', 'Licence plate'], ['Ben', 'B-AB 1'], ['Ada', '-']);
    expect(rows.map(({ state }) => state)).toEqual(['new', 'changed']);
    account.done('batch', { do: rows.flatMap(({ calls }) => calls) });
    const values = [...account.replica.model.rows('users')].map(({ name, fields }) => [name, fields?.['car']]);
    expect(values).toContainEqual(['Ben', 'B-AB 1']);
    expect(values).toContainEqual(['Ada', undefined]);
  });

  it('are wrong by the cell where they hold something else', () => {
    const account = anAccountWithFields();
    const { rows } = read(account, ['Name', 'Tenant since', 'Key'], ['Ada', 'soon', 'wire']);
    expect(rows[0]?.problems).toMatchObject([
      { kind: 'notADay', field: 'own.since', typed: 'soon' },
      { kind: 'unknownWord', field: 'own.key', typed: 'wire' },
    ]);
    const fees = read(account, ['Number', 'Fee'], ['+4930555011', '1.200']);
    expect(fees.rows[0]?.problems).toMatchObject([{ kind: 'notANumber', field: 'own.fee' }]);
  });

  it('of numbers, groups and devices are read too', () => {
    const account = anAccountWithFields();
    const all = [
      read(account, ['Number', 'Fee'], ['+4930555011', '4,5']),
      read(account, ['Name', 'Kind', 'Heating'], ['Flat 1', 'Apartment', 'gas']),
      read(account, ['Serial number', 'Installed on'], ['A1', '2026-05-01']),
    ];
    expect(all.map(({ rows }) => rows.map(({ state }) => state))).toEqual([['changed'], ['new'], ['changed']]);
    account.done('batch', { do: all.flatMap(({ rows }) => rows.flatMap(({ calls }) => calls)) });
    const { model } = account.replica;
    expect(model.row('numbers', 'line')?.fields).toEqual({ fee: 4.5 });
    expect(model.row('devices', 'panel')?.fields).toEqual({ floor: '2026-05-01' });
    expect([...model.rows('groups')].find(({ name }) => name === 'Flat 1')?.fields).toEqual({ heat: 'gas' });
  });

  it('are written as they are read: the same table changes nothing', () => {
    const account = anAccountWithFields();
    const table = writtenTable(account.replica.model, 'house', 'people', 'de');
    expect(table[0]?.slice(-3)).toEqual(['Licence plate', 'Tenant since', 'Key']);
    expect(table[1]?.slice(-3)).toEqual(['B-TR 7', '', 'card']);
    expect(read(account, ...table).rows.map(({ state }) => state)).toEqual(['same']);
  });

  it('do not take a column away that is known by another name', () => {
    const account = anAccountWithFields().done('field.define', {
      id: 'mail',
      on: 'user',
      name: 'E-mail',
      kind: 'text',
    });
    expect(read(account, ['Name', 'E-mail'], ['Ada', 'ada@example.org']).sheet.columns).toEqual(['name', 'email']);
  });
});
