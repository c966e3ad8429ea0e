import { describe, expect, it } from 'vitest';
import { anAccount, type AccountBuilder } from '../../support/an-account';

/** The account has 10, the complex 4 of them, its house 3 of those. */
function threePools(): AccountBuilder {
  return anAccount()
    .withPurchase('ten', 'link.plus', 10)
    .withGroup('complex', 'complex')
    .withPool('complex', [{ typeId: 'link.plus', quantity: 4 }])
    .withGroup('house', 'building', 'complex')
    .withPool('house', [{ typeId: 'link.plus', quantity: 3 }])
    .withGroup('flat', 'apartment', 'house')
    .withPool('flat');
}

function allocation(groupId: string, quantity: number): { readonly do: string; readonly args: object } {
  return { do: 'allocation.set', args: { groupId, typeId: 'link.plus', quantity } };
}

describe('the remedy of an explained refusal', () => {
  it('takes units from the nearest pool above that has enough', () => {
    const { binding, remedy } = threePools().ask('explain', allocation('flat', 4));
    expect(binding).toBe('house');
    expect(remedy).toEqual({
      kind: 'moreUnits',
      pool: 'house',
      typeId: 'link.plus',
      units: 1,
      from: 'complex',
      steps: [{ from: 'complex', to: 'house', units: 1 }],
      fromDay: null,
    });
  });

  it('hands down through the pools between, each giving what it has left', () => {
    const { remedy } = threePools().ask('explain', allocation('flat', 8));
    expect(remedy).toMatchObject({
      units: 5,
      from: 'root',
      steps: [
        { from: 'root', to: 'complex', units: 4 },
        { from: 'complex', to: 'house', units: 5 },
      ],
    });
  });

  it('buys for the account what no pool above has', () => {
    const { remedy } = threePools().ask('explain', allocation('flat', 13));
    expect(remedy).toMatchObject({
      units: 10,
      from: null,
      steps: [
        { from: null, to: 'root', units: 3 },
        { from: 'root', to: 'complex', units: 9 },
        { from: 'complex', to: 'house', units: 10 },
      ],
    });
  });

  it('is enough and no more: with its steps done the act passes, with one unit less it does not', () => {
    for (const lessBy of [0, 1]) {
      const account = threePools();
      const { remedy } = account.ask('explain', allocation('flat', 13));
      if (remedy?.kind !== 'moreUnits') throw new Error('more units were expected');
      for (const { from, to, units } of remedy.steps) {
        const given = to === 'house' ? units - lessBy : units;
        if (from === null) account.withPurchase('more', 'link.plus', given);
        else account.done('allocation.set', { groupId: to, typeId: 'link.plus', quantity: given });
      }
      expect(account.tried('allocation.set', allocation('flat', 13).args).map(({ code }) => code)).toEqual(
        lessBy === 0 ? [] : ['POOL_EXCEEDED'],
      );
    }
  });

  it('names the first day from which on the same allocation would pass', () => {
    const account = anAccount()
      .withPurchase('now', 'link.plus', 2)
      .withPurchase('soon', 'link.plus', 1, { validFrom: '2026-07-01' })
      .withPurchase('later', 'link.plus', 5, { validFrom: '2026-09-01' })
      .withGroup('complex', 'complex')
      .withPool('complex');
    const { remedy } = account.ask('explain', allocation('complex', 6));
    expect(remedy).toMatchObject({ units: 4, from: null, fromDay: '2026-09-01' });
    expect(account.tried('allocation.set', { ...allocation('complex', 6).args, validFrom: '2026-08-31' })).toHaveLength(
      1,
    );
    expect(account.tried('allocation.set', { ...allocation('complex', 6).args, validFrom: '2026-09-01' })).toEqual([]);
  });

  it('names the day after which a license is given back by itself, for an act without a first day of its own', () => {
    const account = anAccount()
      .withPurchase('one', 'ringover.smart', 1)
      .withGroup('branch', 'custom')
      .withPool('branch', [{ typeId: 'ringover.smart', quantity: 1, validUntil: '2026-06-30' }])
      .withNumber('n1', '+33184800001')
      .withUser('ana', 'root');
    const { remedy } = account.ask('explain', { do: 'seat.assign', args: { userId: 'ana', typeId: 'ringover.smart' } });
    expect(remedy).toMatchObject({ kind: 'moreUnits', pool: 'root', units: 1, fromDay: '2026-07-01' });
  });

  it('says how many units must come back before supply can be lowered', () => {
    const { binding, remedy } = threePools().ask('explain', {
      do: 'block.update',
      args: { blockId: 'ten', set: { quantity: 1 } },
    });
    expect(binding).toBe('root');
    expect(remedy).toEqual({ kind: 'giveBackFirst', pool: 'root', typeId: 'link.plus', units: 3, fromDay: null });
  });

  it('says which units would give a resource that is short, and shows what each pool has of it', () => {
    const account = threePools().withUser('ana', 'flat');
    const { path, binding, remedy } = account.ask('explain', {
      do: 'allowance.set',
      args: { userId: 'ana', resources: { sip: 1 } },
    });
    expect(path.map(({ groupId, resource }) => ({ groupId, resource }))).toEqual(
      ['root', 'complex', 'house', 'flat'].map((groupId) => ({ groupId, resource: 'sip' })),
    );
    expect(path.at(-1)).toMatchObject({ nominal: 0, available: 0 });
    expect(binding).toBe('flat');
    expect(remedy).toMatchObject({
      kind: 'moreResource',
      pool: 'flat',
      resource: 'sip',
      amount: 1,
      typeId: 'link.plus',
      units: 1,
      from: 'house',
    });
  });
});

describe('an explanation', () => {
  it('shows the way to the pool that is drawn on also when the act would pass', () => {
    const { outcome, path, binding, remedy } = threePools().ask('explain', allocation('house', 1));
    expect(outcome).toMatchObject({ ok: true });
    expect(path.map(({ groupId, available }) => [groupId, available])).toEqual([
      ['root', 6],
      ['complex', 1],
    ]);
    expect(binding).toBe('complex');
    expect(remedy).toBeNull();
  });

  it('of many acts at once names what the first of them draws on', () => {
    const account = threePools();
    const { path } = account.ask('explain', { do: 'batch', args: { do: [allocation('house', 1)] } });
    expect(path.map(({ groupId }) => groupId)).toEqual(['root', 'complex']);
  });

  it('changes nothing, however many days it tries', () => {
    const account = threePools().withPurchase('soon', 'link.plus', 1, { validFrom: '2026-07-01' });
    const before = account.ask('digest', {});
    account.ask('explain', allocation('flat', 30));
    account.ask('explain', allocation('house', 1));
    expect(account.ask('digest', {})).toEqual(before);
  });
});
