import { join } from 'node:path';
import { z } from 'zod';
import type { Evidence } from '#core/ledger/admission';
import type { Head } from '#core/ledger/commit';
import { readJsonFile, writeJsonFile } from '../files/json-file';

/** Up to which commit signatures were checked, and which were not their key's own. */
export interface Proved {
  readonly head: Head;
  readonly bad: readonly number[];
}

/** Place beside the journal for what was proved: without it, signatures are checked once more. */
export interface KeptProofs {
  read(): Promise<Proved | null>;
  write(proved: Proved): Promise<void>;
}

const fileName = 'proofs.json';
const shape: z.ZodType<Proved> = z.strictObject({
  head: z.strictObject({ seq: z.int().min(1), hash: z.string() }),
  bad: z.array(z.int().min(1)),
});

export function proofsFile(folder: string): KeptProofs {
  return {
    read: () => readJsonFile(join(folder, fileName), shape).catch(() => null),
    write: (proved) => writeJsonFile(folder, fileName, proved),
  };
}

/** Commits after which it is worth writing down how far signatures were checked. */
const writtenEvery = 500;

/** Memory of the commits whose signatures were checked, so that only what is new has to be. */
export class ProvedCommits {
  private to = 0;
  private found: readonly number[] = [];
  private written = 0;
  private read: Promise<void> | null = null;

  constructor(
    private readonly journal: { readonly newest: Head | null; hashAt(seq: number): string | null },
    private readonly kept: KeptProofs | null,
  ) {}

  /** Places whose signature is not their key's own, as far as signatures were checked. */
  get bad(): readonly number[] {
    return this.found;
  }

  /** Those after one commit up to another; `null` where they were not all checked yet. */
  async known(after: number, to: number): Promise<readonly number[] | null> {
    this.read ??= this.begin();
    await this.read;
    return to > this.to ? null : this.found.filter((seq) => seq > after && seq <= to);
  }

  /** Takes over what was found up to a head. */
  async note(head: Head | null, evidence: Evidence | undefined): Promise<void> {
    this.read ??= this.begin();
    await this.read;
    if (head === null || head.seq <= this.to) return;
    const bad = (evidence?.bad ?? []).filter((seq) => seq > this.to && seq <= head.seq);
    this.to = head.seq;
    this.found = [...this.found, ...bad];
    if (bad.length === 0 && head.seq - this.written < writtenEvery) return;
    this.written = head.seq;
    // Without it the next start takes longer, that is all.
    await this.kept?.write({ head, bad: this.found }).catch(() => undefined);
  }

  /** Forgets what is not in the journal after all. */
  cut(): void {
    this.to = Math.min(this.to, this.journal.newest?.seq ?? 0);
    this.written = Math.min(this.written, this.to);
    this.found = this.found.filter((seq) => seq <= this.to);
  }

  private async begin(): Promise<void> {
    const proved = (await this.kept?.read()) ?? null;
    if (proved === null || this.journal.hashAt(proved.head.seq) !== proved.head.hash) return;
    this.to = proved.head.seq;
    this.written = this.to;
    this.found = proved.bad;
  }
}
