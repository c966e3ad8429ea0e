import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { firstPosition } from '../../renderer/src/state/view-store';
import { Installer } from '../story/installer';
import { walk } from '../story/keyboard-walk';
import { furnish } from '../story/screens';
import { someScreens } from '../story/some-screens';
import { goHome, goToPlace, type Screen } from '../story/ways';
import { settled } from '../support/settled';
import { launchTrellis, type TrellisWindow } from '../support/trellis-window';
import { startStandIns, type RunningStandIns } from '../support/vendors/running';

let trellis: TrellisWindow;
let person: Installer;
let vendors: RunningStandIns;

beforeAll(async () => {
  vendors = await startStandIns();
  trellis = await launchTrellis({ sample: true, args: vendors.args });
  person = new Installer('sample', trellis, '', '');
  await trellis.resize(1280, 720);
  await trellis.page.getByRole('tree').waitFor();
  await furnish(person);
});
afterAll(async () => {
  await trellis.close();
  await vendors.close();
});

/** What has the keyboard: its role and its words. */
function focused(): Promise<string> {
  return trellis.page.evaluate(() => {
    const element = document.activeElement;
    return element === null || element === document.body
      ? 'nothing'
      : `${element.getAttribute('role') ?? element.tagName.toLowerCase()} ${(element.getAttribute('aria-label') ?? element.textContent ?? '').slice(0, 40)}`;
  });
}

function paneWithFocus(): Promise<string | null> {
  return trellis.page.evaluate(
    () => document.activeElement?.closest<HTMLElement>('[data-pane]')?.dataset['pane'] ?? null,
  );
}

function isInTree(): Promise<boolean> {
  return trellis.page.evaluate(() => document.activeElement?.closest('[data-pane=tree], [role=menu]') != null);
}

describe('the keyboard alone', () => {
  it.each(someScreens(1))(
    'reaches everything that is shown, by a name, and shows where it is: $name',
    async (screen: Screen) => {
      await goHome(person);
      await screen.show(person);
      // The tree and the lists above it are the same beside every screen: they are walked once, and where the screen is in them.
      if (screen.name !== 'overview' && !(await isInTree()))
        await goToPlace(person, {
          panes: { ...firstPosition.panes, tree: { ...firstPosition.panes.tree, shown: false } },
        });
      // What had the keyboard may be gone with the screen before; then it takes a moment until something has it again.
      await settled(trellis.page);
      const { unreached, nameless, unseen, stops } = await walk(trellis.page);
      expect(stops).toBeGreaterThan(0);
      expect({ unreached, nameless, unseen }).toEqual({ unreached: [], nameless: [], unseen: [] });
    },
  );
});

describe('the panes', () => {
  it('are gone through with F6, and back with Shift+F6, each where one was', async () => {
    await goHome(person);
    const { keyboard } = trellis.page;
    await person.treeItem('Sunrise').focus();
    const way: (string | null)[] = [];
    for (let panes = 0; panes < 5; panes += 1) {
      way.push(await paneWithFocus());
      await keyboard.press('F6');
    }
    expect(way).toEqual(['tree', 'middle', 'properties', 'status', 'top']);
    expect(await focused()).toMatch(/^treeitem Sunrise/);
    await keyboard.press('Shift+F6');
    expect(await paneWithFocus()).toBe('top');
  });

  it('lead back with Escape, to where one came from', async () => {
    await person.treeItem('Sunrise').focus();
    await trellis.page.keyboard.press('F6');
    await trellis.page.keyboard.press('F6');
    expect(await paneWithFocus()).toBe('properties');
    // With words of its own: Escape first belongs to the hint that a question mark shows.
    await person.button(/./, trellis.page.getByRole('complementary')).filter({ hasText: /\w/ }).first().focus();
    await trellis.page.keyboard.press('Escape');
    expect(await paneWithFocus()).toBe('middle');
    await trellis.page.keyboard.press('Escape');
    expect(await focused()).toMatch(/^treeitem Sunrise/);
  });

  it('keep the keyboard when a dialog closes, a row is removed, and a tab changes', async () => {
    const { page } = trellis;
    await goHome(person);
    await person.treeItem('Sunrise').focus();
    for (const [keys, dialog] of [
      ['Control+k', 'dialog'],
      ['Control+m', 'dialog'],
      ['Control+Shift+g', 'dialog'],
      ['Control+Shift+b', 'dialog'],
      ['?', 'dialog'],
    ] as const) {
      await page.keyboard.press(keys);
      await page.getByRole(dialog).waitFor();
      await page.keyboard.press('Escape');
      await page.getByRole(dialog).waitFor({ state: 'detached' });
      await expect.poll(focused, { message: keys }).toMatch(/^treeitem Sunrise/);
    }
    await page.keyboard.press('Control+3');
    await page.getByRole('grid', { name: 'People' }).getByRole('row').nth(1).focus();
    await page.keyboard.press('Control+2');
    await page.getByRole('tab', { name: 'Licenses', selected: true }).waitFor();
    await expect.poll(paneWithFocus).toBe('middle');
    await page.keyboard.press('Control+3');
    await page.getByRole('grid', { name: 'People' }).getByRole('row').nth(1).focus();
    await page.keyboard.press('Delete');
    await page.getByRole('alertdialog').getByRole('button', { name: 'Remove' }).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('alertdialog').waitFor({ state: 'detached' });
    await expect.poll(focused).toMatch(/^row/);
    await page.keyboard.press('Control+z');
  });
});

describe('menus', () => {
  it('open by the menu key and by Shift+F10, in the tree and in a table', async () => {
    const { page } = trellis;
    await goHome(person);
    for (const keys of ['ContextMenu', 'Shift+F10']) {
      await person.treeItem('House 1').click();
      await page.keyboard.press(keys);
      await page.getByRole('menu', { name: /House 1/ }).waitFor();
      await page.keyboard.press('Escape');
      await page.getByRole('menu').waitFor({ state: 'detached' });
      await expect.poll(focused).toMatch(/^treeitem House 1/);
    }
    await page.keyboard.press('Control+3');
    for (const keys of ['ContextMenu', 'Shift+F10']) {
      await page.getByRole('grid', { name: 'People' }).getByRole('row').nth(1).focus();
      await page.keyboard.press(keys);
      await page.getByRole('menu').waitFor();
      await page.keyboard.press('Escape');
      await page.getByRole('menu').waitFor({ state: 'detached' });
      await expect.poll(focused).toMatch(/^row/);
    }
  });
});
