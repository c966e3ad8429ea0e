import type { View } from '../model/model';
import type { BaseRole, UserRow } from '../model/rows';
import { baseRoleOf } from './roles';

/** Author of an act, with the role's base. */
export interface Actor {
  readonly user: UserRow;
  readonly role: BaseRole;
}

/** Part of the view that is needed to say what somebody may do. */
export type RightsView = Pick<View, 'row' | 'ancestry'>;

/** The author of an intent; nobody when there is no such user any more or it is archived. */
export function actorOf(view: RightsView, userId: string): Actor | null {
  const user = view.row('users', userId);
  if (user === undefined || user.lifecycle === 'archived') return null;
  return { user, role: baseRoleOf(view, user) };
}
