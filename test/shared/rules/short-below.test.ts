import { describe, expect, it } from 'vitest';
import type { Warning } from '#core/rules/refusals';
import { anAccount, type AccountBuilder } from '../../support/an-account';

const today = '2026-06-01';
const later = '2026-09-01';

/** A dealer with a pool, and a complex of his with one out of it, who have more than the root has from a later day on. */
function handedDown(): AccountBuilder {
  return anAccount(today)
    .withPurchase('short', 'link.plus', 10, { validUntil: '2026-08-31' })
    .withGroup('dealer', 'dealer')
    .withGroup('complex', 'complex', 'dealer')
    .withPool('dealer', [{ typeId: 'link.plus', quantity: 6 }])
    .withPool('complex', [{ typeId: 'link.plus', quantity: 4 }]);
}

function warningsOf(account: AccountBuilder, name: string, args: unknown): readonly Warning[] {
  const prepared = account.replica.prepareAct(
    { do: name, args },
    { commit: 'tried', by: 'owner', day: today, at: `${today}T08:00:00.000Z`, device: 'test' },
  );
  if (!prepared.ok) throw new Error(JSON.stringify(prepared.refusals));
  return prepared.warnings;
}

const shortIn = (warnings: readonly Warning[]): readonly unknown[] => warnings.map(({ pool }) => pool);

describe('a shortage on a later day (D4)', () => {
  it('is told of pools below that get less than before', () => {
    const account = handedDown().withPurchase('long', 'link.plus', 10);
    expect(shortIn(warningsOf(account, 'block.remove', { blockId: 'long' }))).toEqual(['root', 'dealer']);
  });

  it('is told of the pool above alone where those below get nothing that day, as before', () => {
    const account = handedDown().withGroup('other', 'complex');
    const allocate = [{ typeId: 'link.plus', quantity: 2 }];
    const warnings = warningsOf(account, 'restriction.set', { groupId: 'other', mode: 'own', allocate });
    expect(warnings).toEqual([expect.objectContaining({ code: 'SHORT_LATER', pool: 'root', day: later, short: 8 })]);
  });
});
