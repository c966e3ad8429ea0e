import { ask } from '../platform/bridge';
import type { Synchroniser } from '../sync/synchroniser';

let calls = 0;

/** Asks main about a ledger's shared place beside its commits, and mends it from this computer's copy. */
export function placeCalls(
  ledger: string,
  synchroniser: Pick<Synchroniser, 'synchronise'>,
): Required<Pick<Synchroniser, 'place' | 'mend' | 'turn'>> {
  return {
    place: async () => {
      const answer = await ask('ledger.place', { ledger });
      return answer.ok ? answer.value : null;
    },
    mend: async () => {
      calls += 1;
      const answer = await ask('ledger.mend', { ledger, call: `mend-${String(calls)}` });
      await synchroniser.synchronise();
      return answer.ok;
    },
    turn: async (way) => {
      calls += 1;
      const answer = await ask('ledger.turn', { ledger, call: `turn-${String(calls)}`, way });
      return answer.ok ? null : answer.failure;
    },
  };
}
