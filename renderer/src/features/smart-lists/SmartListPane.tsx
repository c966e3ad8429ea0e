import { ArrowLeft, CalendarSync, CircleCheck, FileDown, SearchX, SquareArrowOutUpRight } from 'lucide-react';
import { useDeferredValue, useEffect, useMemo, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import { useRows } from '../../state/model-hooks';
import { useChosenGroup, useGoTo, useSelection, useShownList } from '../../state/view-hooks';
import type { ListName } from '../../state/view-store';
import { useSyncState } from '../../state/sync-hooks';
import { namesIn } from '../../text/names';
import { useText } from '../../text/text';
import { useNames } from '../../text/use-names';
import { Button } from '../../ui/Button';
import { DataTable, type TableHandle } from '../../ui/DataTable';
import { EmptyState } from '../../ui/EmptyState';
import { IconButton } from '../../ui/IconButton';
import { ContextMenu } from '../../ui/Menu';
import { SearchField } from '../../ui/SearchField';
import type { TableColumn } from '../../ui/table-column';
import { Toolbar } from '../../ui/Toolbar';
import { useCommandHandlers, useCommands } from '../../parts/commands';
import { useFilterField, useTableExport } from '../../parts/tables';
import { GroupPathCell, pathOrder } from '../../parts/groups';
import { rowFilter } from './filter-rows';
import { canBeRenewed, RenewDialog } from '../../parts/renewing';
import { focusList } from './focus-list';
import { listLooks } from './list-looks';
import { positionOfRow, rowWriter, selectionOfRow, whereOfRow, type ListRow } from './list-row';
import { useListRows } from './use-list-rows';
import './smart-lists.css';

const keyOf = (row: ListRow): string => row.key;
const noRows: readonly ListRow[] = [];

/** The group of each row, by its key; gathered when it is asked for first. */
function groupsOf(rows: readonly ListRow[]): (key: string) => string | null {
  let groups: ReadonlyMap<string, string> | null = null;
  return (key) => (groups ??= new Map(rows.map((row) => [row.key, row.groupId]))).get(key) ?? null;
}

/** What stands there when a list is empty: it is done. */
function Done({ list }: { readonly list: ListName }): ReactNode {
  const { text } = useText();
  const isShared = useSyncState().kind !== 'local';
  if (list === 'notSynchronised' && !isShared)
    return (
      <EmptyState icon={CircleCheck} title={text('lists.unsharedTitle')}>
        {text('lists.unsharedText')}
      </EmptyState>
    );
  return (
    <EmptyState icon={CircleCheck} title={text(`listDone.${list}`)}>
      {text('listDone.text')}
    </EmptyState>
  );
}

/** What is selected among the rows: things of one kind, the newest chosen deciding which. */
function useRowSelection(rows: readonly ListRow[]): {
  readonly selected: ReadonlySet<string>;
  readonly select: (keys: ReadonlySet<string>) => void;
} {
  const { groupId } = useChosenGroup();
  const { select } = useSelection();
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  // Of a long list it is made only when something is selected in it.
  const present = useMemo(
    () => (selected.size === 0 ? selected : new Set(rows.flatMap(({ key }) => (selected.has(key) ? [key] : [])))),
    [rows, selected],
  );
  return {
    selected: present,
    select: (keys) => {
      const chosen = rows.filter(({ key }) => keys.has(key));
      const newest = chosen.filter((row) => !present.has(row.key));
      const kind = [...newest, ...chosen].map((row) => selectionOfRow(row)?.kind).find((one) => one !== undefined);
      const ids = chosen.flatMap((row) => {
        const thing = selectionOfRow(row);
        return thing !== null && thing.kind === kind ? [thing.id] : [];
      });
      setSelected(keys);
      if (kind === undefined) select('group', [groupId]);
      else select(kind, [...new Set(ids)]);
    },
  };
}

function useColumns(): {
  readonly columns: readonly TableColumn<ListRow>[];
  readonly filter: ReturnType<typeof rowFilter>;
  readonly nameOf: (row: ListRow) => string;
} {
  const writer = useText();
  const model = useRows();
  return useMemo(() => {
    const { text } = writer;
    // Reads the rows as they are whenever it is asked, so the columns stay the same while the account changes.
    const names = namesIn(model, writer);
    const { kindOf, whatOf, whyOf, orderOf } = rowWriter(model, writer, names);
    const where = (row: ListRow): string => {
      const groupId = whereOfRow(row, model);
      return groupId === null ? '' : pathOrder(model, groupId, model.root.id);
    };
    const columns: readonly TableColumn<ListRow>[] = [
      {
        id: 'what',
        name: text('lists.what'),
        width: 9,
        grows: 0.7,
        sortBy: whatOf,
        textOf: whatOf,
        cell: (row) => (
          <span className="selectable" title={whatOf(row)}>
            {whatOf(row)}
          </span>
        ),
      },
      { id: 'kind', name: text('lists.kind'), width: 6, sortBy: kindOf, textOf: kindOf, cell: kindOf },
      {
        id: 'where',
        name: text('lists.where'),
        width: 8,
        grows: 0.8,
        sortBy: (row) => where(row) || null,
        textOf: where,
        cell: (row) => {
          const groupId = whereOfRow(row, model);
          return groupId === null ? null : <GroupPathCell groupId={groupId} />;
        },
      },
      {
        id: 'why',
        name: text('lists.why'),
        width: 20,
        grows: 2,
        sortBy: orderOf,
        textOf: whyOf,
        cell: (row) => <span title={whyOf(row)}>{whyOf(row)}</span>,
      },
    ];
    return {
      columns,
      nameOf: whatOf,
      filter: rowFilter((row) => `${whatOf(row)} ${kindOf(row)} ${where(row)} ${whyOf(row)}`),
    };
  }, [writer, model]);
}

/** A list of what still has to be done, in the middle of the window: what it is, where, why, and the way there. */
export function SmartListPane({ list }: { readonly list: ListName }): ReactNode {
  const { text } = useText();
  const names = useNames();
  const model = useRows();
  const registry = useCommands();
  const { groupId } = useChosenGroup();
  const { show } = useShownList();
  const goTo = useGoTo();
  const rows = useListRows(list);
  const { columns, filter, nameOf } = useColumns();
  const table = useRef<TableHandle>(null);
  const filterField = useFilterField(table);
  const { typed, setTyped, inputRef } = filterField;
  const searched = useDeferredValue(typed);
  const shown = useMemo(() => filter(rows ?? noRows, searched), [rows, searched, filter]);
  const { selected, select } = useRowSelection(rows ?? noRows);
  const [menuAt, setMenuAt] = useState<{ readonly x: number; readonly y: number; readonly row: ListRow } | null>(null);
  const [renewing, setRenewing] = useState<readonly string[] | null>(null);
  const groupOf = useMemo(() => groupsOf(rows ?? noRows), [rows]);
  const exportTable = useTableExport(text(`list.${list}`), model.root.id, table, groupOf);
  useCommandHandlers({ 'table.export': { run: exportTable, isEnabled: () => shown.length > 0 } });
  const pane = useRef<HTMLElement>(null);
  const isThere = rows !== null;
  const { icon: Icon } = listLooks[list];
  const chosen = shown.filter(({ key }) => selected.has(key));

  /** Blocks among rows that end and are not followed. */
  function renewable(among: readonly ListRow[]): readonly string[] {
    return among.flatMap((row) => {
      const thing = selectionOfRow(row);
      return thing?.kind === 'block' && canBeRenewed(model, thing.id) ? [thing.id] : [];
    });
  }

  useEffect(() => {
    // Whoever opens a list goes on in it.
    if (isThere) focusList(pane.current);
  }, [list, isThere]);

  function open(row: ListRow): void {
    const place = positionOfRow(row, model);
    if (row.kind === 'attention') registry.run('account.attention');
    else if (row.kind === 'thing' && row.entry.kind === 'request') registry.run('account.requests');
    else if (place !== null) goTo(place);
  }

  function leave(): void {
    show(null);
    document.querySelector<HTMLElement>(`[data-smart-list="${list}"], [role="treeitem"][tabindex="0"]`)?.focus();
  }

  function onKeyDown(event: KeyboardEvent<HTMLElement>): void {
    filterField.onKeyDown(event);
    const isInField = event.target === inputRef.current;
    const leaves = event.key === 'Escape' && !(isInField && typed !== '') && menuAt === null && renewing === null;
    if (leaves) leave();
    if (!leaves && !event.defaultPrevented) return;
    event.preventDefault();
    event.stopPropagation();
  }

  return (
    <main
      className="group-pane smart-list-pane"
      data-pane="middle"
      data-help="to-do"
      ref={pane}
      onKeyDownCapture={onKeyDown}
    >
      <header className="smart-list-head">
        <Icon size="1.3em" aria-hidden className="smart-list-icon" />
        <h1>{text(`list.${list}`)}</h1>
        <p className="quiet">{text(`listHint.${list}`)}</p>
        <Button tone="quiet" size="small" icon={ArrowLeft} onPress={leave}>
          {text('lists.back', { group: names.group(groupId) })}
        </Button>
      </header>
      {rows?.length === 0 ? null : (
        <Toolbar
          label={text(`list.${list}`)}
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
          {list === 'expiring' ? (
            <Button
              icon={CalendarSync}
              isDisabled={renewable(shown).length === 0}
              onPress={() => setRenewing(renewable(chosen.length > 0 ? chosen : shown))}
            >
              {text(chosen.length > 0 ? 'renew.button' : 'renew.these')}
            </Button>
          ) : null}
        </Toolbar>
      )}
      {rows === null ? (
        <p className="smart-list-wait quiet" role="status">
          {text('lists.countingNow')}
        </p>
      ) : (
        <DataTable
          label={text(`list.${list}`)}
          name={`list.${list}`}
          rows={shown}
          columns={columns}
          tableRef={table}
          rowId={keyOf}
          rowName={nameOf}
          selected={selected}
          onSelect={select}
          onOpen={open}
          onContextMenu={(row, at) => setMenuAt({ ...at, row })}
          empty={
            rows.length === 0 ? (
              <Done list={list} />
            ) : (
              <EmptyState
                icon={SearchX}
                title={text('table.nothing')}
                actions={<Button onPress={() => setTyped('')}>{text('ui.clearSearch')}</Button>}
              />
            )
          }
        />
      )}
      <footer className="table-foot">
        <span className="figure" role="status">
          {rows === null
            ? ''
            : selected.size === 0
              ? text('ui.rows', { count: shown.length })
              : text('ui.rowsSelected', { count: selected.size, total: shown.length })}
        </span>
      </footer>
      <ContextMenu
        label={text('table.actions')}
        at={menuAt}
        onClose={() => setMenuAt(null)}
        groups={
          menuAt === null
            ? []
            : [
                {
                  id: 'open',
                  choices: [
                    {
                      id: 'open',
                      name: text('lists.openThing'),
                      icon: SquareArrowOutUpRight,
                      run: () => open(menuAt.row),
                    },
                    ...(list === 'expiring'
                      ? [
                          {
                            id: 'renew',
                            name: text('renew.button'),
                            icon: CalendarSync,
                            run: () => setRenewing(renewable(selected.has(menuAt.row.key) ? chosen : [menuAt.row])),
                          },
                        ]
                      : []),
                  ],
                },
              ]
        }
      />
      {renewing === null ? null : <RenewDialog blockIds={renewing} onClose={() => setRenewing(null)} />}
    </main>
  );
}
