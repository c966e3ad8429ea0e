import type { JournalFailure } from '#core/ipc/journal-channels';
import type { Head } from '#core/ledger/commit';
import {
  type Abort,
  type LedgerStore,
  type ReadLimit,
  type ReadPage,
  StoreError,
  type StoreFailure,
  type StoreInfo,
  type StoreReport,
  type Unsubscribe,
} from '#core/ledger/store';
import { type Journal, JournalError } from './journal';
import type { VoidedCommit } from './ledger-check';
import type { LedgerCheckService } from './ledger-check-service';
import { aborted, OneAtATime, settleOnAbort, throwIfAborted } from '../stores/abort';
import { judgeContinuation, judgeExpectedHead } from '../stores/expected-head';

export interface CheckedStoreParts {
  readonly store: LedgerStore;
  readonly check: Pick<LedgerCheckService, 'receive' | 'judge' | 'forget'>;
  readonly journal: Pick<Journal, 'newest' | 'hashAt' | 'keepCommits'>;
  /** Others appended commits that the rules refuse: they are void for everybody. */
  readonly onVoided: (voided: readonly VoidedCommit[]) => void;
}

/** How much is read at once when the journal has to be brought up to a reader. */
const catchUpPage: ReadLimit = { entries: 1_000, bytes: 4 * 1024 * 1024 };

/**
 * A store whose entries have been replayed by the rules before anybody here sees them, and which sends nothing that the
 * rules refuse. Everything that passes is in the journal before it is handed on.
 */
export class CheckedStore implements LedgerStore {
  readonly info: StoreInfo;
  private readonly turns = new OneAtATime();

  constructor(private readonly parts: CheckedStoreParts) {
    this.info = parts.store.info;
  }

  check(signal: Abort): Promise<StoreReport> {
    return this.parts.store.check(signal);
  }

  async head(signal: Abort): Promise<Head | null> {
    const head = await this.parts.store.head(signal);
    this.requireSameHistory(head);
    return head;
  }

  read(after: number, limit: ReadLimit, signal: Abort): Promise<ReadPage> {
    return this.inTurn(signal, async () => {
      while ((this.parts.journal.newest?.seq ?? 0) < after) {
        if ((await this.readNow(this.parts.journal.newest?.seq ?? 0, catchUpPage, signal)).entries.length === 0) break;
      }
      return this.readNow(after, limit, signal);
    });
  }

  append(entries: readonly Uint8Array[], expected: Head | null, signal: Abort): Promise<Head> {
    let sending = false;
    const work = this.turns.run(signal, async () => {
      const { store, check, journal } = this.parts;
      const mistake = judgeContinuation(entries, expected);
      if (mistake !== null) throw new StoreError(mistake);
      while ((journal.newest?.seq ?? 0) < (expected?.seq ?? 0)) {
        if ((await this.readNow(journal.newest?.seq ?? 0, catchUpPage, signal)).entries.length === 0) break;
      }
      const refusal = judgeExpectedHead(expected, journal.newest, (seq) => journal.hashAt(seq));
      if (refusal !== null) throw new StoreError(refusal);
      const judged = await check.judge(entries);
      if (!judged.ok) throw new StoreError(judged.failure);
      throwIfAborted(signal);
      sending = true;
      const head = await store.append(entries, expected, signal);
      await this.keepSent(entries);
      return head;
    });
    return settleOnAbort(signal, work, () =>
      sending ? { kind: 'unknown-outcome', detail: 'The append was interrupted while it was being sent.' } : aborted,
    );
  }

  putBlob(name: string, bytes: Uint8Array, signal: Abort): Promise<void> {
    return this.parts.store.putBlob(name, bytes, signal);
  }

  getBlob(name: string, signal: Abort): Promise<Uint8Array | null> {
    return this.parts.store.getBlob(name, signal);
  }

  watch(onHint: () => void): Unsubscribe {
    return this.parts.store.watch?.(onHint) ?? (() => undefined);
  }

  close(): Promise<void> {
    return this.parts.store.close();
  }

  private inTurn<T>(signal: Abort, work: () => Promise<T>): Promise<T> {
    return settleOnAbort(signal, this.turns.run(signal, work), () => aborted);
  }

  private async readNow(after: number, limit: ReadLimit, signal: Abort): Promise<ReadPage> {
    const { store, check, journal } = this.parts;
    const page = await store.read(after, limit, signal);
    this.requireSameHistory(page.head);
    const known = Math.max(0, Math.min(page.entries.length, (journal.newest?.seq ?? 0) - after));
    const fresh = page.entries.slice(known);
    // What is known already is compared with the journal and needs no second check.
    if (known > 0) await this.keep(page.entries.slice(0, known));
    if (fresh.length === 0) return page;
    const checked = await check.receive(fresh);
    if (!checked.ok) throw new StoreError(checked.failure);
    await this.keep(fresh);
    if (checked.voided.length > 0) this.parts.onVoided(checked.voided);
    return page;
  }

  private async keep(entries: readonly Uint8Array[]): Promise<void> {
    try {
      await this.parts.journal.keepCommits(entries);
    } catch (error) {
      this.parts.check.forget();
      throw error instanceof JournalError ? new StoreError(storeFailureOf(error.failure)) : error;
    }
  }

  private async keepSent(entries: readonly Uint8Array[]): Promise<void> {
    try {
      const checked = await this.parts.check.receive(entries);
      if (!checked.ok) throw new StoreError(checked.failure);
      await this.keep(entries);
    } catch {
      // It is in the ledger, but not in the journal: reading brings it here again.
      this.parts.check.forget();
      throw new StoreError({
        kind: 'unknown-outcome',
        detail: 'The commits were sent, but could not be kept on this computer.',
      });
    }
  }

  private requireSameHistory(head: Head | null): void {
    const { newest } = this.parts.journal;
    if (newest === null) return;
    if (head === null || head.seq < newest.seq) {
      throw new StoreError({
        kind: 'diverged',
        seq: head?.seq ?? 0,
        detail: `The store ends at commit ${head?.seq ?? 0}, but this computer knows commit ${newest.seq} of it. It may have been restored from an older copy.`,
      });
    }
    const kept = this.parts.journal.hashAt(head.seq);
    if (kept !== null && kept !== head.hash) throw parted(head.seq);
  }
}

function storeFailureOf(failure: JournalFailure): StoreFailure {
  switch (failure.kind) {
    case 'full':
    case 'diverged':
      return failure;
    case 'unwritable':
      return { kind: 'defect', detail: `The journal cannot be written. ${failure.detail}` };
    case 'unknown-ledger':
      return { kind: 'defect', detail: 'The journal is not open.' };
  }
}

function parted(seq: number): StoreError {
  return new StoreError({
    kind: 'diverged',
    seq,
    detail: `Commit ${seq} in the store is not the one this computer knows.`,
  });
}
