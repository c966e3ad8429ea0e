import { createHash } from 'node:crypto';
import { basename, dirname, resolve } from 'node:path';
import { z } from 'zod';
import { failed, succeeded } from '#core/kernel/result';
import { finish } from '#core/kernel/slices';
import { writeCheckpoint } from '#core/ledger/checkpoint';
import type { Head } from '#core/ledger/commit';
import type { Replica } from '#core/ledger/replica';
import type { VoidCommit } from '#core/ledger/void-commits';
import type { Abort, LedgerStore, ReadLimit, StoreResult } from '#core/ledger/store';
import { checkCheckpoints } from '../main/ledger/check-checkpoints';
import { CheckpointFile } from '../main/ledger/kept-checkpoint';
import { beginningOf } from '../main/stores/expected-head';

const newline = 0x0a;

type ReadableStore = Pick<LedgerStore, 'read' | 'beginning'>;

const about = z.strictObject({
  /** Grows when what is kept, or what a verdict means, changes: the ledger is then replayed once more. */
  format: z.literal(1),
  ledger: z.string(),
  entries: z.string(),
  voided: z.array(
    z.strictObject({
      seq: z.number().int(),
      id: z.string(),
      do: z.string(),
      by: z.string(),
      at: z.string(),
      refusals: z.array(z.strictObject({ code: z.string(), rule: z.string() })),
    }),
  ),
});

/** A commit that the rules refuse, and why. */
export interface VoidedBefore extends Pick<VoidCommit, 'seq' | 'id' | 'do' | 'by' | 'at'> {
  readonly refusals: readonly { readonly code: string; readonly rule: string }[];
}

/** State and verdict to which a replay came. */
export interface Verified {
  readonly replica: Replica;
  readonly voided: readonly VoidedBefore[];
}

/**
 * A file with what verifying an unprotected ledger came to. The verdict follows from the bytes of the commits alone, so it holds for
 * as long as every one of them is as it was: they are hashed again each time, and only what came since is replayed.
 */
export class VerifiedBefore {
  private readonly file: CheckpointFile;

  constructor(
    path: string,
    private readonly ledger: string,
    private readonly limit: ReadLimit,
  ) {
    const whole = resolve(path);
    this.file = new CheckpointFile(dirname(whole), basename(whole));
  }

  /** What was kept, where it is whole, of this ledger, and the commits below it have not changed; else `null`. */
  async read(store: ReadableStore, signal: Abort): Promise<StoreResult<Verified | null>> {
    const kept = await this.file.read();
    const end = kept?.bytes.indexOf(newline) ?? -1;
    if (kept === null || end === -1) return succeeded(null);
    const front = parsed(kept.bytes.subarray(0, end));
    if (front?.ledger !== this.ledger) return succeeded(null);
    const replica = checkCheckpoints.open(this.ledger, kept.bytes.subarray(end + 1));
    if (replica === null || replica.head?.hash !== kept.head.hash) return succeeded(null);
    const entries = await this.hashUpTo(store, kept.head, signal);
    if (!entries.ok) return entries;
    return succeeded(entries.value === front.entries ? { replica, voided: front.voided } : null);
  }

  /** Keeps a verdict for the next time. */
  async write(store: ReadableStore, { replica, voided }: Verified, signal: Abort): Promise<StoreResult<null>> {
    const { ledger, head, model, records } = replica;
    if (head === null) return succeeded(null);
    const entries = await this.hashUpTo(store, head, signal);
    if (!entries.ok) return entries;
    if (entries.value === null) return failed({ kind: 'behind', head, detail: 'The ledger ends before its head.' });
    const refused = voided.map(({ seq, id, do: name, by, at, refusals }) => ({
      seq,
      id,
      do: name,
      by,
      at,
      refusals: refusals.map(({ code, rule }) => ({ code, rule })),
    }));
    const front: z.output<typeof about> = { format: 1, ledger, entries: entries.value, voided: refused };
    const bytes = finish(writeCheckpoint({ ledger, head, model, records }));
    await this.file.write(head, Buffer.concat([Buffer.from(`${JSON.stringify(front)}\n`), bytes]));
    return succeeded(null);
  }

  /** SHA-256 over every commit that there is up to a head; `null` where there are fewer. */
  private async hashUpTo(store: ReadableStore, { seq }: Head, signal: Abort): Promise<StoreResult<string | null>> {
    const hash = createHash('sha256');
    const begins = await beginningOf(store, signal);
    if (!begins.ok) return begins;
    for (let after = begins.value?.seq ?? 0; after < seq;) {
      const limit = { ...this.limit, entries: Math.min(this.limit.entries, seq - after) };
      const page = await store.read(after, limit, signal);
      if (!page.ok) return page;
      // A store may answer more than was asked for.
      const entries = page.value.entries.slice(0, seq - after);
      if (entries.length === 0) return succeeded(null);
      for (const entry of entries) hash.update(`${String(entry.length)}:`).update(entry);
      after += entries.length;
    }
    return succeeded(hash.digest('hex'));
  }
}

function parsed(line: Uint8Array): z.output<typeof about> | null {
  try {
    return about.safeParse(JSON.parse(Buffer.from(line).toString('utf8'))).data ?? null;
  } catch {
    return null;
  }
}
