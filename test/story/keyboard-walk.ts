import type { Page } from 'playwright-core';

/** What the keyboard did not find on a screen, a line each. */
export interface WalkFindings {
  /** Everything that can be operated and was not reached. */
  readonly unreached: readonly string[];
  /** Stops that say nothing to a screen reader. */
  readonly nameless: readonly string[];
  /** Stops at which one does not see where the keyboard is. */
  readonly unseen: readonly string[];
  readonly stops: number;
}

interface Walk {
  begin(): void;
  /** Notes where the keyboard is; answers what it is, and whether it has been there. */
  step(): { readonly role: string; readonly isKnown: boolean; readonly isNowhere: boolean };
  end(): WalkFindings;
}

declare global {
  interface Window {
    trellisWalk?: Walk;
  }
}

/** More than any screen has; a walk that gets there has lost its way. */
const mostStops = 400;
/** Runs in the page: what can be operated there, and what the keyboard has come by. */
function installWalk(): void {
  const operable = [
    'a[href]',
    'button',
    'input:not([type=hidden])',
    'select',
    'textarea',
    'summary',
    ...[
      'button',
      'link',
      'checkbox',
      'radio',
      'switch',
      'tab',
      'treeitem',
      'menuitem',
      'option',
      'combobox',
      'textbox',
      'searchbox',
      'spinbutton',
      'slider',
      'separator[tabindex]',
      'row[tabindex]',
    ].map((role) => {
      const [name, rest] = role.split('[');
      return `[role=${name ?? ''}]${rest === undefined ? '' : `[${rest}`}`;
    }),
  ].join(',');
  let reached = new Set<Element>();
  const inGrids = new Set<string>();
  let stops = new Map<Element, { readonly isSeen: boolean }>();

  const isShown = (element: Element): boolean => {
    // The kit has buttons in boxes of one pixel, for screen readers that only touch.
    const isTiny = element.tagName === 'BUTTON' && (element.parentElement?.getBoundingClientRect().width ?? 0) <= 1;
    return (
      element.checkVisibility({ checkVisibilityCSS: true }) &&
      !isTiny &&
      element.closest('[aria-hidden=true], [inert]') === null
    );
  };
  const isUsable = (element: Element): boolean =>
    !element.matches(':disabled, [aria-disabled=true]') && element.closest('fieldset:disabled') === null;
  const roleOf = (element: Element): string => element.getAttribute('role') ?? element.tagName.toLowerCase();

  function nameOf(element: Element): string {
    const labelled = (element.getAttribute('aria-labelledby') ?? '')
      .split(/\s+/)
      .map((id) => (id === '' ? '' : (document.getElementById(id)?.textContent ?? '')))
      .join(' ')
      .trim();
    const labels =
      element instanceof HTMLInputElement ||
      element instanceof HTMLSelectElement ||
      element instanceof HTMLTextAreaElement
        ? [...(element.labels ?? [])].map((label) => label.textContent).join(' ')
        : '';
    return (
      labelled ||
      (element.getAttribute('aria-label') ?? '') ||
      labels.trim() ||
      (element.textContent ?? '').trim() ||
      (element.getAttribute('title') ?? '')
    );
  }

  const describe = (element: Element): string =>
    `${roleOf(element)} “${nameOf(element).replace(/\s+/g, ' ').slice(0, 60)}” (${element.className.toString().slice(0, 50)})`;

  const hasRing = (element: Element): boolean => {
    const { outlineStyle, outlineWidth, outlineColor, boxShadow } = getComputedStyle(element);
    return (
      (boxShadow !== 'none' && element.matches('.search-list-field')) ||
      (outlineStyle !== 'none' && Number.parseFloat(outlineWidth) > 0 && outlineColor !== 'rgba(0, 0, 0, 0)')
    );
  };

  /** A ring on the element, on the box of its field, on what its label shows, or a line for a divider. */
  function isSeen(element: Element): boolean {
    const around = [
      element,
      element.closest('.field-box, .search-list-field'),
      element.closest('label'),
      element.closest('.list-popover, .menu-popover'),
      ...(element.closest('label')?.querySelectorAll('*') ?? []),
    ];
    return (
      around.some((one) => one !== null && hasRing(one)) ||
      getComputedStyle(element).backgroundImage !== 'none' ||
      element.matches('[role=option], [role=menuitem], [role=dialog]') ||
      element.closest('[data-focus-visible]') !== null
    );
  }

  /** What kind of thing in a row of which table this is; rows come and go while one walks. */
  function kindInGrid(element: Element): string | null {
    const grid = element.closest('[role=grid]');
    if (grid === null || element.closest('[role=row]') === null) return null;
    return `${grid.getAttribute('aria-label') ?? ''} ${roleOf(element)} ${element.className.toString()}`;
  }

  /** Where arrows go, one of a group stands for all of it; what a field has beside its box is done by keys in the box. */
  function isReachedWith(element: Element): boolean {
    const group = element.closest(
      '[role=radiogroup], [role=tablist], [role=listbox], [role=menu], [role=toolbar][aria-orientation]',
    );
    if (
      group !== null &&
      [...reached].some((one) => group.contains(one) || one.getAttribute('aria-controls') === group.id)
    )
      return true;
    // One row is as the other: where arrows lead from row to row and Tab into one, they lead into each.
    const kind = kindInGrid(element);
    if (kind !== null && inGrids.has(kind)) return true;
    const field = element.closest('.field');
    return (
      element.getAttribute('tabindex') === '-1' && field !== null && [...reached].some((one) => field.contains(one))
    );
  }

  window.trellisWalk = {
    begin() {
      reached = new Set();
      stops = new Map();
      // What is folded away is shown by a key on its summary, and then is to be reached too.
      for (const folded of document.querySelectorAll('details')) folded.open = true;
    },
    step() {
      const element = document.activeElement;
      if (element === null || element === document.body) return { role: 'none', isKnown: false, isNowhere: true };
      const isKnown = reached.has(element);
      if (!isKnown) {
        reached.add(element);
        const kind = kindInGrid(element);
        if (kind !== null) inGrids.add(kind);
      }
      // Where the mouse or a command has put the keyboard shows no ring until a key leads there.
      if (stops.get(element)?.isSeen !== true) stops.set(element, { isSeen: isSeen(element) });
      return { role: roleOf(element), isKnown, isNowhere: false };
    },
    end() {
      const all = [...document.querySelectorAll(operable)].filter((element) => isShown(element) && isUsable(element));
      return {
        unreached: all.filter((element) => !reached.has(element) && !isReachedWith(element)).map(describe),
        nameless: [...stops.keys()].filter((element) => element.isConnected && nameOf(element) === '').map(describe),
        unseen: [...stops].filter(([, { isSeen }]) => !isSeen).map(([element]) => describe(element)),
        stops: stops.size,
      };
    },
  };
}

/** The keys that lead on inside a part that is one stop for Tab, and how far; those of the tree move without selecting. */
const inner: { readonly [role: string]: { readonly keys: readonly string[]; readonly most: number } } = {
  // As many lines as are in view at most.
  treeitem: { keys: ['Control+ArrowDown', 'Control+ArrowUp'], most: 30 },
  // One row of a table is as the other.
  row: { keys: ['ArrowDown', 'ArrowUp'], most: 4 },
  menuitem: { keys: ['ArrowDown'], most: 30 },
};

/** Notes where the keyboard is once the window has drawn: a row may have to be built before it can have it. */
async function step(page: Page): Promise<ReturnType<Walk['step']>> {
  return page.evaluate(async () => {
    await new Promise((resolve) => requestAnimationFrame(resolve));
    const { trellisWalk } = window;
    if (trellisWalk === undefined) throw new Error('the walk is not there');
    return trellisWalk.step();
  });
}

/** Walks a screen with Tab, and with arrows inside what Tab takes as one, until it comes round. */
export async function walk(page: Page): Promise<WalkFindings> {
  await page.evaluate(installWalk);
  await page.evaluate(() => window.trellisWalk?.begin());
  let knownInARow = 0;
  // Where the screen itself has put the keyboard is the first stop.
  for (let stops = 0; stops < mostStops && knownInARow < 3; stops += 1) {
    if (stops > 0) await page.keyboard.press('Tab');
    const here = await step(page);
    knownInARow = here.isKnown ? knownInARow + 1 : 0;
    if (here.isKnown) continue;
    const { keys, most } = inner[here.role] ?? { keys: [], most: 0 };
    let inside = 0;
    for (const key of keys) inside = await walkInside(page, { key, most, known: inside });
  }
  return page.evaluate(() => {
    const { trellisWalk } = window;
    if (trellisWalk === undefined) throw new Error('the walk is not there');
    return trellisWalk.end();
  });
}

/** Presses a key until it leads nowhere new; what is known already has to be passed first. Answers how far it went. */
async function walkInside(
  page: Page,
  { key, most, known }: { readonly key: string; readonly most: number; readonly known: number },
): Promise<number> {
  let steps = 0;
  for (let knownInARow = 0; steps < most && knownInARow < known + 2; steps += 1) {
    await page.keyboard.press(key);
    knownInARow = (await step(page)).isKnown ? knownInARow + 1 : 0;
  }
  return steps;
}
