import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { workbookFile } from '../../electron/main/exports/workbook-file';
import { temporaryFolder } from '../support/temporary-folder';
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

async function choose(path: string): Promise<void> {
  const { page } = trellis;
  await page.keyboard.press('Control+i');
  const asked = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Choose a file…' }).click();
  await (await asked).setFiles(path);
}

describe('a spreadsheet', () => {
  it('is imported after a wrong cell was mended, and one undo takes all of it back', async () => {
    const path = join(await temporaryFolder(), 'people.xlsx');
    const rows = [
      ['Name', 'E-mail', 'Role', 'Phone'],
      ['Ida Import', 'mailto:ida@example.org', 'Resident', '+49 (0)30 901801'],
      ['Ivo Import', 'ivo@example.org', 'Residnt', ''],
    ];
    await writeFile(path, await workbookFile([{ name: 'New', contents: ['text', 'text', 'text', 'text'], rows }]));
    await choose(path);

    const { page } = trellis;
    const dialog = page.getByRole('dialog', { name: 'Import people.xlsx' });
    await dialog.getByText('1 new, 0 changed, 0 the same, 1 wrong').waitFor();
    await trellis.picture('import-rows');
    const cell = dialog.getByRole('textbox', { name: 'Role in row 3' });
    await cell.fill('Resident');
    await cell.press('Enter');
    await dialog.getByText('2 new, 0 changed, 0 the same, 0 wrong').waitFor();
    await dialog.getByRole('button', { name: 'Apply 2 rows' }).click();
    await dialog.waitFor({ state: 'detached' });
    const people = page.getByRole('grid', { name: 'People' });
    await people.getByText('Ida Import').waitFor();
    await people.getByText('Ivo Import').waitFor();

    await page.keyboard.press('Control+z');
    await people.getByText('Ida Import').waitFor({ state: 'detached' });
    expect(await people.getByText('Ivo Import').count()).toBe(0);
  });

  it('that is none is named as what it is, and nothing happens', async () => {
    const path = join(await temporaryFolder(), 'list.xlsx');
    await writeFile(path, '%PDF-1.7 not a table');
    await choose(path);
    const dialog = trellis.page.getByRole('dialog', { name: 'Import a file' });
    await dialog.getByText(/list\.xlsx cannot be read/).waitFor();
    await dialog.getByText(/It is a PDF/).waitFor();
    await trellis.page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
  });
});
