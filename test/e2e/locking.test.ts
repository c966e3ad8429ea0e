import path from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, describe, expect, it } from 'vitest';
// Declares window.trellisStart, for what tests evaluate in the page.
import type {} from '../../renderer/src/state/window-start';
import { launchTrellis, removeFolder, temporaryFolder, type TrellisWindow } from '../support/trellis-window';

const root = temporaryFolder('locking');
const passphrase = 'four words of mine';
const windows: TrellisWindow[] = [];
afterEach(() => Promise.all(windows.splice(0).map((window) => window.close())));
afterAll(() => removeFolder(root));

async function aWindow(profile: string): Promise<TrellisWindow> {
  const opened = await launchTrellis({ profile, chosenFolder: root });
  windows.push(opened);
  await opened.page.waitForFunction(() => {
    const kind = window.trellisStart?.state.getState().kind;
    return kind === 'choosing' || kind === 'locked' || kind === 'open';
  });
  return opened;
}

async function command(page: Page, name: string): Promise<void> {
  await page.keyboard.press('Control+k');
  await page.getByRole('dialog').getByRole('combobox').fill(name);
  await page.getByRole('dialog').getByRole('option', { name }).first().click();
}

/** An account that is protected and locks on this computer. */
async function aLockingAccount(profile: string): Promise<TrellisWindow> {
  const opened = await aWindow(profile);
  const { page } = opened;
  await page.evaluate(() => window.trellisStart?.startAccount({ name: 'Sonnenhof', ownerName: 'Olga Owner' }));
  await page.getByRole('treeitem', { name: 'Sonnenhof' }).waitFor();
  await page.evaluate(async () => {
    const state = window.trellisStart?.state.getState();
    if (state?.kind !== 'open') throw new Error('no account is open');
    const { session, trust } = state.account;
    const made = await trust?.protect();
    if (made?.ok !== true) throw new Error('no keys');
    const { key: ownerKey, sealKey, name, recovery } = made.value;
    await trust?.refresh();
    const args = { ownerKey, sealKey, name, recovery, ...session.tip() };
    const done = await session.act({ do: 'keys.enable', args });
    if (!done.ok) throw new Error(JSON.stringify(done));
  });
  await command(page, 'Lock after a while');
  const asked = page.getByRole('dialog', { name: 'Lock after a while' });
  await asked.getByLabel('New passphrase for this computer').fill(passphrase);
  await asked.getByLabel('The same once more').fill(passphrase);
  await asked.getByRole('button', { name: 'Apply' }).click();
  await asked.waitFor({ state: 'detached' });
  return opened;
}

/** Everything that is drawn, as text. */
async function drawn(page: Page): Promise<string> {
  return page.locator('body').innerText();
}

async function unlock(page: Page, given: string): Promise<void> {
  const cover = page.getByRole('dialog', { name: 'Locked' });
  await cover.getByLabel('Passphrase of this computer').fill(given);
  await page.keyboard.press('Enter');
}

describe('an account that locks', () => {
  it('draws nothing of the account while it is locked, takes no command, and keeps what was typed', async () => {
    const { page } = await aLockingAccount(path.join(root, 'typing'));
    await command(page, 'New license type');
    const type = page.getByRole('dialog').last().getByRole('textbox').first();
    await type.fill('Half a na');
    const field = await type.elementHandle();
    await page.evaluate(() => window.trellisStart?.lock());
    const cover = page.getByRole('dialog', { name: 'Locked' });
    await cover.waitFor();
    expect(await drawn(page)).not.toMatch(/Sonnenhof|Olga|Half a na/);
    expect(await page.getByRole('treeitem').count()).toBe(0);
    for (const keys of ['Control+k', 'Escape', 'Escape', 'F1', 'Control+z']) await page.keyboard.press(keys);
    expect(await cover.isVisible()).toBe(true);
    expect(await page.getByRole('combobox').count()).toBe(0);
    expect(await page.locator('[role=dialog]').count()).toBe(1);
    await unlock(page, 'another one');
    await page.getByText('This is another passphrase').waitFor();
    expect(await drawn(page)).not.toMatch(/Sonnenhof|Olga|Half a na/);
    await unlock(page, passphrase);
    await cover.waitFor({ state: 'detached' });
    expect(await field?.inputValue()).toBe('Half a na');
    await page.keyboard.type('me');
    expect(await field?.inputValue()).toBe('Half a name');
  });

  it('asks at the next start before anything of the account is shown', async () => {
    const profile = path.join(root, 'start');
    await (await aLockingAccount(profile)).close();
    windows.splice(0);
    const { page } = await aWindow(profile);
    await page.getByRole('dialog', { name: 'Locked' }).waitFor();
    expect(await drawn(page)).not.toMatch(/Sonnenhof|Olga/);
    await unlock(page, passphrase);
    await page.getByRole('treeitem', { name: 'Sonnenhof' }).waitFor();
    await command(page, 'Lock now');
    await page.getByRole('dialog', { name: 'Locked' }).waitFor();
    await page.getByRole('button', { name: 'I have forgotten it' }).click();
    await page.getByRole('button', { name: 'Put it aside' }).click();
    await page.getByText('Start an account').waitFor();
    expect(await drawn(page)).not.toMatch(/Sonnenhof|Olga/);
  });
});
