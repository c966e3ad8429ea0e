import { afterEach, describe, expect, it, vi } from 'vitest';
import { CommitRecords } from '#core/ledger/records';
import { anAccount } from '../../support/an-account';

afterEach(() => vi.restoreAllMocks());

/** A pool that is short since its purchase has ended, and what was handed on from it: 12 of 20, then 8. */
function aShortPool(): ReturnType<typeof anAccount> {
  const account = anAccount()
    .withPurchase('plus', 'link.plus', 20, { validUntil: '2026-07-31' })
    .withGroup('sunrise', 'complex')
    .done('restriction.set', { groupId: 'sunrise', mode: 'own' })
    .done('allocation.set', { id: 'a', groupId: 'sunrise', typeId: 'link.plus', quantity: 10 })
    .done('user.create', { id: 'carla', groupId: 'root', name: 'Carla', roleId: 'companyAdmin' });
  account.done('allocation.set', {
    id: 'a',
    groupId: 'sunrise',
    typeId: 'link.plus',
    quantity: 12,
    was: { quantity: 10 },
  });
  return account;
}

function lookingBack(): { readonly times: () => number } {
  const since = vi.spyOn(CommitRecords.prototype, 'since');
  return { times: () => since.mock.calls.length };
}

describe('an undo by somebody else, many acts later', () => {
  it('does not go through what happened since where nothing becomes shorter than it is', () => {
    const account = aShortPool().on('2026-08-02');
    const back = lookingBack();
    expect(account.tried('undo', { commit: 'act-6' }, 'carla')).toEqual([]);
    expect(back.times()).toBe(0);
    expect(account.replica.ask('blocks', { groupId: 'sunrise' }, { day: '2026-08-02', by: 'owner' })).toMatchObject([
      { quantity: 10 },
    ]);
  });

  it('does where something becomes shorter, and may make it as short as it was before that act', () => {
    const account = aShortPool().on('2026-08-02');
    account.done('allocation.set', {
      id: 'a',
      groupId: 'sunrise',
      typeId: 'link.plus',
      quantity: 8,
      was: { quantity: 12 },
    });
    const back = lookingBack();
    expect(account.tried('undo', { commit: 'act-7' }, 'carla')).toEqual([]);
    expect(back.times()).toBeGreaterThan(0);
  });
});
