import { useMemo } from 'react';
import { useSession } from '../../state/session-context';
import { useUnsent } from '../../state/smart-list-hooks';

/** Ids of the groups that acts which are not synchronised yet have made or changed; none while the account is not shared at all. */
export function usePendingGroups(): ReadonlySet<string> {
  const session = useSession();
  const unsent = useUnsent();
  return useMemo(() => {
    const ids = new Set<string>();
    for (const commit of unsent)
      for (const change of session.record(commit)?.changes ?? []) if (change.table === 'groups') ids.add(change.id);
    return ids;
  }, [session, unsent]);
}
