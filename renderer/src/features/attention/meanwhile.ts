import type { HistoryAnswer } from '../../../../shared/queries/answers';
import type { Refusal } from '../../../../shared/rules/refusals';

/** Ids of things that an act or a refusal is about. */
export function idsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  if (Array.isArray(value)) return value.flatMap(idsIn);
  if (typeof value === 'object' && value !== null) return Object.values(value).flatMap(idsIn);
  return [];
}

/** The pool that ran out, the group that is locked: what a refusal points at. */
export function idsOfRefusals(refusals: readonly Refusal[]): readonly string[] {
  return refusals.flatMap((refusal) => ['pool', 'groupId', 'userId', 'numberId', 'menuId', 'id'].flatMap((key) => (typeof refusal[key] === 'string' ? [refusal[key]] : [])));
}

/** Acts of others that may be why: newer than most, by somebody else, about one of the same things. */
export function actsMeanwhile(histories: readonly (readonly HistoryAnswer[])[], by: string, since: string, most: number): readonly HistoryAnswer[] {
  const seen = new Map<string, HistoryAnswer>();
  for (const history of histories) for (const entry of history) if (entry.by !== by && entry.at >= since) seen.set(entry.commit, entry);
  return [...seen.values()].sort((one, other) => other.seq - one.seq).slice(0, most);
}
