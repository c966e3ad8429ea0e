import { useMemo } from 'react';
import type { PortfolioAnswer } from '#core/queries/portfolio';
import { usePending } from '../../state/model-hooks';
import { useSession } from '../../state/session-context';
import { useSyncState } from '../../state/sync-hooks';
import { actsByGroup } from './acts-by-group';
import { placeRows, type ComplexRow } from './portfolio-rows';

const nothingWaits: ReadonlyMap<string, number> = new Map();

/** The lines of a portfolio, with what waits to be sent; nothing does while the account is not shared. */
export function useComplexRows(portfolio: PortfolioAnswer | null): readonly ComplexRow[] {
  const session = useSession();
  const pending = usePending();
  const isShared = useSyncState().kind !== 'local';
  const waiting = useMemo(
    () => (isShared ? actsByGroup(session, pending) : nothingWaits),
    [session, pending, isShared],
  );
  return useMemo(() => (portfolio === null ? [] : placeRows(portfolio, waiting)), [portfolio, waiting]);
}
