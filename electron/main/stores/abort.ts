import type { Turns } from '#core/kernel/turns';
import type { Abort, StoreFailure } from '#core/ledger/store';
import { StoreError } from './store-error';

export const aborted: StoreFailure = { kind: 'aborted' };

export function throwIfAborted(signal: Abort): void {
  if (signal.aborted) throw new StoreError(aborted);
}

/**
 * Settles like `work`, or as soon as the signal is aborted with the failure that then holds.
 * The work itself goes on where the system cannot interrupt it; its result is then nobody's business.
 */
export function settleOnAbort<T>(signal: Abort, work: Promise<T>, failure: () => StoreFailure): Promise<T> {
  return new Promise<T>((resolve, reject) => {
    const onAbort = (): void => reject(new StoreError(failure()));
    if (signal.aborted) onAbort();
    else signal.addEventListener('abort', onAbort);
    work.then(resolve, reject).finally(() => signal.removeEventListener('abort', onAbort));
  });
}

/** Waits, unless the signal is aborted first. */
export function pause(milliseconds: number, signal: Abort): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const waiting = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, milliseconds);
  });
  return settleOnAbort(signal, waiting, () => aborted).finally(() => clearTimeout(timer));
}

/** A signal that nobody aborts, for work that a store does for itself. */
export const neverAborted: Abort = {
  aborted: false,
  addEventListener: () => undefined,
  removeEventListener: () => undefined,
};

/**
 * Takes a turn, unless the signal is aborted before it comes: with one turn at a time, a share that hangs holds one thread of the
 * file system's few, and whoever waits in line can still leave.
 */
export function takeTurn<T>(turns: Turns, signal: Abort, work: () => Promise<T>): Promise<T> {
  return turns.take(() => {
    throwIfAborted(signal);
    return work();
  });
}
