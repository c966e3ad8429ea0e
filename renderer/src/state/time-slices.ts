import type { Unsubscribe } from '#core/ledger/store';

/** A frame has 16 ms; half of one leaves the rest to drawing and typing. */
const sliceMs = 8;
/** However busy the window is, idle work goes on after this. */
const longestWaitMs = 500;
/** Held work looks again after this whether it may go on. */
const heldMs = 50;

export interface SliceWhen {
  /** `soon`: somebody waits for it. `idle`: whenever nothing else is to be done. */
  readonly when: 'soon' | 'idle';
  /** True when the first slice is done at once, so that short work is finished on return. */
  readonly atOnce?: boolean;
  /** True while the work has to wait for something that is under way, each part of which would have to wait for a slice otherwise. */
  readonly isHeld?: () => boolean;
}

/** Goes through steps without holding up the window. The returned function stops it for good. */
export function runInSlices(steps: Iterator<unknown>, { when, atOnce = false, isHeld }: SliceWhen): Unsubscribe {
  let cancel: () => void = () => undefined;
  const work = (most: number): void => {
    if (isHeld?.() === true) cancel = after(heldMs, () => work(sliceMs));
    else if (!doSteps(steps, most)) cancel = later(when, work);
  };
  if (atOnce) work(sliceMs);
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

function later(when: SliceWhen['when'], work: (most: number) => void): () => void {
  if (when === 'idle' && typeof requestIdleCallback === 'function') {
    const handle = requestIdleCallback(
      (idle) => work(idle.didTimeout ? sliceMs : Math.min(sliceMs, idle.timeRemaining())),
      { timeout: longestWaitMs },
    );
    return () => cancelIdleCallback(handle);
  }
  return after(0, () => work(sliceMs));
}

function after(milliseconds: number, work: () => void): () => void {
  const timer = setTimeout(work, milliseconds);
  return () => clearTimeout(timer);
}
