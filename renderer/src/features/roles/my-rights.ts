import type { RowsInMemory } from '../../data/session';
import { actorOf } from '#core/rules/actor';
import { may, type Right } from '#core/rules/permission';

/** Part of the account in which somebody may do something: in the whole account, in some groups with all below, only below some groups, or nowhere. */
export type Reach =
  { readonly kind: 'account' | 'nowhere' } | { readonly kind: 'in' | 'below'; readonly groupIds: readonly string[] };

export const rightsInOrder: readonly Right[] = [
  'groups',
  'users',
  'seats',
  'allocate',
  'purchases',
  'roles',
  'read',
  'readLicenses',
];

/** Section 6 for one person: asked of the rules themselves, place by place. */
export function reachOf(rows: RowsInMemory, userId: string, right: Right): Reach {
  const actor = actorOf(rows, userId);
  if (actor === null) return { kind: 'nowhere' };
  const rootId = rows.root.id;
  if (may(rows, actor, right, rootId)) return { kind: 'account' };
  const places = actor.user.adminOf.filter((groupId) => rows.row('groups', groupId) !== undefined);
  const inside = places.filter((groupId) => may(rows, actor, right, groupId));
  if (inside.length > 0) return { kind: 'in', groupIds: inside };
  const below = places.filter((groupId) => rows.children(groupId).some((childId) => may(rows, actor, right, childId)));
  return below.length > 0 ? { kind: 'below', groupIds: below } : { kind: 'nowhere' };
}
