import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { smartListNames, type SmartListName } from '#core/queries/smart-lists';
import { anAccount, type AccountBuilder } from '../../support/an-account';

/** What is on a list, as `id: reason`. */
function listed(account: AccountBuilder, list: SmartListName, day?: string): readonly string[] {
  return account.ask('smartList', { list }, day).map(({ id, why }) => `${id}: ${why.kind}`);
}

function anOffice(): AccountBuilder {
  return anAccount()
    .withGroup('office', 'office')
    .withPurchase('business', 'ringover.business', 2)
    .withUser('ada', 'office');
}

describe('people without a license', () => {
  it('are those of an office who hold no seat, with what their pool has to give', () => {
    const account = anOffice();
    expect(account.ask('smartList', { list: 'withoutLicense' })).toContainEqual({
      key: 'user/ada',
      kind: 'user',
      id: 'ada',
      groupId: 'office',
      why: { kind: 'noLicense', poolId: 'root', free: 2 },
    });
    account.withNumber('n', '+4930555').done('seat.assign', { userId: 'ada', typeId: 'ringover.business' });
    expect(listed(account, 'withoutLicense')).not.toContain('ada: noLicense');
  });

  it('are residents whose pool has no license or has none any more, and not those whom it serves', () => {
    const account = anAccount()
      .withPurchase('plus', 'link.plus', 10, { validUntil: '2026-06-30' })
      .withGroup('bare', 'complex')
      .withPool('bare')
      .withUser('ben', 'bare')
      .withGroup('served', 'complex')
      .withPool('served', [{ typeId: 'link.plus', quantity: 4 }])
      .withUser('clara', 'served');
    expect(listed(account, 'withoutLicense')).toEqual(['ben: noPoolLicense']);
    expect(listed(account, 'withoutLicense', '2026-07-01')).toEqual([
      'owner: poolLicenseEnded',
      'ben: noPoolLicense',
      'clara: poolLicenseEnded',
    ]);
  });

  it('are not those who are archived', () => {
    const account = anOffice().done('user.archive', { userId: 'ada' });
    expect(listed(account, 'withoutLicense')).not.toContain('ada: noLicense');
  });
});

describe('what is free', () => {
  it('counts a free seat once, and the units beside it', () => {
    const account = anOffice()
      .withNumber('n', '+4930555')
      .withNumber('m', '+4930556')
      .done('seat.assign', { userId: 'ada', typeId: 'ringover.business' })
      .done('seat.release', { userId: 'ada' });
    expect(account.ask('smartList', { list: 'free' }).map(({ id, why }) => ({ id, why }))).toEqual([
      { id: 'root', why: { kind: 'freeUnits', typeId: 'ringover.business', quantity: 1 } },
      { id: 'n', why: { kind: 'freeSeat', typeId: 'ringover.business' } },
      { id: 'm', why: { kind: 'freeNumber', numberKind: 'landline' } },
    ]);
  });

  it('leaves out units whose resources are reserved, and those that were handed on', () => {
    const account = anAccount()
      .withPurchase('plus', 'link.plus', 10)
      .withGroup('complex', 'complex')
      .withPool('complex', [{ typeId: 'link.plus', quantity: 3 }])
      .withUser('ada', 'complex');
    account.done('allowance.set', { userId: 'ada', resources: { sip: 5, mobileApp: 2 } });
    expect(account.ask('smartList', { list: 'free' }).map(({ id, why }) => ({ id, why }))).toEqual([
      { id: 'root', why: { kind: 'freeUnits', typeId: 'link.plus', quantity: 7 } },
      { id: 'complex', why: { kind: 'freeUnits', typeId: 'link.plus', quantity: 1 } },
    ]);
    account.done('allocation.set', { id: 'more', groupId: 'complex', typeId: 'link.plus', quantity: 7 });
    expect(account.ask('smartList', { list: 'free' }).map(({ id }) => id)).toEqual(['complex']);
  });
});

describe('what expires', () => {
  it('is every block whose last day is today or within thirty days', () => {
    const account = anAccount('2026-06-01')
      .withPurchase('today', 'link.plus', 1, { validUntil: '2026-06-01' })
      .withPurchase('last', 'link.plus', 1, { validUntil: '2026-07-01' })
      .withPurchase('later', 'link.plus', 1, { validUntil: '2026-07-02' })
      .withPurchase('never', 'link.plus', 1);
    expect(
      account
        .ask('smartList', { list: 'expiring' })
        .map(({ id, why }) => [id, why.kind === 'ends' ? why.daysLeft : null]),
    ).toEqual([
      ['today', 0],
      ['last', 30],
    ]);
    expect(listed(account, 'expiring', '2026-06-02')).toEqual(['last: ends', 'later: ends']);
  });
});

describe('who leaves', () => {
  it('is among what expires, from thirty days before the last day through it', () => {
    const account = anAccount('2026-06-01').withGroup('office', 'office');
    account.done('user.create', { id: 'ada', groupId: 'office', name: 'Ada', until: '2026-07-01' });
    account.done('user.create', { id: 'ben', groupId: 'office', name: 'Ben', until: '2026-07-02' });
    expect(listed(account, 'expiring')).toEqual(['ada: leaves']);
    expect(listed(account, 'expiring', '2026-07-02')).toEqual(['ben: leaves']);
  });
});

describe('what is short', () => {
  it('is a pool that hands out more than it has, the pool below whose license ended, and the person who has less than is held', () => {
    const account = anAccount()
      .withPurchase('plus', 'link.plus', 4, { validUntil: '2026-06-30' })
      .withPurchase('smart', 'ringover.smart', 1, { validUntil: '2026-06-30' })
      .withGroup('complex', 'complex')
      .withPool('complex', [{ typeId: 'link.plus', quantity: 4 }])
      .withNumber('n', '+4930555')
      .withUser('ada', 'complex')
      .withGroup('office', 'office')
      .withUser('ben', 'office')
      .done('seat.assign', { userId: 'ben', typeId: 'ringover.smart' });
    expect(listed(account, 'short')).toEqual([]);
    expect(listed(account, 'short', '2026-07-01')).toEqual([
      'root: unitsShort',
      'root: unitsShort',
      'root: poolEnded',
      'complex: poolEnded',
      'ben: seatNotServed',
    ]);
  });

  it('is an allowance that the pool cannot give any more', () => {
    const account = anAccount()
      .withPurchase('plus', 'link.plus', 1, { validUntil: '2026-06-30' })
      .withGroup('complex', 'complex')
      .withUser('ada', 'complex')
      .done('allowance.set', { userId: 'ada', resources: { sip: 2, mobileApp: 1 } });
    expect(listed(account, 'short', '2026-07-01')).toEqual([
      'root: resourceShort',
      'root: resourceShort',
      'root: poolEnded',
      'ada: allowanceNotServed',
    ]);
  });
});

describe('what is not confirmed', () => {
  it('is a draft project as a whole, a person who was invited, and a request without an answer', () => {
    const account = anAccount()
      .withPurchase('plus', 'link.plus', 4)
      .withGroup('complex', 'complex')
      .withGroup('house', 'building', 'complex')
      .done('user.create', { id: 'ada', groupId: 'house', name: 'ada', status: 'invited' })
      .done('user.create', { id: 'ben', groupId: 'house', name: 'ben' })
      .done('request.open', { id: 'r', kind: 'reduce', blockId: 'plus', typeId: 'link.plus', quantity: 2 });
    expect(account.ask('smartList', { list: 'notConfirmed' }).map(({ id, why }) => ({ id, why }))).toEqual([
      { id: 'complex', why: { kind: 'draft', groups: 1 } },
      { id: 'ada', why: { kind: 'invited' } },
      { id: 'r', why: { kind: 'request', request: 'reduce', typeId: 'link.plus', quantity: 2 } },
    ]);
    account.done('group.update', { groupId: 'complex', set: { status: 'confirmed' } });
    expect(listed(account, 'notConfirmed')).toEqual(['ada: invited', 'r: request']);
  });
});

describe('every list', () => {
  it('shows a reader only what he may see', () => {
    const account = anOffice()
      .withGroup('complex', 'complex')
      .withPool('complex')
      .withUser('site', 'complex')
      .withUser('ben', 'complex')
      .withNumber('n', '+4930555')
      .done('user.update', { userId: 'site', set: { roleId: 'siteAdmin' } })
      .done('user.setAdmin', { userId: 'site', groupId: 'complex', admin: true });
    const seen = (list: SmartListName): unknown =>
      account.replica.ask('smartList', { list }, { day: '2026-06-01', by: 'site' });
    expect(seen('withoutLicense')).toMatchObject([{ id: 'site' }, { id: 'ben' }]);
    expect(seen('free')).toMatchObject([{ id: 'n' }]);
    expect(seen('notConfirmed')).toMatchObject([{ id: 'complex' }]);
    for (const list of smartListNames)
      expect(account.replica.ask('smartList', { list }, { day: '2026-06-01', by: 'ben' })).toEqual([]);
  });

  it('names what exists, once, and agrees with what the window shows of it, whatever was bought and handed out', () => {
    const act = fc.oneof(
      fc.record({
        do: fc.constant('block.add'),
        args: fc.record({
          groupId: fc.constant('root'),
          typeId: fc.constantFrom('link.plus', 'ringover.smart', 'ringover.business'),
          quantity: fc.integer({ min: 1, max: 5 }),
          source: fc.constant('purchase'),
          validUntil: fc.constantFrom('2026-06-10', '2026-07-20', '2027-01-01'),
        }),
      }),
      fc.record({
        do: fc.constant('allocation.set'),
        args: fc.record({
          groupId: fc.constantFrom('c0', 'c1'),
          typeId: fc.constantFrom('link.plus', 'ringover.smart'),
          quantity: fc.integer({ min: 0, max: 4 }),
        }),
      }),
      fc.record({
        do: fc.constantFrom('seat.assign', 'seat.changeType'),
        args: fc.record({
          userId: fc.constantFrom('u0', 'u1', 'u2', 'u3'),
          typeId: fc.constantFrom('ringover.smart', 'ringover.business'),
        }),
      }),
      fc.record({
        do: fc.constantFrom('seat.release', 'user.archive', 'user.restore'),
        args: fc.record({ userId: fc.constantFrom('u0', 'u1', 'u2', 'u3') }),
      }),
      fc.record({
        do: fc.constant('allowance.set'),
        args: fc.record({
          userId: fc.constantFrom('u0', 'u1', 'u2', 'u3'),
          resources: fc.record({ sip: fc.integer({ min: 2, max: 6 }), mobileApp: fc.constant(1) }),
        }),
      }),
    );
    fc.assert(
      fc.property(
        fc.array(act, { maxLength: 25 }),
        fc.constantFrom('2026-06-01', '2026-06-11', '2026-08-01'),
        (acts, day) => {
          const account = anAccount()
            .withGroup('c0', 'complex')
            .withGroup('c1', 'office')
            .withPool('c0')
            .withPool('c1')
            .done('number.range', { from: '100', to: '199' });
          for (let index = 0; index < 4; index += 1) account.withUser(`u${String(index)}`, `c${String(index % 2)}`);
          for (const one of acts) account.tried(one.do, one.args);
          const counts = account.ask('smartLists', {}, day);
          for (const list of smartListNames) {
            const entries = account.ask('smartList', { list }, day);
            expect(counts[list]).toBe(entries.length);
            expect(new Set(entries.map(({ key }) => key)).size).toBe(entries.length);
            for (const { id } of entries) expect(account.replica.model.tableOf(id)).not.toBe('retired');
          }
          const people = account.ask('users', { groupId: 'root', subgroups: true }, day);
          const unlicensed = people.filter(
            (user) =>
              user.seatType === null &&
              (user.status === 'none' ||
                (user.status === 'blocked' &&
                  account.ask('user', { userId: user.id }, day).reasons.includes('LICENSE_ENDED'))),
          );
          expect(
            account
              .ask('smartList', { list: 'withoutLicense' }, day)
              .map(({ id }) => id)
              .sort(),
          ).toEqual(unlicensed.map(({ id }) => id).sort());
          const short = account.ask('smartList', { list: 'short' }, day);
          for (const user of people.filter(
            (one) => one.seatType !== null && one.typeId !== one.seatType && one.status !== 'archived',
          ))
            expect(short.map(({ id }) => id)).toContain(user.id);
        },
      ),
      { numRuns: 150 },
    );
  });
});
