import { useSyncExternalStore } from 'react';
import type { Presence } from '#core/ledger/presence';
import { clockDoubt, type ClockDoubt } from './clock-doubt';
import { useFromRows } from './model-hooks';
import { useOthersHere } from './presence-hooks';
import { useAccount } from './session-context';
import { useDay } from './view-hooks';

const none = (): Presence | null => null;
const never = (): (() => void) => () => undefined;

/** Doubt about the clock of this computer; `null` where there is none, or where nobody else works on the account. */
export function useClockDoubt(now: () => number = Date.now): ClockDoubt | null {
  const { session, presence, office } = useAccount();
  const { today } = useDay();
  const words = useOthersHere();
  const { by } = session;
  const latest = useFromRows((rows) => rows.latestAuthors().find(({ id }) => id !== by));
  const late = useSyncExternalStore(presence?.subscribe ?? never, presence?.late ?? none);
  if (presence === undefined) return null;
  // What copies files may bring a word days after it was said.
  return clockDoubt({ today, now: now(), latest, words, late: office === undefined ? late : null });
}
