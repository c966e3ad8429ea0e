import { access, constants, readdir } from 'node:fs/promises';
import { Turns } from '#core/kernel/turns';
import { basename, join } from 'node:path';
import type { Head } from '#core/ledger/commit';
import type {
  Abort,
  LedgerStore,
  ReadLimit,
  ReadPage,
  StoreFailure,
  StoreInfo,
  StoreRemark,
  StoreBeginning,
  StoreRepair,
  StoreReport,
  StoreResult,
  Unsubscribe,
} from '#core/ledger/store';
import type { StorePresence } from '#core/ledger/presence';
import { aborted, neverAborted, settleOnAbort, takeTurn } from '../abort';
import { readChain } from '../entry-envelope';
import { answering, StoreError } from '../store-error';
import { Watches } from '../watches';
import { judgeBeginning, judgeContinuation, judgeExpectedHead } from '../expected-head';
import { errorCode, storeFailureOf } from './file-failure';
import { fileStamp, makeSharedFolder, publishNew, readFileIfThere, removeQuietly } from './folder-files';
import { readIdentity, writeIdentity } from './folder-identity';
import { appendName, folderNames, identityName, isBlobName, lastGeneration } from './folder-layout';
import { ordinaryPackRule, packOldAppends, type PackRule } from './folder-pack';
import {
  type AppendProgress,
  isStillOurs,
  lostTrack,
  orUnknown,
  publishAppend,
  type PublishMode,
  removeLeftovers,
  replaceCutOff,
  waitForWriter,
} from './folder-publish';
import { copiesIn, type FolderHead, FolderReader, type KnownHistory } from './folder-reader';
import { sayInFolder, wordsInFolder } from './folder-presence';
import { hasLeftovers, removeBefore, shortenFolder } from './folder-beginning';
import { folderRepair, setStraysAside } from './folder-repair';
import type { VoidAppend } from './folder-segments';
import { encodeSegment } from './folder-segment';
import { watchFolder } from './folder-watch';

export interface FolderOptions {
  /** The ledger that must be in it; `null` accepts any. */
  readonly ledger: string | null;
  /** True when it may hold nothing yet. Once joined it may not: an empty folder is then a drive that is not connected. */
  readonly mayBeEmpty: boolean;
  /** What the folder says of itself does not count yet: it is about to become one of this way. */
  readonly isTurning?: boolean;
  /** Forced by tests; otherwise hard links are tried first. */
  readonly publish?: PublishMode;
  readonly pack?: PackRule;
  /** Knowledge of this computer about the ledger. */
  readonly known?: KnownHistory;
  /** Milliseconds without a change after which a cut-off file counts as abandoned by whoever was writing it. */
  readonly patience?: number;
  readonly pollMilliseconds?: number;
}

const ordinaryPatience = 60_000;
/** As long as that, an append waits itself for a file that somebody may still be writing; longer is somebody else's turn. */
const longestWait = 2_000;
/** Others may come first again and again, and names may be taken by what does not count; an end to it all the same. */
const appendTries = 50;
const ordinaryPoll = 4_000;

/** A ledger in a folder: on this disk, on a network share, on a stick. */
export class FolderStore implements LedgerStore {
  readonly info: StoreInfo;
  private readonly reader: FolderReader;
  readonly repair: StoreRepair = folderRepair((signal, work) =>
    this.writing(signal, async () => {
      await this.prepare(signal);
      return work({ root: this.root, reader: this.reader, signal });
    }),
  );
  private readonly turns = new Turns();
  private readonly watches = new Watches();
  private mode: PublishMode;
  private prepared = false;
  private saysIdentity = false;
  private cutOff: { readonly place: string; readonly stamp: string | null; readonly since: number } | null = null;
  private leftovers: readonly StoreRemark[] = [];

  constructor(
    private readonly root: string,
    private readonly options: FolderOptions,
  ) {
    this.info = { kind: 'folder', label: basename(root), watch: true, exclusive: true };
    this.reader = new FolderReader(root, options.known ?? null);
    this.mode = options.publish ?? 'link';
  }

  check(signal: Abort): Promise<StoreResult<StoreReport>> {
    return this.reading(signal, async () => {
      const { found, ledger } = await this.look(signal);
      this.requireEnd(found);
      return {
        reachable: true,
        writable: await this.isWritable(),
        ledger,
        head: found.head,
        remarks: [...this.reader.remarks(found), ...this.leftovers],
      };
    });
  }

  head(signal: Abort): Promise<StoreResult<Head | null>> {
    return this.reading(signal, async () => {
      const { found } = await this.look(signal);
      this.requireEnd(found);
      return found.head;
    });
  }

  read(after: number, limit: ReadLimit, signal: Abort): Promise<StoreResult<ReadPage>> {
    return this.reading(signal, async () => {
      const said = await this.said(signal);
      const { entries, found } = await this.reader.read(after, limit, signal);
      this.requireIdentity(said, found);
      if (entries.length === 0) this.requireEnd(found, this.isFresh(found));
      return { entries, head: found.head, ...copiesIn(found) };
    });
  }

  append(entries: readonly Uint8Array[], expected: Head | null, signal: Abort): Promise<StoreResult<Head>> {
    const progress: AppendProgress = { publishing: false };
    const work = takeTurn(this.turns, signal, async () => {
      const head = await this.appendNow(entries, expected, signal, progress);
      this.packInBackground();
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
        const failure = storeFailureOf(error, 'writing');
        // A link whose answer was lost may have happened.
        const mayHaveHappened = progress.publishing && (failure.kind === 'offline' || failure.kind === 'defect');
        return mayHaveHappened ? { kind: 'unknown-outcome', detail: failure.detail } : failure;
      },
    );
  }

  putBlob(name: string, bytes: Uint8Array, signal: Abort): Promise<StoreResult<null>> {
    return this.writing(signal, async () => {
      const path = this.blobPath(name);
      if (await this.hasBlob(path, name, bytes, signal)) return null;
      await this.prepare(signal);
      await publishNew(this.root, join(this.root, folderNames.blobs), name, bytes, signal);
      // Another may have taken the name meanwhile.
      await this.hasBlob(path, name, bytes, signal);
      return null;
    });
  }

  private async hasBlob(path: string, name: string, bytes: Uint8Array, signal: Abort): Promise<boolean> {
    const there = await readFileIfThere(path, signal);
    if (there === null || Buffer.from(there).equals(bytes)) return there !== null;
    throw new StoreError({
      kind: 'corrupt',
      place: `${folderNames.blobs}/${name}`,
      detail: 'Another content has this name already.',
    });
  }

  getBlob(name: string, signal: Abort): Promise<StoreResult<Uint8Array | null>> {
    return this.reading(signal, async () => {
      const bytes = await readFileIfThere(this.blobPath(name), signal);
      if (bytes === null) await this.reader.view(signal);
      return bytes === null ? null : new Uint8Array(bytes);
    });
  }

  dropBlob(name: string, signal: Abort): Promise<StoreResult<null>> {
    return this.writing(signal, async () => {
      await removeQuietly(this.blobPath(name));
      return null;
    });
  }

  readonly beginning: StoreBeginning = {
    at: (signal) => this.reading(signal, async () => (await this.reader.view(signal)).listing.begins),
    shorten: (to, signal) =>
      this.writing(signal, async () => {
        await this.prepare(signal);
        const { found } = await this.look(signal);
        this.requireEnd(found);
        await shortenFolder({ root: this.root, reader: this.reader, signal }, to);
        return null;
      }),
  };

  readonly presence: StorePresence = {
    say: (computer, word, signal) =>
      this.writing(signal, async () => {
        await this.prepare(signal);
        return sayInFolder(this.root, computer, word, signal);
      }),
    all: (signal) => this.reading(signal, () => wordsInFolder(this.root, signal)),
  };

  watch(onHint: () => void): Unsubscribe {
    return this.watches.add(watchFolder(this.root, this.options.pollMilliseconds ?? ordinaryPoll, onHint));
  }

  async close(): Promise<void> {
    this.watches.endAll();
    await this.turns.idle();
  }

  /** Packs old appends now. It also happens by itself after appends. */
  pack(signal: Abort): Promise<StoreResult<number>> {
    return this.writing(signal, async () => {
      await this.prepare(signal);
      return packOldAppends(this.root, this.reader, this.options.pack ?? ordinaryPackRule, signal);
    });
  }

  private reading<T>(signal: Abort, work: () => Promise<T>): Promise<StoreResult<T>> {
    return this.call(signal, 'reading', work);
  }

  private writing<T>(signal: Abort, work: () => Promise<T>): Promise<StoreResult<T>> {
    return this.call(signal, 'writing', work);
  }

  private call<T>(signal: Abort, doing: 'reading' | 'writing', work: () => Promise<T>): Promise<StoreResult<T>> {
    const settled = settleOnAbort(signal, takeTurn(this.turns, signal, work), () => aborted);
    return answering(
      () => settled,
      (error) => storeFailureOf(error, doing),
    );
  }

  private async appendNow(
    entries: readonly Uint8Array[],
    expected: Head | null,
    signal: Abort,
    progress: AppendProgress,
  ): Promise<Head> {
    const mistake = judgeContinuation(entries, expected);
    if (mistake !== null) throw new StoreError(mistake);
    const reading = readChain(entries);
    if (!reading.ok) throw new StoreError({ kind: 'defect', detail: reading.problem });
    const { chain } = reading;
    const bytes = encodeSegment(entries, chain);
    for (let tries = 0; tries < appendTries; tries += 1) {
      progress.publishing = false;
      const { found, ledger } = await this.look(signal);
      const tooEarly = judgeBeginning(expected, found.view.listing.begins);
      if (tooEarly !== null) throw new StoreError(tooEarly);
      const hash =
        expected === null || found.head === null || found.head.seq <= expected.seq
          ? null
          : await this.reader.hashAt(expected.seq, signal);
      const refusal = judgeExpectedHead(expected, found.head, () => hash);
      if (refusal !== null) throw new StoreError(refusal);
      if (ledger !== null && ledger !== chain.ledger) {
        throw new StoreError({ kind: 'identity-changed', expected: chain.ledger, actual: ledger });
      }
      this.requireEnd(found);
      await this.prepare(signal);
      await setStraysAside(this.root, found.chain.strays);
      let generation = 0;
      const { end } = found.chain;
      if (end.kind === 'cut-off') {
        const { cutOff } = end;
        if (cutOff.generation >= lastGeneration) throw new StoreError(tooOften(cutOff.place));
        if ((await this.waitForWriter(cutOff, signal)) === 'changed') continue;
        generation = cutOff.generation + 1;
        const replaced = await replaceCutOff(this.root, this.reader.segments, cutOff, bytes, signal, progress);
        if (replaced === 'taken') continue;
      } else if ((await this.publish(chain.first, bytes, signal, progress)) === 'taken') continue;
      const outcome = await orUnknown(() => isStillOurs(this.root, chain.first, generation, signal));
      if (outcome === 'replaced') throw lostTrack();
      // Somebody who packs at once may have packed this very append already.
      const isInPack = outcome === 'packed' && (await this.stands(chain.last, chain.hash, signal));
      if (outcome === 'packed' && !isInPack) {
        await removeQuietly(join(this.root, folderNames.log, appendName(chain.first, generation)));
        continue;
      }
      await this.sayIdentity(chain.ledger, signal);
      return { seq: chain.last, hash: chain.hash };
    }
    throw new StoreError({ kind: 'offline', detail: 'The folder keeps changing while this computer adds to it.' });
  }

  /** Waits a moment for whoever may still be writing the last file; a longer patience is waited for by whoever calls again. */
  private async waitForWriter(cutOff: VoidAppend, signal: Abort): Promise<'changed' | 'abandoned'> {
    const patience = this.options.patience ?? ordinaryPatience;
    const left = patience - this.watchCutOff(cutOff, await fileStamp(join(this.root, cutOff.place)));
    if (left > longestWait) throw new StoreError(this.reader.waitingFor(cutOff.place, 'The last file is not whole.'));
    const outcome = left <= 0 ? 'abandoned' : await waitForWriter(this.root, cutOff, left, signal);
    if (outcome === 'changed') this.cutOff = null;
    return outcome;
  }

  /** For how many milliseconds the cut-off file has stayed as it is, as far as this computer has looked. */
  private watchCutOff({ place }: VoidAppend, stamp: string | null): number {
    const now = performance.now();
    if (this.cutOff?.place !== place || this.cutOff.stamp !== stamp) this.cutOff = { place, stamp, since: now };
    return now - this.cutOff.since;
  }

  /** Tells whether the last file is not whole and may still become it. */
  private isFresh({ head, chain: { end } }: FolderHead): boolean {
    if (end.kind !== 'cut-off') return false;
    if (head === null) return true;
    const known = this.cutOff?.place === end.cutOff.place ? this.cutOff.since : null;
    if (known === null) this.cutOff = { place: end.cutOff.place, stamp: null, since: performance.now() };
    return known === null || performance.now() - known < (this.options.patience ?? ordinaryPatience);
  }

  /**
   * Failure of a chain that ends early: what is missing, not whole or damaged stands in the way of everything behind it, and of whoever would add something.
   * A last file that was cut off and stays so is void; it only counts where it may still be arriving.
   */
  private requireEnd({ chain: { end } }: FolderHead, isArriving = false): void {
    const failure = end.kind === 'cut-off' && !isArriving ? null : this.reader.failureAt(end);
    if (failure !== null) throw new StoreError(failure);
  }

  private stands(seq: number, hash: string, signal: Abort): Promise<boolean> {
    return orUnknown(async () => (await this.reader.hashAt(seq, signal)) === hash);
  }

  private publish(
    position: number,
    bytes: Uint8Array,
    signal: Abort,
    progress: AppendProgress,
  ): Promise<'published' | 'taken'> {
    const publisher = {
      root: this.root,
      mode: this.mode,
      onNoHardLinks: () => {
        this.mode = 'exclusive';
      },
    };
    return publishAppend(publisher, position, bytes, signal, progress);
  }

  private async look(signal: Abort): Promise<{ readonly found: FolderHead; readonly ledger: string | null }> {
    // Before the entries: the first append comes first and the identity after it.
    const said = await this.said(signal);
    const found = await this.reader.head(signal);
    return { found, ledger: this.requireIdentity(said, found) };
  }

  /** The entries say themselves whose they are; the file only makes it cheap to know, so failing to write it fails nothing. */
  private async sayIdentity(ledger: string, signal: Abort): Promise<void> {
    if (this.saysIdentity || this.options.isTurning === true) return;
    try {
      if ((await readIdentity(this.root, signal)) === null) await writeIdentity(this.root, ledger, signal);
      this.saysIdentity = true;
    } catch (error) {
      if (!(error instanceof StoreError) && errorCode(error) === '') throw error;
    }
  }

  private said(signal: Abort): Promise<string | null> {
    return this.options.isTurning === true ? Promise.resolve(null) : readIdentity(this.root, signal);
  }

  /** From now on the folder says that it decides by itself who comes first. */
  become(ledger: string, signal: Abort): Promise<StoreResult<null>> {
    return this.writing(signal, async () => {
      await this.prepare(signal);
      await writeIdentity(this.root, ledger, signal);
      return null;
    });
  }

  /** Compares what the folder says of itself with what is in it and with what was expected. */
  private requireIdentity(said: string | null, found: FolderHead): string | null {
    if (said !== null && found.ledger !== null && said !== found.ledger) {
      throw new StoreError({
        kind: 'corrupt',
        place: identityName,
        detail: 'The file names another ledger than the one in the folder.',
      });
    }
    const isKnown = (this.options.known?.newest ?? null) !== null;
    const isEmpty = found.head === null && found.chain.end.kind === 'end';
    // Who knows the entries can put them back; everybody else waits until somebody has.
    if (said !== null && isEmpty && !isKnown) {
      throw new StoreError(
        this.reader.waitingFor(
          folderNames.log,
          'The folder says whose ledger it holds, but the entries are not there yet.',
        ),
      );
    }
    const actual = found.ledger ?? said;
    const { ledger, mayBeEmpty } = this.options;
    if (actual === null && !mayBeEmpty && isEmpty) {
      throw new StoreError({
        kind: 'offline',
        detail: 'The folder is there, but the ledger is not in it. The drive or the share may not be connected.',
        isEmpty: true,
      });
    }
    if (actual !== null && ledger !== null && actual !== ledger) {
      throw new StoreError({ kind: 'identity-changed', expected: ledger, actual });
    }
    return actual;
  }

  /** The folder itself is never created: where it is missing, the drive is. */
  private async prepare(signal: Abort): Promise<void> {
    if (this.prepared) {
      const there = await readdir(join(this.root, folderNames.tmp)).catch(() => null);
      if (there !== null) return;
    }
    await this.reader.view(signal);
    for (const name of [folderNames.log, folderNames.packs, folderNames.blobs, folderNames.tmp]) {
      await makeSharedFolder(this.root, name);
    }
    const removed = await removeLeftovers(this.root, await readdir(join(this.root, folderNames.tmp)));
    this.leftovers = removed.map((place) => ({ kind: 'leftover-removed', place }));
    this.prepared = true;
  }

  private packInBackground(): void {
    void this.turns
      .take(async () => {
        const rule = this.options.pack ?? ordinaryPackRule;
        const view = await this.reader.view(neverAborted);
        if (view.loose.length >= rule.from) await packOldAppends(this.root, this.reader, rule, neverAborted);
        if (hasLeftovers(view)) await removeBefore({ root: this.root, reader: this.reader, signal: neverAborted });
      })
      .catch(() => undefined); // Packing is housekeeping: what stops it shows itself to the next call that reads or appends.
  }

  private async isWritable(): Promise<boolean> {
    const log = join(this.root, folderNames.log);
    const target = await access(log).then(
      () => log,
      () => this.root,
    );
    return access(target, constants.W_OK).then(
      () => true,
      () => false,
    );
  }

  private blobPath(name: string): string {
    if (!isBlobName(name)) throw new StoreError({ kind: 'defect', detail: `“${name}” cannot be the name of a blob.` });
    return join(this.root, folderNames.blobs, name);
  }
}

function tooOften(place: string): StoreFailure {
  return { kind: 'corrupt', place, detail: 'The file was replaced so often that no name is left for it.' };
}
