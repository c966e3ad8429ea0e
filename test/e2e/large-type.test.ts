import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Installer } from '../story/installer';
import { screens } from '../story/screens';
import { goHome } from '../story/ways';
import { launchTrellis, type TrellisWindow } from '../support/trellis-window';

let trellis: TrellisWindow;
let person: Installer;

beforeAll(async () => {
  trellis = await launchTrellis({ sample: true });
  person = new Installer('sample', trellis, '', '');
  await trellis.resize(1280, 720);
  await trellis.page.getByRole('tree').waitFor();
  await trellis.page.keyboard.press('Control+0');
});
afterAll(async () => {
  await trellis.page.keyboard.press('Control+0');
  await trellis.close();
});

/** What can be operated and lies under something, or outside of what shows it and cannot be scrolled into it. */
function cutOff(): Promise<readonly string[]> {
  return trellis.page.evaluate(() => {
    const tolerance = 1.5;
    const top = [...document.querySelectorAll('[role=dialog], [role=alertdialog]')].at(-1) ?? document.body;
    const lost: string[] = [];
    for (const element of top.querySelectorAll('button, [role=tab], input, textarea, [role=treeitem], a[href]')) {
      if (
        !element.checkVisibility({ checkVisibilityCSS: true }) ||
        element.closest('[aria-hidden=true], .visually-hidden') !== null
      )
        continue;
      const box = element.getBoundingClientRect();
      if (box.width <= 1.5 || (element.parentElement?.getBoundingClientRect().width ?? 0) <= 1.5) continue;
      for (let around = element.parentElement; around !== null; around = around.parentElement) {
        const { overflowX, overflowY } = getComputedStyle(around);
        const frame = around.getBoundingClientRect();
        if (overflowX === 'auto' || overflowX === 'scroll' || overflowY === 'auto' || overflowY === 'scroll') break;
        if (around !== document.body && overflowX === 'visible') continue;
        if (
          box.right > frame.right + tolerance ||
          box.left < frame.left - tolerance ||
          box.bottom > frame.bottom + tolerance
        ) {
          lost.push(
            `${element.tagName} “${(element.getAttribute('aria-label') ?? element.textContent ?? '').slice(0, 40)}” reaches out of ${around.className}`,
          );
          break;
        }
      }
    }
    for (const bar of document.querySelectorAll('.top-bar, .status-bar')) {
      const parts = [...bar.querySelectorAll('button, .field-box')].filter(
        (part) => part.getBoundingClientRect().width > 1.5 && part.parentElement?.closest('.field-box') === null,
      );
      for (const [index, part] of parts.entries()) {
        const next = parts[index + 1];
        if (next !== undefined && part.getBoundingClientRect().right > next.getBoundingClientRect().left + tolerance)
          lost.push(`${part.className} lies over ${next.className}`);
      }
    }
    return lost;
  });
}

const looked = [
  'overview',
  'licenses',
  'people',
  'person',
  'history',
  'coming-up',
  'generate',
  'buy',
  'allocate',
  'keys',
  'delete',
  'palette',
];

describe('large type', () => {
  it.each([
    [150, 3],
    [200, 5],
  ] as const)(
    'of %i percent, %i keys larger, cuts nothing off on a laptop, in the window and in its dialogs',
    async (size, presses) => {
      const { page } = trellis;
      await goHome(person);
      await page.keyboard.press('Control+0');
      for (let press = 0; press < presses; press += 1) await page.keyboard.press('Control+Equal');
      expect(await page.evaluate(() => localStorage.getItem('trellis.size'))).toBe(String(size));
      const lost: string[] = [];
      for (const screen of screens.filter(({ name }) => looked.includes(name))) {
        await goHome(person);
        await screen.show(person);
        lost.push(...(await cutOff()).map((line) => `${screen.name}: ${line}`));
      }
      expect(lost).toEqual([]);
    },
  );

  it('makes the lines of the tree and the rows of a table higher at once', async () => {
    const { page } = trellis;
    await goHome(person);
    await page.keyboard.press('Control+0');
    await page.keyboard.press('Control+3');
    await page.getByRole('grid', { name: 'People' }).getByRole('row').nth(1).waitFor();
    const heights = (): Promise<readonly number[]> =>
      page.evaluate(() =>
        ['[role=treeitem]', '.data-row'].map((lines) => {
          const [first, second] = [...document.querySelectorAll(lines)]
            .map((line) => line.getBoundingClientRect().top)
            .sort((one, other) => one - other);
          return Math.round((second ?? 0) - (first ?? 0));
        }),
      );
    const [line, row] = await heights();
    for (let press = 0; press < 5; press += 1) await page.keyboard.press('Control+Equal');
    await expect.poll(heights).toEqual([(line ?? 0) * 2, (row ?? 0) * 2]);
    for (let press = 0; press < 2; press += 1) await page.keyboard.press('Control+Minus');
  });

  it('leaves the middle its room: the properties lie over it, when they are asked for', async () => {
    const { page } = trellis;
    await goHome(person);
    await page.getByRole('complementary').waitFor({ state: 'detached' });
    await page.keyboard.press('Control+Alt+b');
    await page.getByRole('complementary', { name: 'Properties' }).waitFor();
    await page.keyboard.press('Control+Alt+b');
    await page.getByRole('complementary').waitFor({ state: 'detached' });
    await page.keyboard.press('Control+0');
    await page.getByRole('complementary', { name: 'Properties' }).waitFor();
  });
});
