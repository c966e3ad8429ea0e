import type { StoreApi } from 'zustand/vanilla';
import type { LocalLedger } from '#core/ipc/ledger-channels';
import { failed } from '#core/kernel/result';
import type { LedgerStore, StoreResult } from '#core/ledger/store';
import { synchronise } from '#core/ledger/synchronise';
import type { LocalAccountSession } from '../data/account-session';
import { removeTables } from '../data/open-session';
import { ask } from '../platform/bridge';
import { bridgeStore } from '../sync/bridge-store';
import type { JoiningProgress, StartState } from './start-hooks';

let calls = 0;

/**
 * Reads a joined account for the first time: from a checkpoint in its place, where there is one to be believed, and what came after it;
 * else all of it. Whatever was read already is not read again.
 */
export async function readJoined(
  { ledger, store: place }: LocalLedger,
  session: LocalAccountSession,
  signal: AbortSignal,
  onProgress: (progress: JoiningProgress) => void = () => undefined,
): Promise<StoreResult<null>> {
  if (place === null) return failed({ kind: 'offline', detail: '' });
  if (session.head === null && session.pending().length === 0) {
    onProgress({ done: 0, of: null });
    calls += 1;
    const call = `begin-${String(calls)}`;
    const stop = (): void => void ask('ledger.abort', { call });
    signal.addEventListener('abort', stop);
    const begun = await ask('ledger.begin', { ledger, call });
    signal.removeEventListener('abort', stop);
    if (signal.aborted) return failed({ kind: 'aborted' });
    // What stands in the way of it stands in the way of reading, too, which then says what it is.
    if (begun.ok && begun.value.from !== null) await session.begin();
  }
  const store = bridgeStore(ledger, place);
  return synchronise(session, counting(store, onProgress), signal);
}

/** The same store, telling how far what was read is. */
function counting(store: LedgerStore, onProgress: (progress: JoiningProgress) => void): LedgerStore {
  return {
    ...store,
    read: async (after, limit, signal) => {
      const page = await store.read(after, limit, signal);
      if (page.ok && page.value.head !== null) onProgress({ done: after, of: page.value.head.seq });
      return page;
    },
  };
}

/** Leaves nothing of an account that was joined and given up. */
export async function forgetJoined(ledger: string): Promise<void> {
  await ask('ledger.giveUp', { ledger });
  await removeTables(ledger);
}

/** The reading of a joined account that a person waits for, and may give up. */
export class Joining {
  private ending = new AbortController();

  constructor(private readonly state: StoreApi<StartState>) {}

  read(local: LocalLedger, session: LocalAccountSession): Promise<StoreResult<null>> {
    this.ending = new AbortController();
    return readJoined(local, session, this.ending.signal, (joining) =>
      this.state.setState((state) => (state.kind === 'opening' ? { ...state, joining } : state), true),
    );
  }

  readonly cancel = (): void => this.ending.abort();
}
