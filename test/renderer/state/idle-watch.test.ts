import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { watchIdle } from '../../../renderer/src/state/idle-watch';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function watched(minutes: number): {
  readonly target: EventTarget;
  readonly onIdle: () => void;
  readonly end: () => void;
} {
  const target = new EventTarget();
  const onIdle = vi.fn();
  const end = watchIdle({ minutes, now: () => performance.now(), target, onIdle });
  return { target, onIdle, end };
}

describe('watching for a person who went away', () => {
  it('tells once after as many minutes as were chosen', () => {
    const { onIdle } = watched(5);
    vi.advanceTimersByTime(5 * 60_000 - 1);
    expect(onIdle).not.toHaveBeenCalled();
    vi.advanceTimersByTime(60 * 60_000);
    expect(onIdle).toHaveBeenCalledTimes(1);
  });

  it.each(['keydown', 'pointerdown', 'pointermove', 'wheel'])('begins anew with each %s', (sign) => {
    const { target, onIdle } = watched(5);
    vi.advanceTimersByTime(4 * 60_000);
    target.dispatchEvent(new Event(sign));
    vi.advanceTimersByTime(4 * 60_000);
    expect(onIdle).not.toHaveBeenCalled();
    vi.advanceTimersByTime(60_000);
    expect(onIdle).toHaveBeenCalledTimes(1);
  });

  it('tells nothing any more once it has ended', () => {
    const { onIdle, end } = watched(1);
    end();
    vi.advanceTimersByTime(10 * 60_000);
    expect(onIdle).not.toHaveBeenCalled();
  });
});
