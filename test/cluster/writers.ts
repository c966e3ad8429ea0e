import { mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { PostgresStore } from '../../electron/main/stores/postgres/postgres';
import { readPostgresAddress } from '../../electron/main/stores/postgres/postgres-address';
import type { StoreFailure } from '#core/ledger/store';
import { HealingComputer, ledger } from '../support/healing-computer';

/** Milliseconds between two acts of a writer, so that a long run remains one that four computers can hold. */
const betweenActs = 25;
const beforeTryingAgain = 100;
/** In memory: servers are killed here, machines are not. */
const profiles = '/dev/shm';

/**
 * One computer as the program makes it up, with a journal and an account: it acts and synchronises all the time, and
 * remembers which of its acts it was told are in the ledger. Where the place went back, it heals like any other.
 */
export class Writer {
  /** Ids of acts that were confirmed. */
  readonly acknowledged: string[] = [];
  /** When the exchange that confirmed each of them began, and when it ended. */
  readonly successes: { readonly begun: number; readonly at: number }[] = [];
  /** What became of its last exchange, for whoever looks for a reason. */
  last = '';
  private stopped = false;
  private running: Promise<void> | null = null;

  private constructor(
    readonly computer: HealingComputer,
    private readonly profile: string,
  ) {}

  static async open(name: string, hosts: string, place: string): Promise<Writer> {
    const reading = readPostgresAddress(`postgres://anna@${hosts}/postgres/${place}?tls=off`);
    if (reading === null) throw new Error('The address cannot be read');
    const { address } = reading;
    const patience = { connecting: 3_000, answering: 10_000 };
    const profile = mkdtempSync(join(profiles, `trellis-${name}-`));
    const store = (): PostgresStore => new PostgresStore({ address, password: () => null, ledger, patience });
    return new Writer(await HealingComputer.open(name, store, join(profile, 'journal')), profile);
  }

  /** Opens the account that the others join. */
  async found(): Promise<void> {
    await this.computer.start();
    if (!(await this.exchange())) throw new Error(`The account cannot be opened: ${this.last}`);
  }

  start(): void {
    this.running = this.run();
  }

  async stop(): Promise<void> {
    this.stopped = true;
    await this.running;
  }

  /** Closes its connection and removes its profile. */
  async close(): Promise<void> {
    this.stopped = true;
    await this.running;
    await this.computer.close();
    rmSync(this.profile, { recursive: true, force: true, maxRetries: 5 });
  }

  /** How often the place turned out to lack what this computer had. */
  get wentBack(): number {
    return this.computer.healed.length;
  }

  /** Sends and fetches; whether both ends are the same now. */
  async exchange(): Promise<boolean> {
    const exchanged = await this.computer.synchronise();
    this.last = exchanged.ok ? 'up to date' : failureText(exchanged.failure);
    return exchanged.ok;
  }

  private async run(): Promise<void> {
    let open: string | null = null;
    while (!this.stopped) {
      const { replica, name, acts } = this.computer;
      if (open === null && replica.head !== null) {
        const id = `${name}-${String(acts)}`;
        open = await this.computer.act('group.create', { id, parentId: 'root', kind: 'complex', name: id });
      }
      const begun = performance.now();
      const isUpToDate = await this.exchange();
      if (isUpToDate && open !== null) {
        this.acknowledged.push(open);
        this.successes.push({ begun, at: performance.now() });
        open = null;
      }
      await new Promise((resolve) => setTimeout(resolve, isUpToDate ? betweenActs : beforeTryingAgain));
    }
  }
}

export interface Verdict {
  readonly acknowledged: number;
  /** Confirmed acts that a newcomer does not find in the ledger exactly once. */
  readonly lost: number;
  /** Computers whose account is another one than the newcomer's. */
  readonly differing: number;
}

/** Lets all writers exchange to the end, and compares what they were told, and have, with what a newcomer reads. */
export async function judgeWriters(writers: readonly Writer[], newcomer: Writer): Promise<Verdict> {
  // Twice: what one puts back in the first round, those before it fetch in the second.
  for (const one of [...writers, ...writers, newcomer]) {
    if (!(await one.exchange())) throw new Error(`${one.computer.name} cannot exchange any more: ${one.last}`);
  }
  const { replica } = newcomer.computer;
  const times = new Map<string, number>();
  for (const { id } of replica.records) times.set(id, (times.get(id) ?? 0) + 1);
  const digest = newcomer.computer.digest();
  const acknowledged = writers.flatMap((writer) => writer.acknowledged);
  return {
    acknowledged: acknowledged.length,
    lost: acknowledged.filter((id) => times.get(id) !== 1).length,
    differing: writers.filter(
      ({ computer }) =>
        computer.replica.pending.length > 0 ||
        !isDeepStrictEqual(computer.replica.head, replica.head) ||
        !isDeepStrictEqual(computer.digest(), digest),
    ).length,
  };
}

function failureText(failure: StoreFailure): string {
  return 'detail' in failure ? `${failure.kind}, ${failure.detail}` : failure.kind;
}
