import type { View } from '../model/model';
import type { BaseRole, UserRow } from '../model/rows';
import type { Act } from './act';
import type { Actor, RightsView } from './actor';
import { refuse, type Refusal } from './refusals';
import { baseOfRole, baseRoleOf, levelOf, ownersOf } from './roles';

/** A row of the table in section 6: what somebody may do. `seats` is the part of *users* that `technical` lacks. */
export type Right = 'groups' | 'users' | 'seats' | 'allocate' | 'purchases' | 'roles' | 'read' | 'readLicenses';

function notPermitted(actor: Actor | null, needs: Right): Refusal {
  return refuse('NOT_PERMITTED', {
    role: actor?.user.roleId ?? 'none',
    needs: needs === 'readLicenses' ? 'read' : needs,
  });
}

/** Tells whether a group is among those an administrator administers, or below one. */
function administers(view: RightsView, actor: Actor, groupId: string): boolean {
  if (actor.user.adminOf.length === 0 || view.row('groups', groupId) === undefined) return false;
  for (const group of view.ancestry(groupId)) if (actor.user.adminOf.includes(group.id)) return true;
  return false;
}

/** Tells whether a group lies strictly below one that is administered (allocating on the topmost one is not the administrator's). */
function administersAbove(view: RightsView, actor: Actor, groupId: string): boolean {
  const parentId = view.row('groups', groupId)?.parentId;
  return parentId != null && administers(view, actor, parentId);
}

/** Section 6: whether somebody may do something at a group (`null`: for the account as a whole, or wherever it may be done at all). */
export function may(view: RightsView, actor: Actor | null, right: Right, groupId: string | null): boolean {
  if (actor === null) return false;
  switch (actor.role) {
    case 'owner':
    case 'companyAdmin':
      return true;
    case 'accountant':
      return right === 'purchases' || right === 'readLicenses';
    case 'siteAdmin':
      if (right === 'groups' || right === 'users' || right === 'seats')
        return groupId === null ? actor.user.adminOf.length > 0 : administers(view, actor, groupId);
      if (right === 'allocate') return groupId !== null && administersAbove(view, actor, groupId);
      return (right === 'read' || right === 'readLicenses') && groupId !== null && administers(view, actor, groupId);
    case 'technical':
      if (right === 'groups' || right === 'users')
        return groupId === null ? actor.user.adminOf.length > 0 : administers(view, actor, groupId);
      return (right === 'read' || right === 'readLicenses') && groupId !== null && administers(view, actor, groupId);
    case 'supervisor':
      return (right === 'read' || right === 'readLicenses') && groupId !== null && administers(view, actor, groupId);
    default:
      return false;
  }
}

/** The refusal of somebody who may not, or none. */
export function permit(view: View, actor: Actor | null, right: Right, groupId: string | null): readonly Refusal[] {
  return may(view, actor, right, groupId) ? [] : [notPermitted(actor, right)];
}

/** The refusal of somebody who has a right nowhere at all, or none. */
export function permitSomewhere(view: View, actor: Actor | null, right: Right): readonly Refusal[] {
  const places = [null, ...(actor?.user.adminOf ?? [])];
  return places.some((groupId) => may(view, actor, right, groupId)) ? [] : [notPermitted(actor, right)];
}

/** P1: nobody but himself changes an administrator who is not below him; owners may change owners. */
export function permitOnUser(view: View, actor: Actor | null, target: UserRow): readonly Refusal[] {
  if (actor === null || actor.user.id === target.id) return [];
  const level = levelOf(actor.role);
  const targetLevel = levelOf(baseRoleOf(view, target));
  if (targetLevel === 0 || targetLevel < level || (actor.role === 'owner' && level === targetLevel)) return [];
  return [targetLevel === level ? refuse('PEER_ADMIN', { userId: target.id }) : notPermitted(actor, 'roles')];
}

/** Changing what somebody holds; since version 2 an administrator who is not below is left alone in this too (P4). */
export function permitHolding({ model, actor, rules }: Act, user: UserRow): readonly Refusal[] {
  return [...permit(model, actor, 'seats', user.groupId), ...(rules === 1 ? [] : permitOnUser(model, actor, user))];
}

/** Giving or taking a role: the *users* row for resident, concierge and supervisor, the *roles* row for any other, below one's own level. */
export function permitRole(view: View, actor: Actor | null, roleId: string, groupId: string): readonly Refusal[] {
  const base = baseOfRole(view, roleId);
  if (base === undefined) return [];
  if (base === 'resident' || base === 'concierge' || base === 'supervisor')
    return permit(view, actor, 'users', groupId);
  return permitBase(view, actor, base);
}

/** The *roles* row for a role of a base: a company administrator's only below the own level. */
export function permitBase(view: View, actor: Actor | null, base: BaseRole): readonly Refusal[] {
  if (!may(view, actor, 'roles', null)) return [notPermitted(actor, 'roles')];
  return actor !== null && actor.role !== 'owner' && levelOf(base) >= levelOf(actor.role)
    ? [notPermitted(actor, 'roles')]
    : [];
}

/** P2: somebody who is an owner must remain when these users go. */
export function keepAnOwner(view: View, leaving: ReadonlySet<string>): readonly Refusal[] {
  const owners = ownersOf(view);
  if (owners.length === 0 || owners.some((id) => !leaving.has(id))) return [];
  return [refuse('LAST_OWNER', { userId: owners[0] })];
}

/** P3: nobody removes or archives himself, nor deletes the group he is in. */
export function spareOneself(actor: Actor | null, leaving: ReadonlySet<string>): readonly Refusal[] {
  return actor !== null && leaving.has(actor.user.id) ? [refuse('SELF_DELETE', { userId: actor.user.id })] : [];
}
