import { readdir, rm, truncate } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { readLedger } from '../../electron/headless/read-ledger';
import { Chooser } from '../support/random/chooser';
import { HealingComputer } from '../support/healing-computer';
import { SharedFolder } from '../support/shared-folder';
import { temporaryFolder } from '../support/temporary-folder';

const runs = Number(process.env['TRELLIS_PROPERTY_HEALING'] ?? 12);
const seed = Number(process.env['TRELLIS_PROPERTY_SEED'] ?? Date.now() % 1_000_000_000);
const steps = 40;
const never = new AbortController().signal;

/** Several computers over one folder that is restored, emptied, cut and mended behind their backs. */
class HealingSchedule {
  private readonly made = new Set<string>();
  private backups = 0;

  private constructor(
    private readonly folder: SharedFolder,
    private readonly computers: HealingComputer[],
    private readonly profiles: readonly string[],
  ) {}

  static async open(count: number): Promise<HealingSchedule> {
    const folder = await SharedFolder.make();
    const profiles = await Promise.all(Array.from({ length: count }, () => temporaryFolder()));
    const computers: HealingComputer[] = [];
    for (const [index, profile] of profiles.entries())
      computers.push(await HealingComputer.open(nameOf(index), folder.root, join(profile, 'journal')));
    const schedule = new HealingSchedule(folder, computers, profiles);
    await computers[0]?.start();
    for (const computer of computers) await computer.synchronise();
    return schedule;
  }

  async step(choose: Chooser): Promise<void> {
    const index = choose.whole(0, this.computers.length - 1);
    const computer = this.computers[index] as HealingComputer;
    switch (
      choose.weighted([
        [40, 'act'],
        [30, 'synchronise'],
        [6, 'back up'],
        [6, 'restore'],
        [4, 'lose a file'],
        [4, 'cut a file'],
        [4, 'mend'],
        [4, 'restart'],
        [2, 'together'],
      ] as const)
    ) {
      case 'act': {
        const name = `Complex${letters(this.made.size)}`;
        this.made.add(name);
        await computer.complex(name);
        return;
      }
      case 'synchronise':
        await computer.synchronise();
        return;
      case 'back up':
        this.backups += 1;
        return this.folder.backUp(String(this.backups));
      case 'restore':
        if (this.backups > 0) await this.folder.restore(String(choose.whole(1, this.backups)));
        return;
      case 'lose a file':
      case 'cut a file': {
        const log = join(this.folder.root, 'log');
        const name = choose.one((await readdir(log)).filter((found) => found.endsWith('.jsonl')).sort());
        if (name === undefined) return;
        if (choose.chance(0.5)) await rm(join(log, name));
        else await truncate(join(log, name), choose.whole(0, 60));
        return;
      }
      case 'mend':
        await computer.store.repair.mend(() => Promise.resolve([]), never);
        return;
      case 'restart':
        await computer.close();
        this.computers[index] = await HealingComputer.open(
          nameOf(index),
          this.folder.root,
          join(this.profiles[index] ?? '', 'journal'),
          computer.acts,
        );
        return;
      case 'together':
        await Promise.all(this.computers.map((one) => one.synchronise()));
    }
  }

  /** Everybody mends and synchronises until nothing changes any more; then all must have the same, and nothing may be lost. */
  async settle(): Promise<void> {
    for (let round = 0; round < 40; round += 1) {
      let calm = true;
      for (const computer of this.computers) {
        const outcome = await computer.synchronise();
        if (outcome.ok) continue;
        calm = false;
        // Whoever has the bytes may be somebody else, who does not miss them.
        for (const other of this.computers) await other.store.repair.mend(() => Promise.resolve([]), never);
      }
      const heads = new Set(this.computers.map(({ replica }) => replica.head?.hash));
      if (calm && heads.size === 1 && this.computers.every(({ replica }) => replica.pending.length === 0)) break;
    }
    // Who has everything reads only the end of a folder; somebody new would wait for what is damaged before it.
    for (const computer of this.computers) await computer.store.repair.mend(() => Promise.resolve([]), never);
    const reading = await readLedger(this.folder.root);
    if (!reading.ok) throw new Error(JSON.stringify(reading.failure));
    const { replica } = reading.value;
    for (const computer of this.computers) {
      expect(computer.replica.head).toEqual(replica.head);
      expect(computer.digest()).toEqual(replica.ask('digest', {}, { day: '2026-01-10', by: 'owner' }));
      expect(computer.replica.attention).toEqual([]);
    }
    expect(new Set(this.computers[0]?.complexes())).toEqual(this.made);
  }

  async close(): Promise<void> {
    for (const computer of this.computers) await computer.close();
    await rm(this.folder.root, { recursive: true, force: true });
    for (const profile of this.profiles) await rm(profile, { recursive: true, force: true });
  }
}

function nameOf(index: number): string {
  return `computer${String(index)}`;
}

/** A number in letters, for names that are also ids. */
function letters(number: number): string {
  return [...String(number)].map((digit) => 'ABCDEFGHIJ'[Number(digit)]).join('');
}

it(
  `loses nothing, and ends the same for all, whatever happens to a folder (seed ${String(seed)})`,
  async () => {
    for (let run = 0; run < runs; run += 1) {
      const choose = new Chooser(seed + run);
      const schedule = await HealingSchedule.open(choose.whole(2, 4));
      try {
        for (let step = 0; step < steps; step += 1) await schedule.step(choose);
        await schedule.settle();
      } catch (error) {
        throw new Error(`run with seed ${String(seed + run)}`, { cause: error });
      } finally {
        await schedule.close();
      }
    }
  },
  Number(process.env['TRELLIS_PROPERTY_PATIENCE'] ?? 120_000),
);
