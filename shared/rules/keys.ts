import type { Model, View } from '../model/model';
import type { Change, ComputerRow, UserRow } from '../model/rows';
import type { Act } from './act';
import type { Actor } from './actor';
import { permitOnUser, permitRole } from './permission';
import { refuse, type Refusal } from './refusals';
import { baseRoleOf, ownersOf } from './roles';

/** Tells whether acts count only when a computer that was let in has signed them. */
export function isProtected(view: Pick<View, 'row'>): boolean {
  return view.row('protection', 'protection') !== undefined;
}

/** A person's computers whose keys count. */
export function computersOf(view: Pick<View, 'rows'>, userId: string): readonly ComputerRow[] {
  return [...view.rows('computers')].filter((computer) => computer.userId === userId && computer.revoked === null);
}

/** Letting in and shutting out: the rights by which a role is given or taken, so below one's own level; owners all. */
export function permitComputer(view: View, actor: Actor | null, user: UserRow): readonly Refusal[] {
  return [...permitRole(view, actor, user.roleId, user.groupId), ...permitOnUser(view, actor, user)];
}

/** Tells whether somebody could still act as an owner: an owner's key counts, or the printed words do. */
function isOwnerInReach(view: View): boolean {
  if (view.row('protection', 'protection')?.recovery != null) return true;
  return ownersOf(view).some((userId) => computersOf(view, userId).length > 0);
}

/** Keys go with their people: whoever is removed or archived is shut out with all computers, in the same commit. */
export function revokeKeysOfLeaving(act: Act, net: readonly Change[]): void {
  const { model } = act;
  if (!isProtected(model)) return;
  for (const change of net) {
    if (change.table !== 'users') continue;
    if (change.after !== undefined && change.after.lifecycle !== 'archived') continue;
    for (const computer of computersOf(model, change.id))
      act.put('computers', { ...computer, revoked: act.context.seq });
    for (const invitation of [...model.rows('invitations')])
      if (invitation.userId === change.id && invitation.state === 'open')
        act.put('invitations', { ...invitation, state: 'withdrawn', closedAt: act.context.seq });
  }
}

/** P2: an act may not leave an account without any key by which somebody acts as its owner. */
export function keepAnOwnersKey(
  model: Model,
  net: readonly Change[],
  before: <T>(read: (view: View) => T) => T,
): readonly Refusal[] {
  if (!isProtected(model)) return [];
  const concerned = net.some(
    ({ table }) => table === 'users' || table === 'computers' || table === 'roles' || table === 'protection',
  );
  if (!concerned || isOwnerInReach(model) || !before((view) => isProtected(view) && isOwnerInReach(view))) return [];
  return [refuse('LAST_OWNER_KEY')];
}

/** Tells whether the printed words may do an act: they let in owners and shut out, and nothing else. */
export function mayRecover(view: View, call: { readonly do: string; readonly args: unknown }): boolean {
  if (call.do === 'key.revoke') return true;
  if (call.do !== 'key.certify') return false;
  const userId = (call.args as { readonly userId?: unknown } | null)?.userId;
  const user = typeof userId === 'string' ? view.row('users', userId) : undefined;
  return user !== undefined && baseRoleOf(view, user) === 'owner';
}
