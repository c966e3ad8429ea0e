import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { failed, succeeded } from '#core/kernel/result';
import type { Abort, LedgerStore, StoreResult } from '#core/ledger/store';
import { sha256Hex } from '../files/sha256';
import { foreignFailure } from '../trust/proved-copy';
import { Journal } from './journal';
import { storeFailureOf } from './journal-failure';
import { CheckpointFile } from './kept-checkpoint';
import { LedgerCheckService, type CheckPort, type CheckPortEvents } from './ledger-check-service';
import { proofsFile } from './proved-commits';

export interface WholeCheckParts {
  readonly ledger: string;
  /** The folder of the journal. */
  readonly folder: string;
  /** The journal, which begins behind a checkpoint. */
  readonly journal: Journal;
  /** The place, as it is: nothing of it has been checked. */
  readonly place: Pick<LedgerStore, 'read'>;
  readonly spawnCheck: (events: CheckPortEvents) => CheckPort;
}

/**
 * Outcome of replaying what was before the checkpoint. `same`: it comes to the checkpoint, and the journal has all of the ledger from now
 * on. `wrong`: it comes to something else; the journal has all of the ledger, and whatever was made from the checkpoint has to be made
 * anew. `other-history`: another commit stands there in the place by now.
 */
export type WholeOutcome = 'same' | 'wrong' | 'other-history';

const page = { entries: 1_000, bytes: 4 * 1024 * 1024 };
const everything = { entries: Number.MAX_SAFE_INTEGER, bytes: Number.MAX_SAFE_INTEGER };

/**
 * Reads and replays the ledger up to the checkpoint that this computer was joined from, beside everything else, in a process of its own.
 * What was read is kept, so that it goes on where it was broken off.
 */
export class WholeCheck {
  private reached = 0;
  private readonly of: number;

  constructor(private readonly parts: WholeCheckParts) {
    this.of = parts.journal.base?.seq ?? 0;
  }

  get progress(): { readonly done: number; readonly of: number } {
    return { done: this.reached, of: this.of };
  }

  async run(signal: Abort): Promise<StoreResult<WholeOutcome>> {
    const { ledger, folder, spawnCheck } = this.parts;
    const beside = join(folder, 'whole');
    const before = await Journal.open(beside);
    const check = new LedgerCheckService(
      ...([ledger, before, spawnCheck, new CheckpointFile(beside), undefined, proofsFile(beside)] as const),
    );
    const stop = (): void => check.close();
    signal.addEventListener('abort', stop);
    try {
      const outcome = await this.compare(before, check, signal);
      if (outcome.ok) await rm(beside, { recursive: true, force: true });
      return outcome;
    } finally {
      signal.removeEventListener('abort', stop);
      check.close();
      await before.close();
    }
  }

  private async compare(before: Journal, check: LedgerCheckService, signal: Abort): Promise<StoreResult<WholeOutcome>> {
    const { journal } = this.parts;
    const base = await journal.checkpoint();
    if (base === null) return succeeded('same');
    const read = await this.read(before, check, signal);
    if (!read.ok) return read;
    if (before.hashAt(base.head.seq) !== base.head.hash) return succeeded('other-history');
    const made = await check.checkpoint();
    if (!made.ok) return made;
    const all = await before.commits(0, everything);
    if (!all.ok) return failed(storeFailureOf(all.failure));
    const isSame = made.value !== null && sha256Hex(made.value.bytes) === sha256Hex(base.bytes);
    if (!isSame) return succeeded('wrong');
    const completed = await journal.completeWith(all.value);
    return completed.ok ? succeeded('same') : failed(storeFailureOf(completed.failure));
  }

  /** Reads and replays up to the checkpoint, and not beyond. */
  private async read(before: Journal, check: LedgerCheckService, signal: Abort): Promise<StoreResult<null>> {
    for (;;) {
      const done = before.newest?.seq ?? 0;
      this.reached = done;
      if (done >= this.of) return succeeded(null);
      const limit = { ...page, entries: Math.min(page.entries, this.of - done) };
      const got = await this.parts.place.read(done, limit, signal);
      if (!got.ok) return got;
      const entries = got.value.entries.slice(0, this.of - done);
      if (entries.length === 0)
        return failed({ kind: 'behind', head: got.value.head, detail: 'The place ends before.' });
      const appends = got.value.appends?.filter(({ last }) => last <= done + entries.length) ?? null;
      const checked = await check.receive(entries, appends);
      if (!checked.ok) return checked;
      const { foreign } = checked;
      const sound = foreign === undefined ? entries : entries.slice(0, foreign.first - done - 1);
      if (foreign !== undefined && sound.length === 0) return failed(foreignFailure(foreign));
      const kept = await before.keepCommits(sound);
      if (!kept.ok) return failed(storeFailureOf(kept.failure));
    }
  }
}
