import { describe, expect, it } from 'vitest';
import { calendarMonths, lastDayOf, monthsFrom } from '../../../../renderer/src/features/portfolio/calendar-months';
import { catalogueOf } from '#core/catalogue/license-types';
import { endsByMonth } from '../../../../renderer/src/features/portfolio/ends-by-month';
import { forecastDays } from '../../../../renderer/src/parts/forecast';
import { anAccount } from '../../../support/an-account';

describe('the months of the calendar', () => {
  it('begin with the one that the day lies in, over the end of a year', () => {
    expect(monthsFrom('2026-11-30', 4)).toEqual(['2026-11-01', '2026-12-01', '2027-01-01', '2027-02-01']);
  });

  it('end on their last day, in leap years too', () => {
    expect(['2026-02-01', '2028-02-01', '2026-12-01', '2026-04-01'].map(lastDayOf)).toEqual([
      '2026-02-28',
      '2028-02-29',
      '2026-12-31',
      '2026-04-30',
    ]);
  });
});

describe('the calendar of ends', () => {
  function aYear() {
    const account = anAccount('2026-05-01')
      .withPurchase('ended', 'link.plus', 4, { validFrom: '2026-04-01', validUntil: '2026-04-30' })
      .withPurchase('ending', 'link.plus', 10, { validUntil: '2026-05-31' })
      .withPurchase('lasting', 'ringover.business', 3, { validUntil: '2026-06-30' })
      .withGroup('office', 'office')
      .withPool('office', [{ id: 'held', typeId: 'ringover.business', quantity: 1 }])
      .withNumber('n1', '+33184800001')
      .withUser('ada', 'office')
      .done('seat.assign', { userId: 'ada', typeId: 'ringover.business' });
    const months = monthsFrom('2026-05-01', 3);
    const calendar = (groupId: string) =>
      calendarMonths(
        '2026-05-01',
        months,
        forecastDays(
          account.ask('forecast', { from: '2026-05-01', to: '2026-08-01', groupId }),
          account.ask('timeline', { from: '2026-05-01', to: '2026-08-01', groupId }).short,
        ),
        [],
        account.replica.model,
      );
    return { account, calendar };
  }

  it('puts an end on the last day that counts, although what follows is felt on the next', () => {
    const [may, june, july] = aYear().calendar('root');
    expect(may?.days).toEqual([
      {
        day: '2026-05-31',
        ends: [{ blockId: 'ending', groupId: 'root', typeId: 'link.plus', quantity: 10 }],
        follows: [],
      },
    ]);
    expect(
      june?.days.map(({ day, ends, follows }) => [
        day,
        ends.map(({ blockId }) => blockId),
        follows.map(({ kind }) => kind),
      ]),
    ).toEqual([['2026-06-30', ['lasting'], ['unitsShort', 'seatBlocked']]]);
    expect(july).toEqual({ first: '2026-07-01', days: [], reminders: [], renewals: [] });
  });

  it('puts the renewal of the contract on its own day, for the account alone', () => {
    const { account, calendar } = aYear();
    account.done('account.update', { set: { contract: { reductionPolicy: 'selfService', renewsOn: '2026-07-01' } } });
    expect(calendar('root').map(({ renewals }) => renewals)).toEqual([[], [], ['2026-07-01']]);
    expect(calendar('office').flatMap(({ renewals }) => renewals)).toEqual([]);
  });

  it('tells what ends and renews on the very day that is looked at, and nothing of the day before', () => {
    const { account, calendar } = aYear();
    account
      .withPurchase('today', 'link.plus', 2, { validUntil: '2026-05-01' })
      .done('account.update', { set: { contract: { reductionPolicy: 'selfService', renewsOn: '2026-05-01' } } });
    const [may] = calendar('root');
    expect(may?.renewals).toEqual(['2026-05-01']);
    expect(may?.days.map(({ day, ends }) => [day, ends.map(({ blockId }) => blockId)])).toEqual([
      ['2026-05-01', ['today']],
      ['2026-05-31', ['ending']],
    ]);
  });

  it('says what people of a group lose although nothing of the group itself ends', () => {
    const [, june] = aYear().calendar('office');
    expect(june?.days).toEqual([
      {
        day: '2026-06-30',
        ends: [],
        follows: [{ kind: 'seatBlocked', typeId: 'ringover.business', userIds: ['ada'] }],
      },
    ]);
  });

  it('adds up to the units that end in each month, by type', () => {
    expect(
      endsByMonth(catalogueOf({ ownTypes: () => [] }), aYear().calendar('root')).map(({ first, types, total }) => [
        first,
        types,
        total,
      ]),
    ).toEqual([
      ['2026-05-01', [{ typeId: 'link.plus', units: 10 }], 10],
      ['2026-06-01', [{ typeId: 'ringover.business', units: 3 }], 3],
      ['2026-07-01', [], 0],
    ]);
  });
});
