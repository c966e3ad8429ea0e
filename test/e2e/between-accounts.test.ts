import { existsSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { afterAll, afterEach, describe, expect, it, vi } from 'vitest';
// Declares window.trellisStart, through which accounts are started.
import type {} from '../../renderer/src/state/window-start';
import { patienceMs } from '../support/patience';
import { launchTrellis, removeFolder, temporaryFolder, type TrellisWindow } from '../support/trellis-window';

const root = temporaryFolder('between-accounts');
const windows: TrellisWindow[] = [];
afterEach(() => Promise.all(windows.splice(0).map((window) => window.close())));
afterAll(() => removeFolder(root));

/** A window with an account of its own; shared in a folder where one is named. */
async function anAccount(name: string, folder: string | null): Promise<TrellisWindow> {
  const opened = await launchTrellis({ profile: path.join(root, name), chosenFolder: folder });
  windows.push(opened);
  const { page } = opened;
  await page.waitForFunction(() => window.trellisStart?.state.getState().kind === 'choosing');
  await page.evaluate((given) => window.trellisStart?.startAccount({ name: given, ownerName: 'Olga Owner' }), name);
  await page.getByRole('treeitem', { name }).waitFor();
  if (folder !== null) await page.evaluate(() => window.trellisStart?.shareThroughFolder('exclusive'));
  return opened;
}

function dialog(page: Page, name: string | RegExp): Locator {
  return page.getByRole('dialog', { name, exact: typeof name === 'string' });
}

async function command(page: Page, name: string): Promise<void> {
  await page.keyboard.press('Control+k');
  await page.getByRole('dialog').getByRole('combobox').fill(name);
  await page.getByRole('dialog').getByRole('option', { name }).first().click();
}

async function close(page: Page, asked: Locator): Promise<void> {
  await page.keyboard.press('Escape');
  await asked.waitFor({ state: 'detached' });
}

async function choose({ page }: TrellisWindow, label: string, file: string): Promise<void> {
  const asked = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: label, exact: true }).click();
  await (await asked).setFiles(file);
}

async function wordsIn(within: Locator, name: string): Promise<string> {
  const list = within.getByRole('list', { name, exact: true });
  await list.waitFor();
  return (await list.getByRole('listitem').allInnerTexts()).join(' ');
}

/** The file that the window saves next, once it is there. */
async function saved(trellis: TrellisWindow, name: string, save: () => Promise<void>): Promise<string> {
  const file = path.join(root, `${name}.trellis-grant`);
  await trellis.chooseFile(file);
  await save();
  await vi.waitFor(() => expect(existsSync(file)).toBe(true), { timeout: patienceMs });
  return file;
}

async function leftIn({ page }: TrellisWindow): Promise<number> {
  return page.evaluate(() => {
    const state = window.trellisStart?.state.getState();
    if (state?.kind !== 'open') throw new Error('no account is open');
    const { session } = state.account;
    const pool = session.ask('pool', { groupId: 'root' }, session.today());
    return 'types' in pool ? (pool.types['link.plus']?.available ?? 0) : 0;
  });
}

describe('licenses between two accounts in two windows', () => {
  it('are given, accepted and given back by files, after six words were compared', async () => {
    const folder = path.join(root, 'share');
    mkdirSync(folder, { recursive: true });
    const office = await anAccount('Distributor', folder);
    let shop = await anAccount('Dealer', null);
    await office.page.evaluate(async () => {
      const state = window.trellisStart?.state.getState();
      if (state?.kind !== 'open') throw new Error('no account is open');
      const args = { groupId: 'root', typeId: 'link.plus', quantity: 10, source: 'purchase' } as const;
      await state.account.session.act({ do: 'block.add', args });
    });

    await command(shop.page, 'Licenses between accounts');
    let list = dialog(shop.page, 'Licenses between accounts');
    const shopWords = await wordsIn(list, 'Six words of this computer');
    const address = await saved(shop, 'address', () =>
      list.getByRole('button', { name: 'Save the address of this account…' }).click(),
    );
    await list.getByText('The file is saved').waitFor();
    await close(shop.page, list);

    await command(office.page, 'Give licenses to another account');
    const give = dialog(office.page, 'Give licenses to another account');
    await choose(office, 'Choose an address file…', address);
    await give.getByRole('heading', { name: 'For Dealer' }).waitFor();
    expect(await wordsIn(give, 'Six words')).toBe(shopWords);
    await give.getByText('We compared the six words').click();
    await give.getByRole('button', { name: /License$/ }).click();
    await office.page.getByRole('option', { name: /Plus/ }).click();
    await give.getByRole('textbox', { name: 'Quantity' }).fill('8');
    await give.getByRole('textbox', { name: 'Quantity' }).press('Tab');
    const grant = await saved(office, 'grant', () => give.getByRole('button', { name: 'Give', exact: true }).click());
    const given = dialog(office.page, 'Given to Dealer');
    const officeWords = await wordsIn(given, 'Six words of this computer');
    await close(office.page, given);
    expect(await leftIn(office)).toBe(2);

    // A double click on the file starts Trellis with it.
    windows.splice(windows.indexOf(shop), 1);
    await shop.close();
    shop = await launchTrellis({ profile: path.join(root, 'Dealer'), args: [grant] });
    windows.push(shop);
    const accept = dialog(shop.page, 'Accept licenses');
    await accept.getByText('Distributor gives this account 8 × Link Plus').waitFor();
    expect(await wordsIn(accept, 'Six words')).toBe(officeWords);
    await accept.getByText('We compared the six words').click();
    const receipt = await saved(shop, 'receipt', () =>
      accept.getByRole('button', { name: 'Accept', exact: true }).click(),
    );
    await close(shop.page, dialog(shop.page, 'The licenses are here'));
    expect(await leftIn(shop)).toBe(8);

    await command(office.page, 'Accept licenses');
    const noted = dialog(office.page, 'Accept licenses');
    await choose(office, 'Choose the file…', receipt);
    await noted.getByText('Signed by a computer of Dealer that is known here.').waitFor();
    await noted.getByRole('button', { name: 'Note the receipt' }).click();
    await noted.getByText('The receipt is noted').waitFor();
    await close(office.page, noted);

    await command(shop.page, 'Licenses between accounts');
    list = dialog(shop.page, 'Licenses between accounts');
    await list.getByRole('button', { name: 'Give back…' }).click();
    const back = dialog(shop.page, 'Give licenses back to Distributor');
    await back.getByRole('textbox', { name: 'Quantity' }).fill('3');
    await back.getByRole('textbox', { name: 'Quantity' }).press('Tab');
    const returned = await saved(shop, 'return', () =>
      back.getByRole('button', { name: 'Give back', exact: true }).click(),
    );
    expect(await leftIn(shop)).toBe(5);
    expect(await leftIn(office)).toBe(2);

    await command(office.page, 'Accept licenses');
    await choose(office, 'Choose the file…', returned);
    await noted.getByText('Dealer gives back 3 × Link Plus').waitFor();
    await noted.getByRole('button', { name: 'Take back' }).click();
    await noted.getByText('The licenses are back').waitFor();
    expect(await leftIn(office)).toBe(5);
    expect([...office.consoleErrors, ...shop.consoleErrors]).toEqual([]);
  });
});
