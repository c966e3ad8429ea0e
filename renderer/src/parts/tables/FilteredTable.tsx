import { Copy, FileDown, SearchX } from 'lucide-react';
import { useCallback, useMemo, useRef, useState, type CSSProperties, type ReactNode } from 'react';
import { useText } from '../../text/text';
import { Button } from '../../ui/Button';
import { DataTable, type DataTableProps, type TableHandle } from '../../ui/DataTable';
import { EmptyState } from '../../ui/EmptyState';
import { IconButton } from '../../ui/IconButton';
import { ContextMenu, type MenuGroup } from '../../ui/Menu';
import { SearchField } from '../../ui/SearchField';
import { useSteady } from '../../ui/use-steady';
import { Toolbar } from '../../ui/Toolbar';
import { keysOf } from '../commands';
import { useCopyRows } from '../spreadsheet';
import { useFilterField } from './use-filter-field';
import { useFilteredRows } from './use-filtered-rows';
import { useTableExport } from './use-table-export';
import './table-tab.css';

export interface FilteredTableProps<Row> extends Omit<
  DataTableProps<Row>,
  'tableRef' | 'onContextMenu' | 'onRowKey' | 'selected'
> {
  /** The group after which an exported file is called. */
  readonly groupId: string;
  readonly selected?: ReadonlySet<string> | undefined;
  /** Further filters, after the search. */
  readonly filters?: ReactNode | undefined;
  /** What can be done with a row, beside copying it. */
  readonly actionsOf?: ((row: Row) => readonly MenuGroup[]) | undefined;
  /** How the rows are framed, and how much room they have. */
  readonly frame: string;
  readonly frameStyle: CSSProperties;
}

/** A table inside of a card or a dialog, with what every table has: a filter, an export, and a menu of each row. */
export function FilteredTable<Row>(properties: FilteredTableProps<Row>): ReactNode {
  const { groupId, filters, actionsOf, frame, frameStyle, ...table } = properties;
  const { label, rows, columns, rowId, onSelect, selected } = table;
  const { text } = useText();
  const handle = useRef<TableHandle>(null);
  const { typed, setTyped, inputRef, onKeyDown } = useFilterField(handle);
  const wordsOf = useCallback(
    (row: Row) => columns.flatMap(({ textOf }) => (textOf === undefined ? [] : [textOf(row)])).join(' '),
    [columns],
  );
  const shown = useFilteredRows(rows, typed, wordsOf);
  const exportTable = useSteady(useTableExport(label, groupId, handle));
  const copyRows = useCopyRows(handle);
  const [menu, setMenu] = useState<{
    readonly row: Row;
    readonly at: { readonly x: number; readonly y: number };
  } | null>(null);
  const inView = useMemo(() => new Set(shown.map(rowId)), [shown, rowId]);
  const copy = (row: Row): void => copyRows(new Set([rowId(row)]));
  return (
    <div className="filtered-table" onKeyDown={onKeyDown}>
      <Toolbar
        label={label}
        end={
          <IconButton
            label={text('command.exportTable')}
            icon={FileDown}
            isDisabled={shown.length === 0}
            onPress={exportTable}
          />
        }
      >
        <SearchField label={text('table.filter')} value={typed} onChange={setTyped} inputRef={inputRef} />
        {filters}
      </Toolbar>
      <div className={frame} style={frameStyle}>
        <DataTable<Row>
          {...table}
          rows={shown}
          tableRef={handle}
          {...(onSelect === undefined
            ? {}
            : {
                // What the filter hides stays chosen as it was.
                onSelect: (ids) =>
                  onSelect(new Set([...ids, ...[...(selected ?? [])].filter((id) => !inView.has(id))])),
              })}
          onContextMenu={(row, at) => setMenu({ row, at })}
          onRowKey={(event, row) => {
            if (!(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== 'c') return;
            event.preventDefault();
            copy(row);
          }}
          empty={
            rows.length === 0 ? (
              table.empty
            ) : (
              <EmptyState
                icon={SearchX}
                title={text('table.nothing')}
                actions={<Button onPress={() => setTyped('')}>{text('ui.clearSearch')}</Button>}
              />
            )
          }
        />
      </div>
      <ContextMenu
        label={text('table.actions')}
        at={menu?.at ?? null}
        onClose={() => setMenu(null)}
        groups={
          menu === null
            ? []
            : [
                ...(actionsOf?.(menu.row) ?? []),
                {
                  id: 'copy',
                  choices: [
                    {
                      id: 'copy',
                      name: text('sheet.copy', { count: 1 }),
                      icon: Copy,
                      keys: keysOf('tree.copy'),
                      run: () => copy(menu.row),
                    },
                  ],
                },
              ]
        }
      />
    </div>
  );
}
