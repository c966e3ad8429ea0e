import { failed, succeeded } from '#core/kernel/result';
import type { ActJudge } from '../kept/kept-place';
import type { Head } from '#core/ledger/commit';
import type { KeptOrder } from '#core/ledger/kept-order';
import type { OpenActs } from '#core/ledger/kept/order-acts';
import { Listeners } from '#core/kernel/listeners';
import type {
  Abort,
  LedgerStore,
  ReadLimit,
  StoreInfo,
  StoreBeginning,
  StoreRepair,
  StoreResult,
  Unsubscribe,
} from '#core/ledger/store';
import type { StorePresence } from '#core/ledger/presence';
import { folderInfo } from '../registry';
import type { StoreExpectation } from '../store-kind';
import { answering } from '../store-error';
import type { StoreMethod, ToStores } from './store-messages';

/** Milliseconds for which whoever closes a place waits for what it was doing. */
const closingMs = 1_000;

/** The process that keeps stores, as one of them sees it. */
export interface HostingProcess {
  /** Number of times the process was started: whoever knows another one has to open anew. */
  readonly lives: number;
  readonly isRunning: boolean;
  /** A number for a store in the process, and its hints and questions to whom it belongs. */
  enter(store: HostedStore): number;
  post(message: ToStores): void;
  /** One call of a store. A call that is given up and does not come back ends the process. */
  call(
    store: number,
    method: StoreMethod,
    given: readonly unknown[],
    newest: Extract<ToStores, { readonly kind: 'call' }>['newest'],
    signal: Abort,
  ): Promise<StoreResult<unknown>>;
  /** Lets go of a store. Where what it was doing does not end, the process does. */
  leave(store: number, patienceMs?: number): Promise<void>;
}

/**
 * The store of a folder, whose calls are done in another process. Where a call was given up, the place is opened anew: what hangs
 * behind the old one holds up nobody.
 */
export class HostedStore implements LedgerStore {
  readonly info: StoreInfo;
  readonly order?: KeptOrder;
  readonly repair?: StoreRepair;
  readonly beginning?: StoreBeginning;
  private readonly hints = new Listeners();
  private readonly sources: ((after: number) => Promise<readonly Uint8Array[]>)[] = [];
  private watchers = 0;
  /** Its number in the process, and which process that was. */
  private opened: { readonly store: number; readonly life: number; isWatched: boolean } | null = null;

  constructor(
    private readonly process: HostingProcess,
    private readonly url: string,
    private readonly expectation: StoreExpectation,
  ) {
    this.info = folderInfo(url);
    if (this.info.exclusive) {
      this.repair = {
        mend: (entries, signal) => this.mend(entries, signal),
        setAside: (first, upTo, signal) => this.call('setAside', [first, upTo], signal),
      };
      this.beginning = {
        at: (signal) => this.call('begins', [], signal),
        shorten: (to, signal) => this.call('shorten', [to], signal),
      };
    } else
      this.order = {
        submit: (entries, signal) => this.call('submit', [entries], signal),
        office: (signal) => this.call('office', [], signal),
        change: (change, signal) => this.call('change', [change], signal),
      };
  }

  readonly check = (signal: Abort): ReturnType<LedgerStore['check']> => this.call('check', [], signal);

  readonly head = (signal: Abort): Promise<StoreResult<Head | null>> => this.call('head', [], signal);

  readonly read = (after: number, limit: ReadLimit, signal: Abort): ReturnType<LedgerStore['read']> =>
    this.call('read', [after, limit], signal);

  readonly append = (
    entries: readonly Uint8Array[],
    expected: Head | null,
    signal: Abort,
  ): Promise<StoreResult<Head>> => this.call('append', [entries, expected], signal);

  readonly putBlob = (name: string, bytes: Uint8Array, signal: Abort): Promise<StoreResult<null>> =>
    this.call('putBlob', [name, bytes], signal);

  readonly getBlob = (name: string, signal: Abort): Promise<StoreResult<Uint8Array | null>> =>
    this.call('getBlob', [name], signal);

  readonly dropBlob = (name: string, signal: Abort): Promise<StoreResult<null>> =>
    this.call('dropBlob', [name], signal);

  readonly presence: StorePresence = {
    say: (computer, word, signal) => this.call('sayHere', [computer, word], signal),
    all: (signal) => this.call('allHere', [], signal),
  };

  /** Puts back whatever a kept place lacks of what this computer has seen in it; how many files that were. */
  heal(signal: Abort): Promise<StoreResult<number>> {
    return this.call('heal', [], signal);
  }

  /** From now on the folder says that it is of this way. */
  become(ledger: string, signal: Abort): Promise<StoreResult<null>> {
    return this.call('become', [ledger], signal);
  }

  watch(onHint: () => void): Unsubscribe {
    const stop = this.hints.add(onHint);
    this.watchers += 1;
    this.place();
    return () => {
      this.watchers -= 1;
      stop();
    };
  }

  async close(): Promise<void> {
    const { opened } = this;
    this.opened = null;
    this.watchers = 0;
    if (opened?.life === this.process.lives) await this.process.leave(opened.store, closingMs);
  }

  /** Something may have changed in the folder. */
  hint(): void {
    this.hints.tell();
  }

  /** Answers what the other process cannot know: what the rules say, and bytes that are kept here. */
  answer(what: 'judge' | 'entries', given: readonly unknown[]): Promise<StoreResult<unknown>> {
    return answering(async () => {
      if (what === 'entries') return (await this.sources.at(-1)?.(given[0] as number)) ?? [];
      const [open, head] = given as [readonly OpenActs[], Head | null];
      const judge = this.expectation.here?.judge ?? null;
      return judge?.(open, head, () => Promise.resolve([]), this.expectation.ledger ?? '') ?? null;
    });
  }

  private async mend(...[entries, signal]: Parameters<StoreRepair['mend']>): ReturnType<StoreRepair['mend']> {
    this.sources.push(entries);
    try {
      return await this.call('mend', [], signal);
    } finally {
      this.sources.splice(this.sources.indexOf(entries), 1);
    }
  }

  private async call<Value>(
    method: StoreMethod,
    given: readonly unknown[],
    signal: Abort,
  ): Promise<StoreResult<Value>> {
    if (signal.aborted) return failed({ kind: 'aborted' });
    const { store } = this.place();
    const result = await this.process.call(store, method, given, this.expectation.known?.newest ?? null, signal);
    if (signal.aborted) this.leaveBehind(store);
    return result.ok ? succeeded(result.value as Value) : result;
  }

  /** What was given up may still be under way: the next call begins with another store. */
  private leaveBehind(store: number): void {
    if (this.opened?.store !== store) return;
    this.opened = null;
    void this.process.leave(store);
  }

  /** The store in the process as it runs now, opened there if need be. */
  private place(): { readonly store: number } {
    if (this.opened === null || this.opened.life !== this.process.lives || !this.process.isRunning) {
      const store = this.process.enter(this);
      const { ledger, mayBeEmpty, known, here, isTurning = false } = this.expectation;
      this.process.post({
        kind: 'open',
        store,
        url: this.url,
        expectation: {
          ledger,
          mayBeEmpty,
          isTurning,
          knowsHistory: known !== undefined,
          here:
            here == null
              ? null
              : { computer: here.computer, name: here.name, record: here.record, judge: sideOf(here.judge) },
        },
      });
      this.opened = { store, life: this.process.lives, isWatched: false };
    }
    if (this.watchers > 0 && !this.opened.isWatched) {
      this.opened.isWatched = true;
      this.process.post({ kind: 'watch', store: this.opened.store });
    }
    return this.opened;
  }
}

/** What judges by the commits of the place is there; what knows the account already is asked here. */
function sideOf(judge: ActJudge | null): 'here' | 'there' | null {
  if (judge === null) return null;
  return judge.needsCommits === true ? 'there' : 'here';
}
