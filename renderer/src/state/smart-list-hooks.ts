import { useMemo, useSyncExternalStore } from 'react';
import { useAttention, usePending } from './model-hooks';
import { useAccount, type OpenAccount } from './session-context';
import { SmartListCounter, type KnownLists } from './smart-list-counter';
import { useSyncState } from './sync-hooks';
import type { ListName } from './view-store';

const counters = new WeakMap<OpenAccount, SmartListCounter>();

function counterOf(account: OpenAccount): SmartListCounter {
  let counter = counters.get(account);
  if (counter === undefined) {
    counter = new SmartListCounter(account);
    counters.set(account, counter);
  }
  return counter;
}

/** What the smart lists of the account hold, as far as it is known. */
export function useKnownLists(): KnownLists {
  const account = useAccount();
  const counter = counterOf(account);
  return useSyncExternalStore(counter.subscribe, counter.state);
}

const nothing: readonly string[] = [];

/** Acts that others do not have yet; none while there are no others. */
export function useUnsent(): readonly string[] {
  const pending = usePending();
  return useSyncState().kind === 'local' ? nothing : pending;
}

/** How much is on each list; `null` while it has not been counted yet. */
export function useListCounts(): { readonly [L in ListName]: number | null } {
  const { counts } = useKnownLists();
  const unsent = useUnsent().length;
  const attention = useAttention().items.length;
  return useMemo(() => ({ ...counts, notSynchronised: unsent, attention }), [counts, unsent, attention]);
}
