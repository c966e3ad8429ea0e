import { sameJson } from '../kernel/json';
import { refuse, type Refusal } from './refusals';

/** G3: `STALE` for each field whose present value is neither what the author saw nor what the author wants. */
export function refuseStale(
  present: { readonly [field: string]: unknown },
  set: { readonly [field: string]: unknown },
  was: { readonly [field: string]: unknown } | undefined,
): readonly Refusal[] {
  const refusals: Refusal[] = [];
  for (const field of Object.keys(was ?? {}).sort()) {
    const expected = was?.[field];
    const actual = present[field] ?? null;
    if (!sameJson(actual, expected ?? null) && !sameJson(actual, set[field] ?? null))
      refusals.push(refuse('STALE', { field, expected: expected ?? null, actual }));
  }
  return refusals;
}
