import { cp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { KeptComputerOnDisk } from '../support/kept/computer';
import { startSyncthings, type Syncthing } from '../support/kept/syncthing';
import { patient } from '../support/store-calls';
import { temporaryFolder } from '../support/temporary-folder';

const names = ['anna', 'ben', 'cleo'] as const;
let programs: readonly Syncthing[] = [];
const computers: KeptComputerOnDisk[] = [];

afterEach(async () => {
  await Promise.all(computers.splice(0).map((computer) => computer.close()));
  await Promise.all(programs.map((program) => program.stop()));
  programs = [];
});

const waiting = { timeout: 60_000, interval: 200 } as const;

/** Everybody looks again and again while the programs copy, until something holds for all. */
async function until(holds: (computer: KeptComputerOnDisk) => boolean, of = computers): Promise<void> {
  await vi.waitFor(async () => {
    for (const program of programs) await program.scan();
    for (const computer of of) {
      const failure = await computer.exchange();
      // Files that are on their way are waited for; everything else is wrong.
      if (failure !== null) expect(['offline', 'waiting']).toContain(failure.kind);
    }
    for (const computer of of) expect(holds(computer)).toBe(true);
  }, waiting);
}

const isDone = (computer: KeptComputerOnDisk): boolean =>
  computer.replica.pending.length === 0 &&
  computers.every((other) => other.replica.head?.hash === computer.replica.head?.hash);

async function shared(count: number): Promise<{ readonly root: string }> {
  const root = await temporaryFolder();
  programs = await startSyncthings(root, count);
  for (const [index, program] of programs.entries())
    computers.push(
      await KeptComputerOnDisk.at(join(root, 'computers'), names[index] ?? 'x', index === 0, program.folder),
    );
  const [anna] = computers;
  anna?.begin();
  anna?.addGroup('hq');
  expect(await anna?.exchange()).toBeNull();
  await until((computer) => computer.hasGroup('hq') && isDone(computer));
  // Everybody counts once all have said that they have it.
  await vi.waitFor(async () => {
    await until(isDone);
    const office = await anna?.office();
    expect(office?.computers.filter(({ counts }) => counts)).toHaveLength(count);
  }, waiting);
  return { root };
}

describe('a folder that Syncthing copies', () => {
  it.each([2, 3])('gets sixty acts of one computer to %i computers, none of which ever stops', async (count) => {
    await shared(count);
    for (let act = 0; act < 60; act += 1) {
      computers[0]?.addGroup(`group-${String(act)}`);
      expect(await computers[0]?.exchange()).toBeNull();
    }
    await until((computer) => computer.hasGroup('group-59') && isDone(computer));
  });

  it('gives every act of two that were cut off from each other its place', async () => {
    await shared(2);
    const [anna, ben] = computers;
    await programs[1]?.pause();
    for (let act = 0; act < 10; act += 1) {
      anna?.addGroup(`north-${String(act)}`);
      ben?.addGroup(`south-${String(act)}`);
      await anna?.exchange();
      await ben?.exchange();
    }
    expect(ben?.replica.pending).toHaveLength(10);
    await programs[1]?.resume();
    await until((computer) => computer.hasGroup('north-9') && computer.hasGroup('south-9') && isDone(computer));
  });

  it('hands the office over, and has it taken by election while its holder is away', async () => {
    await shared(3);
    const [anna, ben, cleo] = computers as [KeptComputerOnDisk, KeptComputerOnDisk, KeptComputerOnDisk];
    expect(await anna.store.order.change({ kind: 'handOver', to: 'ben' }, patient())).toMatchObject({ ok: true });
    anna.addGroup('handed');
    await until((computer) => computer.hasGroup('handed') && isDone(computer));
    expect((await ben.office()).isHere).toBe(true);
    await programs[1]?.pause();
    await cleo.store.order.change({ kind: 'stand' }, patient());
    anna.addGroup('elected');
    await until((computer) => computer.hasGroup('elected') && computer.replica.pending.length === 0, [anna, cleo]);
    expect((await cleo.office()).isHere).toBe(true);
    ben.addGroup('away');
    await programs[1]?.resume();
    await until((computer) => computer.hasGroup('away') && isDone(computer));
  });

  it('knows a keeper again whose disk was restored, and ends the same after two had the office by mistake', async () => {
    const { root } = await shared(2);
    const [anna, ben] = computers as [KeptComputerOnDisk, KeptComputerOnDisk];
    const profile = join(root, 'computers', 'anna', 'profile');
    await anna.close();
    await cp(profile, join(root, 'backup'), { recursive: true });
    await anna.restart();
    anna.addGroup('after-the-backup');
    await until((computer) => computer.hasGroup('after-the-backup') && isDone(computer));
    await anna.close();
    await rm(profile, { recursive: true });
    await cp(join(root, 'backup'), profile, { recursive: true });
    await anna.restart();
    ben.addGroup('meanwhile');
    await until((computer) => computer.hasGroup('meanwhile') && isDone(computer));
    // A second installation from the same backup, at the other end of the copying.
    await cp(join(root, 'backup'), join(root, 'twin', 'anna', 'profile'), { recursive: true });
    const twin = await KeptComputerOnDisk.at(join(root, 'twin'), 'anna', false, ben.folder);
    computers.push(twin);
    await until(isDone);
    twin.act('group.create', { id: 'by-the-twin', parentId: 'root', kind: 'office', name: 'by-the-twin' });
    await until((computer) => computer.hasGroup('by-the-twin') && isDone(computer));
  });
});
