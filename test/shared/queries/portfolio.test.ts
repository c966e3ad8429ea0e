import { describe, expect, it } from 'vitest';
import type { PortfolioAnswer } from '#core/queries/portfolio';
import { anAccount, type AccountBuilder } from '../../support/an-account';

/** Two complexes with pools of their own below one dealer, one complex that shares the dealer's, and an office on the account's. */
function aDealer(): AccountBuilder {
  return anAccount()
    .withPurchase('plus', 'link.plus', 100)
    .withPurchase('year', 'link.plus', 40, { validUntil: '2026-07-31' })
    .withPurchase('business', 'ringover.business', 5)
    .withGroup('dealer', 'dealer')
    .withPool('dealer', [{ typeId: 'link.plus', quantity: 100 }])
    .withGroup('sunrise', 'complex', 'dealer')
    .withPool('sunrise', [
      { id: 'lasting', typeId: 'link.plus', quantity: 30 },
      { id: 'ending', typeId: 'link.plus', quantity: 10, validUntil: '2026-06-25' },
    ])
    .withGroup('mill', 'complex', 'dealer')
    .withPool('mill', [{ typeId: 'link.plus', quantity: 5 }])
    .withGroup('annex', 'complex', 'dealer')
    .withGroup('office', 'office');
}

function rowOf({ rows }: PortfolioAnswer, id: string) {
  const row = rows.find((one) => one.id === id);
  if (row === undefined) throw new Error(`${id} has no row`);
  return row;
}

function poolOf({ pools }: PortfolioAnswer, id: string) {
  const pool = pools.find((one) => one.id === id);
  if (pool === undefined) throw new Error(`${id} is no pool of the portfolio`);
  return pool;
}

describe('a portfolio', () => {
  it('has a row for each complex and office below a group, in tree order, with its way from there', () => {
    const account = aDealer();
    expect(account.ask('portfolio', {}).rows.map(({ id, path }) => [id, path])).toEqual([
      ['sunrise', ['dealer']],
      ['mill', ['dealer']],
      ['annex', ['dealer']],
      ['office', []],
    ]);
    expect(account.ask('portfolio', { groupId: 'dealer' }).rows.map(({ id, path }) => [id, path])).toEqual([
      ['sunrise', []],
      ['mill', []],
      ['annex', []],
    ]);
    expect(account.ask('portfolio', { groupId: 'sunrise' })).toEqual({ rows: [], pools: [] });
  });

  it('has a row for a pool that lies in no project, and none for dealers nor for pools inside of a project', () => {
    const account = aDealer()
      .withGroup('depot', 'custom', 'dealer')
      .withPool('depot')
      .withGroup('house', 'building', 'sunrise')
      .withPool('house');
    expect(account.ask('portfolio', { groupId: 'dealer' }).rows.map(({ id }) => id)).toEqual([
      'sunrise',
      'mill',
      'annex',
      'depot',
    ]);
    expect(account.ask('portfolio', { groupId: 'sunrise' }).rows).toEqual([]);
  });

  it('names a complex inside of another, each by itself', () => {
    const account = aDealer().withGroup('yard', 'complex', 'sunrise');
    expect(account.ask('portfolio', { groupId: 'dealer' }).rows.map(({ id, path }) => [id, path])).toContainEqual([
      'yard',
      ['sunrise'],
    ]);
    expect(account.ask('portfolio', { groupId: 'sunrise' }).rows.map(({ id }) => id)).toEqual(['yard']);
  });

  it('counts what is inside, and gives every pool once, however many share it', () => {
    const account = aDealer()
      .withGroup('flat', 'apartment', 'annex')
      .withUser('ada', 'flat')
      .done('user.create', { id: 'ben', groupId: 'flat', name: 'Ben', status: 'invited' });
    const portfolio = account.ask('portfolio', {});
    expect(rowOf(portfolio, 'annex')).toMatchObject({
      poolId: 'dealer',
      groups: 1,
      apartments: 1,
      people: 2,
      invited: 1,
    });
    expect(portfolio.pools.map(({ id }) => id)).toEqual(['sunrise', 'mill', 'dealer', 'root']);
    expect(poolOf(portfolio, 'root').types['ringover.business']).toEqual({ nominal: 5, used: 0, free: 5, short: 0 });
    // 45 of its 100 are handed on, and counted where they went.
    expect(poolOf(portfolio, 'dealer').types['link.plus']).toMatchObject({ nominal: 55, used: 0, free: 55 });
  });

  it('calls free what could be taken out: what is reserved needs whole units', () => {
    const account = aDealer()
      .withUser('ada', 'mill')
      .done('allowance.set', { userId: 'ada', resources: { sip: 5, mobileApp: 2 } });
    // A unit of Plus gives 4 virtual numbers.
    expect(poolOf(account.ask('portfolio', {}), 'mill').types['link.plus']).toEqual({
      nominal: 5,
      used: 2,
      free: 3,
      short: 0,
    });
    const take = (quantity: number) =>
      account.tried('allocation.set', {
        id: account.ask('blocks', { groupId: 'mill' })[0]?.id,
        groupId: 'mill',
        typeId: 'link.plus',
        quantity,
      });
    expect(take(1).map(({ code }) => code)).toEqual(['QUOTA_EXCEEDED']);
    expect(take(2)).toEqual([]);
  });

  it('says of each type what could go by itself, and of all what could go together, the dearest first', () => {
    const account = aDealer()
      .withPurchase('paid', 'link.basicPaid', 10)
      .done('allocation.set', { groupId: 'dealer', typeId: 'link.basicPaid', quantity: 10 })
      .done('allocation.set', { groupId: 'mill', typeId: 'link.basicPaid', quantity: 2 })
      .done('device.register', { groupId: 'mill', serial: 'S1', model: 'AA-12' })
      .withUser('ada', 'mill')
      .done('allowance.set', { userId: 'ada', resources: { sip: 5, ukey: 1 } });
    const { types, total } = poolOf(account.ask('portfolio', {}), 'mill');
    expect(types).toEqual({
      'link.basic': { nominal: 1, used: 1, free: 0, short: 0 },
      'link.basicPaid': { nominal: 2, used: 0, free: 2, short: 0 },
      'link.plus': { nominal: 5, used: 1, free: 4, short: 0 },
    });
    // 5 virtual numbers need the unit of the device and both paid ones, the key one of Plus; units of devices are not counted, as they stay with it.
    expect(total).toEqual({ nominal: 7, used: 3, free: 4, short: 0 });
  });

  it('says what ends within 30, 60 and 90 days, and what ends next', () => {
    const account = aDealer().done('allocation.set', {
      groupId: 'sunrise',
      typeId: 'link.plus',
      quantity: 4,
      validUntil: '2026-08-01',
    });
    expect(poolOf(account.ask('portfolio', {}), 'sunrise')).toMatchObject({
      ending: { in30: 10, in60: 10, in90: 14 },
      nextEnd: { day: '2026-06-25', typeId: 'link.plus', quantity: 10 },
    });
    expect(poolOf(account.ask('portfolio', {}), 'mill')).toMatchObject({
      ending: { in30: 0, in60: 0, in90: 0 },
      nextEnd: null,
    });
  });

  it('follows the day: what has ended is gone, and what the account no longer covers is short', () => {
    const account = aDealer();
    expect(poolOf(account.ask('portfolio', {}, '2026-06-26'), 'sunrise')).toMatchObject({
      total: { nominal: 30 },
      nextEnd: null,
    });
    // From 1 August on the account has 100, all of them handed on.
    expect(poolOf(account.ask('portfolio', {}, '2026-08-01'), 'dealer').types['link.plus']).toMatchObject({
      nominal: 65,
      short: 0,
    });
    const less = account.withPool('office', [{ typeId: 'link.plus', quantity: 20 }]).ask('portfolio', {}, '2026-08-01');
    expect(poolOf(less, 'office').types['link.plus']).toEqual({ nominal: 20, used: 0, free: 0, short: 20 });
  });

  it('says by how much reservations exceed what there is', () => {
    const account = aDealer()
      .withUser('ada', 'sunrise')
      .done('allowance.set', { userId: 'ada', resources: { sip: 130 } });
    expect(poolOf(account.ask('portfolio', {}), 'sunrise').short).toEqual({});
    expect(poolOf(account.ask('portfolio', {}, '2026-06-26'), 'sunrise')).toMatchObject({
      short: { sip: 10 },
      types: { 'link.plus': { nominal: 30, used: 30, free: 0 } },
    });
  });

  it('counts people without a license as their status says it: in an office whoever holds nothing, elsewhere where nothing serves all', () => {
    const account = aDealer()
      .withGroup('empty', 'complex')
      .withPool('empty')
      .withUser('ada', 'empty')
      .withUser('ben', 'sunrise')
      .withUser('cleo', 'office')
      .withUser('dan', 'office')
      .withNumber('n1', '+4930100001')
      .done('seat.assign', { userId: 'dan', typeId: 'ringover.business' });
    const portfolio = account.ask('portfolio', {});
    expect(['empty', 'sunrise', 'office'].map((id) => rowOf(portfolio, id).unlicensed)).toEqual([1, 0, 1]);
    const listed = account.ask('smartList', { list: 'withoutLicense' }).map(({ id }) => id);
    expect(listed.filter((id) => id !== 'owner')).toEqual(['ada', 'cleo']);
  });

  it('has everything free and nothing short while a trial runs', () => {
    const account = aDealer()
      .withUser('ada', 'mill')
      .done('allowance.set', { userId: 'ada', resources: { sip: 5 } })
      .done('block.add', {
        groupId: 'root',
        typeId: 'link.trial',
        quantity: 1,
        source: 'trial',
        validUntil: '2026-12-31',
      });
    expect(poolOf(account.ask('portfolio', {}), 'mill')).toMatchObject({
      types: { 'link.plus': { used: 0, free: 5 } },
      resources: { sip: { capacity: 'unlimited' } },
      short: {},
    });
  });

  it('is answered to those who may read licenses there, and refused to others', () => {
    const account = aDealer()
      .done('user.create', { id: 'site', groupId: 'sunrise', name: 'Site', roleId: 'siteAdmin' })
      .done('user.setAdmin', { userId: 'site', groupId: 'sunrise', admin: true });
    const ask = (groupId: string) => account.replica.ask('portfolio', { groupId }, { day: '2026-06-01', by: 'site' });
    expect(ask('sunrise')).toEqual({ rows: [], pools: [] });
    expect(ask('dealer')).toMatchObject({ refusals: [{ code: 'NOT_PERMITTED' }] });
    expect(ask('nowhere')).toMatchObject({ refusals: [{ code: 'NOT_FOUND' }] });
  });
});
