import type { GroupRow } from '#core/model/rows';
import type { RowsInMemory } from '../../data/session';
import { positionOfThing } from '../../state/position-of-thing';

/** One row of a file, and the group that it is about; left out, the one that the whole file is of. */
export interface ExportedRow {
  readonly cells: readonly string[];
  readonly groupId?: string | null | undefined;
}

/** A table on its way into a file. */
export interface ExportedTable {
  readonly columns: readonly string[];
  readonly rows: readonly ExportedRow[];
}

type Rows = Pick<RowsInMemory, 'row' | 'root' | 'tableOf' | 'groupOfNumber' | 'ancestry'>;

/** Group that a thing belongs to, by the thing's id; `null` where it is nothing of the account, or nothing with a place. */
export function groupOfThing(rows: Rows, id: string): string | null {
  const table = rows.tableOf(id);
  return table === undefined ? null : (positionOfThing(rows, table, id)?.groupId ?? null);
}

/** Name of the nearest dealer or distributor at or above each group, each looked up once; empty where there is none. */
function dealers(rows: Rows): (groupId: string) => string {
  const known = new Map<string, string>();
  const isDealer = ({ kind }: GroupRow): boolean => kind === 'dealer' || kind === 'distributor';
  return (groupId) => {
    let name = known.get(groupId);
    if (name === undefined) known.set(groupId, (name = [...rows.ancestry(groupId)].find(isDealer)?.name ?? ''));
    return name;
  };
}

/**
 * Rows of a file with the dealer of each and the day of all at their end: a file goes where nobody knows any more whose it was, and of
 * which day. In an account without dealers there is no column for them.
 */
export function withDealerAndDay(
  { columns, rows: listed }: ExportedTable,
  {
    rows,
    groupId,
    day,
    names,
  }: {
    readonly rows: Rows;
    readonly groupId: string;
    readonly day: string;
    readonly names: { readonly dealer: string; readonly day: string };
  },
): readonly (readonly string[])[] {
  const dealerOf = dealers(rows);
  const dealer = listed.map((row) => dealerOf(row.groupId ?? groupId));
  const hasDealers = dealer.some((name) => name !== '');
  return [
    [...columns, ...(hasDealers ? [names.dealer] : []), names.day],
    ...listed.map(({ cells }, index) => [...cells, ...(hasDealers ? [dealer[index] ?? ''] : []), day]),
  ];
}
