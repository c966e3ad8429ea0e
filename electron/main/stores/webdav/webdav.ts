import { Turns } from '#core/kernel/turns';
import type { Head } from '#core/ledger/commit';
import type {
  Abort,
  LedgerStore,
  StoreBeginning,
  ReadLimit,
  ReadPage,
  StoreInfo,
  StoreReport,
  StoreResult,
  Unsubscribe,
} from '#core/ledger/store';
import { isComputerName, mostPresenceBytes, type StorePresence } from '#core/ledger/presence';
import { aborted, neverAborted, pause, settleOnAbort, takeTurn, throwIfAborted } from '../abort';
import { readChain } from '../entry-envelope';
import { judgeBeginning, judgeContinuation, judgeExpectedHead } from '../expected-head';
import { isBlobName } from '../folder/folder-layout';
import { encodeSegment } from '../folder/folder-segment';
import { identityOf } from '../kept/kept-identity';
import { requireComputer } from '../presence-word';
import { answering, StoreError } from '../store-error';
import { Watches } from '../watches';
import { shortenLog } from './webdav-beginning';
import { labelOf } from './webdav-address';
import { WebDavClient, type WebDavLogin } from './webdav-client';
import { notOnServer, webDavFailureOf } from './webdav-failure';
import { WebDavFolder, type WebDavLock } from './webdav-folder';
import { collectionOf, entriesName, webDavNames } from './webdav-layout';
import { type LogHead, WebDavLog } from './webdav-log';
import { ordinaryWebDavPackRule, packOldAppends, type WebDavPackRule } from './webdav-pack';

export interface WebDavOptions extends WebDavLogin {
  /** The ledger that must be there; `null` accepts any. */
  readonly ledger: string | null;
  readonly pack?: WebDavPackRule;
  readonly pollMilliseconds?: number;
}

const ordinaryPoll = 5_000;
/** Milliseconds for which a lock that others hold is waited for: longer than one lasts whose owner is gone. */
const lockPatience = 45_000;
/** Milliseconds of a lock that must be left when an append is given its name. */
const lockReserve = 10_000;
/** Milliseconds between two requests for a lock, and how many of them are refused before the head is looked at. */
const lockPause = 20;
const looksAfter = 6;
const wordEnding = '.json';
const marker = { format: 1, order: 'exclusive' } as const;
const onlyCarries = {
  kind: 'defect',
  detail: 'This folder only carries files; it does not decide by itself who comes first.',
} as const;

interface Progress {
  publishing: boolean;
}

/**
 * A ledger in a folder on a WebDAV server whose locks hold. An append lies in a collection of its own before it is
 * published; then the lock on `ledger.json`, the head, and a move to a name that must be free decide who comes first.
 */
export class WebDavStore implements LedgerStore {
  readonly info: StoreInfo;
  private readonly client: WebDavClient;
  private readonly folder: WebDavFolder;
  private readonly log: WebDavLog;
  private readonly turns = new Turns();
  private readonly watches = new Watches();
  private prepared = false;

  constructor(private readonly options: WebDavOptions) {
    this.info = { kind: 'webdav', label: labelOf(options.address), watch: true, exclusive: true };
    this.client = new WebDavClient(options);
    this.folder = new WebDavFolder(this.client);
    this.log = new WebDavLog(this.folder);
  }

  check(signal: Abort): Promise<StoreResult<StoreReport>> {
    return this.call(signal, async () => {
      await this.contents(signal);
      const { head, ledger } = await this.look(signal);
      return { reachable: true, writable: true, ledger, head, remarks: [] };
    });
  }

  head(signal: Abort): Promise<StoreResult<Head | null>> {
    return this.call(signal, async () => {
      const { head } = await this.look(signal);
      if (head === null) await this.contents(signal);
      return head;
    });
  }

  read(after: number, limit: ReadLimit, signal: Abort): Promise<StoreResult<ReadPage>> {
    return this.call(signal, async () => {
      const { entries, found } = await this.log.read(after, limit, signal);
      this.requireIdentity(found);
      if (found.head === null) await this.contents(signal);
      return { entries, head: found.head };
    });
  }

  append(entries: readonly Uint8Array[], expected: Head | null, signal: Abort): Promise<StoreResult<Head>> {
    const progress: Progress = { publishing: false };
    const work = takeTurn(this.turns, signal, async () => {
      const head = await this.appendNow(entries, expected, signal, progress);
      this.packInBackground(head);
      return head;
    });
    const settled = settleOnAbort(signal, work, () =>
      progress.publishing
        ? { kind: 'unknown-outcome', detail: 'The append was interrupted while it was being published.' }
        : aborted,
    );
    return answering(
      () => settled,
      (error) => {
        const failure = webDavFailureOf(error);
        // A move whose answer was lost may have happened.
        return progress.publishing && 'detail' in failure
          ? { kind: 'unknown-outcome', detail: failure.detail }
          : failure;
      },
    );
  }

  putBlob(name: string, bytes: Uint8Array, signal: Abort): Promise<StoreResult<null>> {
    return this.call(signal, async () => {
      const path = blobPath(name);
      if (await this.isSameBlob(path, bytes, signal)) return null;
      await this.prepare(signal);
      const uploaded = await this.folder.upload('content', bytes, signal);
      const isNew = await this.folder.move(`${uploaded}content`, path, signal);
      await this.folder.remove(uploaded, signal);
      if (!isNew) await this.isSameBlob(path, bytes, signal);
      return null;
    });
  }

  getBlob(name: string, signal: Abort): Promise<StoreResult<Uint8Array | null>> {
    return this.call(signal, async () => {
      const bytes = await this.folder.get(blobPath(name), signal);
      return bytes === null ? null : new Uint8Array(bytes);
    });
  }

  dropBlob(name: string, signal: Abort): Promise<StoreResult<null>> {
    return this.call(signal, async () => {
      await this.folder.remove(blobPath(name), signal);
      return null;
    });
  }

  readonly beginning: StoreBeginning = {
    at: (signal) => this.call(signal, async () => (await this.log.listing(signal)).begins),
    shorten: (to, signal) =>
      this.call(signal, async () => {
        await this.prepare(signal);
        await this.look(signal);
        await shortenLog(this.folder, this.log, to, signal);
        return null;
      }),
  };

  readonly presence: StorePresence = {
    say: (computer, word, signal) =>
      this.call(signal, async () => {
        requireComputer(computer, word);
        await this.prepare(signal);
        await this.folder.ensureCollection(webDavNames.here, signal);
        const uploaded = await this.folder.upload('word', word, signal);
        await this.folder.replace(`${uploaded}word`, `${webDavNames.here}${computer}${wordEnding}`, signal);
        await this.folder.remove(uploaded, signal);
        return null;
      }),
    all: (signal) =>
      this.call(signal, async () => {
        const words: Uint8Array[] = [];
        for (const name of (await this.folder.list(webDavNames.here, signal)) ?? []) {
          if (!name.endsWith(wordEnding) || !isComputerName(name.slice(0, -wordEnding.length))) continue;
          const word = await this.folder.get(`${webDavNames.here}${name}`, signal);
          if (word !== null && word.length <= mostPresenceBytes) words.push(Uint8Array.from(word));
        }
        return words;
      }),
  };

  watch(onHint: () => void): Unsubscribe {
    let stopped = false;
    let seen: string | null = null;
    let timer: NodeJS.Timeout | undefined;
    const glance = async (): Promise<void> => {
      const now = await this.log.listing(neverAborted).then(
        ({ loose, packs }) => `${loose.at(-1) ?? 0} ${packs.at(-1)?.last ?? 0}`,
        () => 'out of reach',
      );
      if (stopped) return;
      if (seen !== null && seen !== now) onHint();
      seen = now;
      if (stopped) return;
      timer = setTimeout(() => void glance(), this.options.pollMilliseconds ?? ordinaryPoll);
      timer.unref();
    };
    void glance();
    return this.watches.add(() => {
      stopped = true;
      clearTimeout(timer);
    });
  }

  async close(): Promise<void> {
    this.watches.endAll();
    await this.turns.idle();
    this.client.close();
  }

  private call<Value>(signal: Abort, work: () => Promise<Value>): Promise<StoreResult<Value>> {
    return answering(() => settleOnAbort(signal, takeTurn(this.turns, signal, work), () => aborted), webDavFailureOf);
  }

  private async appendNow(
    entries: readonly Uint8Array[],
    expected: Head | null,
    signal: Abort,
    progress: Progress,
  ): Promise<Head> {
    const mistake = judgeContinuation(entries, expected);
    if (mistake !== null) throw new StoreError(mistake);
    const reading = readChain(entries);
    if (!reading.ok) throw new StoreError({ kind: 'defect', detail: reading.problem });
    const { chain } = reading;
    await this.prepare(signal);
    const uploaded = await this.folder.upload(entriesName, encodeSegment(entries, chain), signal);
    let lock: WebDavLock | null = null;
    try {
      for (;;) {
        lock = await this.takeLock(signal, () => this.judge(chain.ledger, expected, signal));
        await this.judge(chain.ledger, expected, signal);
        if (performance.now() < lock.until - lockReserve) break;
        await this.folder.unlock(lock, signal);
        lock = null;
      }
      throwIfAborted(signal);
      progress.publishing = true;
      const isFree = await this.folder.move(uploaded, collectionOf({ kind: 'append', position: chain.first }), signal);
      if (!isFree) {
        progress.publishing = false;
        await this.judge(chain.ledger, expected, signal);
        const place = collectionOf({ kind: 'append', position: chain.first });
        throw new StoreError({ kind: 'waiting', place, since: new Date().toISOString(), detail: 'Its name is taken.' });
      }
      const held = lock;
      lock = null;
      // Where the lock was not ours to the end, what stands there now says whether the append holds.
      if (
        !(await this.folder.unlock(held, neverAborted)) &&
        (await this.log.hashAt(chain.last, signal)) !== chain.hash
      ) {
        throw new StoreError({
          kind: 'unknown-outcome',
          detail: 'The lock ended while the append was being published.',
        });
      }
      return { seq: chain.last, hash: chain.hash };
    } catch (error) {
      this.tidyUp(lock, uploaded);
      throw error;
    }
  }

  /** Why an append cannot stand on what the server holds, if so. */
  private async judge(ledger: string, expected: Head | null, signal: Abort): Promise<void> {
    const found = await this.look(signal);
    const { head } = found;
    const tooEarly = judgeBeginning(expected, found.begins);
    if (tooEarly !== null) throw new StoreError(tooEarly);
    const isFurther = expected !== null && head !== null && head.seq > expected.seq;
    const hash = isFurther ? await this.log.hashAt(expected.seq, signal) : null;
    const refusal = judgeExpectedHead(expected, head, () => hash);
    if (refusal !== null) throw new StoreError(refusal);
    if (found.ledger !== null && found.ledger !== ledger) {
      throw new StoreError({ kind: 'identity-changed', expected: ledger, actual: found.ledger });
    }
  }

  private async takeLock(signal: Abort, stillFits: () => Promise<void>): Promise<WebDavLock> {
    const begun = performance.now();
    for (let attempt = 1; ; attempt += 1) {
      const lock = await this.lockMarker(signal);
      if (lock !== null) return lock;
      // Who has the lock may have appended: then there is nothing to wait for any more.
      if (attempt % looksAfter === 0) await stillFits();
      if (performance.now() - begun > lockPatience) {
        throw new StoreError({ kind: 'offline', detail: 'Somebody else holds the lock of the ledger.' });
      }
      // Not all at the same moment again.
      await pause(lockPause * (0.5 + Math.random()) * Math.min(attempt, 5), signal);
    }
  }

  /** Asks for the lock. One that comes when nobody waits for it any more is given back: until it ends, nobody could append. */
  private lockMarker(signal: Abort): Promise<WebDavLock | null> {
    let isLeft = false;
    const locking = this.folder.lock(webDavNames.marker, neverAborted);
    void locking
      .then((lock) => (isLeft && lock !== null ? this.folder.unlock(lock, neverAborted) : false))
      .catch(() => undefined);
    return settleOnAbort(signal, locking, () => {
      isLeft = true;
      return aborted;
    });
  }

  /** Gives the lock back and removes what was uploaded, whoever has stopped waiting. Both end by themselves, too. */
  private tidyUp(lock: WebDavLock | null, uploaded: string): void {
    const tidying = async (): Promise<void> => {
      if (lock !== null) await this.folder.unlock(lock, neverAborted);
      await this.folder.remove(uploaded, neverAborted);
    };
    void takeTurn(this.turns, neverAborted, () => tidying().catch(() => undefined));
  }

  private async look(signal: Abort): Promise<LogHead> {
    const found = await this.log.head(signal);
    this.requireIdentity(found);
    return found;
  }

  private requireIdentity({ ledger }: LogHead): void {
    const wanted = this.options.ledger;
    if (wanted === null || ledger === null || ledger === wanted) return;
    throw new StoreError({ kind: 'identity-changed', expected: wanted, actual: ledger });
  }

  /** Names in the folder. It is never made: where it is missing, something else is wrong. One that only carries files is nobody's to append to. */
  private async contents(signal: Abort): Promise<readonly string[]> {
    const names = await this.folder.list('', signal);
    if (names === null) throw new StoreError(notOnServer);
    const said = names.includes(webDavNames.marker) ? await this.folder.get(webDavNames.marker, signal) : null;
    if (said !== null && identityOf(said.toString('utf8')).kind === 'kept') throw new StoreError(onlyCarries);
    return names;
  }

  /** Prepares what an append needs: the collections, and a file to lock that says how appends are ordered here. */
  private async prepare(signal: Abort): Promise<void> {
    if (this.prepared) return;
    const names = await this.contents(signal);
    for (const collection of [webDavNames.log, webDavNames.packs, webDavNames.blobs, webDavNames.tmp]) {
      if (!names.includes(collection.slice(0, -1))) await this.folder.ensureCollection(collection, signal);
    }
    if (!names.includes(webDavNames.marker)) await this.placeMarker(signal);
    this.prepared = true;
  }

  private async placeMarker(signal: Abort): Promise<void> {
    const bytes = Buffer.from(`${JSON.stringify(marker)}\n`);
    const uploaded = await this.folder.upload(webDavNames.marker, bytes, signal);
    try {
      await this.folder.move(`${uploaded}${webDavNames.marker}`, webDavNames.marker, signal);
    } catch (error) {
      // Another computer may have placed it, and locked it by now.
      const names = await this.folder.list('', signal);
      if (names?.includes(webDavNames.marker) !== true) throw error;
    } finally {
      await this.folder.remove(uploaded, signal);
    }
  }

  private packInBackground({ seq }: Head): void {
    const rule = this.options.pack ?? ordinaryWebDavPackRule;
    // Looking is not free here, so it is done now and then.
    if (seq % Math.max(1, rule.keep >>> 1) !== 0) return;
    void takeTurn(this.turns, neverAborted, () =>
      // Housekeeping: what stops it shows itself to the next call that reads or appends.
      packOldAppends(this.folder, this.log, rule, neverAborted).catch(() => undefined),
    );
  }

  /** Tells whether a blob is there with these bytes; other bytes under its name are a failure. */
  private async isSameBlob(path: string, bytes: Uint8Array, signal: Abort): Promise<boolean> {
    const there = await this.folder.get(path, signal);
    if (there === null) return false;
    if (there.equals(bytes)) return true;
    throw new StoreError({ kind: 'corrupt', place: path, detail: 'Another content has this name already.' });
  }
}

function blobPath(name: string): string {
  if (!isBlobName(name)) throw new StoreError({ kind: 'defect', detail: `“${name}” cannot be the name of a blob.` });
  return `${webDavNames.blobs}${name}`;
}
