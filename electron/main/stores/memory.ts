import { sha256Hex } from '../files/sha256';
import type { Head } from '#core/ledger/commit';
import {
  type Abort,
  type LedgerStore,
  type StoreBeginning,
  type ReadLimit,
  type ReadPage,
  type StoreFailure,
  type StoreInfo,
  type StoreReport,
  type StoreResult,
  type Unsubscribe,
} from '#core/ledger/store';
import type { StorePresence } from '#core/ledger/presence';
import { pause, throwIfAborted } from './abort';
import { readEnvelope } from './entry-envelope';
import { judgeBeginning, judgeContinuation, judgeExpectedHead, notInPlace } from './expected-head';
import { isBlobName } from './folder/folder-layout';
import { requireComputer } from './presence-word';
import { answering, StoreError } from './store-error';

export type StoreCall =
  | 'check'
  | 'head'
  | 'read'
  | 'append'
  | 'putBlob'
  | 'getBlob'
  | 'dropBlob'
  | 'sayHere'
  | 'allHere'
  | 'begins'
  | 'shorten';

interface PlannedFault {
  readonly failure: StoreFailure;
  /** The call does its work and only its answer is lost. */
  readonly afterEffect: boolean;
}

/** Ledger that several memory stores share, as several computers share a folder. */
export class MemoryLedger {
  /** Those behind `begins`. */
  entries: readonly Uint8Array[] = [];
  begins: Head | null = null;
  readonly blobs = new Map<string, Uint8Array>();
  /** Words of computers on themselves. */
  readonly here = new Map<string, Uint8Array>();
  readonly watchers = new Set<() => void>();

  headAt(seq: number): Head | null {
    if (seq === this.begins?.seq) return this.begins;
    const entry = this.entries[seq - 1 - (this.begins?.seq ?? 0)];
    return entry === undefined ? null : { seq, hash: sha256Hex(entry) };
  }

  head(): Head | null {
    return this.headAt((this.begins?.seq ?? 0) + this.entries.length);
  }

  /** Lets the entries begin behind a commit; what was up to it is gone. */
  shorten(to: Head): StoreFailure | null {
    const before = this.begins?.seq ?? 0;
    if (to.seq <= before) return null;
    const isEmpty = this.head() === null;
    if (!isEmpty && this.headAt(to.seq)?.hash !== to.hash) return notInPlace(to);
    this.entries = this.entries.slice(to.seq - before);
    this.begins = to;
    return null;
  }

  /** Replaces the past, as a restored backup or a broken disk would. */
  tamper(change: (entries: readonly Uint8Array[]) => readonly Uint8Array[]): void {
    this.entries = change(this.entries);
  }

  announce(): void {
    for (const watcher of this.watchers) queueMicrotask(watcher);
  }
}

/** A ledger in this process's memory, for tests and trials. It fails when told to, and then really does or does not do its work. */
export class MemoryStore implements LedgerStore {
  readonly info: StoreInfo = { kind: 'memory', label: 'Memory', watch: true, exclusive: true };
  private readonly faults = new Map<StoreCall, PlannedFault[]>();
  private readonly interruptions: (() => Promise<void>)[] = [];
  private readonly subscriptions = new Set<() => void>();
  private latency = 0;
  private reachable = true;

  constructor(readonly ledger: MemoryLedger = new MemoryLedger()) {}

  /** The next such call fails; with `afterEffect` it does its work first, so that an append lands and nobody is told. */
  failNext(
    call: StoreCall,
    failure: StoreFailure,
    { afterEffect = false }: { readonly afterEffect?: boolean } = {},
  ): void {
    const planned = this.faults.get(call) ?? [];
    this.faults.set(call, [...planned, { failure, afterEffect }]);
  }

  /** Something else happens right before the next append looks at the head: how another computer comes first. */
  beforeNextAppend(happening: () => Promise<void>): void {
    this.interruptions.push(happening);
  }

  setLatency(milliseconds: number): void {
    this.latency = milliseconds;
  }

  /** Everything answers `offline` until it is reachable again; whoever watches gets a hint when it is. */
  setReachable(reachable: boolean): void {
    const comesBack = reachable && !this.reachable;
    this.reachable = reachable;
    if (comesBack) for (const watcher of this.subscriptions) queueMicrotask(watcher);
  }

  check(signal: Abort): Promise<StoreResult<StoreReport>> {
    return this.call('check', signal, () => ({
      reachable: true,
      writable: true,
      ledger: this.identity(),
      head: this.ledger.head(),
      remarks: [],
    }));
  }

  head(signal: Abort): Promise<StoreResult<Head | null>> {
    return this.call('head', signal, () => this.ledger.head());
  }

  read(after: number, limit: ReadLimit, signal: Abort): Promise<StoreResult<ReadPage>> {
    return this.call('read', signal, () => {
      const entries: Uint8Array[] = [];
      let bytes = 0;
      const { begins } = this.ledger;
      if (begins !== null && after < begins.seq) throw new StoreError({ kind: 'shortened', begins });
      for (const entry of this.ledger.entries.slice(after - (begins?.seq ?? 0))) {
        if (entries.length > 0 && (entries.length >= limit.entries || bytes + entry.length > limit.bytes)) break;
        entries.push(new Uint8Array(entry));
        bytes += entry.length;
      }
      return { entries, head: this.ledger.head() };
    });
  }

  append(entries: readonly Uint8Array[], expected: Head | null, signal: Abort): Promise<StoreResult<Head>> {
    return this.call('append', signal, () => this.appendNow(entries, expected), this.interruptions.shift());
  }

  putBlob(name: string, bytes: Uint8Array, signal: Abort): Promise<StoreResult<null>> {
    return this.call('putBlob', signal, () => {
      if (!isBlobName(name))
        throw new StoreError({ kind: 'defect', detail: `“${name}” cannot be the name of a blob.` });
      const there = this.ledger.blobs.get(name);
      if (there !== undefined && sha256Hex(there) !== sha256Hex(bytes)) {
        throw new StoreError({ kind: 'corrupt', place: name, detail: 'Another content has this name already.' });
      }
      this.ledger.blobs.set(name, new Uint8Array(bytes));
      return null;
    });
  }

  getBlob(name: string, signal: Abort): Promise<StoreResult<Uint8Array | null>> {
    return this.call('getBlob', signal, () => {
      const bytes = this.ledger.blobs.get(name);
      return bytes === undefined ? null : new Uint8Array(bytes);
    });
  }

  dropBlob(name: string, signal: Abort): Promise<StoreResult<null>> {
    return this.call('dropBlob', signal, () => {
      this.ledger.blobs.delete(name);
      return null;
    });
  }

  readonly presence: StorePresence = {
    say: (computer, word, signal) =>
      this.call('sayHere', signal, () => {
        requireComputer(computer, word);
        this.ledger.here.set(computer, Uint8Array.from(word));
        return null;
      }),
    all: (signal) => this.call('allHere', signal, () => [...this.ledger.here.values()]),
  };

  readonly beginning: StoreBeginning = {
    at: (signal) => this.call('begins', signal, () => this.ledger.begins),
    shorten: (to, signal) =>
      this.call('shorten', signal, () => {
        const failure = this.ledger.shorten(to);
        if (failure !== null) throw new StoreError(failure);
        return null;
      }),
  };

  watch(onHint: () => void): Unsubscribe {
    // A function of its own, so that the same listener twice is two subscriptions.
    const watcher = (): void => {
      if (this.subscriptions.has(watcher)) onHint();
    };
    this.subscriptions.add(watcher);
    this.ledger.watchers.add(watcher);
    return () => {
      this.subscriptions.delete(watcher);
      this.ledger.watchers.delete(watcher);
    };
  }

  close(): Promise<void> {
    for (const watcher of this.subscriptions) this.ledger.watchers.delete(watcher);
    this.subscriptions.clear();
    return Promise.resolve();
  }

  private call<T>(
    name: StoreCall,
    signal: Abort,
    work: () => T,
    happening?: () => Promise<void>,
  ): Promise<StoreResult<T>> {
    return answering(() => this.perform(name, signal, work, happening));
  }

  private async perform<T>(name: StoreCall, signal: Abort, work: () => T, happening?: () => Promise<void>): Promise<T> {
    throwIfAborted(signal);
    if (this.latency > 0) await pause(this.latency, signal);
    await happening?.();
    throwIfAborted(signal);
    if (!this.reachable) throw new StoreError({ kind: 'offline', detail: 'The memory store is switched off.' });
    const [fault, ...later] = this.faults.get(name) ?? [];
    this.faults.set(name, later);
    if (fault !== undefined && !fault.afterEffect) throw new StoreError(fault.failure);
    const result = work();
    if (fault !== undefined) throw new StoreError(fault.failure);
    return result;
  }

  private appendNow(entries: readonly Uint8Array[], expected: Head | null): Head {
    const refusal =
      judgeContinuation(entries, expected) ??
      judgeBeginning(expected, this.ledger.begins) ??
      judgeExpectedHead(expected, this.ledger.head(), (seq) => this.ledger.headAt(seq)?.hash ?? null);
    if (refusal !== null) throw new StoreError(refusal);
    const identity = this.identity();
    const given = readEnvelope(entries[0] ?? new Uint8Array())?.ledger ?? '';
    if (identity !== null && identity !== given)
      throw new StoreError({ kind: 'identity-changed', expected: given, actual: identity });
    this.ledger.entries = [...this.ledger.entries, ...entries.map((entry) => new Uint8Array(entry))];
    this.ledger.announce();
    const head = this.ledger.head();
    if (head === null) throw new StoreError({ kind: 'defect', detail: 'An append left nothing behind.' });
    return head;
  }

  private identity(): string | null {
    const first = this.ledger.entries[0];
    return first === undefined ? null : (readEnvelope(first)?.ledger ?? null);
  }
}
