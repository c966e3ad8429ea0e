import { finish } from '#core/kernel/slices';
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
