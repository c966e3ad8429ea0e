import type { SortingState } from '@tanstack/react-table';
import { ArrowDown, ArrowUp } from 'lucide-react';
import type { CSSProperties, ReactNode } from 'react';
import { Button } from 'react-aria-components';
import type { TableColumn } from './table-column';

export interface TableHeadProps<Row> {
  readonly columns: readonly TableColumn<Row>[];
  readonly style: CSSProperties;
  readonly sorting: SortingState;
  readonly onSort: (sorting: SortingState) => void;
  /** The checkbox over all rows. */
  readonly children: ReactNode;
}

/** Ascending, descending, as it came. */
function nextSorting(sorting: SortingState, id: string): SortingState {
  const current = sorting.find((entry) => entry.id === id);
  if (current === undefined) return [{ id, desc: false }];
  return current.desc ? [] : [{ id, desc: true }];
}

export function TableHead<Row>({ columns, style, sorting, onSort, children }: TableHeadProps<Row>): ReactNode {
  return (
    <div className="data-table-head" role="rowgroup">
      <div role="row" aria-rowindex={1} className="data-head-row" style={style}>
        {children === null ? null : <div role="columnheader" className="data-cell data-cell-check">{children}</div>}
        {columns.map((column) => {
          const entry = sorting.find((candidate) => candidate.id === column.id);
          const order = entry === undefined ? 'none' : entry.desc ? 'descending' : 'ascending';
          if (column.sortBy === undefined)
            return <div key={column.id} role="columnheader" className={`data-cell data-head data-cell-${column.align ?? 'start'}`}>{column.name}</div>;
          return (
            <div key={column.id} role="columnheader" aria-sort={order} className={`data-cell data-head data-cell-${column.align ?? 'start'}`}>
              <Button className="data-head-button" onPress={() => onSort(nextSorting(sorting, column.id))}>
                {column.name}
                {order === 'ascending' ? <ArrowUp size="0.9em" aria-hidden /> : null}
                {order === 'descending' ? <ArrowDown size="0.9em" aria-hidden /> : null}
              </Button>
            </div>
          );
        })}
      </div>
    </div>
  );
}
