import { describe, expect, it } from 'vitest';
import { encodeCommit, hashEntry } from '#core/ledger/encoding';
import type { Commit } from '#core/ledger/commit';
import { newestRules } from '#core/rules/version';
import { anAccount } from '../../support/an-account';

type Replica = ReturnType<typeof anAccount>['replica'];

function commitAfter(replica: Replica, fields: Partial<Commit> & Pick<Commit, 'id' | 'do' | 'args'>): Uint8Array {
  return encodeCommit({
    ledger: 'ledger',
    seq: (replica.head?.seq ?? 0) + 1,
    prev: replica.head?.hash ?? '',
    day: '2026-06-01',
    at: '2026-06-01T08:00:00.000Z',
    by: 'owner',
    device: 'elsewhere',
    rules: newestRules,
    ...fields,
  });
}

const group = (name: string) => ({ do: 'group.create', args: { parentId: 'root', kind: 'custom', name } });

describe('G11, the id of a commit', () => {
  it('comes back harmlessly with the same content, and void with another', () => {
    const { replica } = anAccount();
    expect(replica.receive([commitAfter(replica, { id: 'x', ...group('A') })])).toMatchObject({ voided: [] });
    expect(replica.receive([commitAfter(replica, { id: 'x', ...group('A') })])).toMatchObject({ voided: [] });
    expect(replica.receive([commitAfter(replica, { id: 'x', ...group('B') })])).toMatchObject({
      voided: [{ seq: 4, refusals: [{ code: 'ID_TAKEN', id: 'x' }] }],
    });
    expect(replica.model.size('groups')).toBe(2);
  });

  it('that somebody else has taken is given up: one’s own act waits under another, with what stands on it', () => {
    const account = anAccount();
    const { replica } = account;
    account.done('group.create', group('Mine').args);
    account.done('group.create', { parentId: 'act-1.1', kind: 'custom', name: 'Below' });
    replica.receive([commitAfter(replica, { id: 'act-1', ...group('Theirs') })]);
    expect(replica.attention).toEqual([]);
    const [first, second] = replica.pending;
    expect(first?.id).not.toBe('act-1');
    expect(second).toMatchObject({ id: 'act-2', args: { parentId: `${first?.id ?? ''}.1` } });
    const names = [...replica.model.rows('groups')].map(({ name }) => name).sort();
    expect(names).toEqual(['Account', 'Below', 'Mine', 'Theirs']);
    // What goes out is taken in by everybody else.
    const { entries } = replica.outgoing(10);
    expect(replica.receive(entries)).toMatchObject({ ok: true, voided: [], confirmed: [first?.id, 'act-2'] });
  });
});

describe('a commit of another version', () => {
  it('counts under version 1 until the ledger has moved on, and never after', () => {
    const { replica } = anAccount();
    const old = replica.receive([commitAfter(replica, { id: 'x', ...group('A'), rules: 1 })]);
    expect(old).toMatchObject({ voided: [{ refusals: [{ code: 'INVALID', path: 'rules', problem: 'olderRules' }] }] });
  });

  it('that is newer than this build is outdated, whatever else is in it, and not damaged', () => {
    const { replica } = anAccount();
    const line = JSON.stringify({
      ledger: 'ledger',
      seq: 2,
      prev: replica.head?.hash ?? '',
      rules: newestRules + 1,
      shape: { of: ['another'] },
    });
    expect(replica.receive([new TextEncoder().encode(line)])).toEqual({
      ok: false,
      failure: { kind: 'outdated', rules: newestRules + 1 },
    });
    // Where it does not follow, that is said first.
    const apart = JSON.stringify({
      ledger: 'ledger',
      seq: 2,
      prev: hashEntry(new Uint8Array()),
      rules: newestRules + 1,
    });
    expect(replica.receive([new TextEncoder().encode(apart)])).toMatchObject({ failure: { kind: 'diverged' } });
  });
});
