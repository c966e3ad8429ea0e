import type { CallAnswer } from '#core/ipc/channels';
import type { Day } from '#core/kernel/day';
import type { Head } from '#core/ledger/commit';
import { ask, hear } from '../platform/bridge';

/** Work of main on a shorter history, which can be given up. */
export interface Wishes {
  readonly signal: AbortSignal;
  /** Share that is done, from 0 to 1. */
  readonly onProgress: (share: number) => void;
}

/** Main's part in making the history shorter where the account is shared; the act itself is the window's. */
export interface ShorteningCalls {
  readonly outlook: (before: Day, signal: AbortSignal) => Promise<CallAnswer<'history.outlook'>>;
  /** Puts down the account at a commit; the SHA-256 that the act names. */
  readonly putDown: (to: Head, wishes: Wishes) => Promise<CallAnswer<'history.putDown'>>;
  /** Removes what an act of the account says. */
  readonly finish: () => Promise<CallAnswer<'history.finish'>>;
}

/** Runs a call of main's that ends when it is given up. */
async function givenUpBy<T>(signal: AbortSignal | null, work: (call: string) => Promise<T>): Promise<T> {
  const call = `shorten-${crypto.randomUUID()}`;
  const giveUp = (): void => void ask('ledger.abort', { call });
  signal?.addEventListener('abort', giveUp, { once: true });
  try {
    return await work(call);
  } finally {
    signal?.removeEventListener('abort', giveUp);
  }
}

export function shorteningCalls(ledger: string): ShorteningCalls {
  return {
    outlook: (before, signal) => givenUpBy(signal, (call) => ask('history.outlook', { ledger, call, before })),
    putDown: (to, { signal, onProgress }) =>
      givenUpBy(signal, async (call) => {
        const deafen = hear('history.progress', (progress) => {
          if (progress.call === call) onProgress(progress.done / progress.of);
        });
        try {
          return await ask('history.putDown', { ledger, call, to });
        } finally {
          deafen();
        }
      }),
    finish: () => givenUpBy(null, (call) => ask('history.finish', { ledger, call })),
  };
}
