import { describe, expect, it } from 'vitest';
import { anAccount } from '../../support/an-account';

function account() {
  return anAccount()
    .withGroup('c', 'complex')
    .withUser('ann', 'c')
    .withUser('ben', 'c')
    .withUser('eve', 'c')
    .done('user.update', { userId: 'ann', set: { name: 'Ann Abel' } })
    .done('user.remove', { userId: 'ann' })
    .done('user.remove', { userId: 'ben' })
    .done('undo', { commit: 'act-7' });
}

describe('the query of what a shorter history would not name any more', () => {
  it('names people who were removed by then, as they were called last, and nobody who is back', () => {
    expect(account().ask('shorterHistory', { seq: 100 })).toEqual({ people: ['Ann Abel'] });
    expect(account().done('user.remove', { userId: 'eve' }).ask('shorterHistory', { seq: 100 })).toEqual({
      people: ['Ann Abel', 'eve'],
    });
  });

  it('does not count who was removed later', () => {
    expect(account().ask('shorterHistory', { seq: 6 })).toEqual({ people: [] });
  });

  it('is refused to whoever may not shorten the history', () => {
    const others = account().done('user.create', { id: 'sue', groupId: 'root', name: 'Sue', roleId: 'accountant' });
    const answer = others.replica.ask('shorterHistory', { seq: 100 }, { day: '2026-06-01', by: 'sue' });
    expect(answer).toMatchObject({ refusals: [{ code: 'NOT_PERMITTED' }] });
  });
});

describe('the query of where the history begins', () => {
  it('says who let it begin there, and when', () => {
    const shorter = account().done('history.shorten', { seq: 9, hash: 'a'.repeat(64), checkpoint: 'b'.repeat(64) });
    expect(shorter.ask('historyBeginning', {})).toEqual({
      ...{ seq: 9, isHere: true },
      ...{ by: 'owner', at: '2026-06-01T08:00:00.000Z' },
    });
    expect(account().ask('historyBeginning', {})).toBeNull();
  });
});
