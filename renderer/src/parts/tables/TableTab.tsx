import { ClipboardPaste, Copy, FileDown, ListChecks, SearchX } from 'lucide-react';
import { useMemo, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import { useJustMade } from '../../state/just-made';
import { tableOfKind } from '../../state/position-of-thing';
import { useIncludeSubgroups, useSelection } from '../../state/view-hooks';
import type { PositionInWindow } from '../../state/view-store';
import { useText } from '../../text/text';
import { Button } from '../../ui/Button';
import { DataTable, type TableHandle } from '../../ui/DataTable';
import { EmptyState } from '../../ui/EmptyState';
import { IconButton } from '../../ui/IconButton';
import { ContextMenu, Menu, type MenuGroup } from '../../ui/Menu';
import { SearchField } from '../../ui/SearchField';
import { Switch } from '../../ui/Switch';
import type { TableColumn } from '../../ui/table-column';
import { useSteady } from '../../ui/use-steady';
import { Toolbar } from '../../ui/Toolbar';
import { keysOf, useCommandHandlers } from '../commands';
import { useSheets, type SheetTarget } from '../spreadsheet';
import { ColumnChooser } from './ColumnChooser';
import { useColumnLayout } from './column-layout';
import { useFilterField } from './use-filter-field';
import { useFilteredRows } from './use-filtered-rows';
import { useTableExport } from './use-table-export';
import './table-tab.css';

export interface TableTabProps<Row> {
  readonly label: string;
  /** Under which name sorting and columns are remembered. */
  readonly name: string;
  readonly groupId: string;
  readonly kind: PositionInWindow['selection']['kind'];
  readonly rows: readonly Row[];
  readonly columns: readonly TableColumn<Row>[];
  readonly rowId: (row: Row) => string;
  readonly rowName: (row: Row) => string;
  /** Everything by which the filter finds a row. */
  readonly wordsOf: (row: Row) => string;
  readonly rowTone?: ((row: Row) => 'normal' | 'quiet') | undefined;
  readonly hasSubgroups?: boolean | undefined;
  /** Further filters, after the search. */
  readonly filters?: ReactNode | undefined;
  /** What makes new rows, at the right of the toolbar. */
  readonly making?: ReactNode | undefined;
  /** A line in which a new row is being written. */
  readonly draft?: ReactNode | undefined;
  /** What can be done with the rows that are selected: the menu of the toolbar and the context menu. */
  readonly actions: (ids: readonly string[]) => readonly MenuGroup[];
  /** Keys on a row beyond those of every table. Answers whether it was one. */
  readonly onKey?: ((event: KeyboardEvent, ids: readonly string[]) => boolean) | undefined;
  /** Enter or a double click; left out, the row is selected. */
  readonly onOpen?: ((row: Row) => void) | undefined;
  /** What rows of a spreadsheet are to this table; left out, it takes none. */
  readonly sheet?: Pick<SheetTarget, 'kind' | 'written'> | undefined;
  /** Lifts the filters of this tab, for what was just made and does not pass them. */
  readonly onShowAll?: (() => void) | undefined;
  /** Those of `rows` that the filters of this tab would leave out: they are there because they were just made. */
  readonly strays?: ReadonlySet<string> | undefined;
  readonly empty: ReactNode;
}

const noStrays: ReadonlySet<string> = new Set();
const noneSelected: ReadonlySet<string> = new Set();

/** Tells whether a row is among many; they are gathered when one is asked for, and not again with each choice. */
function presenceIn<Row>(rows: readonly Row[], rowId: (row: Row) => string): (id: string) => boolean {
  let present: ReadonlySet<string> | null = null;
  return (id) => (present ??= new Set(rows.map(rowId))).has(id);
}

/** A tab that is one fast table: filter, columns, many selected, and what can be done with them. */
export function TableTab<Row>(properties: TableTabProps<Row>): ReactNode {
  const {
    label,
    name,
    groupId,
    kind,
    rows,
    columns,
    rowId,
    rowName,
    wordsOf,
    rowTone,
    hasSubgroups = false,
    filters,
    making,
    draft,
    actions: actionsOf,
    onKey,
    onOpen,
    sheet,
    onShowAll,
    strays = noStrays,
    empty,
  } = properties;
  const { text } = useText();
  const { selection, select } = useSelection();
  const { included, include } = useIncludeSubgroups();
  const layout = useColumnLayout(name, columns);
  const table = useRef<TableHandle>(null);
  const [menuAt, setMenuAt] = useState<{ readonly x: number; readonly y: number } | null>(null);
  const { typed, setTyped, inputRef, onKeyDown } = useFilterField(table);

  const justMade = useJustMade(tableOfKind[kind], groupId);
  const passed = useFilteredRows(rows, typed, wordsOf);
  const untyped = useMemo(() => {
    if (passed === rows || justMade.size === 0) return [];
    const there = new Set(passed.map(rowId));
    return rows.filter((row) => justMade.has(rowId(row)) && !there.has(rowId(row)));
  }, [passed, rows, justMade, rowId]);
  const shown = useMemo(() => (untyped.length === 0 ? passed : [...passed, ...untyped]), [passed, untyped]);
  const [newest] = justMade;
  const outside = useMemo(
    () => [...(strays.size === 0 ? [] : rows.filter((row) => strays.has(rowId(row)))), ...untyped],
    [rows, strays, untyped, rowId],
  );
  const isPresent = useMemo(() => presenceIn(rows, rowId), [rows, rowId]);
  const selected = useMemo(
    () => (selection.kind === kind ? new Set(selection.ids.filter(isPresent)) : noneSelected),
    [selection, kind, isPresent],
  );
  const selectedIds = [...selected];
  const sheets = useSheets(
    table,
    selected,
    sheet === undefined
      ? null
      : {
          ...sheet,
          groupId,
          columns: () =>
            table.current?.columnIds() ??
            layout.columns.flatMap((column) => (layout.hidden.has(column.id) ? [] : [column.id])),
        },
  );
  const exportTable = useSteady(useTableExport(label, groupId, table));
  const showColumn = useSteady(layout.show);
  const moveColumn = useSteady(layout.move);
  const resetColumns = useSteady(layout.reset);
  const askForRows = useSteady(sheets.askForRows);
  useCommandHandlers({ 'table.export': { run: exportTable, isEnabled: () => shown.length > 0 } });
  function actions(ids: readonly string[]): readonly MenuGroup[] {
    return [
      ...actionsOf(ids),
      {
        id: 'copy',
        choices: [
          {
            id: 'copy',
            name: text('sheet.copy', { count: ids.length }),
            icon: Copy,
            keys: keysOf('tree.copy'),
            run: () => sheets.copyRows(new Set(ids)),
          },
        ],
      },
    ];
  }

  function onSelect(ids: ReadonlySet<string>): void {
    if (ids.size === 0) select('group', [groupId]);
    else select(kind, [...ids]);
  }

  return (
    <div className="table-tab" onKeyDown={onKeyDown}>
      <Toolbar
        label={label}
        end={
          <>
            {making}
            {sheet === undefined ? null : (
              <IconButton label={text('sheet.paste')} icon={ClipboardPaste} onPress={askForRows} />
            )}
            <ColumnChooser
              columns={layout.columns.map(({ id, name: called }) => ({ id, name: called }))}
              hidden={[...layout.hidden]}
              isAsItWas={layout.isAsItWas}
              onShow={showColumn}
              onMove={moveColumn}
              onReset={resetColumns}
            />
            <IconButton
              label={text('command.exportTable')}
              icon={FileDown}
              isDisabled={shown.length === 0}
              onPress={exportTable}
            />
          </>
        }
      >
        <SearchField label={text('table.filter')} value={typed} onChange={setTyped} inputRef={inputRef} />
        {filters}
        {hasSubgroups ? <Switch label={text('ui.includeSubgroups')} isSelected={included} onChange={include} /> : null}
      </Toolbar>
      {draft}
      {outside.length === 0 ? null : (
        <p className="table-strays" role="status">
          <span>
            {text('table.strays', { count: outside.length, name: outside[0] === undefined ? '' : rowName(outside[0]) })}
          </span>
          <Button
            size="small"
            onPress={() => {
              setTyped('');
              onShowAll?.();
            }}
          >
            {text('table.showAll')}
          </Button>
        </p>
      )}
      <DataTable
        label={label}
        name={name}
        rows={shown}
        columns={layout.columns}
        onResize={layout.resize}
        tableRef={table}
        inSightId={newest ?? null}
        rowId={rowId}
        rowName={rowName}
        hiddenColumns={layout.hidden}
        selected={selected}
        onSelect={onSelect}
        onOpen={onOpen ?? ((row) => select(kind, [rowId(row)]))}
        onContextMenu={(row, at) => {
          if (!selected.has(rowId(row))) select(kind, [rowId(row)]);
          setMenuAt(at);
        }}
        onRowKey={(event, row) => {
          const ids = selected.has(rowId(row)) ? selectedIds : [rowId(row)];
          if (onKey?.(event, ids) !== true) return;
          event.preventDefault();
          if (!selected.has(rowId(row))) select(kind, ids);
        }}
        rowTone={rowTone}
        empty={
          rows.length === 0 ? (
            empty
          ) : (
            <EmptyState
              icon={SearchX}
              title={text('table.nothing')}
              actions={<Button onPress={() => setTyped('')}>{text('ui.clearSearch')}</Button>}
            />
          )
        }
      />
      <footer className="table-foot">
        <span className="figure" role="status">
          {selected.size === 0
            ? text('ui.rows', { count: shown.length })
            : text('ui.rowsSelected', { count: selected.size, total: shown.length })}
        </span>
        {selected.size === 0 ? null : (
          <Menu
            label={text('table.actions')}
            placement="top start"
            groups={actions(selectedIds)}
            trigger={
              <Button size="small" icon={ListChecks}>
                {text('table.do')}
              </Button>
            }
          />
        )}
      </footer>
      {sheets.dialog}
      <ContextMenu
        label={text('table.actions')}
        at={menuAt}
        onClose={() => setMenuAt(null)}
        groups={menuAt === null ? [] : actions(selectedIds)}
      />
    </div>
  );
}
