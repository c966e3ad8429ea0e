import { readdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, describe, expect, it } from 'vitest';
// Declares window.trellisStart, for what tests evaluate in the page.
import type {} from '../../renderer/src/state/window-start';
import { launchTrellis, removeFolder, temporaryFolder, type TrellisWindow } from '../support/trellis-window';

const root = temporaryFolder('going-on');
const windows: TrellisWindow[] = [];
afterEach(() => Promise.all(windows.splice(0).map((window) => window.close())));
afterAll(() => removeFolder(root));

async function aWindow(profile: string): Promise<Page> {
  const opened = await launchTrellis({ profile, chosenFolder: root });
  windows.push(opened);
  return opened.page;
}

describe('a protected account of which every key is lost', () => {
  it('goes on in a new one with everything in it, which says where it comes from', async () => {
    const profile = path.join(root, 'office');
    const before = await aWindow(profile);
    await before.waitForFunction(() => window.trellisStart?.state.getState().kind === 'choosing');
    await before.evaluate(() => window.trellisStart?.startAccount({ name: 'Sonnenhof', ownerName: 'Olga Owner' }));
    await before.getByRole('treeitem', { name: 'Sonnenhof' }).waitFor();
    const old = await before.evaluate(async () => {
      const state = window.trellisStart?.state.getState();
      if (state?.kind !== 'open') throw new Error('no account is open');
      const { session, trust } = state.account;
      await session.act({ do: 'group.create', args: { parentId: 'root', kind: 'complex', name: 'House Seven' } });
      const made = await trust?.protect();
      if (made?.ok !== true) throw new Error('no keys');
      const { key: ownerKey, sealKey, name, recovery } = made.value;
      await trust?.refresh();
      const args = { ownerKey, sealKey, name, recovery, ...session.tip() };
      const done = await session.act({ do: 'keys.enable', args });
      if (!done.ok) throw new Error(JSON.stringify(done));
      return session.ledger;
    });
    await windows.splice(0)[0]?.close();
    const ledgers = path.join(profile, 'ledgers');
    const files = readdirSync(ledgers, { recursive: true }).map(String);
    for (const file of files) if (path.basename(file) === 'keys.json') rmSync(path.join(ledgers, file));

    const page = await aWindow(profile);
    await page.getByRole('button', { name: 'What can be done…' }).click();
    await page.getByRole('button', { name: 'Go on in a new account…' }).click();
    const asked = page.getByRole('dialog', { name: 'Go on in a new account' });
    expect(await asked.getByRole('button', { name: 'Begin the new account' }).isDisabled()).toBe(true);
    await asked.getByText('No key and no words are left').click();
    await asked.getByRole('button', { name: 'Begin the new account' }).click();
    await page.getByRole('treeitem', { name: 'House Seven' }).waitFor();
    expect(await page.getByText('This computer is not let in').count()).toBe(0);
    const next = await page.evaluate(() => {
      const state = window.trellisStart?.state.getState();
      if (state?.kind !== 'open') throw new Error('no account is open');
      const { session } = state.account;
      return {
        ledger: session.ledger,
        by: session.by,
        isProtected: session.model.row('protection', 'protection') !== undefined,
      };
    });
    expect(next).toEqual({ ledger: expect.not.stringMatching(old) as string, by: 'owner', isProtected: false });
  });
});
