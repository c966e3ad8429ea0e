import { describe, expect, it } from 'vitest';
import { rulesVersion } from '#core/ledger/commit';
import { encodeCommit, noHash } from '#core/ledger/encoding';
import { isVouched, letterOf } from '#core/ledger/grant-letters';
import { openingIntent } from '#core/ledger/opening';
import { Replica } from '#core/ledger/replica';
import { anAccount } from '../../support/an-account';

const grant = {
  kind: 'grant',
  id: 'g1',
  fromLedger: 'distributor',
  from: 'Distributor',
  toLedger: 'ledger',
  toRoot: 'root',
  typeId: 'link.plus',
  quantity: 8,
};

function codes(refusals: readonly { readonly code: string; readonly problem?: unknown }[]): readonly unknown[] {
  return refusals.map(({ code, problem }) => problem ?? code);
}

describe('D13, a grant in the ledger of who receives it', () => {
  it('is a block of its own that counts like a purchase, and is taken in once', () => {
    const account = anAccount().done('grant.accept', { file: grant });
    expect(account.ask('blocks', { groupId: 'root' })).toMatchObject([
      { source: 'grant', quantity: 8, giver: 'Distributor' },
    ]);
    expect(codes(account.tried('grant.accept', { file: grant }))).toEqual(['DUPLICATE_ID']);
    const [block] = account.ask('blocks', { groupId: 'root' });
    const blockId = block?.id;
    expect(codes(account.tried('block.update', { blockId, set: { quantity: 9 } }))).toEqual(['isAGrant']);
    expect(codes(account.tried('block.remove', { blockId }))).toEqual(['isAGrant']);
    expect(codes(account.tried('block.renew', { blockId, validUntil: null }))).toEqual(['isAGrant']);
  });

  it('goes back as far as it is free', () => {
    const account = anAccount().done('grant.accept', { file: grant });
    account.withGroup('c', 'complex').withPool('c', [{ typeId: 'link.plus', quantity: 6 }]);
    expect(codes(account.tried('grant.return', { id: 'g1', quantity: 3 }))).toEqual(['BELOW_ALLOCATED']);
    account.done('grant.return', { id: 'g1', quantity: 2 });
    expect(account.ask('grants', {})).toMatchObject([{ id: 'g1', returned: 2 }]);
    expect(codes(account.tried('grant.return', { id: 'g1', quantity: 7 }))).toEqual(['tooLarge']);
  });

  it('leaves no empty block behind when all of it goes back', () => {
    const account = anAccount().done('grant.accept', { file: grant });
    account.done('grant.return', { id: 'g1', quantity: 8 });
    expect(account.ask('blocks', { groupId: 'root' })).toEqual([]);
    expect(codes(account.tried('grant.return', { id: 'g1', quantity: 1 }))).toEqual(['tooLarge']);
  });

  it('is not taken back by an undo, as the giver may have a receipt or a return by now', () => {
    const account = anAccount().done('grant.accept', { file: grant });
    expect(account.tried('undo', { commit: 'act-1' })).toMatchObject([{ rule: 'D13', problem: 'passedOn' }]);
    account.done('grant.return', { id: 'g1', quantity: 2 });
    expect(codes(account.tried('undo', { commit: 'act-3' }))).toEqual(['passedOn']);
    expect(codes(account.tried('batch', { do: [{ do: 'grant.accept', args: { file: grant } }] }))).toEqual([
      'notInABatch',
    ]);
  });

  it('is marked when its giver asks for it, which only the giver can', () => {
    const account = anAccount().done('grant.accept', { file: grant });
    const recall = { kind: 'recall', id: 'g1', toLedger: 'ledger', fromLedger: 'distributor' };
    expect(codes(account.tried('grant.accept', { file: { ...recall, fromLedger: 'another' } }))).toEqual([
      'notTheOtherLedger',
    ]);
    account.done('grant.accept', { file: recall });
    expect(account.ask('grants', {})).toMatchObject([{ recalled: true, returned: 0 }]);
    const receipt = { kind: 'receipt', id: 'g1', toLedger: 'ledger', fromLedger: 'distributor' };
    expect(codes(account.tried('grant.accept', { file: receipt }))).toEqual(['notForThisLedger']);
  });

  it('keeps the keys of the other ledger that were vouched for', () => {
    const [one, other] = ['22'.repeat(32), '33'.repeat(32)];
    const sig = '00'.repeat(64);
    const account = anAccount().done('grant.accept', { file: grant, key: one, sig });
    const recall = { kind: 'recall', id: 'g1', toLedger: 'ledger', fromLedger: 'distributor' };
    account
      .done('grant.accept', { file: recall, key: other, sig })
      .done('grant.accept', { file: recall, key: one, sig });
    expect(account.ask('grants', {})).toMatchObject([{ keys: [one, other] }]);
  });
});

describe('D13, a grant in the ledger of who gives it', () => {
  it('comes back by a return only, and a file twice changes nothing', () => {
    const account = anAccount().withPurchase('p', 'link.plus', 10);
    account.done('grant.give', { id: 'g1', toLedger: 'other', toRoot: 'root', typeId: 'link.plus', quantity: 8 });
    const available = (): unknown => account.ask('pool', { groupId: 'root' }).types['link.plus']?.available;
    account.done('grant.recall', { id: 'g1' });
    expect(available()).toBe(2);
    const file = { kind: 'return', id: 'g1', toLedger: 'ledger', returned: 3 };
    account.done('grant.accept', { file });
    expect(available()).toBe(5);
    account.done('grant.accept', { file });
    expect(available()).toBe(5);
    expect(account.ask('grants', {})).toMatchObject([{ accepted: true, recalled: true, returned: 3 }]);
    expect(codes(account.tried('grant.accept', { file: { ...file, returned: 9 } }))).toEqual(['tooLarge']);
    expect(codes(account.tried('block.update', { blockId: 'p', set: { quantity: 4 } }))).toEqual(['BELOW_ALLOCATED']);
    const strange = { ...file, fromLedger: 'new', returned: 4 };
    expect(codes(account.tried('grant.accept', { file: strange }))).toEqual(['notTheOtherLedger']);
    expect(codes(account.tried('grant.accept', { file: { ...strange, continues: 'another' } }))).toEqual([
      'notTheOtherLedger',
    ]);
    // From an account that goes on from the one that it was given to. What the former one still says is not added to it.
    account.done('grant.accept', { file: { ...strange, continues: 'other' } });
    account.done('grant.accept', { file: { ...file, fromLedger: 'other', returned: 2 } });
    expect(available()).toBe(6);
    expect(codes(account.tried('undo', { commit: 'act-2' }))).toEqual(['passedOn']);
    // Asking for it may be taken back: nothing passed.
    account.done('undo', { commit: 'act-3' });
  });
});

describe('D13, a file of an account that another one goes on from', () => {
  it('says so, and its computer is known by the files of either', () => {
    const view = anAccount().done('grant.accept', { file: grant }).done('grant.return', { id: 'g1', quantity: 2 });
    const { model } = view.replica;
    const letter = (kind: 'receipt' | 'return'): unknown => letterOf(model, 'ledger', { kind, id: 'g1' }, 'owner');
    expect(letter('return')).not.toHaveProperty('value.continues');
    const hash = 'ab'.repeat(32);
    model.record({
      table: 'account',
      id: 'account',
      before: model.account,
      after: { ...model.account, continues: { ledger: 'old', seq: 9, hash, stateHash: hash } },
    });
    expect(letter('return')).toMatchObject({ value: { fromLedger: 'ledger', continues: 'old', returned: 2 } });
    expect(letter('receipt')).toMatchObject({ value: { continues: 'old' } });
    const key = 'cd'.repeat(32);
    const known = [{ ledger: 'old', keys: [key] }];
    const file = { kind: 'receipt', id: 'g1', fromLedger: 'ledger', toLedger: 'giver' } as const;
    expect(isVouched(known, { letter: { ...file, continues: 'old' }, key })).toBe(true);
    expect(isVouched(known, { letter: { ...file, continues: 'old' }, key: 'ef'.repeat(32) })).toBe(false);
    expect(isVouched(known, { letter: file, key })).toBe(false);
  });
});

describe('D13, a file for an account that another one goes on from', () => {
  const asOpened = { id: 'opening', day: '2026-06-01', at: '2026-06-01T08:00:00.000Z', device: 'test' };

  function tried(continues: object): readonly unknown[] {
    const opening = openingIntent({ ...asOpened, name: 'Account', timeZone: 'UTC', ownerName: 'Owner' });
    const args = { ...(opening.args as object), ...continues };
    const replica = Replica.empty('new');
    replica.receive([encodeCommit({ ...opening, args, ledger: 'new', seq: 1, prev: noHash, rules: rulesVersion })]);
    const prepared = replica.prepareAct(
      { do: 'grant.accept', args: { file: { ...grant, toLedger: 'old' } } },
      { ...asOpened, commit: 'act', by: 'owner' },
    );
    return prepared.ok ? [] : codes(prepared.refusals);
  }

  it('is for that account too, so that what it had is not lost with its keys; no other account takes it in', () => {
    const hash = 'ab'.repeat(32);
    expect(tried({ continues: { ledger: 'old', seq: 9, hash, stateHash: hash } })).toEqual([]);
    expect(tried({ continues: { ledger: 'older', seq: 9, hash, stateHash: hash } })).toEqual(['notForThisLedger']);
    expect(tried({})).toEqual(['notForThisLedger']);
  });
});
