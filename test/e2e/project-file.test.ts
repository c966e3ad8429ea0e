import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, afterEach, expect, it } from 'vitest';
import type { Locator } from 'playwright-core';
import { chooseAct } from '../story/exchange-screens';
import { Installer } from '../story/installer';
import { goToPlace } from '../story/ways';
import { launchTrellis, removeFolder, temporaryFolder, type TrellisWindow } from '../support/trellis-window';

const root = temporaryFolder('project-file');
const windows: TrellisWindow[] = [];
afterEach(() => Promise.all(windows.splice(0).map((window) => window.close())));
afterAll(() => removeFolder(root));

async function aPerson(profile: string, launch: { readonly sample?: boolean; readonly args?: readonly string[] }) {
  const trellis = await launchTrellis({ profile: path.join(root, profile), ...launch });
  windows.push(trellis);
  return new Installer(profile, trellis, '', '');
}

async function save(person: Installer, file: string): Promise<void> {
  await person.window.chooseFile(file);
  await person.page.keyboard.press('Control+s');
  await person.button('Save…', person.dialog).click();
  await person.page.getByText(/^Saved, /).waitFor();
}

async function open(person: Installer, file: string): Promise<Locator> {
  await person.page.keyboard.press('Control+o');
  const asked = person.page.waitForEvent('filechooser');
  await person.button('Choose a file…', person.dialog).click();
  await (await asked).setFiles(file);
  return person.page.getByRole('dialog', { name: path.basename(file) });
}

async function rename(person: Installer, groupId: string, name: string): Promise<void> {
  await goToPlace(person, { groupId });
  await person.page.keyboard.press('F2');
  const field = person.page.getByRole('treeitem').getByRole('textbox');
  await field.fill(name);
  await field.press('Enter');
  await person.treeItem(name).waitFor();
}

it('carries an account to a second computer by a double click, and what was done there back again', async () => {
  const file = path.join(root, 'sample.trellis');
  const site = await aPerson('site', { sample: true });
  await site.page.getByRole('treeitem').first().waitFor();
  await save(site, file);

  const office = await aPerson('office', { args: [file] });
  const shown = office.page.getByRole('dialog', { name: 'sample.trellis' });
  await shown.getByText('This account is not on this computer yet').waitFor();
  await shown.getByRole('region', { name: 'What is in it' }).getByText('Sunrise').first().waitFor();
  await office.button('Open the account', shown).click();
  await office.button(/Nora Winter/).click();
  await office.page.getByRole('treeitem').first().waitFor();
  expect(await office.digest()).toEqual(await site.digest());

  // Both go on by themselves; what the office did comes back in a file, and stands beside what the site did.
  await goToPlace(site, { groupId: 'root', expanded: ['root', 'aurora'] });
  await goToPlace(office, { groupId: 'root', expanded: ['root', 'aurora'] });
  await rename(site, 'riverside', 'Riverbank');
  await rename(office, 'sunrise', 'Sunset');
  const back = path.join(root, 'back.trellis');
  await save(office, back);
  const more = await open(site, back);
  await more.getByText('1 act that waits would come').waitFor();
  await more
    .getByRole('row', { name: /^Groups/ })
    .getByText('Sunset')
    .waitFor();
  await site.window.picture('project-more');
  await site.button('Bring together and open', more).click();
  await site.treeItem('Sunset').waitFor();
  await site.treeItem('Riverbank').waitFor();
  const again = await open(site, back);
  await again.getByText('Everything in it is here already').waitFor();
  await site.page.keyboard.press('Escape');

  // Back to what was before the last act, as an account of its own; the one that is here stays as it is.
  await site.command('Backups…');
  await site.button('Back up now', site.dialog).click();
  await site.button('Look…', site.dialog).first().click();
  await chooseAct(site, 1);
  const different = site.page.getByRole('region', { name: 'What would be different from now' });
  await different.getByText('Sunrise').waitFor();
  await site.button('Open as a copy', site.dialog).click();
  await site.page
    .getByRole('treeitem')
    .getByText(/ \(copy of 20/)
    .first()
    .waitFor();
  await goToPlace(site, { groupId: 'root', expanded: ['root', 'aurora'] });
  await site.treeItem('Sunrise').waitFor();
  await site.treeItem('Riverbank').waitFor();

  const damaged = path.join(root, 'damaged.trellis');
  const bytes = await readFile(back);
  bytes[500] = (bytes[500] ?? 0) ^ 1;
  await writeFile(damaged, bytes);
  await open(site, damaged);
  await site.dialog
    .getByRole('alert')
    .getByText(/damaged, or somebody has changed it/)
    .waitFor();
});
