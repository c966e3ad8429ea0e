import type { UserAnswer } from '#core/queries/user';
import type { UserSummary } from '#core/queries/users';
import type { UserStatus } from '#core/rules/user-status';
import type { RowsInMemory } from '../../data/session';
import type { Names } from '../../text/names';
import type { TextWriter } from '../../text/text';
import type { Tone } from '../../ui/Badge';

export const userStatusTone: { readonly [S in UserStatus]: Tone } = {
  active: 'success',
  fallback: 'warning',
  limited: 'warning',
  blocked: 'danger',
  none: 'neutral',
  archived: 'neutral',
};
export const userStatuses: readonly UserStatus[] = ['active', 'fallback', 'limited', 'blocked', 'none', 'archived'];

/** Names the license that serves a person, and the one held where that is another. */
export function licenseWords(
  { seatType, typeId }: Pick<UserSummary, 'seatType' | 'typeId'>,
  { text }: TextWriter,
  names: Names,
): string {
  if (seatType !== null)
    return typeId === null || typeId === seatType
      ? names.type(seatType)
      : text('people.fallbackFrom', { type: names.type(typeId), held: names.type(seatType) });
  return typeId === null ? '' : text('people.shared', { type: names.type(typeId) });
}

/** Says why the status is not plainly active, a sentence each. */
export function reasonSentences(
  user: UserAnswer,
  rows: Pick<RowsInMemory, 'poolOf'>,
  { text, has }: TextWriter,
  names: Names,
): readonly string[] {
  const values = { pool: names.group(rows.poolOf(user.groupId)), type: names.type(user.seatType) };
  return user.reasons.flatMap((reason) => {
    const key = `reason.${reason}`;
    return has(key) ? [text(key, values)] : [];
  });
}
