import type { BaseRole, UserRow } from '../model/rows';
import type { View } from '../model/model';
import { baseRoles, type Feature } from '../model/vocabulary';

/** P1: the order of administrators; everybody else is at 0. */
const levels: { readonly [R in BaseRole]: number } = {
  owner: 4,
  companyAdmin: 3,
  siteAdmin: 2,
  technical: 1,
  accountant: 0,
  supervisor: 0,
  concierge: 0,
  resident: 0,
};

export function levelOf(role: BaseRole): number {
  return levels[role];
}

/** The base of a role id, be it a base role or a custom one; `undefined` when there is no such role. */
export function baseOfRole(view: Pick<View, 'row'>, roleId: string): BaseRole | undefined {
  const custom = view.row('roles', roleId);
  if (custom !== undefined) return custom.base;
  return baseRoles.find((role) => role === roleId);
}

/** The base role of a user. Roles in use are never removed, so a missing one is a defect. */
export function baseRoleOf(view: Pick<View, 'row'>, user: UserRow): BaseRole {
  const base = baseOfRole(view, user.roleId);
  if (base === undefined) throw new Error(`no role ${user.roleId}`);
  return base;
}

/** Features that a custom role adds (X6). */
export function extraFeaturesOf(view: View, user: UserRow): readonly Feature[] {
  return view.row('roles', user.roleId)?.extraFeatures ?? [];
}

/** Users who are owners and not archived (P2). */
export function ownersOf(view: View): readonly string[] {
  const owners: string[] = [];
  const roleIds = ['owner'];
  for (const role of view.rows('roles')) if (role.base === 'owner') roleIds.push(role.id);
  for (const roleId of roleIds)
    for (const userId of view.usersWithRole(roleId))
      if (view.user(userId).lifecycle !== 'archived') owners.push(userId);
  return owners;
}
