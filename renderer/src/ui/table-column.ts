import type { ReactNode } from 'react';

/** A column of a DataTable. */
export interface TableColumn<Row> {
  readonly id: string;
  readonly name: string;
  /** What the cell shows. */
  readonly cell: (row: Row) => ReactNode;
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
