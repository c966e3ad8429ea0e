import { finish } from '#core/kernel/slices';
import { isSameContent } from '#core/ledger/acts';
import { readCheckpoint, writeCheckpoint } from '#core/ledger/checkpoint';
import type { Head } from '#core/ledger/commit';
import { decodeCommit, hashEntry } from '#core/ledger/encoding';
import { Replica, type Step } from '#core/ledger/replica';
import type { AccountTables, StoredLists } from './account-database';
import type { RenewCheckpoint } from './checkpoint-renewal';
import { fromJournal, notesOf, type Journal } from './journal';
import { LongWorkDesk } from './long-work';
import { stepPieces } from './step-text';

/** Number of steps behind the checkpoint, and the sizes of both. */
export interface KeptSize {
  readonly lastStep: number;
  readonly checkpointBytes: number;
  readonly stepLetters: number;
}

/** A checkpoint is made anew when opening it with its steps would take noticeably longer than opening it alone. */
const leastStepLetters = 1_000_000;
const mostStepShare = 0.25;

/**
 * A replica with the journal and the tables behind it. A step goes to the journal first, then to the tables in one
 * transaction, and only when both have it does it become visible. So the tables are at most behind the journal.
 */
export class StoredReplica {
  private lastStep: number;
  private checkpointBytes: number;
  private stepLetters: number;
  private renewal: Promise<void> | null = null;

  constructor(
    private current: Replica,
    private readonly database: AccountTables,
    private readonly journal: Journal,
    private readonly renew: RenewCheckpoint,
    size: KeptSize = { lastStep: 0, checkpointBytes: 0, stepLetters: 0 },
  ) {
    ({ lastStep: this.lastStep, checkpointBytes: this.checkpointBytes, stepLetters: this.stepLetters } = size);
  }

  get replica(): Replica {
    return this.current;
  }

  /** Begins with the account behind which the journal begins, in place of an empty one. */
  async begin(): Promise<void> {
    const bytes = fromJournal(await this.journal.beginning());
    const begun = bytes === null ? null : replicaFrom(this.current.ledger, bytes);
    if (bytes === null || begun === null) return;
    await this.database.replace(bytes, begun);
    this.current = begun;
    this.lastStep = 0;
    this.checkpointBytes = bytes.length;
    this.stepLetters = 0;
  }

  /** `entries` are the commits that the step received. What is given up on the way leaves nothing in the tables. */
  async persist(
    step: Step,
    entries: readonly Uint8Array[] = [],
    underWay = new LongWorkDesk().begin({ do: '', args: null }),
  ): Promise<void> {
    // Written out first: giving up is simplest before the journal knows of it.
    const pieces = await underWay.store(stepPieces(step));
    underWay.endIfCancelled();
    if (entries.length > 0) fromJournal(await this.journal.keepCommits(entries));
    const notes = notesOf(this.replica, step);
    if (notes.length > 0) fromJournal(await this.journal.note(notes));
    const number = this.lastStep + 1;
    await this.database.write({ number, pieces }, this.replica, listsOf(step), () => underWay.endIfCancelled());
    this.lastStep = number;
    this.stepLetters += pieces.reduce((sum, { length }) => sum + length, 0);
    this.replica.accept(step);
    this.renewWhenDue();
  }

  /**
   * The way back to a commit that is kept in the journal, with the acts on top that the journal says are open; `null` where the
   * replica is not beyond it. Where nobody has said which commit that is, the journal is compared from its beginning.
   */
  async stepBack(common: Head | null | undefined): Promise<Step | null> {
    const to = common === undefined ? await this.lastLikeJournal() : common;
    if ((this.replica.head?.seq ?? 0) <= (to?.seq ?? 0)) return null;
    const { open } = fromJournal(await this.journal.summary());
    const settled = new Set(this.replica.attention.flatMap((item) => (item.refusals === undefined ? [] : [item.id])));
    return this.replica.prepareRewind(
      to,
      open.filter(({ id }) => !settled.has(id)),
    );
  }

  /** The last commit up to which the journal and the replica did the same acts. */
  private async lastLikeJournal(): Promise<Head | null> {
    const bySeq = new Map(this.replica.records.map((record) => [record.seq, record]));
    let last: Head | null = fromJournal(await this.journal.summary()).base;
    for (;;) {
      const entries: readonly Uint8Array[] = fromJournal(await this.journal.commits(last?.seq ?? 0));
      for (const entry of entries) {
        const decoded = decodeCommit(entry);
        if (!decoded.ok) return last;
        const { commit } = decoded;
        const record = bySeq.get(commit.seq);
        // Void commits have no record.
        if (record !== undefined && !isSameContent(record, commit)) return last;
        if (commit.seq > (this.replica.head?.seq ?? 0)) return last;
        last = { seq: commit.seq, hash: hashEntry(entry) };
      }
      if (entries.length === 0) return last;
    }
  }

  /** The journal must not bring back what the person was told was not done. */
  async withdraw(act: string): Promise<void> {
    fromJournal(await this.journal.note([{ kind: 'closed', id: act }]));
  }

  /** Makes a step of the journal visible without storing it: for rebuilding, which ends with `storeAnew`. */
  acceptUnstored(step: Step): void {
    this.replica.accept(step);
  }

  async storeAnew(): Promise<void> {
    const { ledger, head, model, records } = this.replica;
    const bytes = finish(writeCheckpoint({ ledger, head, model, records }));
    await this.database.replace(bytes, this.replica);
    this.lastStep = 0;
    this.checkpointBytes = bytes.length;
    this.stepLetters = 0;
  }

  /** Has the checkpoint made anew beside everything else, when the steps behind it have become many. */
  renewWhenDue(): void {
    const most = Math.max(leastStepLetters, mostStepShare * this.checkpointBytes);
    if (this.stepLetters <= most || this.renewal !== null) return;
    this.stepLetters = 0;
    // One that fails leaves the old checkpoint with its steps; it is tried again when as many have come.
    this.renewal = this.renew(this.replica.ledger)
      .catch(() => undefined)
      .finally(() => {
        this.renewal = null;
      });
  }

  /** Waits for a checkpoint that is being made. */
  async rest(): Promise<void> {
    await this.renewal;
  }

  close(): void {
    this.database.close();
  }
}

/** A replica that goes on from a checkpoint without acts that wait; `null` where it cannot be read, or is of another account. */
export function replicaFrom(ledger: string, bytes: Uint8Array): Replica | null {
  const read = readCheckpoint(bytes);
  if (!read.ok || read.checkpoint.ledger !== ledger) return null;
  const { head, model, records } = read.checkpoint;
  return Replica.resume({ ledger, head, pending: [], attention: [], voided: [], records }, model);
}

function listsOf({ head, pending, attention, voided }: Step): StoredLists {
  return { head, pending, attention, voided };
}
