import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import Papa from 'papaparse';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Dealer } from '../story/dealer';
import { launchTrellis, removeFolder, temporaryFolder, type TrellisWindow } from '../support/trellis-window';

const folder = temporaryFolder('dealer');
let trellis: TrellisWindow;
let dealer: Dealer;

beforeAll(async () => {
  trellis = await launchTrellis({ sample: true });
  dealer = new Dealer(trellis);
  await dealer.treeItem('Northwind Intercom').waitFor();
});
afterAll(async () => {
  await trellis.close();
  removeFolder(folder);
});

/** The names of the lines, in their order. */
async function order(): Promise<readonly (string | undefined)[]> {
  return (await dealer.lines()).map(([name]) => name);
}

describe("a dealer's day", () => {
  it('begins with the portfolio: every complex with what it has, uses and could give', async () => {
    await dealer.openPortfolio('Aurora Access');
    await dealer.line('Sunrise').waitFor();
    expect(await order()).toEqual(['Sunrise', 'Riverside', 'Linden Court']);
    expect(await dealer.figuresOf('Sunrise')).toEqual([432, 78, 354]);
    await dealer.page
      .getByText('Still in the pool of Aurora Access: 20 × Link Basic (paid) and 4 × Link Plus.')
      .waitFor();
  });

  it('goes on with who has most to spare', async () => {
    await dealer.sortBy('Left');
    expect(await order()).toEqual(['Linden Court', 'Riverside', 'Sunrise']);
    await dealer.sortBy('Left');
    expect(await order()).toEqual(['Sunrise', 'Riverside', 'Linden Court']);
  });

  it('shows in the calendar what ends, and leads to it by the keyboard', async () => {
    await dealer.lookAs('Calendar of ends');
    const entry = dealer.page.getByRole('row', { name: /: 10 × Link Plus in Linden Court for the last time$/ });
    await entry.focus();
    await dealer.page.keyboard.press('Enter');
    await dealer.page.getByRole('tab', { name: 'Licenses', selected: true }).waitFor();
    await dealer.properties.getByRole('heading', { name: 'Licenses', exact: true }).waitFor();
    expect(await dealer.properties.getByRole('textbox', { name: 'Quantity' }).inputValue()).toBe('10');
    await dealer.openPortfolio('Aurora Access');
    await dealer.lookAs('Charts');
    await dealer.page.getByRole('table', { name: 'Link Plus: in use and left' }).waitFor();
    await dealer.lookAs('Table');
  });

  it('moves licenses from one complex to another, after too many were refused in plain words', async () => {
    await dealer.askTo('Move licenses to…', 'Sunrise');
    const { dialog } = dealer;
    await dealer.find(dialog, 'To', 'Riverside');
    await dialog.getByText('354 of Link Plus could go from Sunrise today.').waitFor();
    await dealer.fillNumber(dialog, 'How many', 400);
    await dialog.getByText(/^Virtual numbers: Sunrise has \d+, and \d+ would be needed/).waitFor();
    expect(await dealer.button('Move 400 licenses', dialog).isDisabled()).toBe(true);
    await dealer.fillNumber(dialog, 'How many', 10);
    await dialog.getByRole('row', { name: 'Sunrise 432 422' }).waitFor();
    await dialog.getByRole('row', { name: 'Riverside 60 70' }).waitFor();
    await dealer.button('Move 10 licenses', dialog).click();
    await dialog.waitFor({ state: 'detached' });
    expect(await dealer.figuresOf('Sunrise')).toEqual([422, 78, 344]);
    expect(await dealer.figuresOf('Riverside')).toEqual([90, 16, 74]);
  });

  it('exports what is shown, where the dealer says, for a spreadsheet', async () => {
    const file = path.join(folder, 'aurora.csv');
    await trellis.chooseFile(null);
    await dealer.command('Export this table…');
    expect(existsSync(file)).toBe(false);
    await trellis.chooseFile(file);
    await dealer.command('Export this table…');
    await dealer.page.getByText('3 rows exported').waitFor();
    const written = readFileSync(file, 'utf8');
    expect(written.startsWith('\uFEFF')).toBe(true);
    const rows = Papa.parse<readonly string[]>(written.slice(1), { skipEmptyLines: true }).data;
    expect(rows.map((row) => row.slice(0, 4))).toEqual([
      ['Complex', 'Licenses', 'In use', 'Left'],
      ['Sunrise', '422', '78', '344'],
      ['Riverside', '90', '16', '74'],
      ['Linden Court', '24', '0', '24'],
    ]);
  });

  it('ends with taking the move back, in one step', async () => {
    await dealer.portfolio.getByRole('row').nth(1).focus();
    await dealer.page.keyboard.press('Control+z');
    await expect.poll(() => dealer.figuresOf('Sunrise')).toEqual([432, 78, 354]);
    expect(await dealer.figuresOf('Riverside')).toEqual([80, 16, 64]);
    expect(trellis.consoleErrors).toEqual([]);
  });
});
