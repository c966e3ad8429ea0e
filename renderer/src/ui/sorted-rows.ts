import type { TableColumn } from './table-column';

/** By which columns rows are sorted, the first one first. */
export type Sorting = readonly { readonly id: string; readonly desc: boolean }[];

type Key = string | number | null;

function compareKeys(compareText: (one: string, other: string) => number, one: Key, other: Key): number {
  if (one === other) return 0;
  if (typeof one === 'number' && typeof other === 'number') return one - other;
  return compareText(String(one), String(other));
}

/** Rows in the order that is wished for; those alike in it stay as they were, and those without a value come last, either way. */
export function sortedRows<Row>(
  rows: readonly Row[],
  sorting: Sorting,
  columns: readonly Pick<TableColumn<Row>, 'id' | 'sortBy'>[],
  compareText: (one: string, other: string) => number,
): readonly Row[] {
  const by = sorting.flatMap(({ id, desc }) => {
    const sortBy = columns.find((column) => column.id === id)?.sortBy;
    // Each row is asked once, not at each comparison: of many rows that is most of the time.
    return sortBy === undefined ? [] : [{ keys: rows.map((row): Key => sortBy(row)), sign: desc ? -1 : 1 }];
  });
  if (by.length === 0) return rows;
  const indexes = rows.map((_, index) => index);
  indexes.sort((one, other) => {
    for (const { keys, sign } of by) {
      const key = keys[one] ?? null;
      const otherKey = keys[other] ?? null;
      if (key === null || otherKey === null) {
        if (key !== otherKey) return key === null ? 1 : -1;
        continue;
      }
      const order = compareKeys(compareText, key, otherKey);
      if (order !== 0) return sign * order;
    }
    return one - other;
  });
  return indexes.map((index) => rows[index] as Row);
}
