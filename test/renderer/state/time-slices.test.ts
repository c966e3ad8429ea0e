import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { runInSlices } from '../../../renderer/src/state/time-slices';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  vi.restoreAllMocks();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

function* counting(done: { steps: number }, most: number): Generator<undefined, void> {
  for (; done.steps < most; done.steps += 1) yield undefined;
}

describe('idle work', () => {
  it('waits while something is under way, and goes on with it afterwards', () => {
    const done = { steps: 0 };
    let isHeld = true;
    runInSlices(counting(done, 3), { when: 'idle', isHeld: () => isHeld });
    vi.advanceTimersByTime(2_000);
    expect(done.steps).toBe(0);
    isHeld = false;
    vi.advanceTimersByTime(100);
    expect(done.steps).toBe(3);
  });

  it('that is given up while it waits is not done', () => {
    const done = { steps: 0 };
    let isHeld = true;
    const stop = runInSlices(counting(done, 3), { when: 'idle', isHeld: () => isHeld });
    vi.advanceTimersByTime(100);
    stop();
    isHeld = false;
    vi.advanceTimersByTime(2_000);
    expect(done.steps).toBe(0);
  });

  it('takes no longer than the window has time, and a little where it never has any', () => {
    const asked: ((idle: IdleDeadline) => void)[] = [];
    vi.stubGlobal('requestIdleCallback', (work: (idle: IdleDeadline) => void) => asked.push(work));
    let now = 0;
    vi.spyOn(performance, 'now').mockImplementation(() => now);
    function* work(): Generator<undefined, void> {
      for (;;) {
        now += 1;
        yield undefined;
      }
    }
    const slice = (idle: IdleDeadline): number => {
      const before = now;
      asked.pop()?.(idle);
      return now - before;
    };
    runInSlices(work(), { when: 'idle' });
    expect(slice({ didTimeout: false, timeRemaining: () => 3 })).toBe(3);
    expect(slice({ didTimeout: false, timeRemaining: () => 50 })).toBe(8);
    expect(slice({ didTimeout: true, timeRemaining: () => 0 })).toBe(8);
  });
});
