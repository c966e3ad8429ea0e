import { actorOf } from '#core/rules/actor';
import { may } from '#core/rules/permission';
import type { AccountSession } from '../data/session';
import type { PositionInWindow } from './view-store';

/**
 * The place at which somebody begins who has not been in the account before: the topmost group that they administer, else the one
 * that they belong to. Whoever may do everything begins at the account itself.
 */
export function ownPlace({
  model,
  by,
}: Pick<AccountSession, 'model' | 'by'>): Pick<PositionInWindow, 'groupId' | 'expanded'> {
  const user = model.row('users', by);
  const own = may(model, actorOf(model, by), 'groups', model.root.id)
    ? model.root.id
    : (user?.adminOf.find((id) => model.row('groups', id) !== undefined) ?? user?.groupId);
  const groupId = own === undefined || model.row('groups', own) === undefined ? model.root.id : own;
  return { groupId, expanded: [...model.ancestry(groupId)].map(({ id }) => id) };
}
