import { describe, expect, it } from 'vitest';
import { differencesOf } from '#core/ledger/differences';
import { AccountBuilder } from '../../support/an-account';

function anAccount(): AccountBuilder {
  return new AccountBuilder('2026-06-01').withGroup('sunrise', 'complex').withGroup('house', 'building', 'sunrise');
}

describe('two states of an account', () => {
  it('differ by what is new, changed and gone, each by its name', () => {
    const before = anAccount()
      .withPurchase('p1', 'link.plus', 20)
      .done('user.create', { id: 'ann', groupId: 'house', name: 'Ann Berg' });
    const after = anAccount()
      .done('group.update', { groupId: 'sunrise', set: { name: 'Sunset' } })
      .done('number.add', { id: 'n', kind: 'landline', value: '+4930901801' });
    const none = { count: 0, shown: [] };
    const one = (thing: object) => ({ count: 1, shown: [thing] });
    expect(differencesOf(before.replica.model, after.replica.model)).toEqual([
      { table: 'groups', added: none, changed: one({ name: 'Sunset' }), removed: none },
      { table: 'users', added: none, changed: none, removed: one({ name: 'Ann Berg' }) },
      { table: 'numbers', added: one({ name: '+4930901801' }), changed: none, removed: none },
      { table: 'blocks', added: none, changed: none, removed: one({ name: 'link.plus', quantity: 20 }) },
    ]);
  });

  it('do not differ where only the order of what was done does', () => {
    const one = anAccount().withPurchase('p1', 'link.plus', 20).withPurchase('p2', 'link.plus', 5);
    const other = anAccount().withPurchase('p2', 'link.plus', 5).withPurchase('p1', 'link.plus', 20);
    expect(differencesOf(one.replica.model, other.replica.model)).toEqual([]);
  });

  it('name a few of many and count all', () => {
    const after = anAccount();
    for (let index = 0; index < 100; index += 1) after.withGroup(`a${String(index)}`, 'apartment', 'house');
    const [groups] = differencesOf(anAccount().replica.model, after.replica.model);
    expect(groups?.added.count).toBe(100);
    expect(groups?.added.shown.length).toBeLessThan(100);
  });
});
