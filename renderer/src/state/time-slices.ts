import type { Unsubscribe } from '#core/ledger/store';

/** A frame has 16 ms; half of one leaves the rest to drawing and typing. */
const sliceMs = 8;
/** However busy the window is, idle work goes on after this. */
const longestWaitMs = 500;

export interface SliceWhen {
  /** `soon`: somebody waits for it. `idle`: whenever nothing else is to be done. */
  readonly when: 'soon' | 'idle';
  /** True when the first slice is done at once, so that short work is finished on return. */
  readonly atOnce?: boolean;
}

/** Goes through steps without holding up the window. The returned function stops it for good. */
export function runInSlices(steps: Iterator<unknown>, { when, atOnce = false }: SliceWhen): Unsubscribe {
  let cancel: () => void = () => undefined;
  const work = (): void => {
    if (!doSteps(steps, sliceMs)) cancel = later(when, work);
  };
  if (atOnce) work();
  else cancel = later(when, work);
  return () => cancel();
}

/** Tells whether all is done. */
function doSteps(steps: Iterator<unknown>, most: number): boolean {
  const until = performance.now() + most;
  do {
    if (steps.next().done === true) return true;
  } while (performance.now() < until);
  return false;
}

function later(when: SliceWhen['when'], work: () => void): () => void {
  if (when === 'idle' && typeof requestIdleCallback === 'function') {
    const handle = requestIdleCallback(work, { timeout: longestWaitMs });
    return () => cancelIdleCallback(handle);
  }
  const timer = setTimeout(work, 0);
  return () => clearTimeout(timer);
}
