import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchTrellis, type TrellisWindow } from '../support/trellis-window';

let trellis: TrellisWindow;

beforeAll(async () => {
  trellis = await launchTrellis({ sample: true });
  await trellis.page.getByRole('treeitem', { name: /Head office/ }).first().click();
  await trellis.page.keyboard.press('Control+3');
});
afterAll(() => trellis.close());

describe('an office administrator in a real window', () => {
  it('creates a joiner by name, and gives a license with a number', async () => {
    const { page } = trellis;
    await page.getByRole('button', { name: 'New person' }).click();
    await page.keyboard.type('Zora Zimmer');
    await page.keyboard.press('Enter');
    await page.getByRole('row', { name: /Zora Zimmer/ }).click();
    await page.getByRole('button', { name: /Choose a type/ }).click();
    await page.getByRole('option', { name: /Ringover Smart/ }).click();
    await page.getByText(/By rule: \+/).waitFor();
    await page.getByRole('button', { name: 'Assign', exact: true }).click();
    await page.getByRole('row', { name: /Zora Zimmer.*Ringover Smart.*\+49/ }).waitFor();
  });

  it('removes a leaver after reading what becomes of the license, and finds it free with its number', async () => {
    const { page } = trellis;
    await page.getByRole('row', { name: /Zora Zimmer/ }).focus();
    await page.keyboard.press('Delete');
    const dialog = page.getByRole('alertdialog', { name: 'Remove Zora Zimmer' });
    await dialog.getByText(/1 license with its number becomes free/).waitFor();
    await dialog.getByRole('button', { name: 'Remove' }).click();
    await page.getByRole('row', { name: /Zora Zimmer/ }).waitFor({ state: 'detached' });
    await page.getByRole('treeitem', { name: /Northwind Intercom/ }).first().click();
    await page.keyboard.press('Control+2');
    await page.getByRole('region', { name: 'Free seats' }).getByText(/\+49/).waitFor();
  });

  it('takes the removal back with one undo, license and number included', async () => {
    const { page } = trellis;
    await page.keyboard.press('Control+z');
    await page.keyboard.press('Control+3');
    await page.getByRole('searchbox', { name: 'Filter here' }).fill('Zora');
    await page.getByRole('row', { name: /Zora Zimmer.*Ringover Smart.*\+49/ }).waitFor();
    expect(trellis.consoleErrors).toEqual([]);
  });
});
