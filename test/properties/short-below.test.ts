import { describe, expect, it } from 'vitest';
import { addDays, type Day } from '#core/kernel/day';
import type { Replica } from '#core/ledger/replica';
import type { BlockRow } from '#core/model/rows';
import { anAccount } from '../support/an-account';
import { Books } from '../support/check/books';
import { problemsOfWarnings } from '../support/check/warnings';
import { Chooser } from '../support/random/chooser';
import type { RandomCall } from '../support/random/surroundings';
import { settings } from './settings';

const today: Day = '2026-01-10';

/** An account of pools within pools, where what gets short above is missing further down. */
function nestedAccount(): Replica {
  const account = anAccount(today).done('number.range', { from: '100', to: '150' });
  let parentId = 'root';
  for (const kind of ['complex', 'building', 'floor', 'apartment'] as const) {
    for (const name of ['first', 'second'])
      account.withGroup(`${name}-${kind}`, kind, parentId).withPool(`${name}-${kind}`);
    parentId = `first-${kind}`;
    account.withUser(`user-${kind}`, parentId);
  }
  return account
    .withPurchase('plus', 'link.plus', 16)
    .withPurchase('plus-ending', 'link.plus', 8, { validUntil: '2026-06-30' })
    .withPurchase('smart', 'ringover.smart', 12).replica;
}

/** Hands out, takes back, lets things end, and uses them. */
function proposed(replica: Replica, choose: Chooser): RandomCall {
  const { model } = replica;
  const groupId = choose.one([...model.pools()].filter((pool) => pool !== 'root')) ?? '';
  const userId = choose.one([...model.rows('users')])?.id ?? '';
  const typeId = choose.among('link.plus', 'link.plus', 'ringover.smart', 'link.feature');
  const end = choose.chance(0.3) ? { validUntil: addDays(today, choose.whole(10, 90)) } : {};
  const block = choose.one([...model.rows('blocks')]);
  const amount = (of?: BlockRow): object =>
    (of?.typeId ?? typeId) === 'link.feature'
      ? { quantity: 1, resources: { sip: choose.whole(1, 3) } }
      : { quantity: choose.whole(1, (of?.quantity ?? 2) + 2) };
  const allocate: RandomCall = { do: 'allocation.set', args: { groupId, typeId, ...amount(), ...end } };
  const change: RandomCall =
    block?.source === 'purchase'
      ? { do: 'block.update', args: { blockId: block.id, set: { ...amount(block), ...end } } }
      : {
          do: 'allocation.set',
          args: { id: block?.id, groupId: block?.groupId, typeId: block?.typeId, ...amount(block), ...end },
        };
  return choose.weighted<RandomCall>([
    [4, allocate],
    [3, block === undefined ? allocate : change],
    [1, { do: 'block.remove', args: { blockId: block?.id ?? '' } }],
    [1, { do: 'allowance.set', args: { userId, resources: { sip: choose.whole(1, 6) } } }],
    [1, { do: 'seat.assign', args: { userId, typeId: 'ringover.smart' } }],
  ]);
}

describe('D4 where pools lie within pools', () => {
  it('warns of every pool that an act leaves with less on some day, and of no other', () => {
    let below = 0;
    for (let run = 0; run < settings.runs / 4; run += 1) {
      const replica = nestedAccount();
      const choose = new Chooser(settings.seed + run);
      for (let act = 0; act < 60; act += 1) {
        const call = proposed(replica, choose);
        const before = new Books(replica.state().rows);
        const prepared = replica.prepareAct(call, {
          commit: `c${String(act)}`,
          by: 'owner',
          day: today,
          at: `${today}T08:00:00.000Z`,
          device: 'test',
        });
        if (!prepared.ok) continue;
        replica.accept(prepared.step);
        const after = new Books(replica.state().rows);
        const problems = problemsOfWarnings({ ...call, day: today, before, after }, prepared.warnings);
        expect(problems, `run ${String(run)}, act ${String(act)}: ${JSON.stringify(call)}`).toEqual([]);
        if (
          prepared.warnings.some(({ pool }) => pool !== 'root' && pool !== (call.args as { groupId?: string }).groupId)
        )
          below += 1;
      }
    }
    expect(below).toBeGreaterThan(settings.runs / 20);
  });
});
