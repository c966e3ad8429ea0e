import { describe, expect, it } from 'vitest';
import { anAccount } from '../../support/an-account';

function anOfficeWithTwoSeats() {
  return anAccount()
    .withGroup('office', 'office')
    .withPurchase('two', 'ringover.business', 2)
    .withPurchase('spare', 'ringover.smart', 1)
    .withNumber('n1', '+33184800001')
    .withNumber('n2', '+33184800002')
    .withUser('ana', 'office')
    .withUser('bert', 'office')
    .done('seat.assign', { userId: 'ana', typeId: 'ringover.business' })
    .done('seat.assign', { userId: 'bert', typeId: 'ringover.business' });
}

describe('a what-if', () => {
  it('lists who falls back or is blocked when a purchase ends, on the day that is looked at', () => {
    const account = anOfficeWithTwoSeats();
    const end = [{ do: 'block.update', args: { blockId: 'two', set: { validUntil: '2026-06-30' } } }];
    const later = account.ask('whatIf', { do: end, on: '2026-07-01' });
    expect(later.people.map(({ userId, after, lost }) => ({ userId, after, lost }))).toEqual([
      {
        userId: 'ana',
        after: { status: 'fallback', typeId: 'ringover.smart' },
        lost: ['analytics', 'crmIntegrations', 'voiceMenuGroups'],
      },
      {
        userId: 'bert',
        after: { status: 'blocked', typeId: null },
        lost: ['analytics', 'calls', 'crmIntegrations', 'voiceMenuGroups', 'voiceMenuUsers'],
      },
    ]);
    expect(later.outcome).toMatchObject({
      ok: true,
      warnings: [{ code: 'SHORT_LATER', pool: 'root', typeId: 'ringover.business', day: '2026-07-01', short: 2 }],
    });
    expect(account.ask('whatIf', { do: end }).people).toEqual([]);
  });

  it('says who goes altogether', () => {
    const { people } = anOfficeWithTwoSeats().ask('whatIf', { do: [{ do: 'user.remove', args: { userId: 'bert' } }] });
    expect(people).toMatchObject([{ userId: 'bert', name: 'bert', removed: true, before: { status: 'active' } }]);
  });

  it('changes nothing, whether the acts would be done or refused', () => {
    const account = anOfficeWithTwoSeats();
    const before = account.ask('digest', {});
    account.ask('whatIf', { do: [{ do: 'seat.release', args: { userId: 'ana' } }] });
    const refused = account.ask('whatIf', {
      do: [
        { do: 'seat.release', args: { userId: 'ana' } },
        { do: 'block.update', args: { blockId: 'two', set: { quantity: 0 } } },
      ],
    });
    expect(refused).toMatchObject({
      outcome: { ok: false, refusals: [{ code: 'BELOW_ALLOCATED', index: 1 }] },
      people: [],
    });
    expect(account.ask('digest', {})).toEqual(before);
  });
});
