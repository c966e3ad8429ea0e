import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { Installer } from '../story/installer';
import { fit, laptop, largeType } from '../story/cut-texts';
import { furnish } from '../story/screens';
import { askToAllocate, goHome, goToPlace, paste, spreadsheet } from '../story/ways';
import { patienceMs } from '../support/patience';
import { launchTrellis, type TrellisWindow } from '../support/trellis-window';

let trellis: TrellisWindow;
let person: Installer;

beforeAll(async () => {
  trellis = await launchTrellis({ sample: true });
  person = new Installer('sample', trellis, '', '');
  await trellis.resize(1280, 720);
  await trellis.page.getByRole('tree').waitFor();
  await furnish(person);
});
afterAll(() => trellis.close());
beforeEach(() => goHome(person));

describe('what new people stumbled over', () => {
  it('a number that was just added is in sight, with a word about the filter', async () => {
    const { page } = person;
    await goToPlace(person, { groupId: 'office', tab: 'numbers' });
    await person.button('Add', page.getByRole('toolbar')).click();
    await page.getByRole('menuitem', { name: 'Add a number' }).click();
    await page.getByRole('textbox', { name: 'Number' }).fill('+49 30 555 998');
    await page.keyboard.press('Enter');
    await page.getByRole('grid').getByText('+4930555998').waitFor();
    await page.getByText('+4930555998 was just made').waitFor();
    expect(await page.getByRole('grid').getByText('+4930555998').isVisible()).toBe(true);
  });

  it('“New person” puts the keyboard into the name, also when its line is open already', async () => {
    const { page } = person;
    await goToPlace(person, { groupId: 'office', tab: 'people' });
    for (const name of ['Nora', 'Nils']) {
      await person.button('New person').first().click();
      await page.keyboard.type(name);
      await page.keyboard.press('Enter');
      await person.personRow(name).waitFor();
    }
  });

  it('a dialog over a dialog takes what is typed into its search field', async () => {
    const { page } = person;
    await goToPlace(person, { groupId: 'root' });
    await person.command('Administrators…');
    await person.button('Add an administrator…', person.dialog).first().click();
    const field = page.getByRole('dialog').last().getByRole('combobox').first();
    await field.waitFor();
    await page.waitForFunction(() => document.activeElement?.getAttribute('role') === 'combobox');
    await page.keyboard.type('ko');
    expect(await field.inputValue()).toBe('ko');
  });

  it('pasted rows are there again after Escape', async () => {
    const { page } = person;
    await goToPlace(person, { groupId: 'office', tab: 'people' });
    await page.getByRole('grid').getByRole('row').nth(3).waitFor();
    await paste(person, spreadsheet);
    await person.dialog.getByRole('row').nth(3).waitFor();
    const rows = await person.dialog.getByRole('row').count();
    await person.closeDialog();
    await person.button('Paste from a spreadsheet…').click();
    await person.dialog.getByText('These rows were kept from before.').waitFor();
    expect(await person.dialog.getByRole('row').count()).toBe(rows);
    await person.button('Begin anew', person.dialog).click();
  });

  it('the properties name what they change and where it is, and go with the tab', async () => {
    const { page } = person;
    await goToPlace(person, { groupId: 'office', tab: 'people', selection: { kind: 'user', ids: ['desk-2'] } });
    const head = page.locator('.properties-head');
    await head.getByText(await personName('desk-2'), { exact: true }).waitFor();
    await page.getByRole('tab', { name: 'Numbers' }).click();
    await person.properties.getByRole('textbox', { name: 'Note' }).waitFor();
    expect(await head.innerText()).not.toContain(await personName('desk-2'));
  });

  it('after one’s own undo nobody is blamed: what is there is shown', async () => {
    const { page } = person;
    await goToPlace(person, { groupId: 'office', tab: 'people' });
    await person.button('New person').first().click();
    await page.keyboard.type('Olga Once');
    await page.keyboard.press('Enter');
    await person.personRow('Olga Once').click();
    await page.locator('.properties-head').getByText('Olga Once').waitFor();
    await page.keyboard.press('Control+z');
    await person.properties.getByRole('textbox', { name: 'Note' }).waitFor();
    expect(await person.properties.innerText()).not.toMatch(/gone|took it away/);
  });

  it('what is in use is the same number in the overview, the licenses and the list of what is free', async () => {
    const { page } = person;
    const said = /(\d+) needed by \d+ numbers? and \d+ apps?, (\d+) left/;
    await goToPlace(person, { groupId: 'sunrise', tab: 'overview' });
    const overview = said.exec(await page.getByRole('row', { name: said }).first().innerText());
    await goToPlace(person, { groupId: 'sunrise', tab: 'licenses' });
    const licenses = said.exec(await page.getByRole('row', { name: said }).first().innerText());
    expect(licenses?.[0]).toBe(overview?.[0]);
    await goToPlace(person, { shownList: 'free' });
    await page
      .getByRole('row', { name: new RegExp(`Sunrise.*\\b${overview?.[2] ?? ''} Link Plus are left`) })
      .waitFor();
  });

  it('keys of an input method end nothing: neither while it composes, nor the one that takes its word', async () => {
    const { page } = person;
    const driver = await page.context().newCDPSession(page);
    // As the system tells it: what an input method takes has the key code 229, whichever key it was.
    const taken = async (key: string): Promise<void> => {
      for (const type of ['rawKeyDown', 'keyUp'] as const)
        await driver.send('Input.dispatchKeyEvent', { type, key, code: key, windowsVirtualKeyCode: 229 });
    };
    await goToPlace(person, { groupId: 'office', tab: 'people' });
    await person.button('New person').first().click();
    const name = page.getByRole('form', { name: 'New person' }).getByRole('textbox', { name: 'Name' });
    await expect.poll(() => name.evaluate((field) => field === document.activeElement)).toBe(true);
    await driver.send('Input.imeSetComposition', { text: 'さとう', selectionStart: 3, selectionEnd: 3 });
    await taken('Enter');
    await taken('Escape');
    await driver.send('Input.insertText', { text: '佐藤' });
    expect(await name.inputValue()).toBe('佐藤');
    expect(await person.personRow('佐藤').count()).toBe(0);
    await page.keyboard.press('Enter');
    await person.personRow('佐藤').waitFor();
    await driver.detach();
  });

  it('a structure of five levels is read to its last one, in large type too', async () => {
    await goToPlace(person, { groupId: 'harbour' });
    await person.command('Generate groups…');
    await person.dialog.getByRole('textbox', { name: 'How many of each, from above' }).fill('1 2 4 5 4');
    const structure = person.dialog.getByRole('button', { name: /Structure/ }).locator('.select-value');
    await expect.poll(() => structure.innerText()).toBe('Complex × Building × Entrance × Floor × Apartment');
    const isWhole = (): Promise<boolean> =>
      structure.evaluate(
        (words) => words.scrollWidth <= words.clientWidth + 1 && words.scrollHeight <= words.clientHeight + 1,
      );
    for (const size of [laptop, largeType]) {
      await fit(person, size);
      expect(await isWhole()).toBe(true);
    }
    await fit(person, laptop);
  });

  it('a refusal has what would help as a button, and what was typed passes after it', async () => {
    await askToAllocate(person, 900);
    await person.dialog.getByRole('button', { name: /^Buy \d+ × / }).click();
    await expect.poll(() => person.button('Allocate', person.dialog).isEnabled(), { timeout: patienceMs }).toBe(true);
    expect(await person.dialog.getByRole('textbox', { name: 'Quantity' }).inputValue()).toBe('900');
  });
});

function personName(id: string): Promise<string> {
  return person.page.evaluate((userId) => {
    const state = window.trellisStart?.state.getState();
    if (state?.kind !== 'open') throw new Error('no account is open');
    return state.account.session.model.row('users', userId)?.name ?? '';
  }, id);
}
