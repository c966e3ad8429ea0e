import type { LocalAccountSession } from '../data/account-session';
import type { PositionKeeper } from '../data/position-database';
import { hear } from '../platform/bridge';
import { keepPlace } from './kept-position';
import type { createViewStore } from './view-store';

/** How often it is looked whether a new day has begun. */
const dayCheckMs = 30_000;

export interface Watched {
  readonly ledger: string;
  readonly session: LocalAccountSession;
  readonly view: ReturnType<typeof createViewStore>;
  readonly keeper: PositionKeeper;
  /** The shared place is of another way than before. */
  readonly onMoved: () => void;
}

/** Keeps where the person is, and follows the day and what main tells of an open account; answers how to stop. */
export function watchView({ ledger: own, session, view, keeper, onMoved }: Watched): () => void {
  const stopKeeping = keepPlace(view, keeper, own);
  const dayCheck = setInterval(() => {
    const today = session.today();
    if (today !== view.getState().today) view.setState({ today });
  }, dayCheckMs);
  const stopHearing = hear('window.showGroup', ({ ledger, groupId }) => {
    if (ledger !== own || session.model.row('groups', groupId) === undefined) return;
    view.setState({ groupId, selection: { kind: 'group', ids: [groupId] } });
  });
  const stopFollowing = hear('ledger.moved', ({ ledger }) => {
    if (ledger === own) onMoved();
  });
  addEventListener('pagehide', stopKeeping);
  return () => {
    clearInterval(dayCheck);
    stopHearing();
    stopFollowing();
    removeEventListener('pagehide', stopKeeping);
    stopKeeping();
  };
}
