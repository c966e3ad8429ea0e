import type { ReactNode } from 'react';

/** A column of a DataTable. */
export interface TableColumn<Row> {
  readonly id: string;
  readonly name: string;
  /** What the cell shows. */
  readonly cell: (row: Row) => ReactNode;
  /** The same as plain text: what is copied, exported and compared when rows are pasted. A column without it holds no data but what can be done. */
  readonly textOf?: ((row: Row) => string) | undefined;
  /** What it is sorted by; a column without it is not sortable. `null` comes last. */
  readonly sortBy?: ((row: Row) => string | number | null) | undefined;
  /** Width in rem, the least one for a column that grows. */
  readonly width: number;
  /** The share of what is left over; `true` is one. */
  readonly grows?: boolean | number | undefined;
  readonly align?: 'start' | 'end' | undefined;
  /** Hidden until the person chooses it. */
  readonly isOptional?: boolean | undefined;
}

/** A table as plain text, the names of its columns first: what is on the clipboard and in an exported file. */
export function plainTable<Row>(
  rows: readonly Row[],
  columns: readonly TableColumn<Row>[],
): readonly (readonly string[])[] {
  const written = columns.flatMap(({ name, textOf }) => (textOf === undefined ? [] : [{ name, textOf }]));
  return [written.map(({ name }) => name), ...rows.map((row) => written.map(({ textOf }) => textOf(row)))];
}
