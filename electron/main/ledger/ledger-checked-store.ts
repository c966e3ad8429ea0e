import { Turns } from '#core/kernel/turns';
import { failed, succeeded } from '#core/kernel/result';
import { ownKeyOf } from '#core/ledger/admission';
import type { Head } from '#core/ledger/commit';
import { decodeCommit } from '#core/ledger/encoding';
import type { KeptOrder } from '#core/ledger/kept-order';
import type { Healing } from '#core/ledger/healing';
import type {
  Abort,
  LedgerStore,
  StoreBeginning,
  ReadLimit,
  ReadPage,
  Repaired,
  StoreFailure,
  StoreInfo,
  StoreRepair,
  StoreReport,
  StoreResult,
  Unsubscribe,
} from '#core/ledger/store';
import type { StorePresence } from '#core/ledger/presence';
import type { Journal } from './journal';
import { storeFailureOf } from './journal-failure';
import { giveWay, partingOf, putBack } from './ledger-healing';
import { mendSealed } from './ledger-mending';
import type { VoidedCommit } from './ledger-check';
import type { LedgerCheckService } from './ledger-check-service';
import { aborted, settleOnAbort, takeTurn } from '../stores/abort';
import { hashBeforeFirst, readEnvelope } from '../stores/entry-envelope';
import { judgeContinuation, judgeExpectedHead } from '../stores/expected-head';
import { answering } from '../stores/store-error';
import type { OwnKeys } from '../trust/own-keys';
import { foreignFailure } from '../trust/proved-copy';

export interface CheckedStoreParts {
  readonly store: LedgerStore;
  readonly check: Pick<LedgerCheckService, 'receive' | 'judge' | 'forget' | 'register' | 'bad'>;
  readonly journal: Pick<Journal, 'newest' | 'hashAt' | 'keepCommits' | 'commits' | 'cutBack'> & {
    readonly base?: Head | null;
  };
  /** Keys of this computer, with which its acts are signed as they go out. Left out where it can have none. */
  readonly own?: OwnKeys | undefined;
  /** This installation: what `device` of its commits says. */
  readonly device: string;
  readonly now: () => string;
  /** Something was put in order by itself. */
  readonly onHealed: (healing: Healing) => void;
  /** The place begins later than what is known here: this computer has to begin again from the checkpoint there. */
  readonly onShortened?: () => void;
  /** Others appended commits that the rules refuse: they are void for everybody. */
  readonly onVoided: (voided: readonly VoidedCommit[]) => void;
}

/** The place may be restored again while it is healed; not for ever. */
const healings = 8;
/** Size of a page when the journal has to be brought up to a reader. */
const catchUpPage: ReadLimit = { entries: 1_000, bytes: 4 * 1024 * 1024 };

/**
 * A store whose entries have been replayed by the rules before anybody here sees them, and which sends nothing that the
 * rules refuse. Everything that passes is in the journal before it is handed on.
 */
export class CheckedStore implements LedgerStore {
  readonly info: StoreInfo;
  private readonly turns = new Turns();
  private copies: readonly string[] = [];

  readonly order?: KeptOrder;
  readonly presence?: StorePresence;
  readonly beginning?: StoreBeginning;

  constructor(private readonly parts: CheckedStoreParts) {
    this.info = parts.store.info;
    const { order, presence, beginning } = parts.store;
    if (beginning !== undefined)
      this.beginning = {
        at: (signal) => this.inTurn(signal, () => beginning.at(signal)),
        shorten: (to, signal) => this.inTurn(signal, () => beginning.shorten(to, signal)),
      };
    if (presence !== undefined) this.presence = presence;
    if (order !== undefined)
      this.order = {
        submit: (entries, signal) =>
          this.inTurn(signal, async () => {
            const { newest } = parts.journal;
            if (entries[0] !== undefined && readEnvelope(entries[0])?.prev !== (newest?.hash ?? hashBeforeFirst))
              return failed({ kind: 'head-moved', head: newest });
            // Nothing that such a place carries is encrypted.
            if (await this.isProtectedBy(entries)) return failed(notForCarrying);
            const judged = await parts.check.judge(entries);
            return judged.ok ? order.submit(entries, signal) : judged;
          }),
        office: (signal) => this.inTurn(signal, () => order.office(signal)),
        change: (change, signal) => this.inTurn(signal, () => order.change(change, signal)),
      };
  }

  /** One of the second versions of its files that lay in the place when it was read last; `null` where there were none. */
  get conflictCopy(): string | null {
    return this.copies[0] ?? null;
  }

  check(signal: Abort): Promise<StoreResult<StoreReport>> {
    return this.parts.store.check(signal);
  }

  head(signal: Abort): Promise<StoreResult<Head | null>> {
    return this.parts.store.head(signal);
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

  async dropBlob(name: string, signal: Abort): Promise<StoreResult<null>> {
    return (await this.parts.store.dropBlob?.(name, signal)) ?? succeeded(null);
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

  /** Sound bytes for what the place has damaged or lost, from the journal. */
  readonly repair: StoreRepair = {
    mend: (_entries, signal) =>
      this.inTurn(signal, async () => {
        const { store, journal } = this.parts;
        if (store.repair === undefined)
          return failed({ kind: 'defect', detail: 'This kind of place keeps its own copies.' });
        if (await this.isProtectedBy([])) return this.mendSealed(signal);
        return store.repair.mend(async (after) => {
          const entries = await journal.commits(after);
          return entries.ok ? entries.value : [];
        }, signal);
      }),
  };

  /** In a protected account only by a computer that is let in: it writes again what it moves out of the way. */
  private async mendSealed(signal: Abort): Promise<StoreResult<readonly Repaired[]>> {
    const register = await this.parts.check.register();
    if (!register.ok) return register;
    if (this.parts.own?.counting(register.value) == null) return failed(notLetIn);
    return mendSealed(this.parts, (after, limit) => this.readNow(after, limit, signal), signal);
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
    const signed = await this.signed(entries);
    if (!signed.ok) return signed;
    const judged = await check.judge(signed.value);
    if (!judged.ok) return judged;
    if (signal.aborted) return failed(aborted);
    progress.sending = true;
    const head = await store.append(signed.value, expected, signal);
    if (!head.ok) return head;
    const kept = await this.keepSent(signed.value);
    return kept === null ? head : failed(kept);
  }

  private async isProtectedBy(entries: readonly Uint8Array[]): Promise<boolean> {
    const register = await this.parts.check.register();
    return !register.ok || register.value.isProtected || entries.some(bringsKey);
  }

  /** The entries as they go out: in a protected account this computer signs each. */
  private async signed(entries: readonly Uint8Array[]): Promise<StoreResult<readonly Uint8Array[]>> {
    const { own, check } = this.parts;
    if (own === undefined) return succeeded(entries);
    const register = await check.register();
    if (!register.ok) return register;
    if (!register.value.isProtected && !entries.some(bringsKey)) return succeeded(entries);
    const signed = own.signActs(entries, register.value);
    return signed === null ? failed(notLetIn) : succeeded(signed);
  }

  private async readNow(after: number, limit: ReadLimit, signal: Abort): Promise<StoreResult<ReadPage>> {
    for (let count = 0; ; count += 1) {
      const page = await this.parts.store.read(after, limit, signal);
      if (!page.ok) return page.failure.kind === 'shortened' ? this.readBefore(after, limit, page.failure) : page;
      const { entries, head } = page.value;
      this.copies = page.value.copies ?? [];
      const parting = partingOf(this.parts.journal, head);
      if (parting === null) {
        const taken = await this.takeIn(after, page.value);
        if (taken.ok || taken.failure.kind !== 'diverged' || head === null) return taken;
        return this.giveWayTo(head, signal);
      }
      if (count >= healings) return failed({ kind: 'offline', detail: 'The place keeps changing while it is read.' });
      // Where one computer keeps the order, a shorter log is another branch: nothing is put back into it by hand.
      const isKept = this.order !== undefined;
      if ((parting === 'forked' || isKept) && head !== null) return this.giveWayTo(head, signal);
      if (isKept) return failed(notYetHere(this.parts.now()));
      const { base = null } = this.parts.journal;
      if (parting === 'behind' && base !== null && (head?.seq ?? 0) < base.seq)
        return failed({
          kind: 'behind',
          head,
          detail: 'Others have to put back what was before this computer joined.',
        });
      if (entries.length > 0) return this.takeIn(after, page.value);
      const failure = await putBack(this.parts, head, signal);
      if (failure !== null && failure.kind !== 'head-moved' && failure.kind !== 'unknown-outcome')
        return failed(failure);
    }
  }

  /** What is no longer in the place, for a reader here who has less than the journal; else nobody has it who could give it. */
  private async readBefore(
    after: number,
    limit: ReadLimit,
    failure: Extract<StoreFailure, { readonly kind: 'shortened' }>,
  ): Promise<StoreResult<ReadPage>> {
    const { journal, check } = this.parts;
    const { seq, hash } = failure.begins;
    const isHere = after >= (journal.base?.seq ?? 0) && journal.hashAt(seq) === hash;
    const entries = isHere ? await journal.commits(after, limit) : succeeded([]);
    const bad = await check.bad();
    if (!entries.ok) return failed(storeFailureOf(entries.failure));
    if (!bad.ok) return bad;
    if (entries.value.length > 0)
      return succeeded({ entries: entries.value, head: journal.newest, evidence: { bad: bad.value, appends: null } });
    // A journal that begins later still has what there is: only its reader here has less.
    if ((journal.base?.seq ?? 0) < seq && journal.hashAt(seq) !== hash) this.parts.onShortened?.();
    return failed(failure);
  }

  /** Entries of others are only read once the journal has gone back to what both have. */
  private async giveWayTo(head: Head, signal: Abort): Promise<StoreResult<never>> {
    const failure = await giveWay(this.parts, head, signal);
    this.parts.check.forget();
    return failed(failure);
  }

  /** Lets entries in after the rules have seen them, and says what their signatures amount to. */
  private async takeIn(after: number, page: ReadPage): Promise<StoreResult<ReadPage>> {
    const { check, journal } = this.parts;
    const { entries, head } = page;
    const known = Math.max(0, Math.min(entries.length, (journal.newest?.seq ?? 0) - after));
    const fresh = entries.slice(known);
    // What is known already is compared with the journal and needs no second check.
    const unlike = known > 0 ? await this.keep(entries.slice(0, known)) : null;
    if (unlike !== null) return failed(unlike);
    const before = known > 0 ? await check.bad() : succeeded([]);
    if (!before.ok) return before;
    const isIn = (seq: number): boolean => seq > after && seq <= after + known;
    const bad = before.value.filter(isIn);
    if (fresh.length === 0) return succeeded({ entries, head, evidence: { bad, appends: null } });
    const appends = page.appends?.filter(({ last }) => last > after + known) ?? null;
    const checked = await check.receive(fresh, appends);
    if (!checked.ok) return checked;
    const { foreign, evidence } = checked;
    // What nobody in the account has signed for is no part of it, and is kept nowhere.
    const sound = foreign === undefined ? fresh : fresh.slice(0, foreign.first - after - known - 1);
    const unkept = sound.length > 0 ? await this.keep(sound) : null;
    if (unkept !== null) return failed(unkept);
    if (checked.voided.length > 0) this.parts.onVoided(checked.voided);
    if (foreign !== undefined && known + sound.length === 0) return failed(foreignFailure(foreign));
    return succeeded({
      entries: entries.slice(0, known + sound.length),
      head,
      evidence: { bad: [...bad, ...(evidence?.bad ?? [])], appends: null },
    });
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
}

/** Failure of whatever would put a protected account where it is not encrypted. */
export const notForCarrying: StoreFailure = {
  kind: 'forbidden',
  detail: 'A protected account cannot be shared through a place that only carries files.',
};
const notLetIn: StoreFailure = { kind: 'forbidden', detail: 'This computer is not let in (any more).' };

/** Tells whether an act brings along the key that signs it, as the one that protects an account does. */
function bringsKey(entry: Uint8Array): boolean {
  const decoded = decodeCommit(entry);
  return decoded.ok && ownKeyOf(decoded.commit) !== undefined;
}

function notYetHere(since: string): StoreFailure {
  return { kind: 'waiting', place: 'log', since, detail: 'The files that say what is in order are not here yet.' };
}
