import Dexie, { type Table } from 'dexie';
import type { Head, PendingIntent } from '#core/ledger/commit';
import type { AttentionItem } from '#core/ledger/replica';
import type { PageText } from './page-text';
import { shelfNames, type PageWrite, type ShelfName } from './paged-rows';
import { migrationProblem, schemaMigrations, type SchemaMigration } from './schema-migrations';

/** Grows when the rows themselves change their shape: tables of another shape are made again from the journal. */
const rowShape = 1;

/** Dexie stores its versions ten times as high. */
const storedVersionFactor = 10;

/** Copied to the database's process in one go; more would hold the window. */
const pagesAtOnce = 64;

interface PageRecord {
  readonly shelf: ShelfName;
  readonly page: number;
  readonly text: string;
}
interface PendingRecord {
  readonly position: number;
  readonly intent: PendingIntent;
}
interface AttentionRecord {
  readonly position: number;
  readonly item: AttentionItem;
}
interface HeadRecord {
  readonly key: 'head';
  readonly ledger: string;
  readonly head: Head | null;
  readonly rowShape: number;
}

/** Everything that is stored of an account besides its pages. */
export interface StoredLists {
  readonly head: Head | null;
  readonly pending: readonly PendingIntent[];
  readonly attention: readonly AttentionItem[];
}

export interface StoredAccount extends StoredLists {
  readonly pages: readonly PageWrite[];
}

/** The tables of one account. The only code that knows Dexie besides the window's place. */
export class AccountDatabase {
  private constructor(
    private readonly dexie: Dexie,
    private readonly ledger: string,
  ) {}

  /**
   * Opens the tables, bringing them to the newest schema. Tables that cannot be opened (made by a newer version, damaged)
   * are thrown away: everything in them can be made again from the journal.
   */
  static async open(
    ledger: string,
    migrations: readonly SchemaMigration[] = schemaMigrations,
  ): Promise<AccountDatabase> {
    const problem = migrationProblem(migrations);
    if (problem !== null) throw new Error(`The migrations are not a chain: ${problem}`);
    const dexie = declare(nameOf(ledger), migrations);
    try {
      await dexie.open();
      // Dexie opens what a newer version made without complaint; its rows may mean something else.
      if (dexie.backendDB().version > migrations.length * storedVersionFactor)
        throw new Error('made by a newer version');
      return new AccountDatabase(dexie, ledger);
    } catch {
      dexie.close();
      await Dexie.delete(nameOf(ledger));
      const fresh = declare(nameOf(ledger), migrations);
      await fresh.open();
      return new AccountDatabase(fresh, ledger);
    }
  }

  static async remove(ledger: string): Promise<void> {
    await Dexie.delete(nameOf(ledger));
  }

  /** What is stored, or `null` when there is nothing that can be used. */
  async read(): Promise<StoredAccount | null> {
    const head = await this.headTable().get('head');
    if (head === undefined || head.ledger !== this.ledger || head.rowShape !== rowShape) return null;
    // Asked for all at once: while one shelf is parsed here, the next is already being fetched.
    const shelves = await Promise.all(shelfNames.map((shelf) => this.readShelf(shelf)));
    const pending = await this.pendingTable().orderBy('position').toArray();
    const attention = await this.attentionTable().orderBy('position').toArray();
    return {
      head: head.head,
      pages: shelves.flat(),
      pending: pending.map((record) => record.intent),
      attention: attention.map((record) => record.item),
    };
  }

  private async readShelf(shelf: ShelfName): Promise<readonly PageWrite[]> {
    const stored = await this.pageTable()
      .where('[shelf+page]')
      .between([shelf, Dexie.minKey], [shelf, Dexie.maxKey])
      .toArray();
    return stored.map(({ page, text }) => ({ shelf, page, rows: JSON.parse(text) as PageWrite['rows'] }));
  }

  /**
   * Stores pages, lists and head together or not at all. `former` is what the lists were, so that only differences are written.
   * `goOn` is asked now and then, and throws where it is all to be given up.
   */
  async write(
    writes: readonly PageText[],
    former: StoredLists,
    next: StoredLists,
    goOn: () => void = () => undefined,
  ): Promise<void> {
    const putPages: PageRecord[] = [];
    const deletePages: [ShelfName, number][] = [];
    for (const { shelf, page, text } of writes)
      if (text === null) deletePages.push([shelf, page]);
      else putPages.push({ shelf, page, text });
    const pending = listDifference(former.pending, next.pending);
    const attention = listDifference(former.attention, next.attention);
    await this.dexie.transaction(
      'rw',
      [this.pageTable(), this.pendingTable(), this.attentionTable(), this.headTable()],
      async () => {
        for (let start = 0; start < putPages.length; start += pagesAtOnce) {
          await this.pageTable().bulkPut(putPages.slice(start, start + pagesAtOnce));
          goOn();
        }
        if (deletePages.length > 0) await this.pageTable().bulkDelete(deletePages);
        if (pending.put.length > 0)
          await this.pendingTable().bulkPut(pending.put.map(([position, intent]) => ({ position, intent })));
        if (pending.remove.length > 0) await this.pendingTable().bulkDelete(pending.remove);
        if (attention.put.length > 0)
          await this.attentionTable().bulkPut(attention.put.map(([position, item]) => ({ position, item })));
        if (attention.remove.length > 0) await this.attentionTable().bulkDelete(attention.remove);
        await this.headTable().put({ key: 'head', ledger: this.ledger, head: next.head, rowShape });
      },
    );
  }

  /** Replaces everything that is stored, in one transaction. */
  async replace(writes: readonly PageText[], next: StoredLists): Promise<void> {
    await this.dexie.transaction(
      'rw',
      [this.pageTable(), this.pendingTable(), this.attentionTable(), this.headTable()],
      async () => {
        await this.pageTable().clear();
        await this.pendingTable().clear();
        await this.attentionTable().clear();
        await this.write(writes, { head: null, pending: [], attention: [] }, next);
      },
    );
  }

  close(): void {
    this.dexie.close();
  }

  private pageTable(): Table<PageRecord, [ShelfName, number]> {
    return this.dexie.table('pages');
  }
  private pendingTable(): Table<PendingRecord, number> {
    return this.dexie.table('pending');
  }
  private attentionTable(): Table<AttentionRecord, number> {
    return this.dexie.table('attention');
  }
  private headTable(): Table<HeadRecord, string> {
    return this.dexie.table('head');
  }
}

function nameOf(ledger: string): string {
  return `trellis-account-${ledger}`;
}

function declare(name: string, migrations: readonly SchemaMigration[]): Dexie {
  // Relaxed: the journal was synced to the disk before; what a power cut takes from the tables is completed from it.
  const dexie = new Dexie(name, { chromeTransactionDurability: 'relaxed' });
  for (const { version, stores, upgrade } of migrations) {
    const declared = dexie.version(version).stores({ ...stores });
    if (upgrade !== undefined) declared.upgrade(upgrade);
  }
  return dexie;
}

/** Positions to put and to remove so that a stored list becomes another; entries are compared by identity. */
function listDifference<T>(
  former: readonly T[],
  next: readonly T[],
): { readonly put: readonly (readonly [number, T])[]; readonly remove: number[] } {
  const put: [number, T][] = [];
  const remove: number[] = [];
  next.forEach((entry, position) => {
    if (former[position] !== entry) put.push([position, entry]);
  });
  for (let position = next.length; position < former.length; position += 1) remove.push(position);
  return { put, remove };
}
