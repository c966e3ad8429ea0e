import { cp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Copier } from '../../../../support/kept/copier';
import { KeptComputerOnDisk } from '../../../../support/kept/computer';
import { temporaryFolder } from '../../../../support/temporary-folder';

let root: string;
let computers: KeptComputerOnDisk[];

beforeEach(async () => {
  root = await temporaryFolder();
  computers = [];
});
afterEach(async () => {
  await Promise.all(computers.map((computer) => computer.close()));
});

async function computer(name: string, mayBeEmpty = false): Promise<KeptComputerOnDisk> {
  const made = await KeptComputerOnDisk.at(root, name, mayBeEmpty);
  computers.push(made);
  return made;
}

/** Anna starts an account and shares it; the others join when the files are with them. */
async function sharedBy(...names: readonly string[]): Promise<readonly [KeptComputerOnDisk, ...KeptComputerOnDisk[]]> {
  const anna = await computer('anna', true);
  anna.begin();
  anna.addGroup('hq');
  expect(await anna.exchange()).toBeNull();
  const others: KeptComputerOnDisk[] = [];
  for (const name of names) others.push(await computer(name));
  await settle();
  return [anna, ...others];
}

function copier(seed = 1): Copier {
  return new Copier(
    computers.map(({ folder }) => folder),
    seed,
  );
}

/** Everything is copied and everybody looks, until nothing is new to anybody. */
async function settle(): Promise<void> {
  for (let round = 0; round < 6; round += 1) {
    await copier().copyAll();
    for (const one of computers) expect(await one.exchange()).toBeNull();
  }
}

describe('two computers over a folder that a program copies', () => {
  it('both keep what they did while neither could reach the other', async () => {
    const [anna, ben] = await sharedBy('ben');
    anna.addGroup('north');
    ben!.addGroup('south');
    expect(await anna.exchange()).toBeNull();
    expect(await ben!.exchange()).toBeNull();
    expect(ben!.replica.pending).toHaveLength(1);
    await settle();
    for (const one of computers) {
      expect(one.replica.pending).toEqual([]);
      expect(one.hasGroup('north') && one.hasGroup('south')).toBe(true);
    }
    expect(anna.replica.head).toEqual(ben!.replica.head);
  });

  it('say of an act first for whom it waits, then that it is in order, then that it has settled', async () => {
    const [anna, ben] = await sharedBy('ben');
    const act = ben!.addGroup('south');
    expect(await ben!.exchange()).toBeNull();
    const standing = async (): Promise<string> => {
      const { entries } = ben!.replica.outgoing(10);
      const answer = await ben!.store.order.submit(entries, new AbortController().signal);
      return (answer.ok ? answer.value.get(act)?.kind : null) ?? 'no longer pending';
    };
    expect(await standing()).toBe('waiting');
    expect((await ben!.office()).keeper).toMatchObject({ id: 'anna', name: 'anna' });
    await copier().copyAll();
    await anna.exchange();
    await copier().copyAll();
    expect(await ben!.exchange()).toBeNull();
    expect(ben!.replica.pending).toEqual([]);
    // Ben has it himself, and so has Anna: that is most of two.
    expect((await ben!.office()).settledTo).toBe(ben!.replica.head?.seq);
    expect((await anna.office()).settledTo).toBeLessThan(anna.replica.head?.seq ?? 0);
    await copier().copyAll();
    await anna.exchange();
    expect((await anna.office()).settledTo).toBe(anna.replica.head?.seq);
  });

  it('tell the author of an act that does not hold, with the reason of whoever keeps the order', async () => {
    const [anna, ben] = await sharedBy('ben');
    anna.act('group.update', { groupId: 'hq', set: { name: 'Headquarters' }, was: { name: 'hq' } });
    ben!.act('group.update', { groupId: 'hq', set: { name: 'Main office' }, was: { name: 'hq' } });
    const held = ben!.addGroup('south', 'hq');
    await anna.exchange();
    await ben!.exchange();
    await settle();
    expect(ben!.replica.attention).toMatchObject([
      { do: 'group.update', refusals: [{ code: 'STALE', actual: 'Headquarters' }] },
    ]);
    expect(anna.replica.attention).toEqual([]);
    expect(anna.replica.records.some((record) => record.id === held)).toBe(true);
    expect(anna.replica.head).toEqual(ben!.replica.head);
  });

  it('end the same whatever arrives first, half, twice or under another name', async () => {
    const [anna, ben, cleo] = await sharedBy('ben', 'cleo');
    for (const seed of [3, 14]) {
      const bad = copier(seed);
      for (let round = 0; round < 7; round += 1) {
        for (const one of [anna, ben!, cleo!]) {
          one.addGroup(`${one.name}-${String(seed)}-${String(round)}`);
          expect(await one.exchange()).toBeNull();
        }
        await bad.copySome(10);
      }
    }
    await settle();
    for (const one of computers) {
      expect(one.replica.pending).toEqual([]);
      expect(one.replica.head).toEqual(anna.replica.head);
    }
    expect(anna.replica.records.filter((record) => record.do === 'group.create')).toHaveLength(1 + 2 * 3 * 7);
  });

  it('go on after the one that joined last was the first to be read', async () => {
    const [, ben] = await sharedBy('ben');
    const late = await computer('late');
    // Only half of the files are there: what is missing is waited for, and nothing is made up.
    await copier(7).copySome(15);
    const early = await late.exchange();
    expect([null, 'offline']).toContain(early === null ? null : early.kind);
    await settle();
    expect(late.replica.head).toEqual(ben!.replica.head);
  });
});

describe('the office of who puts acts in order', () => {
  it('is handed over, and acts wait for the new one from then on', async () => {
    const [anna, ben] = await sharedBy('ben');
    const signal = new AbortController().signal;
    expect(await anna.store.order.change({ kind: 'handOver', to: 'ben' }, signal)).toMatchObject({ ok: true });
    anna.addGroup('north');
    expect(await anna.exchange()).toBeNull();
    expect(anna.replica.pending).toHaveLength(1);
    expect((await anna.office()).keeper).toMatchObject({ id: 'ben' });
    await settle();
    expect((await ben!.office()).isHere).toBe(true);
    expect(anna.replica.pending).toEqual([]);
    expect(ben!.hasGroup('north')).toBe(true);
    expect(await anna.store.order.change({ kind: 'handOver', to: 'ben' }, signal)).toMatchObject({
      ok: false,
      failure: { kind: 'forbidden' },
    });
  });

  it('passes by election while its holder is away, and nothing that has settled changes its place', async () => {
    const [anna, ben, cleo] = await sharedBy('ben', 'cleo');
    const settled = (await ben!.office()).settledTo;
    const before = ben!.replica.records.slice(0, settled).map((record) => record.id);
    const here = new Copier([ben!.folder, cleo!.folder], 1);
    await ben!.store.order.change({ kind: 'stand' }, new AbortController().signal);
    cleo!.addGroup('south');
    for (let round = 0; round < 3; round += 1) {
      await here.copyAll();
      for (const one of [ben!, cleo!]) expect(await one.exchange()).toBeNull();
    }
    expect((await ben!.office()).isHere).toBe(true);
    expect(cleo!.replica.pending).toEqual([]);
    // Meanwhile the old one goes on as if it still had the office; what it puts in order then gets its place anew.
    anna.addGroup('north');
    await settle();
    expect((await anna.office()).isHere).toBe(false);
    for (const one of computers) expect(one.hasGroup('north') && one.hasGroup('south')).toBe(true);
    expect(ben!.replica.records.slice(0, settled).map((record) => record.id)).toEqual(before);
  });

  it('is taken by force where no majority can be had', async () => {
    const [, ben] = await sharedBy('ben');
    const signal = new AbortController().signal;
    await ben!.store.order.change({ kind: 'stand' }, signal);
    ben!.addGroup('south');
    await ben!.exchange();
    expect((await ben!.office()).isHere).toBe(false);
    await ben!.store.order.change({ kind: 'force' }, signal);
    expect(await ben!.exchange()).toBeNull();
    const office = await ben!.office();
    expect(office).toMatchObject({ isHere: true });
    expect(office.computers.filter(({ counts }) => counts).map(({ id }) => id)).toEqual(['ben']);
    expect(ben!.replica.pending).toEqual([]);
    expect(office.settledTo).toBe(ben!.replica.head?.seq);
  });

  it('is known again by a keeper whose disk was restored from its backup', async () => {
    const [anna, ben] = await sharedBy('ben');
    await anna.backUp();
    anna.addGroup('after-the-backup');
    await anna.exchange();
    await settle();
    await anna.restore();
    expect(await anna.exchange()).toBeNull();
    ben!.addGroup('meanwhile');
    await settle();
    for (const one of computers) expect(one.hasGroup('after-the-backup') && one.hasGroup('meanwhile')).toBe(true);
    expect(anna.replica.head).toEqual(ben!.replica.head);
  });

  it('is held twice by mistake after a profile was copied, and everybody ends the same', async () => {
    const [anna, ben] = await sharedBy('ben');
    await anna.store.close();
    await cp(join(root, 'anna'), join(root, 'copy', 'anna'), { recursive: true });
    await anna.restart();
    const twin = await KeptComputerOnDisk.at(join(root, 'copy'), 'anna', false);
    await twin.exchange();
    anna.addGroup('by-one');
    twin.act('group.create', { id: 'by-other', parentId: 'root', kind: 'office', name: 'by-other' });
    await anna.exchange();
    await twin.exchange();
    computers.push(twin);
    for (let round = 0; round < 6; round += 1) {
      await copier().copyAll();
      for (const one of [anna, twin, ben!]) await one.exchange();
    }
    const tips = await Promise.all(computers.map((one) => one.store.head(new AbortController().signal)));
    expect(new Set(tips.map((tip) => (tip.ok ? tip.value?.hash : 'failed'))).size).toBe(1);
  });
});

describe('a folder that lost files', () => {
  it('gets back from each computer what that one wrote, and everything by being healed', async () => {
    const [anna, ben] = await sharedBy('ben');
    ben!.addGroup('south');
    await settle();
    const { head } = ben!.replica;
    await rm(join(ben!.folder, 'ben'), { recursive: true });
    expect(await ben!.exchange()).toBeNull();
    await rm(join(ben!.folder, 'anna'), { recursive: true });
    const healed = await ben!.store.heal(new AbortController().signal);
    expect(healed.ok && healed.value).toBeGreaterThan(2);
    const fresh = await KeptComputerOnDisk.at(root, 'fresh', false, ben!.folder);
    computers.push(fresh);
    expect(await fresh.exchange()).toBeNull();
    expect(fresh.replica.head).toEqual(head);
    expect(anna.replica.head).toEqual(head);
  });

  it('is a drive that is not connected when it is suddenly empty', async () => {
    const [, ben] = await sharedBy('ben');
    for (const name of ['anna', 'ben', 'ledger.json']) await rm(join(ben!.folder, name), { recursive: true });
    expect(await ben!.exchange()).toMatchObject({ kind: 'offline' });
  });
});
