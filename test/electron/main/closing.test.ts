import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { WindowClosing } from '../../../electron/main/window/closing';

let quits: boolean;
const close = vi.fn();
const quit = vi.fn();
const stay = vi.fn();
const tell = vi.fn();

function aWindow(): { readonly closing: WindowClosing; readonly closes: () => boolean } {
  const closing = new WindowClosing({
    window: { close, isDestroyed: () => false },
    tell,
    quit,
    isQuitting: () => quits,
    stay,
  });
  const closes = (): boolean => {
    const preventDefault = vi.fn();
    closing.onClose({ preventDefault });
    return preventDefault.mock.calls.length === 0;
  };
  return { closing, closes };
}

beforeEach(() => {
  quits = false;
  vi.useFakeTimers();
  for (const told of [close, quit, stay, tell]) told.mockReset();
});
afterEach(() => vi.useRealTimers());

describe('a window that is to close', () => {
  it('closes at once while its page cannot be asked', () => {
    const { closing, closes } = aWindow();
    expect(closes()).toBe(true);
    closing.ready();
    closing.gone();
    expect(closes()).toBe(true);
  });

  it('is asked, and closes when nothing is under way any more, however long that takes', () => {
    const { closing, closes } = aWindow();
    closing.ready();
    expect(closes()).toBe(false);
    expect(tell).toHaveBeenCalledOnce();
    closing.answer('finishing');
    vi.advanceTimersByTime(3_600_000);
    expect(close).not.toHaveBeenCalled();
    closing.answer('close');
    expect(close).toHaveBeenCalledOnce();
    expect(closes()).toBe(true);
  });

  it('ends the program where that was wanted, and stays where the person says so', () => {
    const { closing, closes } = aWindow();
    closing.ready();
    quits = true;
    closes();
    closing.answer('stay');
    expect(stay).toHaveBeenCalledOnce();
    closes();
    closing.answer('close');
    expect(quit).toHaveBeenCalledOnce();
  });

  it('closes when its page says nothing', () => {
    const { closing, closes } = aWindow();
    closing.ready();
    closes();
    vi.advanceTimersByTime(10_000);
    expect(close).toHaveBeenCalledOnce();
  });
});
