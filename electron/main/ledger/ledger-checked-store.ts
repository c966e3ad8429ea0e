import { Turns } from '#core/kernel/turns';
import { failed, succeeded } from '#core/kernel/result';
import type { Head } from '#core/ledger/commit';
import type { KeptOrder } from '#core/ledger/kept-order';
import type {
  Abort,
  LedgerStore,
  ReadLimit,
  ReadPage,
  StoreFailure,
  StoreInfo,
  StoreReport,
  StoreResult,
  Unsubscribe,
} from '#core/ledger/store';
import type { Journal } from './journal';
import { storeFailureOf } from './journal-failure';
import type { VoidedCommit } from './ledger-check';
import type { LedgerCheckService } from './ledger-check-service';
import { aborted, settleOnAbort, takeTurn } from '../stores/abort';
import { hashBeforeFirst, readEnvelope } from '../stores/entry-envelope';
import { judgeContinuation, judgeExpectedHead } from '../stores/expected-head';
import { answering } from '../stores/store-error';

export interface CheckedStoreParts {
  readonly store: LedgerStore;
  readonly check: Pick<LedgerCheckService, 'receive' | 'judge' | 'forget'>;
  readonly journal: Pick<Journal, 'newest' | 'hashAt' | 'keepCommits'>;
  /** Others appended commits that the rules refuse: they are void for everybody. */
  readonly onVoided: (voided: readonly VoidedCommit[]) => void;
}

/** Size of a page when the journal has to be brought up to a reader. */
const catchUpPage: ReadLimit = { entries: 1_000, bytes: 4 * 1024 * 1024 };

/**
 * A store whose entries have been replayed by the rules before anybody here sees them, and which sends nothing that the
 * rules refuse. Everything that passes is in the journal before it is handed on.
 */
export class CheckedStore implements LedgerStore {
  readonly info: StoreInfo;
  private readonly turns = new Turns();

  readonly order?: KeptOrder;

  constructor(private readonly parts: CheckedStoreParts) {
    this.info = parts.store.info;
    const { order } = parts.store;
    if (order !== undefined)
      this.order = {
        submit: (entries, signal) =>
          this.inTurn(signal, async () => {
            const { newest } = parts.journal;
            if (entries[0] !== undefined && readEnvelope(entries[0])?.prev !== (newest?.hash ?? hashBeforeFirst))
              return failed({ kind: 'head-moved', head: newest });
            const judged = await parts.check.judge(entries);
            return judged.ok ? order.submit(entries, signal) : judged;
          }),
        office: (signal) => this.inTurn(signal, () => order.office(signal)),
        change: (change, signal) => this.inTurn(signal, () => order.change(change, signal)),
      };
  }

  check(signal: Abort): Promise<StoreResult<StoreReport>> {
    return this.parts.store.check(signal);
  }

  async head(signal: Abort): Promise<StoreResult<Head | null>> {
    const head = await this.parts.store.head(signal);
    if (!head.ok) return head;
    const parting = this.partingFrom(head.value);
    return parting === null ? head : failed(parting);
  }

  read(after: number, limit: ReadLimit, signal: Abort): Promise<StoreResult<ReadPage>> {
    return this.inTurn(signal, async () => {
      const caughtUp = await this.catchUpTo(after, signal);
      return caughtUp === null ? this.readNow(after, limit, signal) : failed(caughtUp);
    });
  }

  append(entries: readonly Uint8Array[], expected: Head | null, signal: Abort): Promise<StoreResult<Head>> {
    const progress = { sending: false };
    return this.inTurn(
      signal,
      () => this.appendNow(entries, expected, signal, progress),
      () =>
        progress.sending
          ? { kind: 'unknown-outcome', detail: 'The append was interrupted while it was being sent.' }
          : aborted,
    );
  }

  putBlob(name: string, bytes: Uint8Array, signal: Abort): Promise<StoreResult<null>> {
    return this.parts.store.putBlob(name, bytes, signal);
  }

  getBlob(name: string, signal: Abort): Promise<StoreResult<Uint8Array | null>> {
    return this.parts.store.getBlob(name, signal);
  }

  watch(onHint: () => void): Unsubscribe {
    return this.parts.store.watch?.(onHint) ?? (() => undefined);
  }

  close(): Promise<void> {
    return this.parts.store.close();
  }

  private inTurn<T>(
    signal: Abort,
    work: () => Promise<StoreResult<T>>,
    whenAborted: () => StoreFailure = () => aborted,
  ): Promise<StoreResult<T>> {
    return answering(() => settleOnAbort(signal, takeTurn(this.turns, signal, work), whenAborted)).then((result) =>
      result.ok ? result.value : result,
    );
  }

  /** Reads until the journal has what somebody here has already. Why that is not possible, or `null`. */
  private async catchUpTo(seq: number, signal: Abort): Promise<StoreFailure | null> {
    const { journal } = this.parts;
    while ((journal.newest?.seq ?? 0) < seq) {
      const page = await this.readNow(journal.newest?.seq ?? 0, catchUpPage, signal);
      if (!page.ok) return page.failure;
      if (page.value.entries.length === 0) return null;
    }
    return null;
  }

  private async appendNow(
    entries: readonly Uint8Array[],
    expected: Head | null,
    signal: Abort,
    progress: { sending: boolean },
  ): Promise<StoreResult<Head>> {
    const { store, check, journal } = this.parts;
    const refusal =
      judgeContinuation(entries, expected) ??
      (await this.catchUpTo(expected?.seq ?? 0, signal)) ??
      judgeExpectedHead(expected, journal.newest, (seq) => journal.hashAt(seq));
    if (refusal !== null) return failed(refusal);
    const judged = await check.judge(entries);
    if (!judged.ok) return judged;
    if (signal.aborted) return failed(aborted);
    progress.sending = true;
    const head = await store.append(entries, expected, signal);
    if (!head.ok) return head;
    const kept = await this.keepSent(entries);
    return kept === null ? head : failed(kept);
  }

  private async readNow(after: number, limit: ReadLimit, signal: Abort): Promise<StoreResult<ReadPage>> {
    const { store, check, journal } = this.parts;
    const page = await store.read(after, limit, signal);
    if (!page.ok) return page;
    const { entries, head } = page.value;
    const parting = this.partingFrom(head);
    if (parting !== null) return failed(parting);
    const known = Math.max(0, Math.min(entries.length, (journal.newest?.seq ?? 0) - after));
    const fresh = entries.slice(known);
    // What is known already is compared with the journal and needs no second check.
    const unlike = known > 0 ? await this.keep(entries.slice(0, known)) : null;
    if (unlike !== null) return failed(unlike);
    if (fresh.length === 0) return page;
    const checked = await check.receive(fresh);
    if (!checked.ok) return checked;
    const unkept = await this.keep(fresh);
    if (unkept !== null) return failed(unkept);
    if (checked.voided.length > 0) this.parts.onVoided(checked.voided);
    return succeeded(page.value);
  }

  private async keep(entries: readonly Uint8Array[]): Promise<StoreFailure | null> {
    const kept = await this.parts.journal.keepCommits(entries);
    if (kept.ok) return null;
    this.parts.check.forget();
    return storeFailureOf(kept.failure);
  }

  /** Keeps entries that were sent and are in the ledger. Where it cannot be kept here as well, reading brings it here again. */
  private async keepSent(entries: readonly Uint8Array[]): Promise<StoreFailure | null> {
    const checked = await this.parts.check.receive(entries);
    if (checked.ok && (await this.keep(entries)) === null) return null;
    this.parts.check.forget();
    return { kind: 'unknown-outcome', detail: 'The commits were sent, but could not be kept on this computer.' };
  }

  /** Failure that tells how the place and what is kept here have parted, or `null`. */
  private partingFrom(head: Head | null): StoreFailure | null {
    const { newest, hashAt } = this.history();
    if (newest === null) return null;
    if (head === null || head.seq < newest.seq) {
      return {
        kind: 'diverged',
        seq: head?.seq ?? 0,
        detail: `The store ends at commit ${head?.seq ?? 0}, but this computer knows commit ${newest.seq} of it. It may have been restored from an older copy.`,
      };
    }
    const kept = hashAt(head.seq);
    if (kept === null || kept === head.hash) return null;
    return {
      kind: 'diverged',
      seq: head.seq,
      detail: `Commit ${head.seq} in the store is not the one this computer knows.`,
    };
  }

  private history(): { readonly newest: Head | null; readonly hashAt: (seq: number) => string | null } {
    const { journal } = this.parts;
    return { newest: journal.newest, hashAt: (seq) => journal.hashAt(seq) };
  }
}
