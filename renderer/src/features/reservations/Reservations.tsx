import { useEffect, useRef, useState, type ReactNode } from 'react';
import { useFromRows } from '../../state/model-hooks';
import { useSession } from '../../state/session-context';
import { useSyncState } from '../../state/sync-hooks';
import { useChosenGroup, useDay } from '../../state/view-hooks';
import { useCommandHandlers } from '../../parts/commands';
import { TakeAlongDialog } from './TakeAlongDialog';

/** D12: what this computer took along goes back by itself once it has synchronised after the last day. */
function useReturnOnTime(): void {
  const session = useSession();
  const { today } = useDay();
  const { kind } = useSyncState();
  const begun = useRef(new Set<string>());
  const overdue = useFromRows((rows) =>
    [...rows.rows('reservations')]
      .filter(({ computerId, until }) => computerId === session.device && until < today)
      .map(({ id }) => id),
  );
  const isTold = kind === 'upToDate' || kind === 'local';
  useEffect(() => {
    if (!isTold) return;
    for (const reservationId of overdue) {
      if (begun.current.has(reservationId)) continue;
      begun.current.add(reservationId);
      void session.act({ do: 'reserve.release', args: { reservationId } });
    }
  }, [session, isTold, overdue]);
}

/** The command that takes licenses and numbers of the chosen group's pool along, and their way back. */
export function Reservations(): ReactNode {
  const { groupId } = useChosenGroup();
  const [shown, show] = useState<string | null>(null);
  useCommandHandlers({ 'licenses.takeAlong': { run: () => show(groupId) } });
  useReturnOnTime();
  return shown === null ? null : <TakeAlongDialog groupId={shown} onClose={() => show(null)} />;
}
