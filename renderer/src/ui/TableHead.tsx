import { ArrowDown, ArrowUp } from 'lucide-react';
import { memo, type KeyboardEvent, type PointerEvent, type ReactNode } from 'react';
import { Button } from 'react-aria-components';
import { isAlike } from '#core/kernel/alike';
import { useText } from '../text/text';
import { Checkbox } from './Checkbox';
import type { Sorting } from './sorted-rows';
import type { TableColumn } from './table-column';

/** Parts of a column that the head shows. */
export interface ColumnHead extends Pick<TableColumn<never>, 'id' | 'name' | 'align'> {
  readonly isSortable: boolean;
}

export interface TableHeadProps {
  readonly columns: readonly ColumnHead[];
  /** The widths of the columns, as the grid takes them. */
  readonly template: string;
  readonly sorting: Sorting;
  readonly onSort: (sorting: Sorting) => void;
  readonly onResize?: ((columnId: string, rem: number) => void) | undefined;
  /** Part of the rows that is selected; `null` where rows cannot be. */
  readonly selected: 'all' | 'some' | 'none' | null;
  readonly onSelectAll: () => void;
}

/** Ascending, descending, as it came. */
function nextSorting(sorting: Sorting, id: string): Sorting {
  const current = sorting.find((entry) => entry.id === id);
  if (current === undefined) return [{ id, desc: false }];
  return current.desc ? [] : [{ id, desc: true }];
}

/** How far an arrow key with Shift moves the edge of a column, in rem. */
const keyStep = 1;

function widthOf(head: Element | null): number {
  const rem = Number.parseFloat(getComputedStyle(document.documentElement).fontSize) || 14;
  return (head?.getBoundingClientRect().width ?? 0) / rem;
}

/** The edge of a column, dragged with the mouse; by keyboard the column's name does the same. */
function WidthHandle({ onResize }: { readonly onResize: (rem: number) => void }): ReactNode {
  function onPointerDown(event: PointerEvent<HTMLDivElement>): void {
    event.preventDefault();
    const handle = event.currentTarget;
    const [from, width] = [event.clientX, handle.parentElement?.getBoundingClientRect().width ?? 0];
    const perRem = width / widthOf(handle.parentElement);
    const move = (moved: globalThis.PointerEvent): void => onResize((width + moved.clientX - from) / perRem);
    handle.setPointerCapture(event.pointerId);
    handle.addEventListener('pointermove', move);
    handle.addEventListener('lostpointercapture', () => handle.removeEventListener('pointermove', move), {
      once: true,
    });
  }
  return <div aria-hidden className="data-head-edge" onPointerDown={onPointerDown} />;
}

function Head({ columns, template, sorting, onSort, onResize, selected, onSelectAll }: TableHeadProps): ReactNode {
  const { text } = useText();
  const handleOf = (column: ColumnHead): ReactNode =>
    onResize === undefined || column.name === '' ? null : <WidthHandle onResize={(rem) => onResize(column.id, rem)} />;
  function resizeByKey(event: KeyboardEvent<HTMLDivElement>, id: string): void {
    if (onResize === undefined || !event.shiftKey || (event.key !== 'ArrowLeft' && event.key !== 'ArrowRight')) return;
    event.preventDefault();
    onResize(id, widthOf(event.currentTarget) + (event.key === 'ArrowRight' ? keyStep : -keyStep));
  }
  return (
    <div className="data-table-head" role="rowgroup">
      <div role="row" aria-rowindex={1} className="data-head-row" style={{ gridTemplateColumns: template }}>
        {selected === null ? null : (
          <div role="columnheader" className="data-cell data-cell-check">
            <Checkbox
              label={text('ui.selectAll')}
              hideLabel
              isSelected={selected === 'all'}
              isIndeterminate={selected === 'some'}
              onChange={onSelectAll}
            />
          </div>
        )}
        {columns.map((column) => {
          const entry = sorting.find((candidate) => candidate.id === column.id);
          const order = entry === undefined ? 'none' : entry.desc ? 'descending' : 'ascending';
          if (!column.isSortable)
            return (
              <div
                key={column.id}
                role="columnheader"
                className={`data-cell data-head data-cell-${column.align ?? 'start'}`}
              >
                {column.name}
                {handleOf(column)}
              </div>
            );
          return (
            <div
              key={column.id}
              role="columnheader"
              onKeyDown={(event) => resizeByKey(event, column.id)}
              aria-sort={order}
              className={`data-cell data-head data-cell-${column.align ?? 'start'}`}
            >
              <Button
                className="data-head-button"
                {...(onResize === undefined ? {} : { 'aria-keyshortcuts': 'Shift+ArrowLeft Shift+ArrowRight' })}
                onPress={() => onSort(nextSorting(sorting, column.id))}
              >
                {column.name}
                {order === 'ascending' ? <ArrowUp size="0.9em" aria-hidden /> : null}
                {order === 'descending' ? <ArrowDown size="0.9em" aria-hidden /> : null}
              </Button>
              {handleOf(column)}
            </div>
          );
        })}
      </div>
    </div>
  );
}

/** The names of the columns, by which rows are sorted, and their edges. */
export const TableHead = memo(Head, isAlike);
