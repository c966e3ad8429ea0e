import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeWebDavFolder } from '../support/servers/webdav-places';
import { startNginx, startSabre, type WebDavServer, webDavUser } from '../support/servers/webdav-servers';
import { launchTrellis, type TrellisWindow } from '../support/trellis-window';

/** A password file as nginx reads it, anew at each request. */
function writePassword(server: WebDavServer, password: string): void {
  const sha = createHash('sha1').update(password).digest('base64');
  writeFileSync(path.join(server.folder, '..', 'passwords'), `${webDavUser.user}:{SHA}${sha}\n`);
}

const sharing = 'Share through a server';

describe('two computers with one WebDAV server', () => {
  let server: WebDavServer;
  let carrier: WebDavServer | null = null;
  let office: TrellisWindow;
  let site: TrellisWindow | null = null;
  beforeAll(async () => {
    server = await startNginx();
    await makeWebDavFolder(server, 'garden');
    office = await launchTrellis({ sample: true });
    await office.page.locator('[role=treeitem]').first().waitFor();
  });
  afterAll(async () => {
    await site?.close();
    await office.close();
    await server.stop();
    await carrier?.stop();
  });

  async function fill({ page }: TrellisWindow, title: string, password: string, at = server): Promise<void> {
    const dialog = page.getByRole('dialog', { name: title });
    const address = at.url.replace(/\/\/.*@/, '//');
    await dialog.getByRole('textbox', { name: 'Address' }).fill(`${address}garden`);
    await dialog.getByRole('textbox', { name: 'User' }).fill(webDavUser.user);
    await dialog.getByLabel('Password').fill(password);
    await dialog.getByLabel('Password').press('Enter');
  }

  it('refuses a wrong password in plain words, and shares with the right one', async () => {
    const { page } = office;
    await page.locator('.status-sync').click();
    await page.getByRole('button', { name: 'Share through a server…' }).click();
    await fill(office, sharing, 'wrong');
    await page.getByText('The server does not take this user and password').waitFor();
    await office.picture('server-refused');
    await fill(office, sharing, webDavUser.password);
    await page.getByRole('dialog', { name: sharing }).waitFor({ state: 'detached' });
    await page.locator('.status-sync', { hasText: 'Up to date' }).waitFor();
    await office.picture('server-shared');
  });

  it('lets another computer join it', async () => {
    site = await launchTrellis();
    await site.page.getByRole('button', { name: 'From a server…' }).click();
    await site.picture('server-join');
    await fill(site, 'Join an account on a server', webDavUser.password);
    await site.page.getByText('Who are you?').waitFor();
    await site.page.locator('.who-person').first().click();
    await site.page.locator('[role=treeitem]').first().waitFor();
    expect(await site.page.locator('.status-sync').textContent()).toContain('Up to date');
  });

  it('asks once when the password was changed, and goes on with the new one', async () => {
    const { page } = office;
    writePassword(server, 'new gate');
    await page.locator('.status-sync').click();
    await page.getByRole('button', { name: 'Synchronise now' }).click();
    await page.getByRole('button', { name: 'Sign in again' }).click();
    await office.picture('server-sign-in');
    const dialog = page.getByRole('dialog', { name: 'Sign in again' });
    await dialog.getByLabel('Password').fill('new gate');
    await dialog.getByLabel('Password').press('Enter');
    await page.locator('.status-sync', { hasText: 'Up to date' }).waitFor();
  });

  it('offers a server that cannot decide who comes first as one that only carries files', async () => {
    carrier = await startSabre();
    await makeWebDavFolder(carrier, 'garden');
    const { page } = office;
    await page.locator('.status-sync').click();
    await page.getByRole('button', { name: 'Stop sharing here' }).click();
    // The panel stays open, and offers what can be done now.
    await page.getByRole('button', { name: 'Share through a server…' }).click();
    await fill(office, sharing, webDavUser.password, carrier);
    await page.getByRole('button', { name: 'Share through it like that' }).waitFor();
    await office.picture('server-carries');
    await page.getByRole('button', { name: 'Share through it like that' }).click();
    await page.getByRole('dialog', { name: sharing }).waitFor({ state: 'detached' });
    await page.locator('.status-sync', { hasText: 'Up to date' }).waitFor();
    await page.locator('.status-sync').click();
    await page.getByText('This computer puts acts in order.').waitFor();
    await office.picture('server-carried');
  });
});
