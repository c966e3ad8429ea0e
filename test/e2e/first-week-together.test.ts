import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Installer } from '../story/installer';
import { appear, goHome, goToPlace } from '../story/ways';
import { launchTrellis, removeFolder, temporaryFolder } from '../support/trellis-window';

const folder = temporaryFolder('first-week-together');
const share = path.join(folder, 'share');
let nora: Installer;
let tomas: Installer;

async function open(name: string, sample: boolean): Promise<Installer> {
  const drive = path.join(folder, `${name}-drive`);
  const window = await launchTrellis({ profile: path.join(folder, name), chosenFolder: drive, sample });
  await window.resize(1280, 720);
  return new Installer(name, window, drive, share);
}

beforeAll(async () => {
  mkdirSync(share);
  nora = await open('nora', true);
  await nora.page.getByRole('tree').waitFor();
});
afterAll(async () => {
  await nora.window.close();
  await tomas.window.close();
  removeFolder(folder);
});

describe('a technician who joins', () => {
  it('lands on what is theirs, without a single red box', async () => {
    nora.connect();
    await nora.command('Share through a folder…');
    await nora.page.getByText(/^Over the network: a server or NAS drive/).click();
    await nora.button('Share').click();
    await nora.waitForSyncState(/^Up to date$/);
    tomas = await open('tomas', false);
    const { page } = tomas;
    tomas.connect();
    await tomas.button('Choose a folder…').click();
    await page.getByRole('button', { name: 'Tomas Berg' }).click();
    await page.getByRole('main').getByRole('heading', { level: 1, name: 'Aurora Access' }).waitFor();
    await tomas.waitForSyncState(/^Up to date$/);
    for (const tab of ['Licenses', 'People', 'Numbers', 'Devices', 'Coming up', 'History', 'Overview'] as const) {
      await tomas.openTab(tab);
      expect(await page.getByRole('alert').count()).toBe(0);
      expect(await page.locator('.notice-refusal').count()).toBe(0);
    }
  });

  it('sees as text what only others may change, and who may', async () => {
    const { page } = tomas;
    await goToPlace(tomas, { groupId: 'office', tab: 'overview' });
    await page.getByRole('main').getByText('Head office is not in your part of the account').waitFor();
    await page
      .getByRole('main')
      .getByText(/^Ask Nora Winter/)
      .waitFor();
    await tomas.properties.getByText(/not in your part of the account/).waitFor();
    expect(await tomas.properties.getByRole('textbox').count()).toBe(0);
    await tomas.button('Show Aurora Access').click();
    await page.getByRole('main').getByRole('heading', { level: 1, name: 'Aurora Access' }).waitFor();
  });
});

describe('who reads German alone', () => {
  it('reads of one that is left in the singular, of an account that nobody leaves, and the same word for the same figure', async () => {
    const { page } = nora;
    await goHome(nora);
    await appear(nora, { theme: 'light', language: 'de-DE' });
    await goToPlace(nora, { groupId: 'office', tab: 'people', selection: { kind: 'user', ids: ['desk-2'] } });
    await page.getByRole('grid').getByRole('row', { selected: true }).first().focus();
    await page.keyboard.press('Delete');
    await page.getByRole('alertdialog').getByText('Die Person wird aus dem Konto entfernt.').waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('alertdialog').waitFor({ state: 'detached' });
    const heads = async (within: string): Promise<string> =>
      (await page.locator(within).getByRole('columnheader').allInnerTexts()).join(' ');
    await goToPlace(nora, { groupId: 'aurora', tab: 'licenses' });
    expect(await heads('main')).toMatch(/Weitergegeben In Gebrauch Übrig/);
    await goToPlace(nora, { groupId: 'aurora', tab: 'portfolio' });
    await page.getByRole('grid', { name: 'Portfolio' }).waitFor();
    expect(await heads('main')).toMatch(/In Gebrauch/);
    expect(await page.locator('body').innerText()).not.toMatch(/Vergeben|Zugeteilt|Weitergeben|Freigeben/);
    await appear(nora, { theme: 'light', language: 'en-GB' });
  });
});
