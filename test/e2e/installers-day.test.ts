import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Installer } from '../story/installer';
import { Typist } from '../story/typist';
import { launchTrellis, type TrellisWindow } from '../support/trellis-window';

/** 1 complex, 3 buildings, 12 entrances, 108 floors, 432 apartments. */
const made = 1 + 3 + 12 + 108 + 432;
/** Keys for the complex, its structure, its names and its licenses. */
const mostKeysToBuild = 50;
/** Keys for the day in all, with the account and the purchase. */
const mostKeys = 90;

let trellis: TrellisWindow;
let hands: Typist;
let installer: Installer;
let begun = 0;

beforeAll(async () => {
  trellis = await launchTrellis();
  hands = new Typist(trellis.page);
  installer = new Installer('installer', trellis, '', '');
  begun = Date.now();
});
afterAll(() => trellis.close());

describe('an installer’s day, without a mouse and without a network', () => {
  it('starts an account by its name', async () => {
    const { page } = trellis;
    await hands.tabTo(page.getByRole('textbox', { name: 'Name of the organisation' }));
    await hands.type('Northwind');
    await hands.press('Enter');
    await page.getByRole('treeitem', { name: /^Northwind/ }).waitFor();
  });

  it('buys licenses from wherever it is', async () => {
    const { page } = trellis;
    await hands.press('Control+Shift+B');
    const dialog = page.getByRole('dialog', { name: /purchase/ });
    await dialog.waitFor();
    await hands.type('Link Pl');
    await hands.tabTo(dialog.getByRole('textbox', { name: 'Quantity' }));
    await hands.type('400');
    await hands.press('Enter');
    await dialog.waitFor({ state: 'detached' });
    await page.getByText('400 × Link Plus').first().waitFor();
  });

  it('sees every name and what the licenses cost before anything is made, and makes all of it with one key', async () => {
    const { page } = trellis;
    const before = hands.keystrokes;
    await hands.press('Control+Shift+G');
    const dialog = page.getByRole('dialog', { name: 'Generate groups in Northwind' });
    await dialog.waitFor();
    await hands.press('Control+A');
    await hands.type('1 3 4 9 4');
    await hands.tabTo(dialog.getByRole('textbox', { name: 'How many each' }));
    await hands.type('400');
    await hands.tabTo(dialog.getByRole('button', { name: 'Another license' }));
    await hands.press('Enter');
    await hands.tabTo(dialog.getByRole('textbox', { name: 'How many each' }).nth(1));
    await hands.type('120');
    await hands.tabTo(dialog.getByRole('region', { name: 'Level 1: Complex' }).getByRole('textbox', { name: 'Name' }));
    await hands.press('Control+A');
    await hands.type('Lindenhof');

    await dialog.getByText('1 complex, 3 buildings, 12 entrances, 108 floors and 432 apartments').waitFor();
    await dialog.getByText('1 × 400 Link Plus = 400.').waitFor();
    await dialog.getByText('Leaves 0 of 400 in the pool of Northwind.').waitFor();
    await dialog.getByText('3 × 120 Link Plus = 360.').waitFor();
    await dialog.getByText('Leaves 40 of 400 in the pool of each Complex.').waitFor();
    const preview = dialog.getByRole('list', { name: 'This is what will be made' });
    for (const name of ['Lindenhof', 'Building 1', 'Entrance 1', 'Floor 1', '101'])
      await preview.getByText(name, { exact: true }).first().waitFor();
    const { groups: groupsBefore } = await installer.digest();

    await hands.press('Enter');
    await dialog.waitFor({ state: 'detached' });
    expect((await installer.digest()).groups - groupsBefore).toBe(made);
    expect(hands.keystrokes - before).toBeLessThanOrEqual(mostKeysToBuild);
  });

  it('has it all in place: names, pools and licenses, in the tree that has the keyboard', async () => {
    const { page } = trellis;
    await page.waitForFunction(() => document.activeElement?.getAttribute('role') === 'treeitem');
    await hands.press('ArrowDown');
    await page.getByRole('treeitem', { name: /^Lindenhof/, selected: true }).waitFor();
    await hands.press('ArrowRight');
    await hands.press('ArrowDown');
    await page.getByRole('treeitem', { name: /^Building 1/, selected: true }).waitFor();
    await page.getByRole('img', { name: 'Has a pool of its own' }).first().waitFor();
    await hands.press('Control+2');
    await page.getByText('120 of 120 left').first().waitFor();
    process.stdout.write(
      `432 apartments with names and licenses: ${String(hands.keystrokes)} keys, ${((Date.now() - begun) / 1000).toFixed(1)} s\n`,
    );
    expect(hands.keystrokes).toBeLessThanOrEqual(mostKeys);
  });

  it('takes all of it back with one key, and does it again with one', async () => {
    const { groups } = await installer.digest();
    await hands.press('Control+Z');
    await trellis.page.getByRole('treeitem', { name: /^Lindenhof/ }).waitFor({ state: 'detached' });
    await hands.press('Control+Shift+Z');
    await trellis.page.getByRole('treeitem', { name: /^Lindenhof/ }).waitFor();
    expect((await installer.digest()).groups).toBe(groups);
  });

  it('is told at the field what is wrong with a plan that cannot be made', async () => {
    const { page } = trellis;
    await hands.press('Control+Shift+G');
    const dialog = page.getByRole('dialog', { name: /^Generate groups in/ });
    await dialog.waitFor();
    await hands.press('Control+A');
    await hands.type('100001');
    await dialog
      .getByRole('region', { name: /^Level 1/ })
      .getByText('At most 100,000 groups in one go; this would be 100,001.')
      .waitFor();
    await hands.press('Enter');
    await hands.press('Control+A');
    await hands.type('2');
    await hands.tabTo(dialog.getByRole('region', { name: /^Level 1/ }).getByRole('textbox', { name: 'Name' }));
    await hands.press('Control+A');
    await hands.type('Block');
    await dialog
      .getByRole('region', { name: /^Level 1/ })
      .getByText('“Block” would be there more than once', { exact: false })
      .waitFor();
    await hands.press('Escape');
    await dialog.waitFor({ state: 'detached' });
    expect(trellis.consoleErrors).toEqual([]);
  });
});
