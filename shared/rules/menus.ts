import { catalogueOf, type Catalogue } from '../catalogue/license-types';
import type { LicenseTypeId } from '../model/vocabulary';
import type { View } from '../model/model';
import type { Change, MenuRow } from '../model/rows';
import type { Act } from './act';
import { refuse, type Refusal } from './refusals';

const feature = 'voiceMenuGroups';

/**
 * U11: a menu may hold groups only while every user member's seat gives `voiceMenuGroups`, and at least one does.
 * Members without a seat are ignored. `typeOf` says which type a member's seat has, or will have.
 */
export function mayHoldGroups(
  catalogue: Catalogue,
  users: readonly string[],
  typeOf: (userId: string) => LicenseTypeId | undefined,
): boolean {
  let gives = 0;
  for (const userId of users) {
    const typeId = typeOf(userId);
    if (typeId === undefined) continue;
    if (!catalogue.type(typeId).features.includes(feature)) return false;
    gives += 1;
  }
  return gives > 0;
}

/** U11: `TYPE_INCOMPATIBLE` for each menu with groups that would not hold when these users' seats had this type. */
export function refuseBrokenMenus(view: View, userIds: readonly string[], typeId: LicenseTypeId): readonly Refusal[] {
  const changed = new Set(userIds);
  const menuIds = new Set(userIds.flatMap((userId) => [...view.menusWith(userId)]));
  const refusals: Refusal[] = [];
  for (const menuId of [...menuIds].sort()) {
    const menu = view.row('menus', menuId);
    if (menu === undefined || menu.groups.length === 0) continue;
    if (
      !mayHoldGroups(catalogueOf(view), menu.users, (userId) =>
        changed.has(userId) ? typeId : view.seatOf(userId)?.typeId,
      )
    )
      refusals.push(refuse('TYPE_INCOMPATIBLE', { menuId, feature }));
  }
  return refusals;
}

/** U11 for `menu.setMembers`. */
export function refuseMembers(
  view: View,
  menuId: string,
  users: readonly string[],
  groups: readonly string[],
): readonly Refusal[] {
  if (groups.length === 0 || mayHoldGroups(catalogueOf(view), users, (userId) => view.seatOf(userId)?.typeId))
    return [];
  return [refuse('TYPE_INCOMPATIBLE', { menuId, feature })];
}

/** U11: where changes broke a menu's condition, its groups leave it, with `MENU_GROUPS_REMOVED`. */
export function dropMenuGroups(act: Act, changes: readonly Change[]): void {
  const { model } = act;
  const touched = new Set<string>();
  for (const change of changes) {
    if (change.table === 'menus') touched.add(change.id);
    // A type of one's own may give less than before.
    if (change.table === 'types' && change.before?.features.includes(feature))
      for (const menu of model.rows('menus')) touched.add(menu.id);
    if (change.table === 'users') for (const menuId of model.menusWith(change.id)) touched.add(menuId);
    if (change.table === 'seats')
      for (const userId of [change.before?.userId, change.after?.userId])
        if (userId != null) for (const menuId of model.menusWith(userId)) touched.add(menuId);
  }
  for (const menuId of [...touched].sort()) {
    const menu: MenuRow | undefined = model.row('menus', menuId);
    if (
      menu === undefined ||
      menu.groups.length === 0 ||
      mayHoldGroups(catalogueOf(model), menu.users, (userId) => model.seatOf(userId)?.typeId)
    )
      continue;
    act.put('menus', { ...menu, groups: [] });
    act.warnings.push({ code: 'MENU_GROUPS_REMOVED', menuId });
  }
}
