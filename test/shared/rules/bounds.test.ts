import { describe, expect, it } from 'vitest';
import { encodeCommit, hashEntry, noHash } from '#core/ledger/encoding';
import { openingIntent } from '#core/ledger/opening';
import { Replica } from '#core/ledger/replica';
import { refuseManyRows } from '#core/rules/bounds';
import { parseIntent } from '#core/intents/parse';
import { anAccount } from '../../support/an-account';

function codes(refusals: readonly { readonly code: string; readonly problem?: unknown }[]): readonly unknown[] {
  return refusals.map(({ code, problem }) => problem ?? code);
}

describe('G7, how much a ledger may ask of its readers', () => {
  it('ends an act that makes more than 100,000 rows while it is being worked out', () => {
    expect(refuseManyRows({ rules: 2, rowsMade: 100_000 })).toEqual([]);
    expect(refuseManyRows({ rules: 2, rowsMade: 100_001 })).toMatchObject([
      { code: 'INVALID', problem: 'tooManyRows' },
    ]);
    expect(refuseManyRows({ rules: 1, rowsMade: 4_100_001 })).toEqual([]);
  });

  it('lets a tree be 64 levels deep', () => {
    const account = anAccount();
    let parentId = 'root';
    for (let level = 2; level <= 64; level += 1) {
      account.withGroup(`g${String(level)}`, 'custom', parentId);
      parentId = `g${String(level)}`;
    }
    expect(codes(account.tried('group.create', { parentId, kind: 'custom', name: 'x' }))).toEqual(['tooDeep']);
    account.withGroup('a', 'custom').withGroup('b', 'custom', 'a');
    expect(codes(account.tried('group.move', { groupId: 'a', parentId: 'g63' }))).toEqual(['tooDeep']);
    expect(codes(account.tried('group.copy', { groupId: 'a', parentId: 'g63' }))).toEqual(['tooDeep']);
    const plan = { kind: 'custom', count: 1, children: { kind: 'custom', count: 1 } };
    expect(codes(account.tried('group.generate', { parentId: 'g63', plan }))).toEqual(['tooDeep']);
    expect(account.tried('group.move', { groupId: 'b', parentId: 'g63' })).toEqual([]);
  });
  it('refuses plans of more than 12 levels and arguments nested deeper than 32', () => {
    let plan: object = { kind: 'custom', count: 1 };
    for (let level = 1; level < 13; level += 1) plan = { kind: 'custom', count: 1, children: plan };
    const generate = (levels: object): unknown =>
      parseIntent({ do: 'group.generate', args: { parentId: 'g', plan: levels } });
    expect(generate(plan)).toMatchObject({ ok: false, refusals: [{ problem: 'tooDeep', most: 12 }] });
    expect(generate((plan as { children: object }).children)).toMatchObject({ ok: true });
    let deep: unknown = 1;
    for (let level = 0; level < 10_000; level += 1) deep = [deep];
    expect(parseIntent({ do: 'batch', args: deep })).toMatchObject({ refusals: [{ problem: 'tooDeep', most: 32 }] });
  });
  it('refuses quantities above 1,000,000 and amounts of a unit above 10,000', () => {
    const account = anAccount();
    const block = { groupId: 'root', typeId: 'link.plus', source: 'purchase' };
    expect(account.tried('block.add', { ...block, quantity: 1_000_001 })).toMatchObject([{ problem: 'tooLarge' }]);
    expect(account.tried('block.add', { ...block, quantity: 1_000_000 })).toEqual([]);
    expect(account.tried('catalogue.setUnit', { typeId: 'link.plus', resources: { sip: 10_001 } })).toMatchObject([
      { problem: 'tooLarge', most: 10_000 },
    ]);
  });
  it('finds nothing under names that every object has', () => {
    const account = anAccount();
    const was = JSON.parse('{"constructor": 1, "toString": 2}') as object;
    expect(codes(account.tried('account.update', { set: { name: 'A' }, was }))).toEqual(['notSet', 'notSet']);
    expect(codes(account.tried('constructor', {}))).toEqual(['noSuchIntent']);
  });
});

describe('G10, what throws while a commit is judged', () => {
  it('makes that commit void and takes it back', () => {
    const replica = Replica.empty('ledger');
    const opening = openingIntent({
      id: 'opening',
      day: '2026-01-10',
      at: '',
      device: 'test',
      name: 'A',
      timeZone: 'UTC',
      ownerName: 'O',
    });
    const first = encodeCommit({ ...opening, ledger: 'ledger', seq: 1, prev: noHash, rules: 2 });
    replica.receive([first]);
    const act = { id: 'c', day: '2026-01-10', at: '', by: 'owner', device: 'test', rules: 2 as const };
    const args = { parentId: 'root', kind: 'custom', name: 'x' };
    const second = encodeCommit({ ...act, do: 'group.create', args, ledger: 'ledger', seq: 2, prev: hashEntry(first) });
    // A model that fails halfway, as a fault of ours would.
    const { model } = replica;
    const put = model.put.bind(model);
    model.put = (table, row) => {
      put(table, row);
      if (table === 'groups') throw new Error('a fault');
    };
    const received = replica.receive([second]);
    expect(received).toMatchObject({ ok: true, voided: [{ seq: 2, refusals: [{ code: 'DEFECT', seq: 2 }] }] });
    expect(model.size('groups')).toBe(1);
    expect(replica.head?.seq).toBe(2);
  });
});
