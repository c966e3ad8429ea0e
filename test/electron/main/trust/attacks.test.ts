import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { LedgerStore } from '#core/ledger/store';
import { keyIdOf } from '#core/kernel/keys';
import { encodeCommit, hashEntry } from '#core/ledger/encoding';
import { FolderStore } from '../../../../electron/main/stores/folder/folder';
import { ComputerKeys, makeSecrets, secretsFrom } from '../../../../electron/main/trust/computer-keys';
import { temporaryFolder } from '../../../support/temporary-folder';
import { aProtectedAccount, commitAt, entriesOf, forge, TestComputer, voidsForAll } from '../../../support/trust-world';

const never = new AbortController().signal;
let store: LedgerStore;
let ledger: string;
let office: TestComputer;

beforeEach(async () => {
  store = new FolderStore(await temporaryFolder(), { ledger: null, mayBeEmpty: true });
  ({ ledger, office } = await aProtectedAccount(store));
});
afterEach(() => store.close());

function voidsOf(): Promise<readonly string[]> {
  return voidsForAll(store, ledger, office);
}

const makeOwner = { do: 'user.update', args: { userId: 'rita', set: { roleId: 'owner' } } };

describe('what is written into the place by other means counts for nobody', () => {
  it('S1: without a signature', async () => {
    await forge(store, ledger, makeOwner);
    expect(await voidsOf()).toEqual(['6 UNSIGNED']);
    expect(office.ask('user', { userId: 'rita' })).toMatchObject({ roleId: 'resident' });
  });

  it('S2: signed badly, in the name of a computer that counts', async () => {
    await forge(store, ledger, { ...makeOwner, key: office.keys.id }, new ComputerKeys(makeSecrets()));
    expect(await voidsOf()).toEqual(['6 BAD_SIGNATURE']);
  });

  it('S2: an act of an owner with another amount in it', async () => {
    const { seq, prev, ...act } = await commitAt(store, 5);
    expect([seq, prev.length]).toEqual([5, 64]);
    await forge(store, ledger, {
      ...act,
      id: 'other',
      args: { ...(act.args as object), id: 'c2', name: 'X' },
    });
    expect(await voidsOf()).toEqual(['6 BAD_SIGNATURE']);
  });

  it('S2: re-dated, with everything else as it was', async () => {
    const act = await commitAt(store, 5);
    const redated = { ...act, day: '2025-01-01', id: act.id };
    const last = (await entriesOf(store))[3];
    // The last commit is replaced: whoever wrote the folder has cut it off and written it again.
    const rewritten = new FolderStore(await temporaryFolder(), { ledger: null, mayBeEmpty: true });
    await rewritten.append((await entriesOf(store)).slice(0, 4), null, never);
    await rewritten.append([encodeCommit(redated)], { seq: 4, hash: hashEntry(last ?? new Uint8Array()) }, never);
    store = rewritten;
    const newcomer = new TestComputer('newcomer', ledger, store);
    await newcomer.sync();
    expect(newcomer.ask('tree', {})).toMatchObject({ children: [] });
  });

  it('S3: of a key that nobody let in', async () => {
    await forge(store, ledger, makeOwner, new ComputerKeys(makeSecrets()));
    expect(await voidsOf()).toEqual(['6 NOT_ADMITTED']);
  });

  it('S3: of a key that lets itself in', async () => {
    const own = new ComputerKeys(makeSecrets());
    const args = { userId: 'owner', ...own.public, name: 'Mine' };
    await forge(store, ledger, { do: 'key.certify', args }, own);
    await forge(store, ledger, makeOwner, own);
    expect(await voidsOf()).toEqual(['6 NOT_ADMITTED', '7 NOT_ADMITTED']);
  });

  it('S3: of a computer that was shut out before', async () => {
    const laptop = new TestComputer('laptop', ledger, store);
    office.done('owner', 'key.certify', { userId: 'bob', ...laptop.keys.public, name: 'Laptop' });
    await (await office.sync(), laptop.sync());
    laptop.done('bob', 'user.update', { userId: 'rita', set: { name: 'R.' } });
    await laptop.sync();
    await office.sync();
    office.done('owner', 'key.revoke', { key: laptop.keys.id });
    await office.sync();
    await forge(
      store,
      ledger,
      { by: 'bob', do: 'user.update', args: { userId: 'rita', set: { name: 'Later' } } },
      laptop.keys,
    );
    expect(await voidsOf()).toEqual(['9 NOT_ADMITTED']);
    expect(office.ask('user', { userId: 'rita' }).name).toBe('R.');
  });

  it('S4: in the name of somebody whose computer it is not', async () => {
    const laptop = new TestComputer('laptop', ledger, store);
    office.done('owner', 'key.certify', { userId: 'bob', ...laptop.keys.public, name: 'Laptop' });
    await office.sync();
    await forge(store, ledger, { ...makeOwner, by: 'owner' }, laptop.keys);
    expect(await voidsOf()).toEqual(['7 WRONG_AUTHOR']);
  });

  it('replayed from another ledger of the same owner', async () => {
    const elsewhere = { ledger: 'another', id: 'x', day: '2026-06-01', at: 'x', by: 'owner', rules: 1, ...makeOwner };
    const { actText } = await import('#core/ledger/signed-text');
    const sig = office.keys.sign(actText({ ...elsewhere, key: office.keys.id }));
    await forge(store, ledger, { ...makeOwner, id: 'x', at: 'x', key: office.keys.id, sig });
    expect(await voidsOf()).toEqual(['6 BAD_SIGNATURE']);
  });

  it('done again under its own name, it is passed over', async () => {
    const act = await commitAt(store, 4);
    const { seq, prev, ...again } = act;
    expect([seq, prev.length]).toEqual([4, 64]);
    await forge(store, ledger, again);
    expect(await voidsOf()).toEqual([]);
    expect(office.ask('users', { groupId: 'root', subgroups: true })).toHaveLength(3);
  });

  it('under a key of small order that anybody can sign for', async () => {
    const weak = `01${'00'.repeat(31)}`;
    const args = { userId: 'owner', key: weak, sealKey: office.keys.public.sealKey, name: 'Weak' };
    expect(office.tried('owner', 'key.certify', args)).toMatchObject([{ code: 'INVALID', problem: 'notAKey' }]);
    await forge(store, ledger, { ...makeOwner, key: keyIdOf(weak), sig: `${weak}${'00'.repeat(32)}` });
    expect(await voidsOf()).toEqual(['6 NOT_ADMITTED']);
  });

  it('a history made up by somebody else has another id', async () => {
    const own = new ComputerKeys(makeSecrets());
    const place = new FolderStore(await temporaryFolder(), { ledger: null, mayBeEmpty: true });
    const first = await commitAt(store, 1);
    await place.append([encodeCommit(first)], null, never);
    await forge(
      place,
      ledger,
      {
        do: 'account.protect',
        args: { ownerKey: own.public.key, sealKey: own.public.sealKey, name: 'Mine', nonce: '5a'.repeat(16) },
      },
      own,
    );
    const newcomer = new TestComputer('newcomer', ledger, place);
    await newcomer.sync();
    expect(newcomer.ask('computers', {})).toMatchObject({ isProtected: false, computers: [] });
    await place.close();
  });
});

describe('being let in', () => {
  it('by an invitation works once, while its maker is away, and not by somebody who only saw the ledger', async () => {
    const invitation = new ComputerKeys(secretsFrom(new Uint8Array(32).fill(9), 'invitation'));
    office.done('owner', 'key.invite', {
      userId: 'bob',
      inviteKey: invitation.public.key,
      sealKey: invitation.public.sealKey,
    });
    await office.sync();
    const thief = new ComputerKeys(makeSecrets());
    const stolen = {
      inviteKey: invitation.public.key,
      ...thief.public,
      name: 'Thief',
      proof: thief.sign(new Uint8Array(3)),
    };
    await forge(store, ledger, { by: 'bob', do: 'key.accept', args: stolen }, thief);
    expect(await voidsOf()).toEqual(['7 BAD_SIGNATURE']);
    const laptop = new TestComputer('laptop', ledger, store);
    await laptop.sync();
    laptop.done('bob', 'key.accept', laptop.acceptance(invitation));
    laptop.done('bob', 'group.update', { groupId: 'c', set: { code: '7' } });
    await laptop.sync();
    await office.sync();
    expect(office.ask('group', { groupId: 'c' }).code).toBe('7');
    const second = new TestComputer('second', ledger, store);
    await second.sync();
    expect(second.tried('bob', 'key.accept', second.acceptance(invitation))).toMatchObject([
      { problem: 'invitationUsed' },
    ]);
    await forge(store, ledger, { by: 'bob', do: 'key.accept', args: second.acceptance(invitation) }, second.keys);
    expect(await voidsOf()).toEqual(['7 BAD_SIGNATURE', '10 INVALID']);
  });

  it('after the last computer was lost, by the printed words, which can do nothing else', async () => {
    const place = new FolderStore(await temporaryFolder(), { ledger: null, mayBeEmpty: true });
    const words = new ComputerKeys(secretsFrom(new Uint8Array(32).fill(5), 'recovery'));
    const account = await aProtectedAccount(place, words);
    const fresh = new TestComputer('fresh', account.ledger, place).withKey(words);
    await fresh.sync();
    expect(fresh.tried('owner', 'user.update', makeOwner.args)).toMatchObject([
      { code: 'NOT_ADMITTED', reason: 'recovery' },
    ]);
    expect(fresh.tried('owner', 'key.certify', { userId: 'rita', ...fresh.keys.public, name: 'Fresh' })).toMatchObject([
      { code: 'NOT_ADMITTED', reason: 'recovery' },
    ]);
    fresh.done('owner', 'key.certify', { userId: 'owner', ...fresh.keys.public, name: 'Fresh' });
    await fresh.sync();
    fresh.done('owner', 'key.revoke', { key: account.office.keys.id });
    fresh.done('owner', 'group.update', { groupId: 'c', set: { code: '9' } });
    await fresh.sync();
    await account.office.sync();
    expect(account.office.ask('group', { groupId: 'c' }).code).toBe('9');
    expect(account.office.tried('owner', 'group.update', { groupId: 'c', set: { code: '1' } })).toMatchObject([
      { code: 'NOT_ADMITTED', reason: 'revoked' },
    ]);
    await place.close();
  });

  it('a key is changed with acts waiting: those before it go out under the old one, those after under the new one', async () => {
    const next = new ComputerKeys(makeSecrets());
    office.withKey(next);
    office.done('owner', 'group.update', { groupId: 'c', set: { code: '1' } });
    office.done('owner', 'key.rotate', office.rotation(office.keys, next));
    office.done('owner', 'group.update', { groupId: 'c', set: { code: '2' } });
    await office.sync();
    expect((await Promise.all([6, 7, 8].map((seq) => commitAt(store, seq)))).map(({ key }) => key)).toEqual([
      office.keys.id,
      office.keys.id,
      next.id,
    ]);
    expect(await voidsOf()).toEqual([]);
    expect(office.ask('group', { groupId: 'c' }).code).toBe('2');
  });

  it('two owners who shut each other out, neither knowing: the first in the ledger counts for everybody', async () => {
    office.done('owner', 'user.create', { id: 'eve', groupId: 'root', name: 'Eve', roleId: 'owner' });
    const laptop = new TestComputer('laptop', ledger, store);
    office.done('owner', 'key.certify', { userId: 'eve', ...laptop.keys.public, name: 'Laptop' });
    await office.sync();
    await laptop.sync();
    laptop.done('eve', 'key.revoke', { key: office.keys.id });
    office.done('owner', 'key.revoke', { key: laptop.keys.id });
    laptop.done('eve', 'group.update', { groupId: 'c', set: { code: 'eve' } });
    await office.sync();
    await laptop.sync();
    await office.sync();
    expect(laptop.ask('attention', {}).map(({ do: name }) => name)).toEqual(['key.revoke', 'group.update']);
    expect(await voidsOf()).toEqual([]);
    expect(office.ask('computers', {}).computers.map(({ revokedAt }) => revokedAt)).toEqual([null, 8]);
  });

  it('acts that were under way when a computer was shut out go to its attention list, and nothing is lost without a word', async () => {
    const laptop = new TestComputer('laptop', ledger, store);
    office.done('owner', 'key.certify', { userId: 'bob', ...laptop.keys.public, name: 'Laptop' });
    await office.sync();
    await laptop.sync();
    laptop.done('bob', 'group.update', { groupId: 'c', set: { code: 'b' } });
    office.done('owner', 'user.archive', { userId: 'bob' });
    await office.sync();
    await laptop.sync();
    expect(laptop.ask('attention', {})).toMatchObject([{ do: 'group.update' }]);
    expect(laptop.replica.pending).toEqual([]);
  });
});

describe('an older account', () => {
  it('is protected by one act that fixes its unsigned past, and from there on unsigned acts do not count', async () => {
    const place = new FolderStore(await temporaryFolder(), { ledger: null, mayBeEmpty: true });
    const first = await commitAt(store, 1);
    await place.append([encodeCommit({ ...first, ledger: 'older' })], null, never);
    await forge(place, 'older', {
      do: 'user.create',
      args: { id: 'bob', groupId: 'root', name: 'Bob', roleId: 'companyAdmin' },
    });
    const old = new TestComputer('old', 'older', place);
    await old.sync();
    const { head } = old.replica;
    const enabling = {
      ownerKey: old.keys.public.key,
      sealKey: old.keys.public.sealKey,
      name: 'Old',
      seq: head?.seq,
      hash: head?.hash,
    };
    await forge(place, 'older', { do: 'user.create', args: { id: 'ann', groupId: 'root', name: 'Ann' } });
    old.done('owner', 'keys.enable', enabling);
    await old.sync();
    // Somebody came first: the past that was looked at is not the past any more.
    expect(old.ask('attention', {})).toMatchObject([{ do: 'keys.enable', refusals: [{ code: 'STALE' }] }]);
    old.done('owner', 'keys.enable', { ...enabling, seq: old.replica.head?.seq, hash: old.replica.head?.hash });
    await old.sync();
    await forge(place, 'older', makeOwner);
    await old.sync();
    const newcomer = new TestComputer('newcomer', 'older', place);
    await newcomer.sync();
    expect(newcomer.digest).toBe(old.digest);
    expect(newcomer.ask('user', { userId: 'ann' }).name).toBe('Ann');
    expect(newcomer.ask('computers', {}).since).toBe(4);
    await place.close();
  });
});
