import Dexie, { type Table } from 'dexie';
import type { Head, PendingIntent } from '#core/ledger/commit';
import type { AttentionItem } from '#core/ledger/replica';
import type { Position } from '#core/ledger/steps';
import type { VoidCommit } from '#core/ledger/void-commits';
import type { CheckpointAndSteps } from './kept-state';
import { migrationProblem, schemaMigrations, type SchemaMigration } from './schema-migrations';

/** Grows when the rows themselves change their shape: tables of another shape are made again from the journal. */
const rowShape = 3;

/** Dexie stores its versions ten times as high. */
const storedVersionFactor = 10;

interface CheckpointRecord {
  readonly key: 'checkpoint';
  readonly bytes: Uint8Array;
  /** Steps up to this number are in it. */
  readonly upTo: number;
}
/** One step is one number; its pieces are in order. */
interface StepRecord {
  readonly number: number;
  readonly piece: number;
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
interface VoidRecord {
  readonly position: number;
  readonly commit: VoidCommit;
}
interface HeadRecord {
  readonly key: 'head';
  readonly ledger: string;
  readonly head: Head | null;
  readonly rowShape: number;
}

/** Everything that is stored of an account besides its rows and records. */
export type StoredLists = Position;

export interface StoredAccount extends StoredLists, CheckpointAndSteps {
  /** The number of the last step, in the checkpoint or behind it. */
  readonly lastStep: number;
  readonly upTo: number;
}

/** Tables as whoever reads and writes an account sees them. */
export type AccountTables = Pick<
  AccountDatabase,
  'read' | 'write' | 'putCheckpoint' | 'replace' | 'close' | 'isMadeAnew'
>;

/**
 * Tables that could not be opened, and could not be made anew either. `full`: the disk takes nothing more. The account is whole all
 * the same: everything in the tables is in the journal.
 */
export class TablesNotOpened extends Error {
  readonly kind: 'full' | 'unopenable';

  constructor(cause: unknown) {
    const names = namesOf(cause);
    super(names.join(': '), { cause });
    this.name = 'TablesNotOpened';
    this.kind = names.includes('QuotaExceededError') ? 'full' : 'unopenable';
  }
}

/** What the browser says of tables themselves; anything else is about what was to be written into them. */
const tableErrors: ReadonlySet<string> = new Set([
  'AbortError',
  'DatabaseClosedError',
  'OpenFailedError',
  'QuotaExceededError',
  'UnknownError',
]);

/** Tells whether tables failed, rather than what uses them. */
export function isOfTables(error: unknown): boolean {
  return !(error instanceof TablesNotOpened) && namesOf(error).some((name) => tableErrors.has(name));
}

/** The kinds of an error and of those behind it: Dexie wraps what the browser says. */
function namesOf(error: unknown): readonly string[] {
  if (!(error instanceof Error || error instanceof DOMException)) return [typeof error];
  const inner = 'inner' in error ? error.inner : null;
  return [error.name, ...(inner === null || inner === undefined ? [] : namesOf(inner))];
}

/** The tables of one account. The only code that knows Dexie besides the window's place. */
export class AccountDatabase {
  private constructor(
    private readonly dexie: Dexie,
    private readonly ledger: string,
    /** True when what was there could not be opened and was thrown away. */
    readonly isMadeAnew = false,
  ) {}

  /**
   * Opens the tables, bringing them to the newest schema. Tables that cannot be opened (made by a newer version, damaged)
   * are thrown away: everything in them can be made again from the journal. On a full disk they stay as they are.
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
    } catch (error) {
      dexie.close();
      const trouble = new TablesNotOpened(error);
      if (trouble.kind === 'full') throw trouble;
      return AccountDatabase.anew(ledger, migrations);
    }
  }

  private static async anew(ledger: string, migrations: readonly SchemaMigration[]): Promise<AccountDatabase> {
    const fresh = declare(nameOf(ledger), migrations);
    try {
      await Dexie.delete(nameOf(ledger));
      await fresh.open();
      return new AccountDatabase(fresh, ledger, true);
    } catch (error) {
      fresh.close();
      throw new TablesNotOpened(error);
    }
  }

  static async remove(ledger: string): Promise<void> {
    await Dexie.delete(nameOf(ledger));
  }

  /** What is stored, or `null` when there is nothing that can be used. */
  async read(): Promise<StoredAccount | null> {
    const head = await this.headTable().get('head');
    if (head === undefined || head.ledger !== this.ledger || head.rowShape !== rowShape) return null;
    return this.dexie.transaction('r', this.everyTable(), async () => {
      const checkpoint = await this.checkpointTable().get('checkpoint');
      if (checkpoint === undefined) return null;
      const records = await this.stepTable().toArray();
      const pending = await this.pendingTable().orderBy('position').toArray();
      const attention = await this.attentionTable().orderBy('position').toArray();
      const voided = await this.voidTable().orderBy('position').toArray();
      const steps: string[][] = [];
      records.forEach(({ text, piece }) => {
        if (piece === 0) steps.push([]);
        steps[steps.length - 1]?.push(text);
      });
      return {
        head: head.head,
        checkpoint: checkpoint.bytes,
        upTo: checkpoint.upTo,
        lastStep: records[records.length - 1]?.number ?? checkpoint.upTo,
        steps,
        pending: pending.map((record) => record.intent),
        attention: attention.map((record) => record.item),
        voided: voided.map((record) => record.commit),
      };
    });
  }

  /**
   * Stores a step, lists and head together or not at all. `former` is what the lists were, so that only differences are written.
   * `goOn` is asked now and then, and throws where it is all to be given up.
   */
  async write(
    step: { readonly number: number; readonly pieces: readonly string[] },
    former: StoredLists,
    next: StoredLists,
    goOn: () => void = () => undefined,
  ): Promise<void> {
    const pending = listDifference(former.pending, next.pending);
    const attention = listDifference(former.attention, next.attention);
    const voided = listDifference(former.voided, next.voided);
    await this.dexie.transaction('rw', this.everyTable(), async () => {
      // One by one: a large piece is copied to the database's process while the window waits.
      for (const [piece, text] of step.pieces.entries()) {
        await this.stepTable().put({ number: step.number, piece, text });
        goOn();
      }
      if (pending.put.length > 0)
        await this.pendingTable().bulkPut(pending.put.map(([position, intent]) => ({ position, intent })));
      if (pending.remove.length > 0) await this.pendingTable().bulkDelete(pending.remove);
      if (attention.put.length > 0)
        await this.attentionTable().bulkPut(attention.put.map(([position, item]) => ({ position, item })));
      if (attention.remove.length > 0) await this.attentionTable().bulkDelete(attention.remove);
      if (voided.put.length > 0)
        await this.voidTable().bulkPut(voided.put.map(([position, commit]) => ({ position, commit })));
      if (voided.remove.length > 0) await this.voidTable().bulkDelete(voided.remove);
      await this.headTable().put({ key: 'head', ledger: this.ledger, head: next.head, rowShape });
    });
  }

  /** Puts a new checkpoint in the place of one that was read, and of the steps that it was made from. */
  async putCheckpoint(bytes: Uint8Array, from: Pick<StoredAccount, 'upTo' | 'lastStep'>): Promise<void> {
    await this.dexie.transaction('rw', [this.checkpointTable(), this.stepTable()], async () => {
      const present = await this.checkpointTable().get('checkpoint');
      if (present?.upTo !== from.upTo) return;
      await this.checkpointTable().put({ key: 'checkpoint', bytes, upTo: from.lastStep });
      await this.stepTable()
        .where('[number+piece]')
        .between([Dexie.minKey, Dexie.minKey], [from.lastStep, Dexie.maxKey])
        .delete();
    });
  }

  /** Replaces everything that is stored, in one transaction. */
  async replace(checkpoint: Uint8Array, next: StoredLists): Promise<void> {
    await this.dexie.transaction('rw', this.everyTable(), async () => {
      await this.stepTable().clear();
      await this.pendingTable().clear();
      await this.attentionTable().clear();
      await this.voidTable().clear();
      await this.checkpointTable().put({ key: 'checkpoint', bytes: checkpoint, upTo: 0 });
      await this.write({ number: 0, pieces: [] }, { head: null, pending: [], attention: [], voided: [] }, next);
    });
  }

  close(): void {
    this.dexie.close();
  }

  private everyTable(): Table[] {
    return [
      this.checkpointTable(),
      this.stepTable(),
      this.pendingTable(),
      this.attentionTable(),
      this.voidTable(),
      this.headTable(),
    ];
  }
  private checkpointTable(): Table<CheckpointRecord, string> {
    return this.dexie.table('checkpoint');
  }
  private stepTable(): Table<StepRecord, [number, number]> {
    return this.dexie.table('steps');
  }
  private pendingTable(): Table<PendingRecord, number> {
    return this.dexie.table('pending');
  }
  private attentionTable(): Table<AttentionRecord, number> {
    return this.dexie.table('attention');
  }
  private voidTable(): Table<VoidRecord, number> {
    return this.dexie.table('voided');
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
