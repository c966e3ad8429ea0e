/** The parts of the window that F6 goes through, in order; each is marked by `data-pane`. */
const paneOrder = ['tree', 'middle', 'properties', 'status', 'top'] as const;

/** Memory of where the keyboard was in each pane, so that coming back goes on there. */
export interface PaneMemory {
  readonly last: Map<string, HTMLElement>;
  /** The panes in the order in which they were entered, the present one last. */
  readonly way: string[];
  /** What had the keyboard last, wherever it was. */
  holder: Element | null;
}

export function emptyPaneMemory(): PaneMemory {
  return { last: new Map(), way: [], holder: null };
}

const focusable = 'a[href], button, input, select, textarea, [tabindex]';
/** What one most likely goes to a pane for, in this order; else the first thing in it. */
const landings = ['[role=treeitem][tabindex="0"]', '[role=tab][aria-selected=true]'];

const openDialogs = '.dialog-scrim:not([data-exiting]) :is([role=dialog], [role=alertdialog])';

function paneOf(element: Element | null): string | null {
  return element?.closest<HTMLElement>('[data-pane]')?.dataset['pane'] ?? null;
}

function canTakeFocus(element: HTMLElement): boolean {
  return (
    element.isConnected &&
    element.tabIndex >= 0 &&
    !element.matches(':disabled, [aria-disabled=true]') &&
    element.getClientRects().length > 0
  );
}

function landingIn(pane: HTMLElement, memory: PaneMemory): HTMLElement | null {
  const former = memory.last.get(pane.dataset['pane'] ?? '');
  if (former !== undefined && pane.contains(former) && canTakeFocus(former)) return former;
  // A row that is gone: the one that has its place now.
  const role = former?.getAttribute('role');
  const next = role == null ? null : pane.querySelector<HTMLElement>(`[role="${role}"][tabindex="0"]`);
  if (next !== null && canTakeFocus(next)) return next;
  for (const landing of landings) {
    const found = pane.querySelector<HTMLElement>(landing);
    if (found !== null && canTakeFocus(found)) return found;
  }
  return [...pane.querySelectorAll<HTMLElement>(focusable)].find(canTakeFocus) ?? null;
}

function enter(pane: string, memory: PaneMemory): boolean {
  const element = document.querySelector<HTMLElement>(`[data-pane="${pane}"]`);
  const landing = element === null ? null : landingIn(element, memory);
  landing?.focus();
  return landing !== null;
}

/** Notes where the keyboard is. */
export function rememberFocus(element: EventTarget | null, memory: PaneMemory): void {
  if (!(element instanceof HTMLElement)) return;
  memory.holder = element;
  const pane = paneOf(element);
  if (pane === null) return;
  memory.last.set(pane, element);
  if (memory.way.at(-1) === pane) return;
  memory.way.push(pane);
  // Nobody goes back further than through each of them once.
  if (memory.way.length > paneOrder.length) memory.way.shift();
}

/** Takes the keyboard to the next pane that is shown, or to the one before; from nowhere to the tree. */
export function goToPane(step: 1 | -1, memory: PaneMemory): void {
  const here = paneOrder.findIndex((pane) => pane === paneOf(document.activeElement));
  const from = here === -1 ? (step === 1 ? -1 : 0) : here;
  for (let distance = 1; distance <= paneOrder.length; distance += 1) {
    const pane = paneOrder[(from + step * distance + paneOrder.length * 2) % paneOrder.length];
    if (pane !== undefined && enter(pane, memory)) return;
  }
}

/** Takes the keyboard back to where it was before this pane; from the middle to the tree. Answers whether it went. */
export function goBack(memory: PaneMemory): boolean {
  const here = paneOf(document.activeElement);
  if (here === null || here === 'tree') return false;
  const before = here === 'middle' ? 'tree' : ([...memory.way].reverse().find((pane) => pane !== here) ?? 'tree');
  return enter(before, memory) || enter('tree', memory) || enter('middle', memory);
}

/**
 * Tells whether nothing has the keyboard because what had it is gone, or cannot be used while it works; somebody who clicks beside
 * everything has only let go of it. With a dialog open there is no beside.
 */
export function isFocusLost({ holder }: PaneMemory): boolean {
  const { activeElement } = document;
  if (activeElement !== null && activeElement !== document.body) return false;
  return holder === null || !holder.isConnected || holder.matches(':disabled') || dialogOnTop() !== undefined;
}

function dialogOnTop(): HTMLElement | undefined {
  return [...document.querySelectorAll<HTMLElement>(openDialogs)].at(-1);
}

/** Gives the keyboard to the dialog on top, so that Escape is heard there; else to the pane that had it last. */
export function returnFocus(memory: PaneMemory): void {
  const dialog = dialogOnTop();
  if (dialog !== undefined) dialog.focus();
  else void (enter(memory.way.at(-1) ?? 'tree', memory) || enter('tree', memory) || enter('middle', memory));
}
