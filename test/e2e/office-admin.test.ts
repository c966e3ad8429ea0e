import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Installer } from '../story/installer';
import { launchTrellis, type TrellisWindow } from '../support/trellis-window';

const account = 'Northwind Intercom';
let trellis: TrellisWindow;
let admin: Installer;

beforeAll(async () => {
  trellis = await launchTrellis({ sample: true });
  admin = new Installer('Ruth', trellis, '', '');
  await trellis.page
    .getByRole('treeitem', { name: /Head office/ })
    .first()
    .click();
  await trellis.page.keyboard.press('Control+3');
});
afterAll(() => trellis.close());

describe('an office administrator on a slow computer', () => {
  it('finds a person who was typed at once in the group that was chosen, not in the one shown before', async () => {
    const { page } = trellis;
    const slow = await page.context().newCDPSession(page);
    await slow.send('Emulation.setCPUThrottlingRate', { rate: 12 });
    await admin.goTo(account);
    await page
      .getByRole('treeitem', { name: /Head office/ })
      .first()
      .click();
    await page.keyboard.press('Control+3');
    await page.getByRole('button', { name: 'New person' }).click();
    await page.keyboard.type('Quick Quentin');
    await page.keyboard.press('Enter');
    await page.getByRole('row', { name: /Quick Quentin.*Head office/ }).waitFor();
    await slow.send('Emulation.setCPUThrottlingRate', { rate: 1 });
    await slow.detach();
    await page.keyboard.press('Control+z');
    await page.getByRole('row', { name: /Quick Quentin/ }).waitFor({ state: 'detached' });
    await admin.button('Close', page.getByRole('form', { name: 'New person' })).click();
  });
});

describe('an office administrator in a real window', () => {
  it('creates a joiner by name, and gives a license with a number', async () => {
    const { page } = trellis;
    await page.getByRole('button', { name: 'New person' }).click();
    await page.keyboard.type('Zora Zimmer');
    await page.keyboard.press('Enter');
    await page.getByRole('row', { name: /Zora Zimmer/ }).click();
    await page.getByRole('button', { name: /Choose a type/ }).click();
    await page.getByRole('option', { name: /Ringover Smart/ }).click();
    await page.getByText(/By rule: \+/).waitFor();
    await page.getByRole('button', { name: 'Give', exact: true }).click();
    await page.getByRole('row', { name: /Zora Zimmer.*Ringover Smart.*\+49/ }).waitFor();
  });

  it('removes a leaver after reading what becomes of the license, and finds it free with its number', async () => {
    const { page } = trellis;
    await page.getByRole('row', { name: /Zora Zimmer/ }).focus();
    await page.keyboard.press('Delete');
    const dialog = page.getByRole('alertdialog', { name: 'Remove Zora Zimmer' });
    await dialog.getByText(/1 license with its number becomes free/).waitFor();
    await dialog.getByRole('button', { name: 'Remove' }).click();
    await page.getByRole('row', { name: /Zora Zimmer/ }).waitFor({ state: 'detached' });
    await page
      .getByRole('treeitem', { name: /Northwind Intercom/ })
      .first()
      .click();
    await page.keyboard.press('Control+2');
    await page.getByRole('region', { name: 'Free licenses with a number' }).getByText(/\+49/).waitFor();
  });

  it('takes the removal back with one undo, license and number included', async () => {
    const { page } = trellis;
    await page.keyboard.press('Control+z');
    await page.keyboard.press('Control+3');
    await page.getByRole('searchbox', { name: 'Filter here' }).fill('Zora');
    await page.getByRole('row', { name: /Zora Zimmer.*Ringover Smart.*\+49/ }).waitFor();
    expect(trellis.consoleErrors).toEqual([]);
  });
});

const joiners = ['Jule Jahnke', 'Kofi Kwarteng', 'Lena Lohse'];
const [jule = '', kofi = '', lena = ''] = joiners;
const leaver = 'Zora Zimmer';
const type = 'Ringover Smart';
const branch = 'Branch office';

describe('a day of joiners and leavers', () => {
  it('begins with three joiners who are typed one after the other, without the mouse', async () => {
    const { page } = trellis;
    await admin.openTabOf('Head office', 'People');
    await page.getByRole('searchbox', { name: 'Filter here' }).fill('');
    await admin.button('New person').first().focus();
    await page.keyboard.press('Enter');
    for (const name of joiners) {
      await page.keyboard.type(name);
      await page.keyboard.press('Enter');
      await admin.personRow(name).waitFor();
    }
    await admin.button('Close', page.getByRole('form', { name: 'New person' })).click();
  });

  it('gives two of them a license with the next free number each, in one step', async () => {
    const { page } = trellis;
    await admin.personRow(jule).getByText(jule).click();
    await admin
      .personRow(kofi)
      .getByText(kofi)
      .click({ modifiers: ['Control'] });
    await admin.button('What to do…').click();
    await page.getByRole('menuitem', { name: 'Give a license…' }).click();
    await admin.select(admin.dialog, 'Type', type);
    await admin.button('Give', admin.dialog).click();
    await admin.dialog.waitFor({ state: 'detached' });
    for (const name of [jule, kofi])
      await page.getByRole('row', { name: new RegExp(`${name}.*${type}.*\\+49`) }).waitFor();
  });

  it('hands the license of a leaver on to the third, with its number, before the leaver goes', async () => {
    const { page } = trellis;
    await admin.openPerson('Head office', leaver);
    const number = /\+\d+/.exec(await admin.personRow(leaver).innerText())?.[0] ?? 'no number';
    await admin.button('Give to another…', admin.properties).click();
    await admin.dialog.getByText(`It goes with its number ${number}.`).waitFor();
    await admin.dialog.getByRole('combobox').fill(lena);
    await admin.dialog.getByRole('option', { name: new RegExp(lena) }).click();
    await admin.button('Give', admin.dialog).click();
    await admin.dialog.waitFor({ state: 'detached' });
    await page.getByRole('row', { name: new RegExp(`${lena}.*${type}.*\\${number}`) }).waitFor();
    await admin.personRow(leaver).focus();
    await page.keyboard.press('Delete');
    await page
      .getByRole('alertdialog', { name: `Remove ${leaver}` })
      .getByRole('button', { name: 'Remove' })
      .click();
    await admin.personRow(leaver).waitFor({ state: 'detached' });
  });

  it('moves somebody to another office after reading what becomes of the license there', async () => {
    const { page } = trellis;
    await admin.createGroup(account, 'office', branch);
    await admin.askForOwnPool(branch, type, 1);
    await admin.giveOwnPool(type, 1);
    await admin.openPerson('Head office', kofi);
    await admin.button('Move to…', admin.properties).click();
    await admin.dialog.getByRole('combobox').fill(branch);
    await admin.dialog.getByRole('option', { name: new RegExp(branch) }).click();
    await admin.dialog.getByText(/would take 1 license along/).waitFor();
    await admin.dialog.getByRole('radiogroup').getByText('Give them back').click();
    await admin.dialog.getByText(/1 license with its number becomes free in Northwind Intercom/).waitFor();
    await admin.button('Move here', admin.dialog).click();
    await admin.dialog.waitFor({ state: 'detached' });
    await admin.assignLicense(branch, kofi, type);
    await page.getByRole('row', { name: new RegExp(`${kofi}.*${type}.*\\+49`) }).waitFor();
  });

  it('makes somebody an accountant', async () => {
    await admin.openPerson('Head office', jule);
    await admin.select(admin.properties, 'Role', 'Accountant');
    await admin.personRow(jule).getByText('Accountant').waitFor();
  });

  it('goes back to before the move in the list of steps, and forward again, one step an act', async () => {
    const { page } = trellis;
    await admin.button('Undo history').click();
    const steps = admin.dialog.getByRole('list').getByRole('button');
    expect(await steps.first().innerText()).toMatch(/Jule Jahnke.*Accountant/s);
    await steps.filter({ hasText: `Moved ${kofi} to ${branch}` }).click();
    await page.keyboard.press('Escape');
    await admin.openTabOf('Head office', 'People');
    await page.getByRole('row', { name: new RegExp(`${kofi}.*${type}.*\\+49`) }).waitFor();
    for (let step = 0; step < 3; step += 1) await admin.command('Redo');
    await admin.personRow(jule).getByText('Accountant').waitFor();
    await admin.personRow(kofi).waitFor({ state: 'detached' });
  });

  it('goes on in German, and reads in it what was done in English', async () => {
    const { page } = trellis;
    await admin.goTo(account);
    await admin.command('Deutsch (German)');
    await page.getByRole('tab', { name: 'Verlauf' }).click();
    const history = page.getByRole('grid', { name: 'Verlauf' });
    await history.getByText(`Wiederholt: ${jule}: Rolle ist jetzt Buchhaltung`).waitFor();
    await history.getByText(`${leaver} entfernt`).first().waitFor();
    await history.getByText(`Lizenz von ${leaver} an ${lena} übergeben`).waitFor();
    await page.getByRole('tab', { name: 'Personen' }).click();
    await page.getByRole('searchbox', { name: 'Hier filtern' }).fill(lena);
    await page.getByRole('row', { name: new RegExp(`${lena}.*Aktiv.*${type}`) }).waitFor();
    expect(trellis.consoleErrors).toEqual([]);
  });
});
