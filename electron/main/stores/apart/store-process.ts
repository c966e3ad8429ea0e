import type { ChosenFolder } from '#core/ledger/folder-guess';
import { failed, succeeded } from '#core/kernel/result';
import type { Abort, StoreFailure, StoreResult } from '#core/ledger/store';
import { aborted } from '../abort';
import type { FolderIdentity } from '../kept/kept-identity';
import { folderOf, openStore, type OpenedStore, writtenAddress } from '../registry';
import type { StoreExpectation } from '../store-kind';
import { HostedStore, type HostingProcess } from './hosted-store';
import type { FromStores, StoreMethod, StoresPort, StoresPortEvents, ToStores } from './store-messages';
import { openHere, type StoreOpener } from './store-opener';

/** Milliseconds in which a call that is given up has to come back, before the process counts as held by a share that hangs. */
const givingUpMs = 1_000;
/** Milliseconds in which a place that is let go has to have ended what it was doing. */
const lettingGoMs = 5_000;
/** Milliseconds after which a folder that does not answer is taken as it was noted. */
const lookingMs = 2_000;

/** Calls after which nobody knows what they came to, where the answer is missing. */
const changing: ReadonlySet<StoreMethod> = new Set(['append', 'submit', 'mend', 'setAside', 'change', 'become']);

interface Waiting {
  readonly settle: (result: StoreResult<unknown>) => void;
  /** The failure where the process ends over it. */
  readonly whenEnded: StoreFailure;
}

export const silent: StoreFailure = { kind: 'offline', detail: 'The place does not answer.' };

/**
 * Opens the stores of folders in a process of their own, and ends that process when a share holds it. Whatever was open is opened
 * again with its next call. Other kinds of places are opened here: their calls end by themselves.
 */
export class StoreProcess implements StoreOpener, HostingProcess {
  private port: StoresPort | null = null;
  private life = 0;
  private calls = 0;
  private stores = 0;
  private readonly waiting = new Map<number, Waiting>();
  private readonly hosted = new Map<number, HostedStore>();

  constructor(
    private readonly spawn: (events: StoresPortEvents) => StoresPort,
    /** Milliseconds for which a call is waited for; left out, as long as whoever called does. */
    private readonly patienceMs: number | null = null,
  ) {}

  open(address: string, expectation: StoreExpectation): StoreResult<OpenedStore> {
    const url = writtenAddress(address);
    if (url === null || folderOf(url) === null) return openStore(address, expectation);
    return succeeded({ url, store: new HostedStore(this, url, expectation) });
  }

  async present(address: string): Promise<string> {
    if (folderOf(address) === null) return address;
    const found = await this.within(this.lookingMs, { kind: 'present', call: 0, url: address });
    return found.ok ? (found.value as string) : address;
  }

  async guess(folder: string): Promise<StoreResult<ChosenFolder>> {
    const found = await this.within(givingUpMs * 10, { kind: 'guess', call: 0, folder });
    return found.ok ? succeeded(found.value as ChosenFolder) : found;
  }

  async makeRoom(address: string): Promise<StoreResult<null>> {
    const url = writtenAddress(address);
    if (url === null || folderOf(url) === null) return openHere.makeRoom(address);
    const made = await this.within(this.patienceMs ?? givingUpMs * 10, { kind: 'makeRoom', call: 0, url });
    return made.ok ? succeeded(null) : made;
  }

  async identity(folder: string): Promise<FolderIdentity | null> {
    const found = await this.within(this.lookingMs, { kind: 'identity', call: 0, folder });
    return found.ok ? (found.value as FolderIdentity) : null;
  }

  close(): Promise<void> {
    this.end();
    return Promise.resolve();
  }

  get lives(): number {
    return this.life;
  }

  get isRunning(): boolean {
    return this.port !== null;
  }

  enter(store: HostedStore): number {
    this.stores += 1;
    this.hosted.set(this.stores, store);
    return this.stores;
  }

  post(message: ToStores): void {
    this.started().post(message);
  }

  call(
    store: number,
    method: StoreMethod,
    given: readonly unknown[],
    newest: Extract<ToStores, { readonly kind: 'call' }>['newest'],
    signal: Abort,
  ): Promise<StoreResult<unknown>> {
    const changes = changing.has(method);
    const cutOff: StoreFailure = { kind: 'unknown-outcome', detail: 'The place did not answer in time.' };
    const call = this.number();
    return new Promise((resolve) => {
      let timer: NodeJS.Timeout | undefined;
      const { patienceMs } = this;
      if (patienceMs !== null)
        timer = setTimeout(() => {
          this.settle(call, failed(changes ? cutOff : silent));
          this.end();
        }, patienceMs);
      const onAbort = (): void => {
        clearTimeout(timer);
        if (this.waiting.has(call)) this.port?.post({ kind: 'abort', call });
        timer = setTimeout(() => {
          this.settle(call, failed(changes ? cutOff : aborted));
          this.end();
        }, givingUpMs);
      };
      const settle = (result: StoreResult<unknown>): void => {
        clearTimeout(timer);
        signal.removeEventListener('abort', onAbort);
        resolve(result);
      };
      this.waiting.set(call, { settle, whenEnded: changes ? cutOff : silent });
      this.post({ kind: 'call', call, store, method, given, newest });
      if (signal.aborted) onAbort();
      else signal.addEventListener('abort', onAbort);
    });
  }

  async leave(store: number, patienceMs = lettingGoMs): Promise<void> {
    this.hosted.delete(store);
    if (this.port === null) return;
    await this.within(patienceMs, { kind: 'close', call: 0, store });
  }

  /** How long it may take to look what a folder says of itself: without a window nothing is noted, and nobody waits for a picture. */
  private get lookingMs(): number {
    return this.patienceMs ?? lookingMs;
  }

  private async within(
    milliseconds: number,
    message: Extract<ToStores, { readonly call: number }>,
  ): Promise<StoreResult<unknown>> {
    const call = this.number();
    return new Promise((resolve) => {
      const timer = setTimeout(() => {
        this.settle(call, failed(silent));
        this.end();
      }, milliseconds);
      const settle = (result: StoreResult<unknown>): void => {
        clearTimeout(timer);
        resolve(result);
      };
      this.waiting.set(call, { settle, whenEnded: silent });
      this.post({ ...message, call });
    });
  }

  private number(): number {
    this.calls += 1;
    return this.calls;
  }

  private settle(call: number, result: StoreResult<unknown>): void {
    const waiting = this.waiting.get(call);
    this.waiting.delete(call);
    waiting?.settle(result);
  }

  private started(): StoresPort {
    if (this.port !== null) return this.port;
    this.life += 1;
    const { life } = this;
    const isPresent = (): boolean => this.life === life && this.port !== null;
    this.port = this.spawn({
      onMessage: (message) => {
        if (isPresent()) this.take(message);
      },
      onExit: () => {
        if (isPresent()) this.forget();
      },
    });
    return this.port;
  }

  private take(message: FromStores): void {
    switch (message.kind) {
      case 'result':
        return this.settle(message.call, message.result);
      case 'hint':
        return this.hosted.get(message.store)?.hint();
      case 'ask':
        void this.answer(message);
    }
  }

  private async answer({ ask, store, what, given }: Extract<FromStores, { readonly kind: 'ask' }>): Promise<void> {
    const { life } = this;
    const hosted = this.hosted.get(store);
    const result = hosted === undefined ? failed(aborted) : await hosted.answer(what, given);
    if (this.life === life) this.port?.post({ kind: 'answer', ask, result });
  }

  private end(): void {
    const { port } = this;
    this.forget();
    port?.kill();
  }

  private forget(): void {
    this.port = null;
    const left = [...this.waiting.values()];
    this.waiting.clear();
    for (const { settle, whenEnded } of left) settle(failed(whenEnded));
  }
}
