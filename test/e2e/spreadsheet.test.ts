import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchTrellis, type TrellisWindow } from '../support/trellis-window';

let trellis: TrellisWindow;

beforeAll(async () => {
  trellis = await launchTrellis({ sample: true });
  await trellis.page
    .getByRole('treeitem', { name: /Head office/ })
    .first()
    .click();
  await trellis.page.keyboard.press('Control+3');
  await trellis.page.getByRole('grid', { name: 'People' }).waitFor();
});
afterAll(() => trellis.close());

function clipboardText(): Promise<string> {
  return trellis.app.evaluate(({ clipboard }) => clipboard.readText());
}
/** What a person copies in a spreadsheet. */
function copyInSpreadsheet(text: string): Promise<void> {
  return trellis.app.evaluate(({ clipboard }, given) => clipboard.writeText(given), text);
}
function cellsOf(text: string): readonly (readonly string[])[] {
  return text.split('\n').map((line) => line.split('\t'));
}

describe('a table and a spreadsheet', () => {
  it('copies the selected rows with the names of their columns, by key and by menu', async () => {
    const { page } = trellis;
    const rows = page.getByRole('grid', { name: 'People' }).getByRole('row');
    // On the names themselves: words that Shift could mark must not be copied instead of the rows.
    await rows.nth(1).locator('.selectable').first().click();
    await rows
      .nth(2)
      .locator('.selectable')
      .first()
      .click({ modifiers: ['Shift'] });
    await page.keyboard.press('Control+c');
    await page.getByText(/2 rows copied/).waitFor();
    const table = cellsOf(await clipboardText());
    expect(table[0]?.slice(0, 2)).toEqual(['Name', 'Service']);
    expect(table).toHaveLength(3);

    await copyInSpreadsheet('');
    await rows.nth(2).click({ button: 'right' });
    await page.getByRole('menuitem', { name: 'Copy 2 rows' }).click();
    await expect.poll(clipboardText).toContain(table[2]?.[0]);
  });

  it('pastes the same as nothing to change', async () => {
    const { page } = trellis;
    await page.keyboard.press('Control+v');
    const dialog = page.getByRole('dialog', { name: 'Paste people' });
    await dialog.getByText('Nothing to change: all 2 rows are as they are here.').waitFor();
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
  });

  it('pastes changed rows after a wrong cell was mended, and one undo takes all of it back', async () => {
    const { page } = trellis;
    const [, first = []] = cellsOf(await clipboardText());
    await copyInSpreadsheet(
      [
        'Rolle\tName\tTelefon',
        `Concierge\t${first[0] ?? ''}\t+49 30 1234567`,
        'Residnt\tZoe Zander\t',
        'Bewohner\tYann Young\t+49 30 7654321',
      ].join('\n'),
    );
    await page.getByRole('grid', { name: 'People' }).getByRole('row').nth(1).click();
    await page.keyboard.press('Control+v');
    const dialog = page.getByRole('dialog', { name: 'Paste people' });
    await dialog.getByText('1 new, 1 changed, 0 the same, 1 wrong').waitFor();
    await dialog
      .getByText(/“Residnt” is none of/)
      .first()
      .waitFor();
    await trellis.picture('spreadsheet-paste');
    const cell = dialog.getByRole('textbox', { name: 'Role in row 3' });
    await cell.fill('Resident');
    await cell.press('Enter');
    await dialog.getByText('2 new, 1 changed, 0 the same, 0 wrong').waitFor();
    await dialog.getByRole('button', { name: 'Apply 3 rows' }).click();
    await dialog.waitFor({ state: 'detached' });
    await page
      .getByRole('row', { name: /Zoe Zander/ })
      .first()
      .waitFor();
    await page
      .getByRole('row', { name: /Yann Young/ })
      .first()
      .waitFor();

    await page.keyboard.press('Control+z');
    await page.getByRole('row', { name: /Zoe Zander/ }).waitFor({ state: 'detached' });
    await page.getByRole('row', { name: /Yann Young/ }).waitFor({ state: 'detached' });
    expect(trellis.consoleErrors).toEqual([]);
  });

  it('edits all selected people from the keyboard, as one step', async () => {
    const { page } = trellis;
    const rows = page.getByRole('grid', { name: 'People' }).getByRole('row');
    await rows.nth(1).click();
    await rows.nth(2).click({ modifiers: ['Control'] });
    await page.keyboard.press('Control+e');
    const role = page.getByRole('complementary', { name: 'Properties' }).getByRole('button', { name: /Role/ });
    await expect.poll(() => role.evaluate((element) => element === document.activeElement)).toBe(true);
    await page.keyboard.press('Enter');
    await page.getByRole('option', { name: 'Supervisor' }).click();
    await page.getByRole('button', { name: /^Apply/ }).click();
    await page
      .getByText(/Supervisor/)
      .first()
      .waitFor();
    await page.keyboard.press('Control+z');
    expect(trellis.consoleErrors).toEqual([]);
  });
});
