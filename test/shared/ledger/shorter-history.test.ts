import { describe, expect, it } from 'vitest';
import { finish } from '#core/kernel/slices';
import { readCheckpoint, writeCheckpoint } from '#core/ledger/checkpoint';
import { withoutOld } from '#core/ledger/gone-records';
import { Replica } from '#core/ledger/replica';
import { newestRules } from '#core/rules/version';
import { encodeCommit } from '#core/ledger/encoding';
import type { Commit } from '#core/ledger/commit';
import type { DigestAnswer } from '#core/queries/digest';
import { anAccount } from '../../support/an-account';

const on = { day: '2026-06-01', by: 'owner' };

function checkpointOf({ ledger, head, model, records }: Replica, begins: number): Uint8Array {
  return finish(writeCheckpoint({ ledger, head, model, records: withoutOld(records, begins) }));
}

function joinedFrom(bytes: Uint8Array): Replica {
  const read = readCheckpoint(bytes);
  if (!read.ok) throw new Error(read.problem);
  return Replica.resume({ ...read.checkpoint, pending: [], attention: [], voided: [] }, read.checkpoint.model);
}

/** A copy with all of the history, and one that was joined where it begins. */
function twoCopies() {
  const account = anAccount().withGroup('c', 'complex').withUser('ann', 'c');
  account.done('user.update', { userId: 'ann', set: { email: 'ann@example.com' } });
  account.done('user.remove', { userId: 'ann' });
  const { replica: whole } = account;
  whole.receive(whole.outgoing(100).entries);
  const begins = whole.head!;
  const bytes = checkpointOf(whole, begins.seq);
  const joined = joinedFrom(bytes);
  const both = (commit: Partial<Commit> & Pick<Commit, 'id' | 'do' | 'args'>) => {
    const entry = encodeCommit({
      ledger: 'ledger',
      seq: (whole.head?.seq ?? 0) + 1,
      prev: whole.head?.hash ?? '',
      day: '2026-06-01',
      at: '2026-06-01T09:00:00.000Z',
      by: 'owner',
      device: 'test',
      rules: newestRules,
      ...commit,
    });
    const [one, other] = [whole.receive([entry]), joined.receive([entry])];
    if (!one.ok || !other.ok) throw new Error('A commit was not taken in');
    return [one.voided, other.voided] as const;
  };
  const shorten = { id: 'shorter', do: 'history.shorten', args: { ...begins, checkpoint: 'a'.repeat(64) } };
  return { whole, joined, begins, bytes, both, shorten };
}

describe('a history that begins behind a later commit', () => {
  it('has nothing left in its checkpoint of what was written about people who are removed', () => {
    const { bytes, joined } = twoCopies();
    expect(Buffer.from(bytes).includes('ann@example.com')).toBe(false);
    expect(joined.records.map(({ args }) => args)).toEqual(joined.records.map(() => null));
    expect(joined.ask('history', {}, on)).toEqual([]);
  });

  it('comes to the same on a copy that has all of it and on one that has only what is left', () => {
    const { whole, joined, both, shorten } = twoCopies();
    expect(both({ id: 'before', do: 'group.update', args: { groupId: 'c', set: { name: 'D' } } })).toEqual([[], []]);
    expect(both(shorten)).toEqual([[], []]);
    const tried = [
      { id: 'x1', do: 'undo', args: { commit: 'act-4' } },
      { id: 'x2', do: 'undo', args: { commit: 'shorter' } },
      { id: 'x3', do: 'group.create', args: { id: 'act-1.9', parentId: 'root', kind: 'complex', name: 'E' } },
      { id: 'x4', do: 'undo', args: { commit: 'before' } },
    ];
    for (const commit of tried) {
      const [one, other] = both(commit);
      expect(other).toEqual(one);
    }
    const digests = [whole, joined].map((copy) => (copy.ask('digest', {}, on) as DigestAnswer).hash);
    expect(digests[1]).toBe(digests[0]);
    expect(whole.model.row('groups', 'c')).toMatchObject({ name: 'c' });
  });

  it('gives the same checkpoint whoever makes it', () => {
    const { whole, joined, begins, both, shorten } = twoCopies();
    both(shorten);
    both({ id: 'y', do: 'group.update', args: { groupId: 'c', set: { name: 'D' } } });
    expect(checkpointOf(joined, begins.seq)).toEqual(checkpointOf(whole, begins.seq));
  });
});
