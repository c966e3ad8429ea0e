import type { ActCall } from '../../data/session';

/** Act that can stand inside a batch. */
export type SingleCall = Exclude<ActCall, { readonly do: 'batch' | 'undo' | 'account.open' }>;

/** Many acts as one: all or nothing, one step to take back. `null` when there is nothing to do. */
export function together(calls: readonly SingleCall[]): ActCall | null {
  const [only] = calls;
  if (only === undefined) return null;
  return calls.length === 1 ? only : { do: 'batch', args: { do: [...calls] } };
}
