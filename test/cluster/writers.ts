import { sha256Hex } from '../../electron/main/files/sha256';
import { PostgresStore } from '../../electron/main/stores/postgres/postgres';
import { readPostgresAddress } from '../../electron/main/stores/postgres/postgres-address';
import type { Head } from '#core/ledger/commit';
import type { StoreFailure } from '#core/ledger/store';
import { entriesAfter } from '../support/ledger-entries';
import { everything, patient } from '../support/store-calls';

/** One computer that appends all the time, and remembers all it was told and all it has read. */
export class Writer {
  readonly acknowledged: string[] = [];
  readonly problems: string[] = [];
  /** Hashes of what it has read, by seq. */
  readonly copy: string[] = [];
  /** When each of its appends was acknowledged. */
  readonly successes: number[] = [];
  /** What became of its last call, for whoever looks for a reason. */
  last = '';
  private stopped = false;
  private readonly store: PostgresStore;
  private running: Promise<void> | null = null;

  constructor(
    private readonly name: string,
    hosts: string,
    place: string,
  ) {
    const reading = readPostgresAddress(`postgres://anna@${hosts}/postgres/${place}?tls=off`);
    if (reading === null) throw new Error('The address cannot be read');
    const patience = { connecting: 3_000, answering: 10_000 };
    this.store = new PostgresStore({ address: reading.address, password: () => null, ledger: null, patience });
  }

  start(): void {
    this.running = this.run();
  }

  async stop(): Promise<void> {
    this.stopped = true;
    await this.running;
    await this.catchUp();
    await this.store.close();
  }

  private get head(): Head | null {
    const hash = this.copy.at(-1);
    return hash === undefined ? null : { seq: this.copy.length, hash };
  }

  private async run(): Promise<void> {
    while (!this.stopped) {
      if (!(await this.catchUp())) {
        await new Promise((resolve) => setTimeout(resolve, 100));
        continue;
      }
      const { head } = this;
      const [entry] = entriesAfter(head, 1, { author: `${this.name}-${this.acknowledged.length}-${this.copy.length}` });
      if (entry === undefined) return;
      const outcome = await this.store.append([entry], head, patient());
      this.last = outcome.ok ? 'appended' : failureText(outcome.failure);
      if (!outcome.ok) continue;
      this.acknowledged.push(sha256Hex(entry));
      this.successes.push(performance.now());
    }
  }

  /** Reads to the end; whether there was an answer. Anything that does not follow what was read before is a difference. */
  private async catchUp(): Promise<boolean> {
    for (;;) {
      const page = await this.store.read(this.copy.length, everything, patient());
      if (!page.ok) {
        this.last = `reading: ${failureText(page.failure)}`;
        return false;
      }
      const { head } = page.value;
      if ((head?.seq ?? 0) < this.copy.length) {
        this.problems.push(`the place ends at ${head?.seq ?? 0}, but had commit ${this.copy.length}`);
        return false;
      }
      if (page.value.entries.length === 0) {
        const known = this.head;
        if (known !== null && head?.seq === known.seq && head.hash !== known.hash) {
          this.problems.push(`commit ${known.seq} is another one now`);
        }
        return true;
      }
      for (const entry of page.value.entries) {
        const { seq, prev } = JSON.parse(Buffer.from(entry).toString()) as { seq: number; prev: string };
        if (seq !== this.copy.length + 1 || (this.copy.length > 0 && prev !== this.copy.at(-1))) {
          this.problems.push(`commit ${seq} does not follow what was read before`);
          return false;
        }
        this.copy.push(sha256Hex(entry));
      }
    }
  }
}

export interface Verdict {
  readonly acknowledged: number;
  readonly lost: number;
  readonly differing: number;
}

/** Compares what writers were told with what all of them have read in the end. */
export function judgeWriters(writers: readonly Writer[]): Verdict {
  const longest = writers.map(({ copy }) => copy).reduce((one, other) => (other.length > one.length ? other : one), []);
  const there = new Set(longest);
  const acknowledged = writers.flatMap((writer) => writer.acknowledged);
  return {
    acknowledged: acknowledged.length,
    lost: acknowledged.filter((hash) => !there.has(hash)).length,
    differing: writers.filter(
      ({ copy, problems }) => problems.length > 0 || copy.some((hash, index) => hash !== longest[index]),
    ).length,
  };
}

function failureText(failure: StoreFailure): string {
  return 'detail' in failure ? `${failure.kind}, ${failure.detail}` : failure.kind;
}
