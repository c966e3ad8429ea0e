import { describe, expect, it } from 'vitest';
import type { UseAnswer } from '#core/queries/use';
import { anAccount, type AccountBuilder } from '../../support/an-account';

/** A complex with a pool of 50 Plus: people who have a number and an app each, and who are served together. */
function aComplex(people: number): AccountBuilder {
  const account = anAccount()
    .withPurchase('plus', 'link.plus', 60)
    .withGroup('sunrise', 'complex')
    .withPool('sunrise', [{ typeId: 'link.plus', quantity: 50 }]);
  for (let person = 0; person < people; person += 1)
    account
      .done('user.create', { id: `p${String(person)}`, groupId: 'sunrise', name: `P${String(person)}` })
      .done('allowance.set', { userId: `p${String(person)}`, resources: { sip: 1, mobileApp: 1 } });
  return account;
}

const use = (account: AccountBuilder, groupId: string): UseAnswer => account.ask('use', { groupId });

describe('units in use', () => {
  it('of a type that all share are those that numbers and apps need, the rest is left', () => {
    const account = aComplex(60);
    expect(use(account, 'sunrise')).toEqual({
      poolId: 'sunrise',
      types: { 'link.plus': { here: 50, givenOn: 0, inUse: 15, left: 35, short: 0 } },
      reserved: { sip: 60, mobileApp: 60 },
    });
  });

  it('are the same in the portfolio and among what is free', () => {
    const account = aComplex(60);
    const { pools } = account.ask('portfolio', {});
    expect(pools.find(({ id }) => id === 'sunrise')?.types['link.plus']).toMatchObject({ used: 15, free: 35 });
    expect(account.ask('smartList', { list: 'free' })).toContainEqual(
      expect.objectContaining({ id: 'sunrise', why: { kind: 'freeUnits', typeId: 'link.plus', quantity: 35 } }),
    );
  });

  it('are told from what was given on to pools below', () => {
    expect(use(aComplex(0), 'root').types['link.plus']).toEqual({
      here: 60,
      givenOn: 50,
      inUse: 0,
      left: 10,
      short: 0,
    });
  });

  it('of a type that people hold are the licenses that they have', () => {
    const account = anAccount()
      .withPurchase('smart', 'ringover.smart', 3)
      .done('number.range', { from: '200', to: '299' })
      .done('user.create', { id: 'ann', groupId: 'root', name: 'Ann' })
      .done('seat.assign', { userId: 'ann', typeId: 'ringover.smart' });
    expect(use(account, 'root').types['ringover.smart']).toEqual({ here: 3, givenOn: 0, inUse: 1, left: 2, short: 0 });
  });
});
