import { useSyncExternalStore } from 'react';
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

/** Contents of the smart lists of the account, as far as they are known. */
export function useKnownLists(): KnownLists {
  const account = useAccount();
  const counter = counterOf(account);
  return useSyncExternalStore(counter.subscribe, counter.state);
}

const nothing: readonly string[] = [];

/** Acts that others do not have yet; none while there are no others. */
export function useUnsent(): readonly string[] {
  const { session } = useAccount();
  const isShared = useSyncState().kind !== 'local';
  return useSyncExternalStore(session.subscribe, isShared ? session.pending : noUnsent);
}

const noUnsent = (): readonly string[] => nothing;

/** Number of things on a list; `null` while it has not been counted yet. */
export function useListCount(list: ListName): number | null {
  const account = useAccount();
  const counter = counterOf(account);
  const unsent = useUnsent().length;
  const attention = useSyncExternalStore(account.session.subscribe, () => account.session.attention().length);
  const counted = useSyncExternalStore(counter.subscribe, () =>
    list === 'notSynchronised' || list === 'attention' ? null : counter.state().counts[list],
  );
  if (list === 'notSynchronised') return unsent;
  return list === 'attention' ? attention : counted;
}
