import type { RowsInMemory } from '../../data/session';
import { isInOffice } from '../../text/names';

/** Tells whether voice menus belong to a group: in every office, and wherever there are some. */
export function hasMenus(rows: RowsInMemory, groupId: string): boolean {
  if (isInOffice(rows, groupId)) return true;
  for (const menu of rows.rows('menus')) if (rows.isWithin(menu.groupId, groupId)) return true;
  return false;
}
