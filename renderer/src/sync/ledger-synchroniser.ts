import { Listeners } from '#core/kernel/listeners';
import type { Abort, StoreFailure, StoreResult, Unsubscribe } from '#core/ledger/store';
import { adviceFor, type SyncState } from './sync-state';
import type { Synchroniser } from './synchroniser';

/** Account as far as the synchroniser that serves it needs it. */
export interface SynchronisedAccount {
  readonly pending: () => readonly unknown[];
  readonly attention: () => readonly unknown[];
  readonly subscribe: (listener: () => void) => Unsubscribe;
}

export interface SynchroniserParts {
  readonly account: SynchronisedAccount;
  /** One exchange in both directions; never throws. */
  readonly round: (signal: Abort) => Promise<StoreResult<null>>;
  /** Tells when the store may have something new, or is there again. */
  readonly onHint: (listener: () => void) => Unsubscribe;
  /** The moment of now, ISO 8601 in UTC. */
  readonly now: () => string;
  /** When it last went well, over restarts. */
  readonly keptMoment: { readonly read: () => string | null; readonly write: (at: string) => void };
  /** A number from 0 up to 1, so that many windows do not come back at the same moment. */
  readonly chance: () => number;
}

const firstWaitMs = 1_000;
const longestWaitMs = 60_000;
/** Acts are sent by themselves after a while without any: long enough to take something back before others have it. */
const quietBeforeSendingMs = 60_000;

/** Failures that pass: it is tried again after a while, for as long as it takes. */
const passing: ReadonlySet<StoreFailure['kind']> = new Set(['offline', 'head-moved', 'unknown-outcome', 'behind']);
/** A file that is on its way is looked for again so soon, and then less often. */
const firstLookMs = 5_000;
/** Whatever else stands in the way may have been mended: it is looked at again so often. */
const againMs = 60_000;

export class LedgerSynchroniser implements Synchroniser {
  private readonly listeners = new Listeners();
  private readonly unsubscribes: readonly Unsubscribe[];
  private current: Promise<void> | null = null;
  private again: Promise<void> | null = null;
  private abort = new AbortController();
  private timer: ReturnType<typeof setTimeout> | null = null;
  private failure: StoreFailure | null = null;
  private offlineSince: string | null = null;
  private stoppedBy: StoreFailure | null = null;
  private stoppedSince: string | null = null;
  /** True when the place has been read to its end since the account was opened. */
  private hasRead = false;
  private failures = 0;
  private lastState: SyncState = { kind: 'upToDate' };
  private lastPending: number;
  private lastMoment: string | null;

  constructor(private readonly parts: SynchroniserParts) {
    this.lastPending = parts.account.pending().length;
    this.lastMoment = parts.keptMoment.read();
    this.unsubscribes = [
      parts.onHint(() => {
        void this.synchronise();
      }),
      parts.account.subscribe(() => this.onAccountChange()),
    ];
    this.refresh();
  }

  readonly state = (): SyncState => this.lastState;

  readonly lastSynchronised = (): string | null => this.lastMoment;

  readonly subscribe: (listener: () => void) => Unsubscribe = this.listeners.add;

  /** A call during a round starts another behind it, so that what was done before the call is always included. */
  readonly synchronise = (): Promise<void> => {
    if (this.abort.signal.aborted) return Promise.resolve();
    if (this.current === null) return this.start();
    this.again ??= this.current.then(() => {
      this.again = null;
      return this.abort.signal.aborted ? undefined : this.start();
    });
    return this.again;
  };

  readonly stop = async (): Promise<void> => {
    this.abort.abort();
    this.setTimer(null, 0);
    for (const unsubscribe of this.unsubscribes) unsubscribe();
    await this.again;
    await this.current;
  };

  private start(): Promise<void> {
    this.setTimer(null, 0);
    this.current = this.parts.round(this.abort.signal).then((outcome) => {
      this.current = null;
      this.takeOutcome(outcome);
    });
    this.refresh();
    return this.current;
  }

  private takeOutcome(outcome: StoreResult<null>): void {
    if (this.abort.signal.aborted) return;
    const failure = outcome.ok || outcome.failure.kind === 'aborted' ? null : outcome.failure;
    this.failure = failure;
    if (outcome.ok) {
      this.lastMoment = this.parts.now();
      this.parts.keptMoment.write(this.lastMoment);
    }
    if (failure === null) {
      this.failures = 0;
      this.offlineSince = null;
      this.sendLater();
      this.hasRead = true;
    } else if (passing.has(failure.kind)) {
      this.failures += 1;
      this.offlineSince ??= this.parts.now();
      this.setTimer(() => void this.synchronise(), waitAfter(this.failures, this.parts.chance()));
    } else {
      this.failures += 1;
      this.offlineSince = null;
      const looksAgain = failure.kind === 'waiting' ? firstLookMs * 2 ** Math.min(this.failures - 1, 4) : againMs;
      this.setTimer(() => void this.synchronise(), Math.min(againMs, looksAgain));
    }
    const isSame = this.stoppedBy?.kind === failure?.kind;
    this.stoppedSince = failure === null ? null : isSame ? this.stoppedSince : this.parts.now();
    this.stoppedBy = failure;
    this.refresh();
  }

  private onAccountChange(): void {
    const pending = this.parts.account.pending().length;
    const grew = pending > this.lastPending;
    this.lastPending = pending;
    if (grew && this.current === null && this.failure === null) this.sendLater();
    this.refresh();
  }

  private sendLater(): void {
    if (this.parts.account.pending().length > 0) this.setTimer(() => void this.synchronise(), quietBeforeSendingMs);
  }

  private setTimer(task: (() => void) | null, afterMs: number): void {
    if (this.timer !== null) clearTimeout(this.timer);
    this.timer = task === null ? null : setTimeout(task, afterMs);
  }

  private refresh(): void {
    const next = this.describe();
    if (sameState(this.lastState, next)) return;
    this.lastState = next;
    this.listeners.tell();
  }

  private describe(): SyncState {
    const toSend = this.parts.account.pending().length;
    const attention = this.parts.account.attention().length;
    const { failure } = this;
    const since = this.stoppedSince ?? this.parts.now();
    if (failure?.kind === 'waiting')
      return { kind: 'arriving', since: failure.since, file: failure.place, count: toSend };
    if (failure !== null && !passing.has(failure.kind) && this.current === null)
      return { kind: 'stopped', failure, advice: adviceFor(failure), since, count: toSend };
    if (this.offlineSince !== null) {
      const empty = failure?.kind === 'offline' && failure.isEmpty === true ? { isEmpty: true as const } : {};
      return { kind: 'offline', since: this.offlineSince, count: toSend, ...empty };
    }
    if (this.current !== null) return { kind: 'synchronising' };
    if (attention > 0) return { kind: 'needsYou', count: attention };
    if (toSend > 0) return { kind: 'toSend', count: toSend };
    return { kind: this.hasRead ? 'upToDate' : 'synchronising' };
  }
}

/** Twice as long after each failure, up to the longest, and somewhere in the upper half of that. */
function waitAfter(failures: number, chance: number): number {
  const longest = Math.min(longestWaitMs, firstWaitMs * 2 ** Math.min(failures - 1, 10));
  return longest / 2 + (longest / 2) * chance;
}

function sameState(one: SyncState, other: SyncState): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

const localOnly: SyncState = { kind: 'local' };

/** The synchroniser of an account that is on this computer only. */
export const noSynchroniser: Synchroniser = {
  state: () => localOnly,
  lastSynchronised: () => null,
  subscribe: () => () => undefined,
  synchronise: () => Promise.resolve(),
  stop: () => Promise.resolve(),
};
