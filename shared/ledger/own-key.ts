import { keyIdOf } from '../kernel/keys';
import type { View } from '../model/model';

/**
 * The key by which a computer acts, out of the ids of those that it has, the newest last: the newest that counts, else that of the
 * printed words, else the newest; `null` without any.
 */
export function currentKeyOf(view: Pick<View, 'row'>, ids: readonly string[]): string | null {
  const counting = [...ids].reverse().find((id) => view.row('computers', id)?.revoked === null);
  if (counting !== undefined) return counting;
  const recovery = view.row('protection', 'protection')?.recovery ?? null;
  const printed = recovery === null ? null : keyIdOf(recovery.key);
  return printed !== null && ids.includes(printed) ? printed : (ids.at(-1) ?? null);
}
