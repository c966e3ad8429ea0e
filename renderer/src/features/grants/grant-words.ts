import type { Day } from '#core/kernel/day';
import type { GrantAnswer } from '#core/queries/grants';
import type { LicenseTypeId } from '#core/model/vocabulary';

/** The type of a grant. Rows keep it as text; only types that both accounts know are given. */
export function typeOf({ typeId }: Pick<GrantAnswer, 'typeId'>): LicenseTypeId {
  return typeId as LicenseTypeId;
}

/** Name of the other account; `null` where it has none that is known here. */
export function accountOf(grant: Pick<GrantAnswer, 'direction' | 'name' | 'root'>): string | null {
  const name = grant.direction === 'given' ? (grant.name ?? '') : grant.root;
  return name === '' ? null : name;
}

export type GrantState = 'sent' | 'accepted' | 'here' | 'asked' | 'back' | 'gone' | 'some' | 'someGone' | 'ended';

/** Standing of a grant on a day, the weightiest first. */
export function stateOf(grant: GrantAnswer, today: Day): GrantState {
  const { direction, quantity, returned, recalled, accepted, validUntil } = grant;
  const isGiven = direction === 'given';
  if (returned >= quantity) return isGiven ? 'back' : 'gone';
  if (validUntil !== null && validUntil < today) return 'ended';
  if (recalled) return 'asked';
  if (returned > 0) return isGiven ? 'some' : 'someGone';
  if (!isGiven) return 'here';
  return accepted ? 'accepted' : 'sent';
}
