import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Commit } from '#core/ledger/commit';
import type { LedgerStore } from '#core/ledger/store';
import { FolderStore } from '../../../../electron/main/stores/folder/folder';
import { temporaryFolder } from '../../../support/temporary-folder';
import { aProtectedAccount, forge, TestComputer, voidsForAll } from '../../../support/trust-world';

/*
 * What somebody writes into the folder who is let in: his key counts, but his program asks nobody. Each act is signed by his own
 * computer and chained as it should be; only the rules, which every reader applies, are in its way.
 */

let store: LedgerStore;
let ledger: string;
let office: TestComputer;
let laptop: TestComputer;

beforeEach(async () => {
  store = new FolderStore(await temporaryFolder(), { ledger: null, mayBeEmpty: true });
  ({ ledger, office } = await aProtectedAccount(store));
  laptop = new TestComputer('laptop', ledger, store);
  office.done('owner', 'key.certify', { userId: 'bob', ...laptop.keys.public, name: 'Laptop' });
  await office.sync();
});
afterEach(() => store.close());

/** Bob, a company administrator, writes an act past every check of his own program. */
async function bobWrites(name: string, args: unknown, more: Partial<Commit> = {}): Promise<void> {
  await forge(store, ledger, { by: 'bob', do: name, args, ...more }, laptop.keys);
}

function voids(): Promise<readonly string[]> {
  return voidsForAll(store, ledger, office);
}

describe('days and clocks', () => {
  it('G9, X1: by a clock set to 2030, 1,000 units of a pool of 10 are not handed out, and nobody else is refused for it', async () => {
    office.done('owner', 'restriction.set', { groupId: 'c', mode: 'own' });
    office.done('owner', 'block.add', {
      groupId: 'root',
      typeId: 'link.plus',
      quantity: 10,
      source: 'purchase',
      validUntil: '2029-12-31',
    });
    await office.sync();
    const thousand = { groupId: 'c', typeId: 'link.plus', quantity: 1000 };
    await bobWrites('allocation.set', { ...thousand, validUntil: '2029-12-31' }, { day: '2030-01-01' });
    // Within what a clock may be ahead, what has ended is not handed out either, nor more than there is on that day.
    await bobWrites('allocation.set', { ...thousand, validUntil: '2026-12-31' }, { day: '2027-01-01' });
    await bobWrites('allocation.set', thousand, { day: '2027-01-01' });
    expect(await voids()).toEqual(['9 DAY_OUT_OF_RANGE', '10 WINDOW_INVALID', '11 POOL_EXCEEDED']);
    office.done('owner', 'allocation.set', { ...thousand, quantity: 10 });
    await office.sync();
    expect(await voids()).toHaveLength(3);
    expect(office.ask('pool', { groupId: 'c' })).toMatchObject({ types: { 'link.plus': { nominal: 10 } } });
  });

  it('G9: a day after the commitment does not take the floor away, and one that is near enough to count is marked', async () => {
    office.done('owner', 'block.add', {
      id: 'p',
      groupId: 'root',
      typeId: 'link.plus',
      quantity: 10,
      source: 'purchase',
    });
    const contract = { reductionPolicy: 'selfService', commitmentUntil: '2027-12-31', floor: { 'link.plus': 10 } };
    office.done('owner', 'account.update', { set: { contract } });
    await office.sync();
    const lowered = { blockId: 'p', set: { quantity: 1 } };
    await bobWrites('block.update', lowered, { day: '2028-01-01' });
    await bobWrites('block.update', lowered, { day: '2027-07-01' });
    expect(await voids()).toEqual(['9 DAY_OUT_OF_RANGE', '10 COMMITMENT_FLOOR']);
    await bobWrites('group.update', { groupId: 'c', set: { code: '1' } }, { day: '2027-06-30' });
    expect(await voids()).toHaveLength(2);
    expect(office.ask('history', { limit: 1 })).toMatchObject([{ by: 'bob', daysAhead: 394 }]);
  });

  it('G8: an ended license is not claimed with an old day, so nobody is served before those who waited', async () => {
    office.done('owner', 'block.add', {
      groupId: 'root',
      typeId: 'ringover.smart',
      quantity: 1,
      source: 'purchase',
      validUntil: '2026-06-30',
    });
    office.done('owner', 'user.create', { id: 'wim', groupId: 'root', name: 'Wim' });
    office.done('owner', 'number.range', { from: '10', to: '19' });
    await office.sync();
    laptop.today = '2026-07-02';
    office.today = '2026-07-02';
    await laptop.sync();
    laptop.done('bob', 'group.update', { groupId: 'c', set: { code: '1' } });
    await laptop.sync();
    await office.sync();
    office.done('owner', 'group.update', { groupId: 'c', set: { code: '2' } });
    await office.sync();
    await bobWrites('seat.assign', { userId: 'rita', typeId: 'ringover.smart' }, { day: '2026-06-02' });
    expect(await voids()).toEqual(['12 NO_LICENSE_AVAILABLE']);
    office.done('owner', 'block.add', { groupId: 'root', typeId: 'ringover.smart', quantity: 1, source: 'purchase' });
    office.done('owner', 'seat.assign', { userId: 'wim', typeId: 'ringover.smart' });
    await office.sync();
    expect(await voids()).toHaveLength(1);
    expect(office.ask('user', { userId: 'wim' })).toMatchObject({ status: 'active' });
  });
});

describe('undo', () => {
  beforeEach(async () => {
    office.done('owner', 'user.update', { userId: 'bob', set: { roleId: 'siteAdmin' } });
    office.done('owner', 'user.setAdmin', { userId: 'bob', groupId: 'root', admin: true });
    await office.sync();
  });

  it('P4: a site administrator does not take the owner’s batch back, and with it an owner', async () => {
    const parts = [
      { do: 'user.create', args: { id: 'oskar', groupId: 'root', name: 'Oskar', roleId: 'owner' } },
      { do: 'group.create', args: { id: 'b', parentId: 'c', kind: 'custom', name: 'B' } },
    ];
    const made = office.done('owner', 'batch', { do: parts }).replica.pending.at(-1);
    await office.sync();
    await bobWrites('undo', { commit: made?.id });
    expect(await voids()).toEqual(['10 NOT_PERMITTED']);
    expect(office.ask('user', { userId: 'oskar' })).toMatchObject({ roleId: 'owner' });
  });

  it('P4: nor the owner’s undo, by which he would be a company administrator again', async () => {
    const made = office.done('owner', 'user.update', { userId: 'bob', set: { roleId: 'companyAdmin' } });
    const raised = made.replica.pending.at(-1)?.id;
    const undone = office.done('owner', 'undo', { commit: raised }).replica.pending.at(-1)?.id;
    await office.sync();
    await bobWrites('undo', { commit: undone });
    expect(await voids()).toEqual(['11 NOT_PERMITTED']);
    expect(office.ask('user', { userId: 'bob' })).toMatchObject({ roleId: 'siteAdmin' });
  });
});

describe('what a few bytes ask for', () => {
  it('G7: 4 KB of ledger do not make 4,100,001 groups', async () => {
    const streets = Array.from({ length: 41 }, (_, index) => ({
      do: 'group.generate',
      args: {
        parentId: 'c',
        plan: { kind: 'custom', count: 100, name: `${String(index)}-{n}`, children: { kind: 'custom', count: 999 } },
      },
    }));
    const asked = { do: streets };
    expect(JSON.stringify(asked).length).toBeLessThan(6 * 1024);
    await bobWrites('batch', asked);
    // Working out 100,000 rows takes seconds, so one newcomer has to be enough.
    expect(await voidsForAll(store, ledger, office, [100])).toEqual(['7 INVALID']);
    expect(office.ask('tree', { groupId: 'c' })).toMatchObject({ children: [] });
  });

  it('U1: a chosen SIP number that is none, or lies outside of its range, is not given; the next free one is', async () => {
    office.done('owner', 'number.range', { from: '10', to: '19' });
    office.done('owner', 'block.add', { groupId: 'root', typeId: 'ringover.smart', quantity: 3, source: 'purchase' });
    await office.sync();
    for (const [index, number] of ['1a', '0x11', '20'].entries()) {
      const userId = `u${String(index)}`;
      office.done('owner', 'user.create', { id: userId, groupId: 'root', name: userId });
      await office.sync();
      await bobWrites('seat.assign', { userId, typeId: 'ringover.smart' }, { chosen: [{ number }] });
    }
    expect(await voids()).toEqual([]);
    expect(office.ask('numbers', {}).map(({ value }) => value)).toEqual(['10', '11', '12']);
  });

  it('G5: two names that are one to a newer Unicode only are two to every reader', async () => {
    // U+105C9 is of Unicode 16, and there the normal form of the two others; to Unicode 15 they have nothing to do with each other.
    const [composed, decomposed] = ['\u{105c9}', '\u{105d2}\u0307'];
    await bobWrites('group.create', { id: 'x', parentId: 'c', kind: 'custom', name: composed });
    await bobWrites('group.create', { id: 'y', parentId: 'c', kind: 'custom', name: decomposed });
    // To every Unicode these two are one, and stay two all the same: the rules do not normalise.
    await bobWrites('group.create', { id: 'z', parentId: 'c', kind: 'custom', name: '\u00e9' });
    await bobWrites('group.create', { id: 'w', parentId: 'c', kind: 'custom', name: 'e\u0301' });
    const found = await voids();
    const normalise = Object.getOwnPropertyDescriptor(String.prototype, 'normalize');
    // A reader whose engine has another table altogether.
    String.prototype.normalize = () => 'x';
    try {
      expect(await voids()).toEqual(found);
    } finally {
      Object.defineProperty(String.prototype, 'normalize', normalise ?? {});
    }
    expect(found).toEqual([]);
    expect(office.ask('group', { groupId: 'y' })).toMatchObject({ name: decomposed });
  });
});
