import { describe, expect, it } from 'vitest';
import { encodeCommit } from '#core/ledger/encoding';
import type { Commit } from '#core/ledger/commit';
import { Replica } from '#core/ledger/replica';
import { mostVoidKept } from '#core/ledger/void-commits';
import { newestRules } from '#core/rules/version';
import { anAccount } from '../../support/an-account';

function commitAfter(replica: Replica, fields: Pick<Commit, 'id' | 'do' | 'args'>, by = 'mallory'): Uint8Array {
  const { seq, hash } = replica.head ?? { seq: 0, hash: '' };
  const at = '2026-06-01T08:00:00.000Z';
  const about = { ledger: 'ledger', day: '2026-06-01', at, by, device: 'elsewhere', rules: newestRules };
  return encodeCommit({ ...about, seq: seq + 1, prev: hash, ...fields });
}

const asOwner = { day: '2026-06-01', by: 'owner' };

describe('a commit that the rules refuse', () => {
  it('is told with who did it, what it was and why, and stays known in a copy that is stored and opened again', () => {
    const { replica } = anAccount();
    replica.receive([commitAfter(replica, { id: 'x', do: 'group.delete', args: { groupId: 'root' } })]);
    const told = [
      { seq: 2, id: 'x', do: 'group.delete', args: { groupId: 'root' }, by: 'mallory', device: 'elsewhere' },
    ];
    expect(replica.ask('voided', {}, asOwner)).toMatchObject(told);
    const again = Replica.restore(replica.state());
    expect(again.ask('voided', {}, asOwner)).toMatchObject([{ ...told[0], refusals: [{ code: 'ROOT' }] }]);
  });

  it('is forgotten when the shared place goes back to before it, and comes back with it', () => {
    const { replica } = anAccount();
    const before = replica.head;
    const bad = commitAfter(replica, { id: 'x', do: 'group.delete', args: { groupId: 'root' } });
    replica.receive([bad]);
    replica.accept(replica.prepareRewind(before, []));
    expect(replica.ask('voided', {}, asOwner)).toEqual([]);
    replica.receive([bad]);
    expect(replica.ask('voided', {}, asOwner)).toHaveLength(1);
  });

  it('is told by its name alone where its arguments are large, and only the newest of many are kept', () => {
    const { replica } = anAccount();
    replica.receive([commitAfter(replica, { id: 'large', do: 'group.delete', args: { groupId: 'x'.repeat(9_000) } })]);
    expect(replica.voided).toMatchObject([{ id: 'large', do: 'group.delete', args: null }]);
    for (let index = 0; index < mostVoidKept; index += 1)
      replica.receive([
        commitAfter(replica, { id: `x${String(index)}`, do: 'group.delete', args: { groupId: 'root' } }),
      ]);
    expect(replica.voided).toHaveLength(mostVoidKept);
    expect(replica.voided[0]?.id).toBe('x0');
  });

  it('is for those to read who may read the account', () => {
    expect(anAccount().replica.ask('voided', {}, { day: '2026-06-01', by: 'nobody' })).toMatchObject({
      refusals: [{ code: 'NOT_PERMITTED' }],
    });
  });
});
