import type { NumberRow, TableName } from '#core/model/rows';
import type { RowsInMemory } from '../data/session';
import type { PlaceOfThing } from './view-hooks';

type Rows = Pick<RowsInMemory, 'row' | 'root'>;

/** The group in which a number is used; the root for one that is free. */
function groupOfNumber(rows: Rows, { userId, groupId, menuId, seatId }: NumberRow): string {
  const seat = seatId === null ? undefined : rows.row('seats', seatId);
  const holder = userId ?? seat?.userId ?? null;
  return (
    groupId ??
    (holder === null ? null : rows.row('users', holder)?.groupId) ??
    (menuId === null ? null : rows.row('menus', menuId)?.groupId) ??
    seat?.poolId ??
    rows.root.id
  );
}

/** Where something lives in the window; `null` when it is gone or has no place of its own. */
export function placeOfThing(rows: Rows, table: TableName, id: string): PlaceOfThing | null {
  switch (table) {
    case 'groups':
      return rows.row('groups', id) === undefined ? null : { groupId: id, selection: { kind: 'group', ids: [id] } };
    case 'users': {
      const user = rows.row('users', id);
      return user === undefined
        ? null
        : { groupId: user.groupId, tab: 'people', selection: { kind: 'user', ids: [id] } };
    }
    case 'blocks': {
      const block = rows.row('blocks', id);
      return block === undefined
        ? null
        : { groupId: block.groupId, tab: 'licenses', selection: { kind: 'block', ids: [id] } };
    }
    case 'devices': {
      const device = rows.row('devices', id);
      return device === undefined
        ? null
        : { groupId: device.groupId, tab: 'devices', selection: { kind: 'device', ids: [id] } };
    }
    case 'numbers': {
      const number = rows.row('numbers', id);
      return number === undefined
        ? null
        : { groupId: groupOfNumber(rows, number), tab: 'numbers', selection: { kind: 'number', ids: [id] } };
    }
    case 'ranges':
      return { groupId: rows.root.id, tab: 'numbers', selection: { kind: 'group', ids: [rows.root.id] } };
    case 'menus': {
      const menu = rows.row('menus', id);
      return menu === undefined ? null : { groupId: menu.groupId, selection: { kind: 'group', ids: [menu.groupId] } };
    }
    default:
      return null;
  }
}
