import {
  memo,
  useCallback,
  useImperativeHandle,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
  type KeyboardEvent,
  type MouseEvent,
  type ReactNode,
  type Ref,
} from 'react';
import { isAlike } from '#core/kernel/alike';
import { useText } from '../text/text';
import { useRemembered } from '../platform/remembered';
import { selectModeOf, selectRow, type SelectMode } from './row-selection';
import { sortedRows, type Sorting } from './sorted-rows';
import { Checkbox } from './Checkbox';
import { TableHead } from './TableHead';
import { useLinesInView } from './use-lines-in-view';
import { useSteady } from './use-steady';
import { plainTable, type TableColumn } from './table-column';
import './DataTable.css';

/** Handle to a mounted table. */
export interface TableHandle {
  /** The rows as they stand, those with these ids or all of them, in the columns that are shown: names of columns first. */
  readonly plainTable: (ids: ReadonlySet<string> | 'all') => readonly (readonly string[])[];
  /** Ids of all rows, in the order in which they stand. */
  readonly rowIds: () => readonly string[];
  /** The columns that are shown, in order. */
  readonly columnIds: () => readonly string[];
  /** The row that has the focus. */
  readonly activeId: () => string | null;
  /** Leads the keyboard to the row that had it last, or to the first one. */
  readonly focusRows: () => void;
}

export interface DataTableProps<Row> {
  readonly label: string;
  /** Under which name sorting is remembered. */
  readonly name: string;
  readonly rows: readonly Row[];
  readonly columns: readonly TableColumn<Row>[];
  readonly rowId: (row: Row) => string;
  /** What a row is called, for the screen reader and its checkbox. */
  readonly rowName: (row: Row) => string;
  /** Left out, rows cannot be selected. */
  readonly selected?: ReadonlySet<string> | undefined;
  readonly onSelect?: ((ids: ReadonlySet<string>) => void) | undefined;
  /** The rows that can be ticked, where not all can; a click then ticks a row and leaves the others as they are. */
  readonly selectable?: ReadonlySet<string> | undefined;
  /** Enter or a double click. */
  readonly onOpen?: ((row: Row) => void) | undefined;
  readonly onContextMenu?: ((row: Row, at: { readonly x: number; readonly y: number }) => void) | undefined;
  readonly onFocusRow?: ((row: Row) => void) | undefined;
  /** Keys on the focused row that the table itself does not use, such as Delete or F2. */
  readonly onRowKey?: ((event: KeyboardEvent, row: Row) => void) | undefined;
  /** Makes a column so many rem wide; left out, widths stay. */
  readonly onResize?: ((columnId: string, rem: number) => void) | undefined;
  readonly hiddenColumns?: ReadonlySet<string> | undefined;
  readonly rowTone?: ((row: Row) => 'normal' | 'quiet') | undefined;
  /** What stands there instead of rows. */
  readonly empty: ReactNode;
  readonly tableRef?: Ref<TableHandle> | undefined;
  /** A row that is scrolled into view when it is named here. */
  readonly inSightId?: string | null | undefined;
}

const rowHeightRem = 2.143;
const typedIn = 'input:not([type=checkbox]), textarea';
const checkWidthRem = 2.286;
const sidePaddingRem = 1.143;
const noSelection: ReadonlySet<string> = new Set();
const unsorted: Sorting = [];

interface RowCellsProps {
  readonly id: string;
  readonly row: unknown;
  readonly name: string;
  readonly columns: readonly TableColumn<unknown>[];
  /** `null` where no row can be selected, `'never'` where this one cannot. */
  readonly isSelected: boolean | 'never' | null;
  readonly onToggle: (id: string) => void;
}

/** The cells of one row, drawn anew when the row says something else, or a column shows it otherwise. */
const RowCells = memo(
  function Cells({ id, row, name, columns, isSelected, onToggle }: RowCellsProps): ReactNode {
    const { text } = useText();
    return (
      <>
        {isSelected === null ? null : (
          <div role="gridcell" className="data-cell data-cell-check">
            {isSelected === 'never' ? null : (
              <Checkbox
                label={text('ui.selectRow', { name })}
                hideLabel
                isSelected={isSelected}
                onChange={() => onToggle(id)}
              />
            )}
          </div>
        )}
        {columns.map((column) => (
          <div key={column.id} role="gridcell" className={`data-cell data-cell-${column.align ?? 'start'}`}>
            {column.cell(row)}
          </div>
        ))}
      </>
    );
  },
  (former, next) =>
    former.id === next.id &&
    former.name === next.name &&
    former.isSelected === next.isSelected &&
    former.columns.length === next.columns.length &&
    next.columns.every((column, index) => {
      const { id, cell, align } = former.columns[index] ?? column;
      return column.id === id && column.cell === cell && column.align === align;
    }) &&
    isAlike(former.row, next.row),
);

/**
 * Many rows, of which only those in view exist. Arrows, Home, End and Page keys move, Space and Shift select, Ctrl+A selects all,
 * Enter opens; Tab goes on into what a row holds.
 */
export function DataTable<Row>(properties: DataTableProps<Row>): ReactNode {
  const {
    label,
    name,
    rows,
    columns,
    rowId,
    rowName,
    selected = noSelection,
    onSelect,
    selectable,
    onOpen,
    onContextMenu,
    onFocusRow,
    onRowKey,
    onResize,
    hiddenColumns,
    rowTone,
    empty,
    tableRef,
    inSightId = null,
  } = properties;
  const { compare } = useText();
  const [sorting, setSorting] = useRemembered<Sorting>(`sorting.${name}`, unsorted);
  const [activeId, setActiveId] = useState<string | null>(null);
  const [anchor, setAnchor] = useState<string | null>(null);
  const shown = useMemo(
    () => columns.filter((column) => hiddenColumns?.has(column.id) !== true),
    [columns, hiddenColumns],
  );

  const sorted = useMemo(() => sortedRows(rows, sorting, shown, compare), [rows, sorting, shown, compare]);
  const order = useMemo(() => sorted.map(rowId), [sorted, rowId]);
  const tickable = useMemo(
    () => (selectable === undefined ? order : order.filter((id) => selectable.has(id))),
    [order, selectable],
  );
  const activeIndex = activeId === null ? -1 : order.indexOf(activeId);
  // The same function for the same rows: with another one every row would be measured anew, at each draw.
  const keyAt = useCallback((index: number) => order[index] ?? index, [order]);

  const {
    scroller,
    lines,
    totalHeight,
    lineHeight: rowHeight,
    scrollTo,
  } = useLinesInView({ count: sorted.length, keyAt, heightRem: rowHeightRem, activeIndex, margin: 12 });

  // Somebody who comes to one row from elsewhere, such as a search, sees it.
  const shownId = useRef<string | null>(null);
  useLayoutEffect(() => {
    const [id, another] = selected;
    if (id === undefined || another !== undefined || id === shownId.current) return;
    shownId.current = id;
    const index = order.indexOf(id);
    if (index !== -1) scrollTo(index);
  }, [selected, order, scrollTo]);

  const inSight = useRef<string | null>(null);
  useLayoutEffect(() => {
    if (inSightId === inSight.current) return;
    const index = inSightId === null ? -1 : order.indexOf(inSightId);
    if (index !== -1) scrollTo(index);
    if (index !== -1 || inSightId === null) inSight.current = inSightId;
  }, [inSightId, order, scrollTo]);

  const template = shown
    .map((column) =>
      column.grows === undefined || column.grows === false
        ? `${column.width}rem`
        : `minmax(${column.width}rem, ${Number(column.grows)}fr)`,
    )
    .join(' ');
  // Head and rows share one width, so that their columns stand above each other.
  const least =
    shown.reduce((sum, column) => sum + column.width, onSelect === undefined ? 0 : checkWidthRem) + sidePaddingRem;
  const gridTemplate = onSelect === undefined ? template : `${checkWidthRem}rem ${template}`;

  function focusRow(index: number): void {
    const id = order[index];
    if (id === undefined) return;
    setActiveId(id);
    scrollTo(index);
    // The row may have to be built first.
    requestAnimationFrame(() =>
      scroller.current?.querySelector<HTMLElement>(`[data-row="${CSS.escape(id)}"]`)?.focus(),
    );
  }

  const focusRows = useSteady(() => focusRow(Math.max(0, activeIndex)));
  useImperativeHandle(
    tableRef,
    () => ({
      plainTable: (ids) =>
        plainTable(
          sorted.filter((row) => ids === 'all' || ids.has(rowId(row))),
          shown,
        ),
      rowIds: () => order,
      columnIds: () => shown.map((column) => column.id),
      activeId: () => activeId,
      focusRows,
    }),
    [sorted, order, shown, activeId, rowId, focusRows],
  );

  function select(id: string, mode: SelectMode): void {
    if (onSelect === undefined || (mode !== 'range' && selectable?.has(id) === false)) return;
    const ticking = selectable !== undefined && mode === 'only' ? 'toggle' : mode;
    const next = selectRow({ order, selected, anchor, target: id, mode: ticking });
    setAnchor(next.anchor);
    shownId.current = id;
    onSelect(selectable === undefined ? next.selected : new Set(tickable.filter((one) => next.selected.has(one))));
  }

  function moveTo(index: number, extend: boolean): void {
    const target = Math.min(order.length - 1, Math.max(0, index));
    const id = order[target];
    if (id === undefined) return;
    if (extend) select(id, 'range');
    focusRow(target);
  }

  function onKeyDown(event: KeyboardEvent<HTMLDivElement>): void {
    const holder = event.target as HTMLElement;
    if (holder.dataset['row'] === undefined) return;
    const index = order.indexOf(holder.dataset['row']);
    const row = sorted[index];
    const id = order[index];
    if (row === undefined || id === undefined) return;
    const page = Math.max(1, Math.floor((scroller.current?.clientHeight ?? 0) / rowHeight) - 2);
    const isMany = event.ctrlKey || event.metaKey;
    if (event.key === 'ArrowDown' && !event.altKey) moveTo(index + 1, event.shiftKey);
    else if (event.key === 'ArrowUp' && !event.altKey) moveTo(index - 1, event.shiftKey);
    else if (event.key === 'Home') moveTo(0, event.shiftKey);
    else if (event.key === 'End') moveTo(order.length - 1, event.shiftKey);
    else if (event.key === 'PageDown') moveTo(index + page, event.shiftKey);
    else if (event.key === 'PageUp') moveTo(index - page, event.shiftKey);
    else if (event.key === ' ') select(id, event.shiftKey ? 'range' : 'toggle');
    else if (event.key.toLowerCase() === 'a' && isMany && !event.shiftKey && onSelect !== undefined)
      onSelect(new Set(tickable));
    else if (event.key === 'Escape' && selected.size > 0 && selectable === undefined) onSelect?.(noSelection);
    else if (event.key === 'Enter' && onOpen !== undefined) onOpen(row);
    else if ((event.key === 'ContextMenu' || (event.key === 'F10' && event.shiftKey)) && onContextMenu !== undefined) {
      const box = holder.getBoundingClientRect();
      onContextMenu(row, { x: box.left + 40, y: box.bottom });
    } else {
      onRowKey?.(event, row);
      return;
    }
    event.preventDefault();
    event.stopPropagation();
  }

  /** Shift would mark all words between two clicks, and those would then be copied instead of the rows. */
  function keepWordsUnmarked(event: MouseEvent<HTMLElement>): void {
    if (!event.shiftKey || (event.target as HTMLElement).closest('button, a, input, label') !== null) return;
    event.preventDefault();
    event.currentTarget.focus();
  }

  function onRowClick(event: MouseEvent, id: string): void {
    if ((event.target as HTMLElement).closest('button, a, input, label') !== null) return;
    setActiveId(id);
    select(id, selectModeOf(event));
  }

  const isAllSelected = tickable.length > 0 && tickable.every((id) => selected.has(id));
  const toggle = useSteady((id: string) => select(id, 'toggle'));
  const sort = useSteady(setSorting);
  const resize = useSteady((id: string, rem: number) => onResize?.(id, rem));
  const selectAll = useSteady(() => onSelect?.(isAllSelected ? noSelection : new Set(tickable)));
  if (rows.length === 0) return <div className="data-table data-table-empty">{empty}</div>;

  return (
    <div
      className="data-table"
      ref={scroller}
      role="grid"
      aria-label={label}
      aria-rowcount={sorted.length + 1}
      aria-multiselectable={onSelect !== undefined}
      onKeyDown={onKeyDown}
    >
      <div className="data-table-sheet" role="presentation" style={{ minWidth: `${least}rem` }}>
        <TableHead
          columns={shown.map((column) => ({
            id: column.id,
            name: column.name,
            align: column.align,
            isSortable: column.sortBy !== undefined,
          }))}
          template={gridTemplate}
          sorting={sorting}
          onSort={sort}
          onResize={onResize === undefined ? undefined : resize}
          selected={onSelect === undefined ? null : isAllSelected ? 'all' : selected.size > 0 ? 'some' : 'none'}
          onSelectAll={selectAll}
        />
        <div className="data-table-body" role="rowgroup" style={{ height: totalHeight }}>
          {lines.map((item) => {
            const row = sorted[item.index];
            const id = order[item.index];
            if (row === undefined || id === undefined) return null;
            const isSelected = selected.has(id);
            const canSelect = onSelect !== undefined && selectable?.has(id) !== false;
            const isTabStop = activeIndex === -1 ? item.index === 0 : id === activeId;
            return (
              <div
                key={id}
                role="row"
                data-row={id}
                tabIndex={isTabStop ? 0 : -1}
                aria-rowindex={item.index + 2}
                {...(canSelect ? { 'aria-selected': isSelected } : {})}
                className={`data-row data-row-${rowTone?.(row) ?? 'normal'}`}
                style={{
                  gridTemplateColumns: gridTemplate,
                  height: item.size,
                  transform: `translateY(${item.start}px)`,
                }}
                onFocus={(event) => {
                  // A field in a row is a stop of its own, after its row: were the row the one stop then, Tab would pass it by.
                  if (!event.target.matches(typedIn)) setActiveId(id);
                  onFocusRow?.(row);
                }}
                onMouseDown={keepWordsUnmarked}
                onClick={(event) => onRowClick(event, id)}
                onDoubleClick={() => onOpen?.(row)}
                onContextMenu={(event) => {
                  if (onContextMenu === undefined) return;
                  event.preventDefault();
                  if (!isSelected) select(id, 'only');
                  onContextMenu(row, { x: event.clientX, y: event.clientY });
                }}
              >
                <RowCells
                  id={id}
                  row={row}
                  name={onSelect === undefined ? '' : rowName(row)}
                  columns={shown as readonly TableColumn<unknown>[]}
                  isSelected={onSelect === undefined ? null : canSelect ? isSelected : 'never'}
                  onToggle={toggle}
                />
              </div>
            );
          })}
        </div>
      </div>
    </div>
  );
}
