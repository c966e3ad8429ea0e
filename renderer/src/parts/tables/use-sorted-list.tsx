import { ArrowDownUp } from 'lucide-react';
import type { ReactNode } from 'react';
import { useRemembered } from '../../platform/remembered';
import { useText } from '../../text/text';
import { IconButton } from '../../ui/IconButton';
import { Menu, type MenuGroup } from '../../ui/Menu';
import { sortedRows } from '../../ui/sorted-rows';
import type { TableColumn } from '../../ui/table-column';

/** Something that a list can be sorted by. */
export type ListOrder<Row> = Required<Pick<TableColumn<Row>, 'id' | 'name' | 'sortBy'>>;

/** Rows of a list in the order that was chosen, and the button that asks for one. */
export interface SortedList<Row> {
  readonly rows: readonly Row[];
  readonly button: ReactNode;
}

const backwards = '-';

/**
 * Sorts a list that is no table, as tables are by their heads; this computer remembers how. Choosing what it is sorted by already
 * turns it round.
 */
export function useSortedList<Row>(
  list: string,
  rows: readonly Row[],
  orders: readonly ListOrder<Row>[],
): SortedList<Row> {
  const { text, compare } = useText();
  const [chosen, choose] = useRemembered(`sorted.${list}`, '');
  const desc = chosen.startsWith(backwards);
  const order = orders.find(({ id }) => id === (desc ? chosen.slice(backwards.length) : chosen));
  const groups: readonly MenuGroup[] = [
    {
      id: 'orders',
      choices: orders.map(({ id, name }) => {
        const isNow = id === order?.id;
        const turned = isNow && !desc;
        return {
          id,
          name: turned ? text('list.sortBackwards', { what: name }) : name,
          run: () => choose(turned ? backwards + id : id),
        };
      }),
    },
    {
      id: 'unsorted',
      choices: order === undefined ? [] : [{ id: 'own', name: text('table.asAtFirst'), run: () => choose('') }],
    },
  ];
  const label =
    order === undefined
      ? text('list.sort')
      : text(desc ? 'list.sortedBackwards' : 'list.sortedBy', { what: order.name });
  return {
    rows: order === undefined ? rows : sortedRows(rows, [{ id: order.id, desc }], orders, compare),
    button: (
      <Menu label={text('list.sort')} trigger={<IconButton label={label} icon={ArrowDownUp} />} groups={groups} />
    ),
  };
}
