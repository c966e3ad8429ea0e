import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Installer } from '../story/installer';
import { launchTrellis, type TrellisWindow } from '../support/trellis-window';

let window: TrellisWindow;
let person: Installer;

beforeAll(async () => {
  window = await launchTrellis({ sample: true });
  person = new Installer('sample', window, '', '');
  await person.treeItem('Northwind Intercom').waitFor();
});

afterAll(async () => {
  expect(window.consoleErrors).toEqual([]);
  await window.close();
});

const list = (name: string) =>
  window.page.getByRole('listbox', { name: 'To do' }).getByRole('option', { name: new RegExp(`^${name}`) });
const heading = (name: string) => window.page.getByRole('main').getByRole('heading', { level: 1, name });

describe('an office admin who looks for what is to be done', () => {
  it('reads how much is on each list, opens one by keyboard, and goes to where a thing lives', async () => {
    await expect.poll(() => list('Without a license').innerText()).toMatch(/2$/);
    await person.command('List: without a license');
    await heading('Without a license').waitFor();
    await window.page
      .getByRole('row', { name: /Ruth Okonkwo/ })
      .and(window.page.locator(':focus'))
      .waitFor();
    await window.page.keyboard.press('Enter');
    await window.page.getByRole('tab', { name: 'People', selected: true }).waitFor();
    await expect.poll(() => person.properties.getByRole('textbox', { name: 'Name' }).inputValue()).toBe('Ruth Okonkwo');
  });

  it('gives a license, sees the list grow shorter, and comes back to the group with Escape', async () => {
    await person.assignLicense('Head office', 'Ruth Okonkwo', 'Ringover Smart');
    await expect.poll(() => list('Without a license').innerText()).toMatch(/1$/);
    await list('Without a license').click();
    const rows = window.page.getByRole('grid', { name: 'Without a license' }).getByRole('row');
    await rows.filter({ hasText: 'David Weber' }).waitFor();
    expect(await rows.filter({ hasText: 'Ruth Okonkwo' }).count()).toBe(0);
    await window.page.keyboard.press('Escape');
    await heading('Head office').waitFor();
  });

  it('looks at a later day, and reads there what will be short', async () => {
    await window.page.evaluate(() => {
      const state = globalThis.window.trellisStart?.state.getState();
      if (state?.kind === 'open') state.account.view.setState({ dayLookedAt: '2099-01-01' });
    });
    await expect.poll(() => list('Short or over limit').innerText()).toMatch(/\d$/);
    await list('Short or over limit').click();
    await window.page
      .getByRole('grid', { name: 'Short or over limit' })
      .getByText(/^Link Plus is not valid any more/)
      .first()
      .waitFor();
    await window.page.keyboard.press('Escape');
    await person.command('Look at today');
  });
});

describe('an office admin who looks for something', () => {
  it('finds a group although a letter is wrong, a person by mail, and a number without its first digits', async () => {
    const field = window.page.getByRole('dialog').getByRole('combobox');
    for (const [typed, found] of [
      ['riversdie', 'Riverside'],
      ['ruth.okon', 'Ruth Okonkwo'],
      ['5550110', '+49 30 55501'],
    ] as const) {
      await window.page.keyboard.press('Control+k');
      await field.fill(typed);
      await window.page.getByRole('option', { selected: true }).filter({ hasText: found }).waitFor();
      await window.page.keyboard.press('Enter');
      await field.waitFor({ state: 'detached' });
    }
    await window.page.getByRole('tab', { name: 'Numbers', selected: true }).waitFor();
  });

  it('reads every hit in search everywhere, one kind of them alone, and goes to the last', async () => {
    await window.page.keyboard.press('Control+Shift+f');
    const dialog = window.page.getByRole('dialog', { name: 'Search everywhere' });
    await dialog.getByRole('combobox').fill('sun');
    await dialog.getByRole('radio', { name: /^Devices 12$/ }).click();
    await dialog.getByRole('combobox').press('PageDown');
    await dialog.getByRole('option', { selected: true, name: /AA-12-SUN-/ }).waitFor();
    await dialog.getByRole('combobox').press('Enter');
    await dialog.waitFor({ state: 'detached' });
    await window.page.getByRole('tab', { name: 'Devices', selected: true }).waitFor();
  });
});
