import { describe, expect, it } from 'vitest';
import { Evaluation } from '#core/rules/evaluation';
import { standingOf, standingOfMany } from '#core/rules/user-status';
import { anAccount } from '../../support/an-account';

const today = '2026-06-01';

describe('the standing of many people (X5)', () => {
  it('is that of each by himself, wherever he is in pools and offices', () => {
    const account = anAccount(today)
      .withPurchase('plus', 'link.plus', 10)
      .withGroup('dealer', 'dealer')
      .withGroup('complex', 'complex', 'dealer')
      .withGroup('house', 'building', 'complex')
      .withGroup('flat', 'apartment', 'house')
      .withGroup('office', 'office', 'dealer')
      .withGroup('department', 'department', 'office')
      .withPool('dealer', [{ typeId: 'link.plus', quantity: 6 }])
      .withPool('house', [{ typeId: 'link.plus', quantity: 1, validUntil: '2026-06-30' }])
      .withPool('department');
    const groups = ['root', 'dealer', 'complex', 'house', 'flat', 'office', 'department'];
    for (const group of groups) account.withUser(`in-${group}`, group);
    const { model } = account.replica;
    const seen = new Set<string>();
    for (const day of [today, '2026-07-01']) {
      const evaluation = new Evaluation(model, day);
      const standing = standingOfMany(evaluation);
      for (const user of model.rows('users')) {
        expect({ ...standing(user), user: user.id, day }).toEqual({
          ...standingOf(evaluation, user),
          user: user.id,
          day,
        });
        seen.add(standing(user).status);
      }
    }
    expect([...seen].sort()).toEqual(['active', 'blocked', 'none']);
  });
});
