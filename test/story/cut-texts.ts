import type { Installer } from './installer';

/** Runs in the page: every text that is cut although there is space beside it, and every button that its name does not fit. */
function cutInPage(): readonly string[] {
  /** Pixels that a rounded width may be short of. */
  const tolerance = 2;
  /** Less than a letter or two helps nobody. */
  const worthIt = 16;

  /** Pictures are there for the eye, though not for those who listen. */
  const takesRoom = (element: Element): boolean =>
    element.checkVisibility({ checkVisibilityCSS: true }) &&
    element.getBoundingClientRect().width > 1.5 &&
    element.closest('.visually-hidden') === null;
  const isShown = (element: Element): boolean =>
    takesRoom(element) && element.closest('[aria-hidden=true], [inert]') === null;

  /** Width of what is to be seen in an element: its words and pictures, not the room that its box takes. */
  function seenWidth(element: Element): number {
    let left = Number.POSITIVE_INFINITY;
    let right = Number.NEGATIVE_INFINITY;
    const box = element.getBoundingClientRect();
    const see = (rect: DOMRect): void => {
      if (rect.width === 0) return;
      left = Math.min(left, Math.max(rect.left, box.left));
      right = Math.max(right, Math.min(rect.right, box.right));
    };
    if (element.matches('svg, img, input, textarea, button, [role=button], .usage-bar, .badge')) return box.width;
    const words = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    for (let node = words.nextNode(); node !== null; node = words.nextNode()) {
      const range = document.createRange();
      range.selectNodeContents(node);
      for (const rect of range.getClientRects()) see(rect);
    }
    for (const picture of element.querySelectorAll('svg, img, input, textarea, button'))
      see(picture.getBoundingClientRect());
    return right > left ? right - left : 0;
  }

  function innerWidth(element: Element): number {
    const { paddingLeft, paddingRight } = getComputedStyle(element);
    return element.clientWidth - Number.parseFloat(paddingLeft) - Number.parseFloat(paddingRight);
  }

  /** Room beside an element in the line that it stands in. */
  function roomBeside(element: Element): number {
    const line = element.parentElement;
    if (line === null) return 0;
    const style = getComputedStyle(line);
    const around = element.getBoundingClientRect();
    const others = [...line.children].filter((other) => {
      if (other === element || !takesRoom(other)) return false;
      const box = other.getBoundingClientRect();
      return box.top < around.bottom - 2 && box.bottom > around.top + 2;
    });
    const gap = Number.parseFloat(style.columnGap) || 0;
    const taken = others.reduce((sum, other) => sum + seenWidth(other) + gap, 0);
    const room = innerWidth(line) - around.width - taken;
    // Where the line itself takes what its words need, the room is one further out.
    return room > tolerance || line.matches('main, aside, nav, section, dialog, [role=dialog]') ? room : 0;
  }

  /** Room that a table leaves at its end, beyond its last column. */
  function roomInTable(cell: Element): number {
    const row = cell.closest('[role=row], tr');
    const frame = row?.parentElement?.closest('[role=grid], table')?.parentElement;
    if (row == null || frame == null) return 0;
    const last = [...row.children].at(-1);
    return last === undefined ? 0 : frame.getBoundingClientRect().right - last.getBoundingClientRect().right - 24;
  }

  const describe = (element: Element): string =>
    `“${(element.textContent ?? '').trim().slice(0, 50)}” (${element.className.toString().slice(0, 40) || element.tagName.toLowerCase()})`;

  const found: string[] = [];
  const top = [...document.querySelectorAll('[role=dialog], [role=alertdialog], [role=menu]')].at(-1) ?? document.body;
  for (const element of top.querySelectorAll<HTMLElement>('*')) {
    if (
      element.children.length > 0 &&
      ![...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim())
    )
      continue;
    if ((element.textContent ?? '').trim() === '' || !isShown(element)) continue;
    const lacking = element.scrollWidth - element.clientWidth;
    if (element.clientWidth === 0 || lacking <= tolerance) continue;
    const { overflowX, textOverflow } = getComputedStyle(element);
    if (element.matches('button, [role=tab], [role=button]') && overflowX === 'visible') {
      found.push(`${describe(element)} does not fit its name, by ${lacking} pixels`);
      continue;
    }
    if (textOverflow !== 'ellipsis' && overflowX !== 'hidden') continue;
    const cell = element.closest('[role=gridcell], [role=columnheader], td, th');
    // Columns share their table's width: what counts there is the room that no column takes.
    const room = cell === null ? roomBeside(element) : roomInTable(cell);
    if (room >= Math.min(lacking, worthIt) && room > worthIt / 2)
      found.push(`${describe(element)} is cut by ${lacking} pixels, and has ${Math.round(room)} beside it`);
  }
  return [...new Set(found)];
}

/** Size of the window in pixels, and of its type in percent. */
export interface Fit {
  readonly width: number;
  readonly height: number;
  readonly type: 100 | 200;
}

export const laptop: Fit = { width: 1280, height: 720, type: 100 };
export const wide: Fit = { width: 1920, height: 1080, type: 100 };
export const largeType: Fit = { ...laptop, type: 200 };

/** Gives the window a size and its type one, while something is open over it, and waits until it is drawn so. */
export async function fit({ page, window }: Installer, { width, height, type }: Fit): Promise<void> {
  if (await page.evaluate((size) => innerWidth !== size.width || innerHeight !== size.height, { width, height })) {
    await window.resize(width, height);
    await page.waitForFunction((size) => innerWidth === size.width && innerHeight === size.height, { width, height });
  }
  await page.evaluate((percent) => {
    document.documentElement.style.fontSize = percent === 100 ? '' : `${(87.5 * percent) / 100}%`;
    // Whoever measures type does so when the size of the window changes.
    dispatchEvent(new Event('resize'));
    return new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
  }, type);
}

/** Everything on the screen that is cut although it has room, a line each. */
export async function cutTexts({ page }: Installer): Promise<readonly string[]> {
  return page.evaluate(cutInPage);
}
