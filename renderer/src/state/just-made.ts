import { useMemo, useSyncExternalStore } from 'react';
import type { TableName } from '#core/model/rows';
import type { AccountSession } from '../data/session';
import { useSession } from './session-context';

const none: ReadonlySet<string> = new Set();

/** What the newest own act has made, read anew only when there is a newer one. */
class NewestMade {
  private readonly stepsBefore: number;
  private read: string | null = null;
  private made = none;

  constructor(
    private readonly session: AccountSession,
    private readonly table: TableName,
  ) {
    this.stepsBefore = session.steps().undoable.length;
  }

  readonly current = (): ReadonlySet<string> => {
    const { undoable } = this.session.steps();
    const newest = undoable.length > this.stepsBefore ? undoable[0] : undefined;
    if (newest?.target === this.read) return this.made;
    this.read = newest?.target ?? null;
    const ids = (newest?.act.changes ?? []).flatMap(({ table, id, before }) =>
      table === this.table && before === undefined ? [id] : [],
    );
    // An act that made nothing here leaves in sight what was made before it.
    if (newest === undefined || ids.length > 0) this.made = ids.length === 0 ? none : new Set(ids);
    return this.made;
  };
}

/** Ids of what the person made last, since they came to this place: whatever filters say, it is shown. */
export function useJustMade(table: TableName, place: string): ReadonlySet<string> {
  const session = useSession();
  // eslint-disable-next-line react-hooks/exhaustive-deps -- another place begins anew
  const newest = useMemo(() => new NewestMade(session, table), [session, table, place]);
  return useSyncExternalStore(session.subscribe, newest.current);
}
