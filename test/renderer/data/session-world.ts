import Dexie from 'dexie';
import { IDBFactory, IDBObjectStore } from 'fake-indexeddb';
import type { LocalAccountSession } from '../../../renderer/src/data/account-session';
import { renewCheckpoint } from '../../../renderer/src/data/checkpoint-renewal';
import type { Surroundings } from '../../../renderer/src/data/clock';
import type { Pace } from '../../../renderer/src/data/long-work';
import { openSession, type Origin } from '../../../renderer/src/data/open-session';
import type { ActCall } from '../../../renderer/src/data/session';
import { rulesVersion } from '#core/ledger/commit';
import { encodeCommit, noHash } from '#core/ledger/encoding';
import { openingIntent } from '#core/ledger/opening';
import type { DigestAnswer } from '#core/queries/digest';
import { MemoryJournal } from './memory-journal';

export const ledger = 'ledger-1';
export const today = '2026-05-01';

/** The electricity of one computer: it can fail at the next use, or after some more. */
export class Power {
  used = 0;
  private failAt = Infinity;

  failAfter(uses: number): void {
    this.failAt = this.used + uses;
  }

  get failed(): boolean {
    return this.used >= this.failAt;
  }

  use(): void {
    if (this.failed) throw new Error('the computer is off');
    this.used += 1;
    if (this.failed) throw new Error('the computer went off');
  }
}

/** The first commit of the test's ledger, as its bytes. */
export function openingEntry(): Uint8Array {
  const intent = openingIntent({
    id: 'opening',
    day: today,
    at: '',
    device: 'office',
    name: 'Account',
    timeZone: 'UTC',
    ownerName: 'Owner',
  });
  return encodeCommit({ ...intent, ledger, seq: 1, prev: noHash, rules: rulesVersion });
}

/** One computer: its tables, its journal, its electricity. */
export class Computer {
  indexedDb = new IDBFactory();
  private made = 0;
  day = today;

  constructor(
    readonly device = 'laptop',
    public journal = new MemoryJournal(),
    public power = new Power(),
    opening = true,
  ) {
    if (opening) this.journal.entries.push(openingEntry());
  }

  private surroundings(): Surroundings {
    return {
      now: () => `${this.day}T12:00:00.000Z`,
      today: () => this.day,
      newCommitId: () => {
        this.made += 1;
        return `${this.device}-${this.made}`;
      },
    };
  }

  async open(pace?: Pace, anew = false): Promise<{ readonly session: LocalAccountSession; readonly origin: Origin }> {
    Dexie.dependencies.indexedDB = this.indexedDb;
    return openSession({
      renew: renewCheckpoint,
      ledger,
      by: 'owner',
      device: this.device,
      journal: this.journal,
      surroundings: this.surroundings(),
      anew,
      ...(pace === undefined ? {} : { pace }),
    });
  }

  /** Takes the plug: nothing under way reaches the disk any more. What is there survives into a started computer. */
  startAgain(): void {
    this.power = new Power();
    this.journal = this.journal.survivor(this.power);
    usePower(this.power);
  }

  loseTables(): void {
    this.indexedDb = new IDBFactory();
  }
}

const originalPut = IDBObjectStore.prototype.put;

/** Makes every write to any table use some electricity. */
export function usePower(power: Power): void {
  IDBObjectStore.prototype.put = function (this: IDBObjectStore, ...given: Parameters<typeof originalPut>) {
    power.use();
    return originalPut.apply(this, given);
  } as typeof originalPut;
}

export function restorePower(): void {
  IDBObjectStore.prototype.put = originalPut;
}

export function digestOf(session: LocalAccountSession): DigestAnswer {
  const answer = session.ask('digest', {}, today);
  if ('refusals' in answer) throw new Error('the digest was refused');
  return answer;
}

export function aGroup(name: string, parentId = 'root'): ActCall {
  return { do: 'group.create', args: { id: name.toLowerCase(), parentId, kind: 'complex', name } };
}

export function groupNames(session: LocalAccountSession): readonly string[] {
  const tree = session.ask('tree', {}, today);
  return 'refusals' in tree ? [] : (tree.children ?? []).map((child) => child.name);
}
