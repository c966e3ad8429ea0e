import { useMemo } from 'react';
import { usePending } from '../../state/model-hooks';
import { useSession } from '../../state/session-context';
import { useSyncState } from '../../state/sync-hooks';

/** Ids of the groups that acts which are not synchronised yet have made or changed; none while the account is not shared at all. */
export function usePendingGroups(): ReadonlySet<string> {
  const session = useSession();
  const pending = usePending();
  const isShared = useSyncState().kind !== 'local';
  return useMemo(() => {
    const ids = new Set<string>();
    if (!isShared) return ids;
    for (const commit of pending)
      for (const change of session.record(commit)?.changes ?? []) if (change.table === 'groups') ids.add(change.id);
    return ids;
  }, [session, pending, isShared]);
}
