import type { TableName } from '#core/model/rows';
import type { RowsInMemory } from '../data/session';
import type { PositionOfThing } from './view-hooks';

/** The table in which things of a kind that can be selected are kept. */
export const tableOfKind = {
  group: 'groups',
  user: 'users',
  block: 'blocks',
  number: 'numbers',
  device: 'devices',
  menu: 'menus',
} as const;

type Rows = Pick<RowsInMemory, 'row' | 'root' | 'groupOfNumber'>;

/** Finds where something lives in the window; `null` when it is gone or has no place of its own. */
export function positionOfThing(rows: Rows, table: TableName, id: string): PositionOfThing | null {
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
      if (rows.row('numbers', id) === undefined) return null;
      // One that is free lies in the account's stock.
      const groupId = rows.groupOfNumber(id) ?? rows.root.id;
      return { groupId, tab: 'numbers', selection: { kind: 'number', ids: [id] } };
    }
    case 'ranges':
      return { groupId: rows.root.id, tab: 'numbers', selection: { kind: 'group', ids: [rows.root.id] } };
    case 'menus': {
      const menu = rows.row('menus', id);
      return menu === undefined
        ? null
        : { groupId: menu.groupId, tab: 'menus', selection: { kind: 'menu', ids: [id] } };
    }
    default:
      return null;
  }
}
