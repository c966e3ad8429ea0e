import { useMemo } from 'react';
import { usePending } from '../../state/model-hooks';
import { useSession } from '../../state/session-context';

/** Ids of the groups that acts which are not synchronised yet have made or changed. */
export function usePendingGroups(): ReadonlySet<string> {
  const session = useSession();
  const pending = usePending();
  return useMemo(() => {
    const ids = new Set<string>();
    for (const commit of pending)
      for (const change of session.record(commit)?.changes ?? []) if (change.table === 'groups') ids.add(change.id);
    return ids;
  }, [session, pending]);
}
