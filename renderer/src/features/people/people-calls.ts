import type { Day } from '#core/kernel/day';
import type { UserRow } from '#core/model/rows';
import type { LicenseTypeId } from '#core/model/vocabulary';
import type { ActCall } from '../../data/session';
import { together } from '../../parts/acting';

/** The fields of a person that are edited in place. `status` is the state in life as the act names it. */
export interface PersonFieldsValue {
  readonly name: string;
  readonly email: string;
  readonly phone: string;
  readonly roleId: string;
  readonly status: 'planned' | 'invited' | 'active';
}

function presentValue(user: UserRow, field: keyof PersonFieldsValue): string {
  return field === 'status' ? user.lifecycle : user[field];
}

/** Sets a field in all of them that differ, each with what it was seen to be: the value they shared when typing began, or else their own. */
export function setField<F extends keyof PersonFieldsValue>(
  users: readonly UserRow[],
  field: F,
  value: PersonFieldsValue[F],
  seen: string | null = null,
): ActCall | null {
  return together(
    users
      .filter((user) => presentValue(user, field) !== value)
      .map((user) => ({
        do: 'user.update',
        args: { userId: user.id, set: { [field]: value }, was: { [field]: seen ?? presentValue(user, field) } },
      })),
  );
}

export type DayOfPerson = 'from' | 'until';

/** Sets the first or the last day of all of them in whom it differs; `null`: none. */
export function setDay(users: readonly UserRow[], field: DayOfPerson, day: Day | null): ActCall | null {
  return together(
    users
      .filter((user) => (user[field] ?? null) !== day)
      .map((user) => ({
        do: 'user.update',
        args: { userId: user.id, set: { [field]: day }, was: { [field]: user[field] ?? null } },
      })),
  );
}

/** The value that all of them have; `null` when they differ. */
export function sharedField(users: readonly UserRow[], field: keyof PersonFieldsValue): string | null {
  const [first] = users;
  if (first === undefined) return null;
  const value = presentValue(first, field);
  return users.every((user) => presentValue(user, field) === value) ? value : null;
}

export function moveUsers(
  ids: readonly string[],
  groupId: string,
  licenses: 'release' | 'redraw' | undefined,
): ActCall | null {
  return together(
    ids.map((userId) => ({
      do: 'user.move',
      args: { userId, groupId, ...(licenses === undefined ? {} : { licenses }) },
    })),
  );
}

export function assignSeats(ids: readonly string[], typeId: LicenseTypeId, numberId: string | null): ActCall | null {
  return together(
    ids.map((userId) => ({ do: 'seat.assign', args: { userId, typeId, ...(numberId === null ? {} : { numberId }) } })),
  );
}

export function ofEach(
  ids: readonly string[],
  act: 'user.archive' | 'user.restore' | 'user.remove' | 'seat.release',
): ActCall | null {
  return together(ids.map((userId) => ({ do: act, args: { userId } })));
}
