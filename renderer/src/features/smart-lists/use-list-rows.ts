import { useMemo } from 'react';
import { useAttention } from '../../state/model-hooks';
import { useSession } from '../../state/session-context';
import { useKnownLists, useUnsent } from '../../state/smart-list-hooks';
import type { ListName } from '../../state/view-store';
import { rowOfAttention, rowOfEntry, rowOfUnsent, type ListRow } from './list-row';

/** The rows of a list; `null` while the account has not been gone through yet. */
export function useListRows(list: ListName): readonly ListRow[] | null {
  const session = useSession();
  const { shown } = useKnownLists();
  const unsent = useUnsent();
  const { items } = useAttention();
  const entries = shown?.list === list ? shown.entries : null;
  // Apart from the others: acts change with each act, a list of a hundred thousand things does not.
  const things = useMemo(() => (entries === null ? null : entries.map(rowOfEntry)), [entries]);
  const acts = useMemo((): readonly ListRow[] => {
    if (list === 'attention') return items.map((item) => rowOfAttention(item, session.model));
    if (list === 'notSynchronised')
      return unsent
        .flatMap((id) => session.record(id) ?? [])
        .map((record) => rowOfUnsent(record, session.model))
        .reverse();
    return [];
  }, [list, session, unsent, items]);
  return list === 'attention' || list === 'notSynchronised' ? acts : things;
}
