import { firstPosition, type ListName, type PositionInWindow } from '../../renderer/src/state/view-store';
import type { StartState } from '../../renderer/src/state/start-hooks';
// Declares window.trellisStart, through which a screen is brought to its place at once.
import type {} from '../../renderer/src/state/window-start';
import { panesFollowed, settled } from '../support/settled';
import type { Installer } from './installer';

/** How a screen looks in a picture of the documentation. */
export type Look = 'light' | 'dark' | 'german';

/** One screen or dialog of the window. */
export interface Screen {
  readonly name: string;
  /** Brings the window there. It begins on the overview of a complex of the sample account, with nothing over it. */
  readonly show: (person: Installer) => Promise<void>;
  /** Whether F1 leads to a page about it: nothing is drawn over an account that is locked. */
  readonly hasHelp?: false;
  /** What a picture of it shows, for the gallery; left out where there is none. */
  readonly says?: string;
  /** The pictures that are made of it: in light and dark unless said otherwise. */
  readonly looks?: readonly Look[];
}

export interface Appearance {
  readonly theme: 'light' | 'dark';
  readonly language: 'en-GB' | 'de-DE';
}

/** Lets the system have a theme and a language: the window follows it at once, also while something is open over it. */
export async function appear({ page }: Installer, { theme, language }: Appearance): Promise<void> {
  await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' });
  await page.evaluate(async (spoken) => {
    Object.defineProperty(navigator, 'language', { configurable: true, get: () => spoken });
    dispatchEvent(new Event('languagechange'));
    await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
  }, language);
}

type StartStateGiven = Exclude<StartState, { readonly kind: 'open' }>;

/** Shows what stands before an account. The account stays open behind it. */
export async function outside(person: Installer, state: StartStateGiven): Promise<void> {
  await person.page.evaluate((given) => window.trellisStart?.state.setState(given, true), state);
}

/** Goes to a place of the open account by ids, whatever language the window speaks. */
export async function goToPlace(
  person: Installer,
  place: Partial<PositionInWindow> & { readonly dayLookedAt?: string | null },
): Promise<void> {
  await person.page.evaluate((given) => {
    const state = window.trellisStart?.state.getState();
    if (state?.kind !== 'open') throw new Error('no account is open');
    const { groupId } = given;
    const selection = groupId === undefined ? {} : { selection: { kind: 'group' as const, ids: [groupId] } };
    state.account.view.setState({ ...selection, ...given } as Parameters<typeof state.account.view.setState>[0]);
  }, place);
  await panesFollowed(person.page);
}

/** More than ever lie over each other. */
const mostOver = 20;
const opened = ['root', 'aurora', 'sunrise', 'sunrise-b1', 'sunrise-b1-e1', 'sunrise-b1-e1-f1'];

/** The overview of a complex, with nothing over it. */
export async function goHome(person: Installer): Promise<void> {
  const over = '[role=dialog], [role=alertdialog], [role=menu]';
  // A list within a dialog takes an Escape for itself, and a dialog that is going is still there for a moment.
  for (let presses = 0; presses < mostOver && (await person.page.locator(over).count()) > 0; presses += 1) {
    await person.page.keyboard.press('Escape');
    await settled(person.page);
  }
  // Else every later screen would wait in vain for what lies behind.
  const left = person.page.locator(over);
  if ((await left.count()) > 0) throw new Error(`Escape does not close “${await left.last().innerText()}”`);
  // Nothing has the focus or the pointer, so that no ring or hint is in the way.
  await person.page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
  await person.page.mouse.move(0, 0);
  await goToPlace(person, {
    groupId: 'sunrise',
    tab: 'overview',
    expanded: opened,
    shownList: 'none',
    includeSubgroups: true,
    dayLookedAt: null,
    panes: firstPosition.panes,
  });
  await person.page.getByRole('tabpanel', { name: 'Overview' }).waitFor();
}

export function tab(
  groupId: string,
  name: PositionInWindow['tab'],
  more: Partial<PositionInWindow> = {},
): Screen['show'] {
  return (person) => goToPlace(person, { groupId, tab: name, ...more });
}

/** One of the lists of what is to be done. */
export function list(name: ListName): Screen['show'] {
  return async (person) => {
    await goToPlace(person, { shownList: name });
    await person.page.getByRole('main').getByRole('heading', { level: 1 }).waitFor();
  };
}

/** A dialog that a command opens. */
export function command(name: string, groupId = 'sunrise'): Screen['show'] {
  return async (person) => {
    await goToPlace(person, { groupId });
    await person.command(name);
    await person.dialog.last().waitFor();
  };
}

/** What a person copied in a spreadsheet and pastes here. */
export const spreadsheet = [
  'Name\tE-Mail\tRolle\tLizenz\tWohnfläche',
  'Yann Young\tyann.young@example.org\tResident\tRingover Smart\t70',
  'Zoe Zander\tzoe.zander@example\tResidnt\t\t65',
  'Ruth Okonkwo\truth@example.org\tSupervisor\t\t',
].join('\n');

export async function paste({ page }: Installer, text: string): Promise<void> {
  await page.evaluate((given) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', given);
    document.body.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true }));
  }, text);
}

/** The portfolio, looked at in one of its ways. */
export function portfolio(groupId: string, view: 'Table' | 'Calendar of ends' | 'Charts'): Screen['show'] {
  return async (person) => {
    await goToPlace(person, { groupId, tab: 'portfolio' });
    await person.page.getByRole('radio', { name: view }).click();
    await person.page.mouse.move(0, 0);
  };
}

export function accountTab(name: string): Screen['show'] {
  return command(name, 'root');
}

/** Fills the dialog that allocates to a complex. */
export async function askToAllocate(person: Installer, quantity: number): Promise<void> {
  await goToPlace(person, { groupId: 'sunrise', tab: 'licenses' });
  await person.button('Allocate…').first().click();
  await person.select(person.dialog, 'License', 'Link Plus');
  await person.fillNumber(person.dialog, 'Quantity', quantity);
}
