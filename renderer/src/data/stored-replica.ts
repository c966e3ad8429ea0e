import type { Replica, Step } from '../../../shared/ledger/replica';
import type { AccountDatabase, StoredLists } from './account-database';
import type { PagedRows, PagePlan, ShelfChange } from './paged-rows';

/**
 * A replica and the tables that hold the same. The two change together: the tables first, in one transaction,
 * the memory only when that has succeeded.
 */
export class StoredReplica {
  constructor(readonly replica: Replica, readonly rows: PagedRows, private readonly database: AccountDatabase) {}

  async persist(step: Step): Promise<void> {
    const plan = this.rows.plan(shelfChanges(step));
    await this.database.write(plan.writes, this.replica, listsOf(step));
    this.adopt(plan, step);
  }

  /** Makes a step visible without storing it: for rebuilding, which ends with `storeAnew`. */
  acceptUnstored(step: Step): void {
    this.adopt(this.rows.plan(shelfChanges(step)), step);
  }

  async storeAnew(): Promise<void> {
    await this.database.replace([...this.rows.allPages()], this.replica);
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
