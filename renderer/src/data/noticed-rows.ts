import type { Ids } from '#core/model/id-index';
import type { GroupRow, Rows, TableName } from '#core/model/rows';
import { isAlike } from '#core/kernel/alike';
import type { AccountSession, RowsInMemory } from './session';

/** What is noticed of one reader besides single rows; whoever reads more depends on everything. */
const mostNoticed = 500;
/** Longer lists are not copied for comparing. */
const mostListed = 200;

/** A call that was answered, to be asked again. */
interface Noticed {
  readonly again: () => unknown;
  readonly answer: unknown;
}

/**
 * Rows as a value for one reader: the same object until something that was read from it has changed, then another one. So a part of
 * the window that shows three names is drawn anew when one of the three changes, and not with every act of the account.
 */
export class NoticedRows {
  private checked: number;
  private value: RowsInMemory;
  private rowsRead = new Map<string, Rows[TableName] | undefined>();
  private calls = new Map<string, Noticed>();
  private dependsOnAll = false;

  constructor(private readonly session: Pick<AccountSession, 'model' | 'version' | 'latest'>) {
    this.checked = session.version();
    this.value = this.noticing();
  }

  readonly current = (): RowsInMemory => {
    const version = this.session.version();
    if (version === this.checked) return this.value;
    const { latest } = this.session;
    const changed = latest().version === version && version === this.checked + 1 ? latest().ids : null;
    this.checked = version;
    if (this.dependsOnAll || this.hasOtherRows(changed) || this.hasOtherAnswers()) {
      this.rowsRead = new Map();
      this.calls = new Map();
      this.dependsOnAll = false;
      this.value = this.noticing();
    }
    return this.value;
  };

  private hasOtherRows(changed: ReadonlySet<string> | null): boolean {
    const isOther = (key: string): boolean => {
      const [table, id] = splitKey(key);
      return !isAlike(this.session.model.row(table, id), this.rowsRead.get(key));
    };
    for (const key of this.rowsRead.keys()) {
      if (changed !== null && !changed.has(splitKey(key)[1])) continue;
      if (isOther(key)) return true;
    }
    return false;
  }

  private hasOtherAnswers(): boolean {
    for (const { again, answer } of this.calls.values()) if (!isAlike(again(), answer)) return true;
    return false;
  }

  /** The answer, kept with the way to ask for it again. What is long or still to be walked is not kept: then everything counts. */
  private notice<A>(key: string, again: () => A): A {
    const known = this.calls.get(key);
    const answer = again();
    if (known !== undefined || this.dependsOnAll) return answer;
    if (this.calls.size >= mostNoticed || (Array.isArray(answer) && answer.length > mostListed))
      this.dependsOnAll = true;
    else this.calls.set(key, { again, answer });
    return answer;
  }

  private noticing(): RowsInMemory {
    // Taken by the object, so that whoever still holds a former one does not add to what the next one depends on.
    const { rowsRead } = this;
    const { session } = this;
    const notice = <A>(key: string, again: () => A): A => this.notice(key, again);
    const all = (): void => {
      this.dependsOnAll = true;
    };
    const ids = (key: string, read: () => Ids): Ids => new Set(notice(key, () => [...read()]));
    return {
      row: <T extends TableName>(table: T, id: string) => {
        const row = session.model.row(table, id);
        const key = `${table} ${id}`;
        if (!rowsRead.has(key)) rowsRead.set(key, row);
        return row;
      },
      rows: (table) => {
        all();
        return session.model.rows(table);
      },
      membersOf: (table, members) => {
        all();
        return session.model.membersOf(table, members);
      },
      subtree: (groupId) => {
        all();
        return session.model.subtree(groupId);
      },
      children: (groupId) => notice(`children ${groupId}`, () => [...session.model.children(groupId)]),
      *ancestry(groupId): Generator<GroupRow> {
        yield* notice(`ancestry ${groupId}`, () => [...session.model.ancestry(groupId)]);
      },
      isWithin: (groupId, above) => notice(`within ${groupId} ${above}`, () => session.model.isWithin(groupId, above)),
      count: (groupId) => notice(`count ${groupId}`, () => session.model.count(groupId)),
      poolOf: (groupId) => notice(`pool ${groupId}`, () => session.model.poolOf(groupId)),
      poolAbove: (groupId) => notice(`above ${groupId}`, () => session.model.poolAbove(groupId)),
      projectOf: (groupId) => notice(`project ${groupId}`, () => session.model.projectOf(groupId)),
      groupOfNumber: (numberId) => notice(`number ${numberId}`, () => session.model.groupOfNumber(numberId)),
      tableOf: (id) => notice(`table ${id}`, () => session.model.tableOf(id)),
      ownTypes: () => notice('own types', () => session.model.ownTypes()),
      seatOf: (userId) => notice(`seat ${userId}`, () => session.model.seatOf(userId)),
      administratorsOf: (groupId) => ids(`administrators ${groupId}`, () => session.model.administratorsOf(groupId)),
      usersOf: (groupId) => ids(`users ${groupId}`, () => session.model.usersOf(groupId)),
      blocksOf: (groupId) => ids(`blocks ${groupId}`, () => session.model.blocksOf(groupId)),
      numberWith: (kind, value) => notice(`with ${kind} ${value}`, () => session.model.numberWith(kind, value)),
      deviceWith: (serial) => notice(`serial ${serial}`, () => session.model.deviceWith(serial)),
      latestAuthors: () => notice('authors', () => session.model.latestAuthors()),
      get account() {
        return notice('account', () => session.model.account);
      },
      get root() {
        return notice('root', () => session.model.root);
      },
    };
  }
}

function splitKey(key: string): readonly [TableName, string] {
  const space = key.indexOf(' ');
  return [key.slice(0, space) as TableName, key.slice(space + 1)];
}

/** Value worked out from rows last, kept as long as another reading says the same. */
export class KeptReading<T> {
  private last: { readonly rows: RowsInMemory; readonly read: (rows: RowsInMemory) => T; readonly value: T } | null =
    null;

  read(rows: RowsInMemory, read: (rows: RowsInMemory) => T): T {
    const { last } = this;
    if (last !== null && last.rows === rows && last.read === read) return last.value;
    const found = read(rows);
    const value = last !== null && isAlike(last.value, found) ? last.value : found;
    this.last = { rows, read, value };
    return value;
  }
}
