import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { failed, succeeded } from '#core/kernel/result';
import type { Head } from '#core/ledger/commit';
import type { Abort, LedgerStore, StoreResult } from '#core/ledger/store';
import { sha256Hex } from '../files/sha256';
import { beginningOf } from '../stores/expected-head';
import { foreignFailure } from '../trust/proved-copy';
import { CheckpointShelf } from './checkpoint-shelf';
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
  readonly place: LedgerStore;
  readonly spawnCheck: (events: CheckPortEvents) => CheckPort;
}

/**
 * Outcome of replaying what was before the checkpoint. `same`: it comes to the checkpoint, and the journal has all of the ledger from now
 * on. `wrong`: it comes to something else; the journal has all of the ledger, and whatever was made from the checkpoint has to be made
 * anew. `other-history`: another commit stands there in the place by now. `nothing`: the ledger begins where the journal does.
 */
export type WholeOutcome = 'same' | 'wrong' | 'other-history' | 'nothing';

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
    const start = await this.start(before, signal);
    if (!start.ok) return start;
    // Of a shortened ledger there is nothing to look at before it.
    if (start.value !== null && start.value.head.seq >= base.head.seq) return succeeded('nothing');
    const read = await this.read(before, check, signal);
    if (!read.ok) return read;
    if (before.hashAt(base.head.seq) !== base.head.hash) return succeeded('other-history');
    const made = await check.checkpoint();
    if (!made.ok) return made;
    const all = await before.commits(start.value?.head.seq ?? 0, everything);
    if (!all.ok) return failed(storeFailureOf(all.failure));
    const isSame = made.value !== null && sha256Hex(made.value.bytes) === sha256Hex(base.bytes);
    if (!isSame) return succeeded('wrong');
    const completed = await journal.completeWith(all.value, start.value);
    return completed.ok ? succeeded('same') : failed(storeFailureOf(completed.failure));
  }

  /** The account with which a shortened ledger begins; `null` for the first commit. */
  private async start(
    before: Journal,
    signal: Abort,
  ): Promise<StoreResult<{ readonly head: Head; readonly bytes: Uint8Array } | null>> {
    const { place, ledger } = this.parts;
    const begins = await beginningOf(place, signal);
    if (!begins.ok || begins.value === null) return begins.ok ? succeeded(null) : begins;
    const kept = await before.checkpoint();
    if (kept?.head.seq === begins.value.seq) return succeeded(kept);
    if (this.of <= begins.value.seq) return succeeded({ head: begins.value, bytes: new Uint8Array() });
    const first = await new CheckpointShelf(place, ledger).first(begins.value, signal);
    if (!first.ok) return first;
    if ('because' in first.value) return failed({ kind: 'shortened', begins: begins.value });
    const { head, bytes } = first.value;
    const begun =
      before.newest === null
        ? await before.beginWith(head, bytes)
        : await before.beginAgain(head, bytes, '', new Set<string>());
    return begun.ok ? succeeded({ head, bytes }) : failed(storeFailureOf(begun.failure));
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
