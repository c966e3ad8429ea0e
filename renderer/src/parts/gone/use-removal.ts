import type { CommitRecord } from '#core/ledger/replica';
import { isRefused, useAnswer, useFromRows } from '../../state/model-hooks';
import { useSession } from '../../state/session-context';
import { useDay } from '../../state/view-hooks';

/** The act by which something went; `null` when it is there, when that cannot be known, or when nothing is asked. */
export function useRemoval(id: string | undefined): CommitRecord | null {
  const session = useSession();
  const { today } = useDay();
  const history = useAnswer('history', id === undefined ? { limit: 0 } : { entityId: id, limit: 1 }, today);
  if (isRefused(history)) return null;
  const [latest] = history;
  const record = latest === undefined ? undefined : session.record(latest.commit);
  return record?.changes.some((change) => change.id === id && change.after === undefined) === true ? record : null;
}

/** Tells whether a thing went by an act of the person at this window: then there is nothing to be told about it. */
export function useWentByMyself(id: string | undefined): boolean {
  const { by } = useSession();
  const isThere = useFromRows((rows) => id === undefined || rows.tableOf(id) !== 'retired');
  // Of what is there nothing is asked: it would be looked for in the whole history, with each act.
  const removal = useRemoval(isThere ? undefined : id);
  return !isThere && removal?.by === by;
}
