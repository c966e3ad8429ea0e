import { finish } from '#core/kernel/slices';
import type { Head } from '#core/ledger/commit';
import { decodeCommit, hashEntry } from '#core/ledger/encoding';
import { isSameContent } from '#core/ledger/acts';
import type { Replica, Step } from '#core/ledger/replica';
import type { AccountDatabase, StoredLists } from './account-database';
import { LongWorkDesk } from './long-work';
import { pageTexts } from './page-text';
import { fromJournal, notesOf, type Journal } from './journal';
import type { PagedRows, PagePlan, ShelfChange } from './paged-rows';

/**
 * A replica with the journal and the tables behind it. A step goes to the journal first, then to the tables in one
 * transaction, and only when both have it does it become visible. So the tables are at most behind the journal.
 */
export class StoredReplica {
  constructor(
    readonly replica: Replica,
    readonly rows: PagedRows,
    private readonly database: AccountDatabase,
    private readonly journal: Journal,
  ) {}

  /** `entries` are the commits that the step received. What is given up on the way leaves nothing in the tables. */
  async persist(
    step: Step,
    entries: readonly Uint8Array[] = [],
    undertaking = new LongWorkDesk().begin({ do: '', args: null }),
  ): Promise<void> {
    const plan = this.rows.plan(shelfChanges(step));
    // Written out first: giving up is simplest before the journal knows of it.
    const pages = await undertaking.store(pageTexts(plan.writes));
    undertaking.endIfCancelled();
    if (entries.length > 0) fromJournal(await this.journal.keepCommits(entries));
    const notes = notesOf(this.replica, step);
    if (notes.length > 0) fromJournal(await this.journal.note(notes));
    await this.database.write(pages, this.replica, listsOf(step), () => undertaking.endIfCancelled());
    this.adopt(plan, step);
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
    let last: Head | null = null;
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
    this.adopt(this.rows.plan(shelfChanges(step)), step);
  }

  async storeAnew(): Promise<void> {
    await this.database.replace(finish(pageTexts([...this.rows.allPages()])), this.replica);
  }

  close(): void {
    this.database.close();
  }

  private adopt(plan: PagePlan, step: Step): void {
    this.rows.adopt(plan);
    this.replica.accept(step);
  }
}

function listsOf({ head, pending, attention }: Step): StoredLists {
  return { head, pending, attention };
}

function shelfChanges(step: Step): readonly ShelfChange[] {
  return [
    ...step.changes.map((change): ShelfChange => ({ shelf: change.table, id: change.id, row: change.after })),
    ...step.removeRecords.map((id): ShelfChange => ({ shelf: 'records', id, row: undefined })),
    ...step.putRecords.map((record): ShelfChange => ({ shelf: 'records', id: record.id, row: record })),
  ];
}
