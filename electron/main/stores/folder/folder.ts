import { Turns } from '#core/kernel/turns';
import { access, constants, mkdir, readdir } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { Head } from '#core/ledger/commit';
import {
  type Abort,
  type LedgerStore,
  type ReadLimit,
  type ReadPage,
  type StoreInfo,
  type StoreRemark,
  type StoreReport,
  type StoreResult,
  type Unsubscribe,
} from '#core/ledger/store';
import { aborted, neverAborted, settleOnAbort, takeTurn } from '../abort';
import { readChain } from '../entry-envelope';
import { answering, StoreError } from '../store-error';
import { judgeContinuation, judgeExpectedHead } from '../expected-head';
import { errorCode, storeFailureOf } from './file-failure';
import { publishDerived, readFileIfThere, removeQuietly } from './folder-files';
import { readIdentity, writeIdentity } from './folder-identity';
import { appendName, folderNames, identityName, isBlobName } from './folder-layout';
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
import { type FolderHead, FolderReader } from './folder-reader';
import { encodeSegment } from './folder-segment';
import { watchFolder } from './folder-watch';

export interface FolderOptions {
  /** The ledger that must be in it; `null` accepts any. */
  readonly ledger: string | null;
  /** True when it may hold nothing yet. Once joined it may not: an empty folder is then a drive that is not connected. */
  readonly mayBeEmpty: boolean;
  /** Forced by tests; otherwise hard links are tried first. */
  readonly publish?: PublishMode;
  readonly pack?: PackRule;
  /** Milliseconds without a change after which a cut-off file counts as abandoned by whoever was writing it. */
  readonly patience?: number;
  readonly pollMilliseconds?: number;
}

const ordinaryPatience = 5_000;
const ordinaryPoll = 4_000;

/** A ledger in a folder: on this disk, on a network share, on a stick. */
export class FolderStore implements LedgerStore {
  readonly info: StoreInfo;
  private readonly reader: FolderReader;
  private readonly turns = new Turns();
  private readonly subscriptions = new Set<Unsubscribe>();
  private mode: PublishMode;
  private prepared = false;
  private saysIdentity = false;
  private leftovers: readonly StoreRemark[] = [];

  constructor(
    private readonly root: string,
    private readonly options: FolderOptions,
  ) {
    this.info = { kind: 'folder', label: basename(root), watch: true, exclusive: false };
    this.reader = new FolderReader(root);
    this.mode = options.publish ?? 'link';
  }

  check(signal: Abort): Promise<StoreResult<StoreReport>> {
    return this.reading(signal, async () => {
      const { found, ledger } = await this.look(signal);
      const view = await this.reader.view(signal);
      return {
        reachable: true,
        writable: await this.isWritable(),
        ledger,
        head: found.head,
        remarks: [...this.reader.remarks(view, found.void), ...this.leftovers],
      };
    });
  }

  head(signal: Abort): Promise<StoreResult<Head | null>> {
    return this.reading(signal, async () => {
      const { found } = await this.look(signal);
      if (found.head !== null) this.reader.remember(found.head);
      return found.head;
    });
  }

  read(after: number, limit: ReadLimit, signal: Abort): Promise<StoreResult<ReadPage>> {
    return this.reading(signal, async () => {
      const said = await readIdentity(this.root, signal);
      const { entries, found } = await this.reader.read(after, limit, signal);
      this.requireIdentity(said, found);
      return { entries, head: found.head };
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
      const there = await readFileIfThere(path, signal);
      if (there !== null) {
        if (Buffer.from(there).equals(bytes)) return null;
        throw new StoreError({
          kind: 'corrupt',
          place: `${folderNames.blobs}/${name}`,
          detail: 'Another content has this name already.',
        });
      }
      await this.prepare(signal);
      await publishDerived(this.root, join(this.root, folderNames.blobs), name, bytes, signal);
      return null;
    });
  }

  getBlob(name: string, signal: Abort): Promise<StoreResult<Uint8Array | null>> {
    return this.reading(signal, async () => {
      const bytes = await readFileIfThere(this.blobPath(name), signal);
      if (bytes === null) await this.reader.view(signal);
      return bytes === null ? null : Uint8Array.from(bytes);
    });
  }

  watch(onHint: () => void): Unsubscribe {
    const stop = watchFolder(this.root, this.options.pollMilliseconds ?? ordinaryPoll, onHint);
    this.subscriptions.add(stop);
    return () => {
      this.subscriptions.delete(stop);
      stop();
    };
  }

  async close(): Promise<void> {
    for (const stop of this.subscriptions) stop();
    this.subscriptions.clear();
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
    for (;;) {
      progress.publishing = false;
      const { found, ledger } = await this.look(signal);
      const hash =
        expected === null || found.head === null || found.head.seq <= expected.seq
          ? null
          : await this.reader.hashAt(expected.seq, signal);
      const refusal = judgeExpectedHead(expected, found.head, () => hash);
      if (refusal !== null) throw new StoreError(refusal);
      if (ledger !== null && ledger !== chain.ledger) {
        throw new StoreError({ kind: 'identity-changed', expected: chain.ledger, actual: ledger });
      }
      await this.prepare(signal);
      let generation = 0;
      if (found.void !== null) {
        if (
          (await waitForWriter(this.root, found.void, this.options.patience ?? ordinaryPatience, signal)) === 'changed'
        )
          continue;
        generation = found.void.generation + 1;
        if ((await replaceCutOff(this.root, this.reader, found.void, bytes, signal, progress)) === 'taken') continue;
      } else if ((await this.publish(chain.first, bytes, signal, progress)) === 'taken') continue;
      const outcome = await orUnknown(() => isStillOurs(this.root, chain.first, generation, signal));
      if (outcome === 'replaced') throw lostTrack();
      // Somebody who packs at once may have packed this very append already.
      const isInPack = outcome === 'packed' && (await this.stands(chain.last, chain.hash, signal));
      if (outcome === 'packed' && !isInPack) {
        await removeQuietly(join(this.root, folderNames.log, appendName(chain.first, generation)));
        continue;
      }
      const head = { seq: chain.last, hash: chain.hash };
      this.reader.remember(head);
      await this.sayIdentity(chain.ledger, signal);
      return head;
    }
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
    const said = await readIdentity(this.root, signal);
    const found = await this.reader.head(signal);
    return { found, ledger: this.requireIdentity(said, found) };
  }

  /** The entries say themselves whose they are; the file only makes it cheap to know, so failing to write it fails nothing. */
  private async sayIdentity(ledger: string, signal: Abort): Promise<void> {
    if (this.saysIdentity) return;
    try {
      if ((await readIdentity(this.root, signal)) === null) await writeIdentity(this.root, ledger, signal);
      this.saysIdentity = true;
    } catch (error) {
      if (!(error instanceof StoreError) && errorCode(error) === '') throw error;
    }
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
    if (said !== null && found.head === null && found.void === null) {
      throw new StoreError({
        kind: 'corrupt',
        place: folderNames.log,
        detail: 'The folder says whose ledger it holds, but the entries are missing.',
      });
    }
    const actual = found.ledger ?? said;
    const { ledger, mayBeEmpty } = this.options;
    if (actual === null && !mayBeEmpty && found.void === null) {
      throw new StoreError({
        kind: 'offline',
        detail: 'The folder is there, but the ledger is not in it. The drive or the share may not be connected.',
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
      await mkdir(join(this.root, name)).catch((error: unknown) => {
        if (errorCode(error) !== 'EEXIST') throw error;
      });
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
