import type { Locator, Page } from 'playwright-core';

/** Far more stops than any dialog or pane has. */
const mostStops = 80;

/** A person with a keyboard and no mouse, who counts the keys. */
export class Typist {
  private pressed = 0;

  constructor(readonly page: Page) {}

  get keystrokes(): number {
    return this.pressed;
  }

  /** One key or combination. */
  async press(key: string): Promise<void> {
    this.pressed += 1;
    await this.page.keyboard.press(key);
  }

  /** A key for each letter. */
  async type(text: string): Promise<void> {
    this.pressed += [...text].length;
    await this.page.keyboard.type(text);
  }

  /** Goes on with Tab until something has the keyboard. */
  async tabTo(target: Locator, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
    await target.waitFor();
    for (let stops = 0; stops < mostStops; stops += 1) {
      if (await target.evaluate((element) => element === document.activeElement)) return;
      await this.press(key);
    }
    throw new Error(`${mostStops} times ${key} did not lead to ${String(target)}`);
  }
}
