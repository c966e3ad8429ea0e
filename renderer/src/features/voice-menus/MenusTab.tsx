import { PhoneForwarded, Plus, Trash2 } from 'lucide-react';
import { useCallback, useMemo, useState, type ReactNode } from 'react';
import type { MenuAnswer } from '#core/queries/menus';
import { isRefused, useAnswer, useRows } from '../../state/model-hooks';
import { useIncludeSubgroups, useSelection } from '../../state/view-hooks';
import { useText } from '../../text/text';
import { useNames } from '../../text/use-names';
import { Button } from '../../ui/Button';
import { EmptyState } from '../../ui/EmptyState';
import type { TableColumn } from '../../ui/table-column';
import { keysOf } from '../../parts/commands';
import { Refusals } from '../../parts/explain';
import { GroupPathCell, pathOrder } from '../../parts/groups';
import { TableTab } from '../../parts/tables';
import { NewMenuDialog } from './NewMenuDialog';
import { RemoveMenus } from './RemoveMenus';
import './menus.css';

const idOf = (menu: MenuAnswer): string => menu.id;
const nameOf = (menu: MenuAnswer): string => menu.name;

/** The voice menus of a group: who answers in which order, and by which numbers they are reached. */
export function MenusTab({ groupId }: { readonly groupId: string }): ReactNode {
  const { text, list } = useText();
  const names = useNames();
  const rows = useRows();
  const { select } = useSelection();
  const { included } = useIncludeSubgroups();
  const menus = useAnswer('menus', { groupId, subgroups: included });
  const [isMaking, setMaking] = useState(false);
  const [removed, setRemoved] = useState<readonly string[] | null>(null);
  const columns = useMemo((): readonly TableColumn<MenuAnswer>[] => {
    const answering = (menu: MenuAnswer): string =>
      list([...menu.users.map((id) => names.user(id)), ...menu.groups.map((id) => names.group(id))]);
    const numbersOf = (menu: MenuAnswer): string => menu.numbers.join(', ');
    const kindOf = (menu: MenuAnswer): string => text(`menuKind.${menu.kind}`);
    return [
      {
        id: 'name',
        name: text('menus.name'),
        width: 8,
        grows: true,
        sortBy: nameOf,
        textOf: nameOf,
        cell: (menu) => <span className="selectable">{menu.name}</span>,
      },
      {
        id: 'id',
        name: text('table.id'),
        width: 8,
        isOptional: true,
        sortBy: idOf,
        textOf: idOf,
        cell: (menu) => <span className="selectable figure">{menu.id}</span>,
      },
      { id: 'kind', name: text('menus.kind'), width: 8, sortBy: kindOf, textOf: kindOf, cell: kindOf },
      {
        id: 'answering',
        name: text('menus.answering'),
        width: 16,
        grows: true,
        textOf: answering,
        cell: (menu) => <span title={answering(menu)}>{answering(menu) || text('ui.empty')}</span>,
      },
      {
        id: 'numbers',
        name: text('menus.numbers'),
        width: 9,
        grows: true,
        sortBy: numbersOf,
        textOf: numbersOf,
        cell: (menu) => <span className="selectable figure">{numbersOf(menu) || text('ui.empty')}</span>,
      },
      {
        id: 'group',
        name: text('people.group'),
        width: 8,
        grows: true,
        sortBy: (menu) => pathOrder(rows, menu.groupId, groupId),
        textOf: (menu) => pathOrder(rows, menu.groupId, groupId),
        cell: (menu) => <GroupPathCell groupId={menu.groupId} withinId={groupId} />,
      },
    ];
  }, [text, list, names, rows, groupId]);
  const wordsOf = useCallback(
    (menu: MenuAnswer) => columns.map((column) => column.textOf?.(menu) ?? '').join(' '),
    [columns],
  );
  if (isRefused(menus))
    return (
      <div className="tab-notice">
        <Refusals refusals={menus.refusals} />
      </div>
    );
  const make = (tone: 'primary' | 'normal'): ReactNode => (
    <Button tone={tone} icon={Plus} onPress={() => setMaking(true)}>
      {text('menus.new')}
    </Button>
  );
  return (
    <>
      <TableTab
        label={text('menus.title')}
        name="menus"
        groupId={groupId}
        kind="menu"
        rows={menus}
        columns={columns}
        rowId={idOf}
        rowName={nameOf}
        wordsOf={wordsOf}
        hasSubgroups
        making={make('normal')}
        actions={(ids) => [
          {
            id: 'remove',
            choices: [
              {
                id: 'remove',
                name: text('menus.removeChoice'),
                icon: Trash2,
                keys: keysOf('tree.delete'),
                tone: 'danger',
                run: () => setRemoved(ids),
              },
            ],
          },
        ]}
        onKey={(event, ids) => {
          if (event.key !== 'Delete') return false;
          setRemoved(ids);
          return true;
        }}
        empty={
          <EmptyState
            icon={PhoneForwarded}
            title={text('menus.none')}
            actions={make('primary')}
            example={{
              columns: [text('menus.name'), text('menus.kind'), text('menus.answering'), text('menus.numbers')],
              rows: text('example.menus'),
            }}
          >
            {text('menus.noneText')}
          </EmptyState>
        }
      />
      {isMaking ? (
        <NewMenuDialog groupId={groupId} onMade={(id) => select('menu', [id])} onClose={() => setMaking(false)} />
      ) : null}
      {removed === null ? null : <RemoveMenus ids={removed} onClose={() => setRemoved(null)} />}
    </>
  );
}
