import type { LocalLedger } from '#core/ipc/ledger-channels';
import { synchronise } from '#core/ledger/synchronise';
import type { LocalAccountSession } from '../data/account-session';
import type { Surroundings } from '../data/clock';
import { bridgeStore } from '../sync/bridge-store';
import { LedgerSynchroniser, noSynchroniser } from '../sync/ledger-synchroniser';
import { OfficeDesk } from '../sync/office-desk';
import { keptMoment } from './kept-moment';
import { placeCalls } from './place-calls';
import type { OpenAccount } from './session-context';

/** Exchange of an account with the place that it is shared through; nothing where it is on this computer only. */
export function exchangeOf(
  local: LocalLedger,
  session: LocalAccountSession,
  { surroundings, chance }: { readonly surroundings: Surroundings; readonly chance: () => number },
): Pick<OpenAccount, 'synchroniser' | 'office'> {
  if (local.store === null) return { synchroniser: noSynchroniser, office: undefined };
  const store = bridgeStore(local.ledger, local.store);
  const office = store.order === undefined ? undefined : new OfficeDesk(store.order);
  const synchroniser = new LedgerSynchroniser({
    account: session,
    round: async (signal) => {
      const outcome = await synchronise(session, store, signal);
      await office?.refresh();
      return outcome;
    },
    onHint: (listener) => store.watch?.(listener) ?? (() => undefined),
    now: surroundings.now,
    keptMoment: keptMoment(local.ledger),
    chance,
  });
  void synchroniser.synchronise();
  return { synchroniser: Object.assign(synchroniser, placeCalls(local.ledger, synchroniser)), office };
}
