import type { LocalLedger } from '#core/ipc/ledger-channels';
import type { Presence } from '#core/ledger/presence';
import { synchronise } from '#core/ledger/synchronise';
import type { LocalAccountSession } from '../data/account-session';
import type { Surroundings } from '../data/clock';
import { ask } from '../platform/bridge';
import { bridgeStore } from '../sync/bridge-store';
import { LedgerSynchroniser, noSynchroniser } from '../sync/ledger-synchroniser';
import { OfficeDesk } from '../sync/office-desk';
import { PresenceDesk } from '../sync/presence-desk';
import { grantCalls } from './grant-calls';
import { keptMoment } from './kept-moment';
import { placeCalls } from './place-calls';
import { shorteningCalls } from './shortening-calls';
import type { OpenAccount } from './session-context';

/** Exchange of an account with the place that it is shared through, nothing where it is on this computer only; and with other accounts, by files. */
export function exchangeOf(
  local: LocalLedger,
  session: LocalAccountSession,
  { surroundings, chance }: { readonly surroundings: Surroundings; readonly chance: () => number },
  where: () => string,
): Pick<OpenAccount, 'synchroniser' | 'office' | 'presence' | 'grants' | 'shortening'> {
  const grants = grantCalls(local.ledger);
  if (local.store === null) return { synchroniser: noSynchroniser, office: undefined, presence: undefined, grants };
  const store = bridgeStore(local.ledger, local.store);
  const office = store.order === undefined ? undefined : new OfficeDesk(store.order);
  const presence = new PresenceDesk(() => whoElse(local.ledger, where()));
  const synchroniser = new LedgerSynchroniser({
    account: session,
    round: async (signal) => {
      const outcome = await synchronise(session, store, signal);
      await office?.refresh();
      // Nobody waits for a courtesy.
      if (outcome.ok) void presence.refresh();
      return outcome;
    },
    onHint: (listener) => store.watch?.(listener) ?? (() => undefined),
    now: surroundings.now,
    keptMoment: keptMoment(local.ledger),
    chance,
  });
  void synchroniser.synchronise();
  const calls = { ...placeCalls(local.ledger, synchroniser), stop: stopBoth(synchroniser, presence) };
  const shortening = shorteningCalls(local.ledger);
  return { synchroniser: Object.assign(synchroniser, calls), office, presence, grants, shortening };
}

function stopBoth({ stop }: LedgerSynchroniser, presence: PresenceDesk): () => Promise<void> {
  return () => {
    presence.stop();
    return stop();
  };
}

let calls = 0;

/** Asks who else is here; `null` where the place does not answer. */
async function whoElse(ledger: string, groupId: string): Promise<readonly Presence[] | null> {
  calls += 1;
  const found = await ask('ledger.presence', { ledger, call: `here-${String(calls)}`, groupId });
  return found.ok ? found.value : null;
}
