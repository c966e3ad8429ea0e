import { failed, succeeded } from '#core/kernel/result';
import type { OfficeChange } from '#core/ledger/kept-order';
import type { JudgedActs } from '#core/ledger/kept/kept-computer';
import type { ChosenFolder } from '#core/ledger/folder-guess';
import type { Head } from '#core/ledger/commit';
import type { Abort, LedgerStore, ReadLimit, StoreResult, Unsubscribe } from '#core/ledger/store';
import { FolderStore } from '../folder/folder';
import { guessFolder } from '../kept/folder-kind';
import { readFolderIdentity } from '../kept/kept-identity';
import type { ActJudge, TakingPart } from '../kept/kept-place';
import { KeptStore } from '../kept/kept-store';
import { makeRoom, openStore, presentAddress } from '../registry';
import { answering, defectOf, valueOrThrow } from '../store-error';
import type { FromStores, SentExpectation, ToStores } from './store-messages';

interface Hosted {
  readonly store: LedgerStore;
  newest: Head | null;
  unwatch: Unsubscribe | null;
}

const unknownStore = {
  kind: 'defect',
  detail: 'The process that reaches into folders does not know this place.',
} as const;

/** Looks at what lies in a folder that somebody chose, and how others seem to get at it. */
export async function lookAtFolder(folder: string): Promise<ChosenFolder> {
  const identity = await readFolderIdentity(folder).catch(() => null);
  const isSettled = identity?.kind === 'kept' || identity?.kind === 'exclusive';
  return { ...(await guessFolder(folder)), isSettled };
}

/**
 * The stores of folders in a process of their own, which can be ended when a share hangs: a call of the file system that never
 * comes back holds a thread, and no process gets rid of a thread from within.
 */
export class StoreHost {
  private readonly stores = new Map<number, Hosted>();
  private readonly running = new Map<number, AbortController>();
  private readonly asked = new Map<number, (result: StoreResult<unknown>) => void>();
  private asks = 0;

  /** `judge` makes a copy of the account that judges acts by the commits of a place; left out, this process has none. */
  constructor(
    private readonly post: (message: FromStores) => void,
    private readonly judge: (() => ActJudge) | null = null,
  ) {}

  take(message: ToStores): void {
    switch (message.kind) {
      case 'open':
        return this.open(message.store, message.url, message.expectation);
      case 'call':
        return this.run(message);
      case 'abort':
        return this.running.get(message.call)?.abort();
      case 'watch':
        return this.watch(message.store);
      case 'close':
        return this.answer(message.call, this.close(message.store));
      case 'present':
        return this.answer(message.call, presentAddress(message.url));
      case 'makeRoom':
        return this.answer(
          message.call,
          makeRoom(message.url).then(() => null),
        );
      case 'identity':
        return this.answer(message.call, readFolderIdentity(message.folder));
      case 'guess':
        return this.answer(message.call, lookAtFolder(message.folder));
      case 'answer':
        this.asked.get(message.ask)?.(message.result);
        this.asked.delete(message.ask);
    }
  }

  private open(store: number, url: string, { knowsHistory, here, ...given }: SentExpectation): void {
    // What is known changes with every call, which brings it along.
    const known = { newest: (): Head | null => this.stores.get(store)?.newest ?? null };
    const history = Object.defineProperty({ hashAt: () => null }, 'newest', { get: known.newest }) as {
      readonly newest: Head | null;
      readonly hashAt: () => null;
    };
    const opened = openStore(url, {
      ...given,
      here: here === null ? null : this.takingPart(store, here),
      ...(knowsHistory ? { known: history } : {}),
    });
    if (opened.ok) this.stores.set(store, { store: opened.value.store, newest: null, unwatch: null });
  }

  private takingPart(store: number, { judge, ...here }: NonNullable<SentExpectation['here']>): TakingPart {
    return {
      ...here,
      now: () => new Date().toISOString(),
      judge: judge === null ? null : judge === 'there' ? (this.judge?.() ?? null) : this.asking(store),
    };
  }

  private asking(store: number): ActJudge {
    return async (open, head) =>
      valueOrThrow(await this.ask(store, null, 'judge', [open, head])) as readonly JudgedActs[] | null;
  }

  private ask(
    store: number,
    call: number | null,
    what: 'judge' | 'entries',
    given: readonly unknown[],
  ): Promise<StoreResult<unknown>> {
    this.asks += 1;
    const ask = this.asks;
    return new Promise((resolve) => {
      this.asked.set(ask, resolve);
      this.post({ kind: 'ask', ask, call, store, what, given });
    });
  }

  private run({ call, store, method, given, newest }: Extract<ToStores, { readonly kind: 'call' }>): void {
    const hosted = this.stores.get(store);
    if (hosted === undefined) return this.post({ kind: 'result', call, result: failed(unknownStore) });
    hosted.newest = newest;
    const control = new AbortController();
    this.running.set(call, control);
    const entries = async (after: number): Promise<readonly Uint8Array[]> =>
      valueOrThrow(await this.ask(store, call, 'entries', [after])) as readonly Uint8Array[];
    void callStore(hosted.store, method, given, entries, control.signal)
      .catch((error: unknown) => failed(defectOf(error)))
      .then((result) => {
        this.running.delete(call);
        this.post({ kind: 'result', call, result });
      });
  }

  private watch(store: number): void {
    const hosted = this.stores.get(store);
    if (hosted === undefined || hosted.unwatch !== null) return;
    hosted.unwatch = hosted.store.watch?.(() => this.post({ kind: 'hint', store })) ?? null;
  }

  private async close(store: number): Promise<null> {
    const hosted = this.stores.get(store);
    this.stores.delete(store);
    hosted?.unwatch?.();
    await hosted?.store.close();
    return null;
  }

  private answer(call: number, work: Promise<unknown>): void {
    void answering(() => work).then((result) => this.post({ kind: 'result', call, result }));
  }
}

/** One call of a store by its name; what was sent is what `HostedStore` gave. */
function callStore(
  store: LedgerStore,
  method: Extract<ToStores, { readonly kind: 'call' }>['method'],
  given: readonly unknown[],
  entries: (after: number) => Promise<readonly Uint8Array[]>,
  signal: Abort,
): Promise<StoreResult<unknown>> {
  const [first, second] = given;
  switch (method) {
    case 'check':
      return store.check(signal);
    case 'head':
      return store.head(signal);
    case 'read':
      return store.read(first as number, second as ReadLimit, signal);
    case 'append':
      return store.append(first as readonly Uint8Array[], second as Head | null, signal);
    case 'putBlob':
      return store.putBlob(first as string, second as Uint8Array, signal);
    case 'getBlob':
      return store.getBlob(first as string, signal);
    case 'dropBlob':
      return store.dropBlob?.(first as string, signal) ?? notOffered();
    case 'sayHere':
      return store.presence?.say(first as string, second as Uint8Array, signal) ?? notOffered();
    case 'allHere':
      return store.presence?.all(signal) ?? notOffered();
    case 'mend':
      return store.repair?.mend(entries, signal) ?? notOffered();
    case 'setAside':
      return store.repair?.setAside?.(first as number, second as number | null, signal) ?? notOffered();
    case 'begins':
      return store.beginning?.at(signal) ?? notOffered();
    case 'shorten':
      return store.beginning?.shorten(first as Head, signal) ?? notOffered();
    case 'submit':
      return store.order?.submit(first as readonly Uint8Array[], signal) ?? notOffered();
    case 'office':
      return store.order?.office(signal) ?? notOffered();
    case 'change':
      return store.order?.change(first as OfficeChange, signal) ?? notOffered();
    case 'become':
      return store instanceof KeptStore || store instanceof FolderStore
        ? store.become(first as string, signal)
        : notOffered();
    case 'heal':
      return store instanceof KeptStore ? store.heal(signal) : Promise.resolve(succeeded(0));
  }
}

function notOffered(): Promise<StoreResult<never>> {
  return Promise.resolve(failed({ kind: 'defect', detail: 'This kind of place does not offer that.' }));
}
