import type { Page } from 'playwright-core';

/** How even the window drew while something went on. */
export interface Frames {
  readonly drawn: number;
  /** Frames that a screen of 60 Hz would have shown and that were not drawn in time. */
  readonly dropped: number;
  /** Milliseconds from one drawn frame to the next, at worst. */
  readonly longestGap: number;
  /** Times the window was busy for more than 50 ms. */
  readonly longTasks: number;
}

export interface Spread {
  readonly p50: number;
  readonly p95: number;
  readonly max: number;
}

export function spreadOf(values: readonly number[]): Spread {
  const sorted = [...values].sort((one, other) => one - other);
  const at = (part: number): number =>
    sorted[Math.min(sorted.length - 1, Math.floor(part * sorted.length))] ?? Number.NaN;
  return { p50: at(0.5), p95: at(0.95), max: sorted.at(-1) ?? Number.NaN };
}

/** Milliseconds since 1970 at which an element was first drawn. */
export function drawnAt(page: Page, selector: string): Promise<number> {
  return page.evaluate(
    (wanted) =>
      new Promise<number>((resolve) => {
        const look = (): void => {
          if (document.querySelector(wanted) === null) requestAnimationFrame(look);
          // The frame after the one in which it is there has been drawn with it.
          else requestAnimationFrame(() => resolve(performance.timeOrigin + performance.now()));
        };
        look();
      }),
    selector,
  );
}

/** Scrolls an element in so many frames, by so many pixels a frame or (`null`) from its top to its bottom, and says how even that was. */
export function scrollThrough(page: Page, selector: string, frames: number, pixels: number | null): Promise<Frames> {
  return page.evaluate(
    ([wanted, count, each]) =>
      new Promise<Frames>((resolve, reject) => {
        const element = document.querySelector(wanted);
        if (element === null) return reject(new Error(`nothing is ${wanted}`));
        let longTasks = 0;
        const observer = new PerformanceObserver((list) => {
          longTasks += list.getEntries().length;
        });
        observer.observe({ type: 'longtask' });
        const way = each === null ? element.scrollHeight - element.clientHeight : each * count;
        const times: number[] = [];
        const step = (now: number): void => {
          times.push(now);
          if (times.length <= count) {
            element.scrollTop = (way * times.length) / count;
            requestAnimationFrame(step);
            return;
          }
          observer.disconnect();
          const gaps = times.slice(1).map((time, index) => time - (times[index] as number));
          const dropped = gaps.reduce((sum, gap) => sum + Math.max(0, Math.round(gap / (1000 / 60)) - 1), 0);
          resolve({ drawn: gaps.length, dropped, longestGap: Math.max(...gaps), longTasks });
        };
        element.scrollTop = 0;
        setTimeout(() => requestAnimationFrame(step), 300);
      }),
    [selector, frames, pixels] as const,
  );
}

/** Keeps the longest time for which the window did not answer until it is asked for. */
export async function watchAnswering(page: Page): Promise<() => Promise<number>> {
  await page.evaluate(() => {
    let last = performance.now();
    let longest = 0;
    const channel = new MessageChannel();
    let isOn = true;
    channel.port1.onmessage = () => {
      const now = performance.now();
      longest = Math.max(longest, now - last);
      last = now;
      if (isOn) setTimeout(() => channel.port2.postMessage(0), 1);
    };
    channel.port2.postMessage(0);
    Object.assign(window, {
      benchLongest: () => {
        isOn = false;
        return longest;
      },
    });
  });
  return () => page.evaluate(() => (window as unknown as { benchLongest: () => number }).benchLongest());
}

/** From now on waits for a key and for what it changes inside an element: a text that stands there, or (`null`) anything. */
export async function watchKey(page: Page, within: string, text: string | null): Promise<void> {
  await page.evaluate(
    ([selector, wanted]) => {
      const drawn = new Promise<number>((resolve, reject) => {
        const timer = setTimeout(() => reject(new Error(`${String(wanted)} was not drawn`)), 20_000);
        let pressed = 0;
        addEventListener(
          'keydown',
          (event) => {
            pressed = event.timeStamp;
          },
          { capture: true, once: true },
        );
        const holder = document.querySelector(selector);
        const isThere = (): boolean =>
          wanted === null ||
          [...(holder?.querySelectorAll('.tree-name') ?? [])].some((name) => name.textContent === wanted);
        const observer = new MutationObserver(() => {
          if (pressed === 0 || !isThere()) return;
          observer.disconnect();
          clearTimeout(timer);
          // What changed before a frame is on the screen once that frame's work has ended.
          requestAnimationFrame(() => setTimeout(() => resolve(performance.now() - pressed)));
        });
        if (holder !== null)
          observer.observe(holder, { childList: true, subtree: true, characterData: true, attributes: true });
      });
      Object.assign(window, { benchDrawn: drawn });
    },
    [within, text] as const,
  );
}

/** Milliseconds from the key that was watched to what it changed. */
export function watchedKey(page: Page): Promise<number> {
  return page.evaluate(() => (window as unknown as { benchDrawn: Promise<number> }).benchDrawn);
}
