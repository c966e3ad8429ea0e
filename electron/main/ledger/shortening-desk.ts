import type { Announcements } from '#core/ipc/announcements';
import type { Day } from '#core/kernel/day';
import { failed, succeeded, type Result } from '#core/kernel/result';
import type { Head } from '#core/ledger/commit';
import type { ShorteningOutlook } from '#core/ledger/shorter-history';
import type { Abort, StoreResult } from '#core/ledger/store';
import { sha256Hex } from '../files/sha256';
import { CheckpointShelf } from './checkpoint-shelf';
import { commitsUpTo } from './commits-up-to';
import { CheckpointFile, type KeptCheckpoint } from './kept-checkpoint';
import { type CheckPort, type CheckPortEvents, LedgerCheckService } from './ledger-check-service';
import type { CheckedStore } from './ledger-checked-store';
import type { LedgerResult, TrustedLedger } from './ledger-desk';
import type { LedgerFiles } from './ledger-files';
import { beginningsIn } from './named-beginning';
import { proofsFile } from './proved-commits';
import { CommitsInPlace, finishShortening, othersIn } from './shortening';

export interface ShorteningDeskParts {
  readonly trusted: (ledger: string) => Result<TrustedLedger, { readonly kind: 'unknown-ledger' }>;
  readonly files: Pick<LedgerFiles, 'folderOf' | 'device'>;
  readonly spawnCheck: (events: CheckPortEvents) => CheckPort;
  /** The moment of now, ISO 8601 in UTC. */
  readonly now: () => string;
  readonly onProgress: (progress: Announcements['history.progress']) => void;
}

interface SharedLedger extends TrustedLedger {
  readonly store: CheckedStore;
}

/**
 * Makes the history shorter where the open account is shared. The act that says where it begins is the window's; what it stands on is worked
 * out here, from commits that this computer has checked itself, and what is removed is what an act in the ledger says.
 */
export class ShorteningDesk {
  /** Size of the account in one piece, at one commit: large ones are not written anew for each day that is looked at. */
  private size: { readonly hash: string; readonly bytes: number } | null = null;

  constructor(private readonly parts: ShorteningDeskParts) {}

  /** Says what would go of what was done before a day. */
  async outlook(ledger: string, before: Day, signal: Abort): Promise<LedgerResult<ShorteningOutlook>> {
    const opened = this.shared(ledger);
    if (!opened.ok) return opened;
    const { store, journal } = opened.value;
    if (store.beginning === undefined) return succeeded({ kind: 'carried' });
    const begins = await store.beginning.at(signal);
    if (!begins.ok) return begins;
    const least = begins.value?.seq ?? 0;
    if ((journal.base?.seq ?? 0) > least) return succeeded({ kind: 'unchecked' });
    const head = await store.head(signal);
    if (!head.ok) return head;
    if (head.value?.hash !== journal.newest?.hash) return failed({ kind: 'head-moved', head: head.value });
    const commits = await this.commitsBehind(least, opened.value);
    if (!commits.ok) return commits;
    const named = commits.value.beginnings.at(-1);
    if (named !== undefined && named.seq > least)
      return succeeded({ kind: 'begun', to: { seq: named.seq, hash: named.hash } });
    const others = await othersIn(store, await this.parts.files.device(), signal);
    if (!others.ok) return others;
    const plan = commits.value.plan(others.value, this.parts.now(), { before, begins: least });
    const { first, bytes } = commits.value;
    if (plan.to === null || first === null) return succeeded({ kind: 'nothing', unseenBy: plan.unseenBy, first });
    const piece = await this.sizeOf(opened.value);
    if (!piece.ok) return piece;
    const now = bytes + (least === 0 ? 0 : piece.value);
    return succeeded({ kind: 'plan', plan, first, now, then: bytes - plan.bytes + piece.value });
  }

  /** Puts down the account at a commit, worked out in a process of its own; its SHA-256. Given up before it is there, nothing stays. */
  async putDown(
    { ledger, call, to }: { readonly ledger: string; readonly call: string; readonly to: Head },
    signal: Abort,
  ): Promise<LedgerResult<string>> {
    const opened = this.shared(ledger);
    if (!opened.ok) return opened;
    const { store, keys, check } = opened.value;
    const onRead = (done: number): void => this.parts.onProgress({ call, done, of: to.seq });
    const made = await this.accountAt(to, opened.value, { onRead, signal });
    if (!made.ok) return made;
    const { head, bytes } = made.value;
    const checkpoint = sha256Hex(bytes);
    const register = await check.register();
    if (!register.ok) return register;
    const signed = keys.own.signCheckpoint(ledger, head, checkpoint, register.value);
    if (signal.aborted) return failed({ kind: 'aborted' });
    const computer = await this.parts.files.device();
    const put = await new CheckpointShelf(store, ledger).put({ bytes, head, computer, signed }, signal);
    return put.ok ? succeeded(checkpoint) : put;
  }

  /** Removes what an act of the account says by now; where the place begins then, `null` where no act says so. */
  async finish(ledger: string, signal: Abort): Promise<LedgerResult<Head | null>> {
    const opened = this.shared(ledger);
    if (!opened.ok) return opened;
    const { store, journal } = opened.value;
    const beginnings = await beginningsIn(journal);
    const newest = beginnings.at(-1);
    if (newest === undefined) return succeeded(null);
    const head = journal.newest?.seq ?? 0;
    const finished = await finishShortening(store, { ledger, beginnings, head }, signal);
    return finished.ok ? succeeded({ seq: newest.seq, hash: newest.hash }) : finished;
  }

  private shared(ledger: string): LedgerResult<SharedLedger> {
    const opened = this.parts.trusted(ledger);
    if (!opened.ok) return opened;
    const { store } = opened.value;
    return store === null ? failed({ kind: 'not-connected' }) : succeeded({ ...opened.value, store });
  }

  private async commitsBehind(seq: number, { journal }: SharedLedger): Promise<LedgerResult<CommitsInPlace>> {
    const commits = new CommitsInPlace();
    for (let after = seq; ;) {
      const page = await journal.commits(after);
      if (!page.ok) return page;
      if (page.value.length === 0) return succeeded(commits);
      commits.add(page.value);
      after += page.value.length;
    }
  }

  private async sizeOf({ journal, check }: SharedLedger): Promise<StoreResult<number>> {
    const hash = journal.newest?.hash ?? '';
    if (this.size?.hash !== hash) {
      const made = await check.checkpoint(true);
      if (!made.ok) return made;
      this.size = { hash, bytes: made.value?.bytes.length ?? 0 };
    }
    return succeeded(this.size.bytes);
  }

  /** The account at a commit, with nothing of what was done up to it. */
  private async accountAt(
    to: Head,
    { note: { ledger }, journal }: SharedLedger,
    { onRead, signal }: { readonly onRead: (seq: number) => void; readonly signal: Abort },
  ): Promise<StoreResult<{ readonly head: Head; readonly bytes: Uint8Array }>> {
    const folder = this.parts.files.folderOf(ledger);
    const kept = await new CheckpointFile(folder).read();
    const start: KeptCheckpoint = {
      read: () => Promise.resolve(kept !== null && kept.head.seq <= to.seq ? kept : null),
      write: () => Promise.resolve(),
    };
    const known = proofsFile(folder);
    const service = new LedgerCheckService(
      ledger,
      commitsUpTo(journal, to.seq, onRead),
      this.parts.spawnCheck,
      start,
      Number.POSITIVE_INFINITY,
      { read: () => known.read(), write: () => Promise.resolve() },
    );
    const stop = (): void => service.close();
    signal.addEventListener('abort', stop);
    try {
      if (signal.aborted) return failed({ kind: 'aborted' });
      const made = await service.checkpoint(true);
      if (!made.ok) return made;
      return made.value?.head.hash === to.hash
        ? succeeded(made.value)
        : failed({ kind: 'head-moved', head: journal.newest });
    } finally {
      signal.removeEventListener('abort', stop);
      service.close();
    }
  }
}
