import { mkdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, describe, expect, it, vi } from 'vitest';
// Declares window.trellisStart, for what tests evaluate in the page.
import type {} from '../../renderer/src/state/window-start';
import { Copier } from '../support/kept/copier';
import { patienceMs } from '../support/patience';
import { launchTrellis, removeFolder, temporaryFolder, type TrellisWindow } from '../support/trellis-window';

const folder = temporaryFolder('kept');

afterAll(() => removeFolder(folder));

async function aWindow(name: string): Promise<TrellisWindow & { readonly drive: string }> {
  const drive = path.join(folder, `${name}-drive`);
  mkdirSync(drive);
  const opened = await launchTrellis({ profile: path.join(folder, name), chosenFolder: drive });
  await opened.page.waitForFunction(() => window.trellisStart?.state.getState().kind === 'choosing');
  return { ...opened, drive };
}

/** Does an act, and exchanges; how many acts wait afterwards. */
async function act(page: Page, id: string): Promise<void> {
  await page.evaluate(async (name) => {
    const state = window.trellisStart?.state.getState();
    if (state?.kind !== 'open') throw new Error('no account is open');
    await state.account.session.act({
      do: 'group.create',
      args: { id: name, parentId: 'root', kind: 'office', name },
    });
    await state.account.synchroniser.synchronise();
  }, id);
}

function statusOf(page: Page): Promise<string> {
  return page.locator('.status-sync').innerText();
}

describe('two computers over a folder that a program copies', () => {
  it('work on while it has not copied yet, are told for whom acts wait, and end the same without anything having stopped', async () => {
    const ada = await aWindow('ada');
    const ben = await aWindow('ben');
    const copier = new Copier([ada.drive, ben.drive], 1);
    await ada.page.evaluate(() => window.trellisStart?.startAccount({ name: 'Harbour', ownerName: 'Ada' }));
    await ada.page.evaluate(() => window.trellisStart?.shareThroughFolder());
    const question = ada.page.getByRole('dialog', { name: 'How do the others get at this folder?' });
    expect(await question.getByRole('radio', { name: /^A program copies it/ }).isChecked()).toBe(true);
    await ada.picture('kept-question');
    await question.getByRole('button', { name: 'Share' }).click();
    await vi.waitFor(async () => expect(await statusOf(ada.page)).toBe('Up to date'), { timeout: patienceMs });
    await copier.copyAll();

    await ben.page.evaluate(() => window.trellisStart?.joinFolder());
    await ben.page.waitForFunction(() => window.trellisStart?.state.getState().kind === 'open');
    // Nothing is copied now: each works on.
    await act(ben.page, 'south');
    await act(ada.page, 'north');
    await vi.waitFor(async () => expect(await statusOf(ben.page)).toMatch(/^1 waits for /), { timeout: patienceMs });
    await vi.waitFor(async () => expect(await statusOf(ada.page)).toBe('Up to date'), { timeout: patienceMs });
    await ben.page.locator('.status-sync').click();
    const panel = ben.page.getByRole('dialog', { name: 'Synchronising' });
    await panel.getByText(/ puts acts in order, last there /).waitFor();
    await ben.picture('kept-waiting');
    await ben.page.keyboard.press('Escape');

    await vi.waitFor(
      async () => {
        await copier.copyAll();
        expect(await statusOf(ben.page)).toBe('Up to date');
        for (const page of [ada.page, ben.page])
          for (const name of ['north', 'south'])
            expect(await page.getByRole('treeitem').filter({ hasText: name }).count()).toBeGreaterThan(0);
      },
      { timeout: patienceMs, interval: 300 },
    );
    await ada.page.locator('.status-sync').click();
    await ada.page.getByRole('button', { name: 'Hand over to…' }).waitFor();
    await ada.picture('kept-keeper');

    // The folder becomes one of a server, and one that is copied again; whoever takes part notices nothing of it.
    const turn = async (button: string, done: string): Promise<void> => {
      await ada.page.getByRole('button', { name: button }).click();
      await ada.picture(button === 'Make it a copied folder…' ? 'turning-kept' : 'turning-exclusive');
      await ada.page.getByRole('alertdialog').getByRole('button', { name: 'Change it' }).click();
      await ada.page.getByText(done).waitFor();
      await vi.waitFor(async () => expect(await statusOf(ada.page)).toBe('Up to date'), { timeout: patienceMs });
    };
    const identity = (): unknown => JSON.parse(readFileSync(path.join(ada.drive, 'ledger.json'), 'utf8'));
    await turn('Make it a folder of a server…', 'The folder is one of a server now.');
    expect(identity()).toMatchObject({ format: 1 });
    if (!(await ada.page.getByRole('dialog', { name: 'Synchronising' }).isVisible()))
      await ada.page.locator('.status-sync').click();
    await turn('Make it a copied folder…', 'The folder is a copied one now; this computer puts acts in order.');
    expect(identity()).toMatchObject({ format: 2 });
    await act(ben.page, 'west');
    await vi.waitFor(
      async () => {
        await copier.copyAll();
        expect(await statusOf(ben.page)).toBe('Up to date');
        expect(await ada.page.getByRole('treeitem').filter({ hasText: 'west' }).count()).toBeGreaterThan(0);
      },
      { timeout: patienceMs, interval: 300 },
    );
    await ada.close();
    await ben.close();
  });
});
