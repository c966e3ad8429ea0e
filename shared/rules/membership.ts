import type { Day } from '../kernel/day';
import type { UserRow } from '../model/rows';

/** Tells whether somebody's last day lies before a day: leaving happens by itself. */
export function hasLeft(user: Pick<UserRow, 'until'>, day: Day): boolean {
  return user.until != null && user.until < day;
}

/** The lifecycle of somebody on a day: joining and leaving happen by themselves on the first and the last day. */
export function lifecycleOn(user: Pick<UserRow, 'from' | 'until' | 'lifecycle'>, day: Day): UserRow['lifecycle'] {
  if (user.lifecycle === 'archived' || hasLeft(user, day)) return 'archived';
  if (user.from == null) return user.lifecycle;
  return user.from > day ? 'planned' : 'active';
}
