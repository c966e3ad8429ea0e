import type { Page } from 'playwright-core';

/** Milliseconds after which a window is not waited for any more. A current Chromium now and then forgets who asked to be told. */
const longest = 2_000;

/** Waits until the window has drawn and has nothing left to do that it had put off. */
export function settled(page: Page): Promise<void> {
  return page.evaluate(
    (timeout) =>
      new Promise<void>((resolve) =>
        requestIdleCallback(() => requestAnimationFrame(() => requestIdleCallback(() => resolve(), { timeout })), {
          timeout,
        }),
      ),
    longest,
  );
}

/** Waits until every pane shows what is chosen: after a choice they follow as fast as they can be drawn. */
export async function panesFollowed(page: Page): Promise<void> {
  await page.locator('[aria-busy="true"]').first().waitFor({ state: 'detached' });
}
