import { describe, expect, it } from 'vitest';
import type { UserSummary } from '#core/queries/users';
import type { Answer } from '#core/queries/registry';
import { anAccount, type AccountBuilder } from '../../support/an-account';

const later = '2028-01-01';

/** People of every standing, in pools within pools, offices, and a building with a pool of its own. */
function aMixedAccount(): AccountBuilder {
  const account = anAccount()
    .withPurchase('plus', 'link.plus', 60, { validUntil: '2026-12-31' })
    .withPurchase('basic', 'link.basicPaid', 10)
    .withPurchase('smart', 'ringover.smart', 3)
    .withGroup('sunrise', 'complex')
    .withGroup('h1', 'building', 'sunrise')
    .withGroup('h2', 'building', 'sunrise')
    .withGroup('a1', 'apartment', 'h1')
    .withGroup('a2', 'apartment', 'h2')
    .withGroup('empty', 'complex')
    .withGroup('e1', 'apartment', 'empty')
    .withGroup('desk', 'office')
    .withPool('sunrise', [{ typeId: 'link.plus', quantity: 20 }])
    .withPool('h2', [{ typeId: 'link.plus', quantity: 5 }])
    .withPool('empty', []);
  for (const groupId of ['root', 'sunrise', 'h1', 'a1', 'a2', 'e1', 'desk'])
    for (const name of ['Zoe', 'Anna', 'Anna'])
      account.done('user.create', { id: `${groupId}-${String(account.replica.records.length)}`, groupId, name });
  const idOf = (groupId: string): string => [...account.replica.model.usersOf(groupId)].sort()[0] ?? '';
  return account
    .done('number.add', { id: 'n1', kind: 'landline', value: '+4930901801' })
    .done('seat.assign', { userId: idOf('desk'), typeId: 'ringover.smart' })
    .done('allowance.set', { userId: idOf('a2'), resources: { sip: 2, mobileApp: 2 } })
    .done('user.archive', { userId: idOf('a1') });
}

function people(account: AccountBuilder, groupId: string): readonly UserSummary[] {
  return account.ask('users', { groupId, subgroups: true });
}

describe('people of a group and of all below it', () => {
  it.each(['2026-06-01', later])('stand as each of them does alone on %s', (day) => {
    const account = aMixedAccount().on(day);
    const listed = people(account, 'root');
    expect(listed).toHaveLength(account.replica.model.size('users'));
    for (const line of listed) {
      const alone: Answer<'user'> = account.ask('user', { userId: line.id });
      expect(alone).toMatchObject(line);
    }
    expect(new Set(listed.map(({ status }) => status)).size).toBeGreaterThan(2);
  });

  it('are by name, and the same people whether all are asked for or a part', () => {
    const account = aMixedAccount();
    const all = people(account, 'root');
    expect(all.map(({ name, id }) => `${name} ${id}`)).toEqual(all.map(({ name, id }) => `${name} ${id}`).sort());
    for (const groupId of ['sunrise', 'h2', 'desk', 'empty']) {
      const within = people(account, groupId);
      expect(within).toEqual(all.filter(({ groupId: at }) => account.replica.model.isWithin(at, groupId)));
      expect(within.length).toBeGreaterThan(0);
    }
  });
});
