import type { GroupRow, UserRow } from '#core/model/rows';
import { compareText } from '#core/kernel/text';
import { baseRoleOf } from '#core/rules/roles';
import type { RowsInMemory } from '../../data/session';

/** Everybody who administers at least one group, in the order of the rows. */
export function administratorsIn(rows: RowsInMemory): readonly UserRow[] {
  const found: UserRow[] = [];
  for (const user of rows.rows('users')) if (user.adminOf.length > 0) found.push(user);
  return found;
}

/** Lists who administers a group, with the group from which it comes; the nearest first, and of one group by id. */
export function administratorsOf(
  rows: RowsInMemory,
  groupId: string,
): readonly { readonly user: UserRow; readonly from: GroupRow }[] {
  return [...rows.ancestry(groupId)].flatMap((from) =>
    [...rows.administratorsOf(from.id)]
      .flatMap((id) => rows.row('users', id) ?? [])
      .sort((one, other) => compareText(one.id, other.id))
      .map((user) => ({ user, from })),
  );
}

/** Tells whether the role lets somebody do or see anything more in the groups administered; the others have it everywhere or nowhere. */
export function administersByRole(rows: RowsInMemory, user: UserRow): boolean {
  const base = baseRoleOf(rows, user);
  return base === 'siteAdmin' || base === 'technical' || base === 'supervisor';
}
