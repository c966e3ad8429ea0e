import { describe, expect, it } from 'vitest';
import { anAccount } from '../../support/an-account';

function aComplexThatIsRenewedLate() {
  return anAccount()
    .withPurchase('old', 'link.plus', 10, { validUntil: '2026-06-30' })
    .withPurchase('new', 'link.plus', 10, { validFrom: '2026-07-15' })
    .withGroup('complex', 'complex')
    .withPool('complex', [{ typeId: 'link.plus', quantity: 4 }]);
}

describe('a timeline', () => {
  it('gives a point for each day on which a pool has more or less, or gives more or less', () => {
    const { poolId, types } = aComplexThatIsRenewedLate().ask('timeline', {
      from: '2026-06-01',
      to: '2026-12-31',
      groupId: 'root',
    });
    expect(poolId).toBe('root');
    expect(types).toEqual([
      {
        typeId: 'link.plus',
        points: [
          { day: '2026-06-01', nominal: 10, claimed: 4 },
          { day: '2026-07-01', nominal: 0, claimed: 4 },
          { day: '2026-07-15', nominal: 10, claimed: 4 },
        ],
      },
    ]);
  });

  it('names the pools that get short of units, and the day on which they no longer are', () => {
    const { short } = aComplexThatIsRenewedLate().ask('timeline', {
      from: '2026-06-01',
      to: '2026-12-31',
      groupId: 'root',
    });
    expect(short).toEqual([
      { day: '2026-07-01', poolId: 'root', typeId: 'link.plus', short: 4 },
      { day: '2026-07-15', poolId: 'root', typeId: 'link.plus', short: 0 },
    ]);
  });

  it('keeps to the days and to the group that are asked about', () => {
    const account = aComplexThatIsRenewedLate();
    expect(
      account.ask('timeline', { from: '2026-06-01', to: '2026-07-10', groupId: 'root' }).short.map(({ day }) => day),
    ).toEqual(['2026-07-01']);
    expect(account.ask('timeline', { from: '2026-06-01', to: '2026-12-31', groupId: 'complex' })).toMatchObject({
      poolId: 'complex',
      types: [{ points: [{ nominal: 4, claimed: 0 }] }],
      short: [],
    });
  });
});
