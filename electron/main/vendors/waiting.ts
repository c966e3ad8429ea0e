/** Clock of the clients: tests pass one whose waits end at once. */
export interface Waiting {
  /** Milliseconds, never going back. */
  readonly now: () => number;
  /** Ends early, without a word, when it is given up. */
  readonly wait: (ms: number, signal: AbortSignal) => Promise<void>;
}

export const realWaiting: Waiting = {
  now: () => performance.now(),
  wait: (ms, signal) =>
    new Promise((resolve) => {
      if (signal.aborted || ms <= 0) {
        resolve();
        return;
      }
      const end = (): void => {
        clearTimeout(timer);
        signal.removeEventListener('abort', end);
        resolve();
      };
      const timer = setTimeout(end, ms);
      signal.addEventListener('abort', end);
    }),
};
