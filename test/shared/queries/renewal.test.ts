import { describe, expect, it } from 'vitest';
import { anAccount } from '../../support/an-account';

const end = { validUntil: '2026-06-20' };
const year = '2027-06-20';

/** A purchase that ends, handed on to a dealer and from there to a complex, both until the same day. */
function aDealer() {
  return anAccount()
    .withGroup('dealer', 'dealer')
    .withGroup('complex', 'complex', 'dealer')
    .withPurchase('bought', 'link.plus', 10, end)
    .withPool('dealer', [{ id: 'dealt', typeId: 'link.plus', quantity: 6, ...end }])
    .withPool('complex', [{ id: 'passed', typeId: 'link.plus', quantity: 4, ...end }]);
}

describe('a renewal that is asked about', () => {
  it('names what follows, from when to when, with what was handed on', () => {
    const answer = aDealer().ask('renewal', {
      blocks: [{ blockId: 'bought', validUntil: year, quantity: 12 }],
      allocations: true,
    });
    expect(answer.outcome).toEqual({ ok: true, warnings: [] });
    expect(answer.lines).toMatchObject([
      { blockId: 'bought', groupId: 'root', quantity: 12, validFrom: '2026-06-21', validUntil: year, isBelow: false },
      { blockId: 'dealt', groupId: 'dealer', quantity: 6, isBelow: true },
      { blockId: 'passed', groupId: 'complex', quantity: 4, isBelow: true },
    ]);
    expect(answer.do).toEqual([
      { do: 'block.renew', args: { blockId: 'bought', validUntil: year, quantity: 12, allocations: true } },
    ]);
  });

  it('renews each block once, also where another one takes it along or two purchases end together', () => {
    const account = aDealer().withPurchase('beside', 'link.plus', 5, end);
    const answer = account.ask('renewal', {
      blocks: ['bought', 'beside', 'dealt'].map((blockId) => ({ blockId, validUntil: year })),
      allocations: true,
    });
    expect(answer.lines.map(({ blockId }) => blockId)).toEqual(['bought', 'dealt', 'passed', 'beside']);
    account.done('batch', { do: answer.do });
    const added = [...account.replica.model.rows('blocks')].filter(({ validUntil }) => validUntil === year);
    expect(added.map(({ quantity }) => quantity).sort()).toEqual([10, 4, 5, 6]);
  });

  it('leaves out what is followed already, also below', () => {
    const account = aDealer();
    account.done('block.renew', { blockId: 'bought', validUntil: year });
    account.done('block.renew', { blockId: 'dealt', validUntil: year });
    const again = account.ask('renewal', { blocks: [{ blockId: 'bought', validUntil: year }] });
    expect(again).toMatchObject({ do: [], lines: [], leftOut: [{ blockId: 'bought', why: 'renewed' }] });
    account.withPurchase('beside', 'link.plus', 5, end);
    // The newer purchase is followed by the same block, for nothing tells the two apart.
    expect(account.ask('renewal', { blocks: [{ blockId: 'passed', validUntil: year }] }).do).toHaveLength(1);
  });

  it('costs what is bought at its price, over its days', () => {
    const account = aDealer()
      .done('account.update', { set: { currency: 'EUR' } })
      .done('catalogue.setPrice', { typeId: 'link.plus', amount: 1200, per: 'year' });
    const answer = account.ask('renewal', {
      blocks: [{ blockId: 'bought', validUntil: year }],
      allocations: true,
    });
    expect(answer).toMatchObject({ currency: 'EUR', lines: [{ amount: 12000 }, { amount: 7200 }, { amount: 4800 }] });
    expect(answer.total).toBe(12000);
    const below = account.ask('renewal', { blocks: [{ blockId: 'dealt', validUntil: null }], allocations: true });
    expect(below.total).toBe(below.lines[0]?.amount);
  });

  it('says why not where the rules refuse it, and changes nothing', () => {
    const account = aDealer();
    const before = account.ask('digest', {});
    const answer = account.ask('renewal', { blocks: [{ blockId: 'dealt', validUntil: year }] });
    expect(answer.outcome).toMatchObject({ ok: false, refusals: [{ code: 'POOL_EXCEEDED', pool: 'root' }] });
    expect(account.ask('renewal', { blocks: [{ blockId: 'bought', validUntil: '2026-06-19' }] }).outcome).toMatchObject(
      { ok: false, refusals: [{ code: 'WINDOW_INVALID' }] },
    );
    expect(account.ask('digest', {})).toEqual(before);
  });
});
