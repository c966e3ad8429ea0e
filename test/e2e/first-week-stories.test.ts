import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Dealer } from '../story/dealer';
import { Installer } from '../story/installer';
import { ownActs } from '../story/own-screens';
import { Typist } from '../story/typist';
import { paste } from '../story/ways';
import { launchTrellis, type TrellisWindow } from '../support/trellis-window';

describe('an installer’s first week, by keys alone until the devices', () => {
  let trellis: TrellisWindow;
  let person: Installer;
  let hands: Typist;
  beforeAll(async () => {
    trellis = await launchTrellis();
    hands = new Typist(trellis.page);
    person = new Installer('installer', trellis, '', '');
    await trellis.resize(1280, 720);
  });
  afterAll(() => trellis.close());

  it('answers the one question of a new account, and is led on to what is in it', async () => {
    const { page } = trellis;
    await hands.tabTo(page.getByRole('textbox', { name: 'Name of the organisation' }));
    await hands.type('Elbe');
    await hands.press('Enter');
    const name = page.getByRole('textbox', { name: 'Name of the complex' });
    await hands.tabTo(name);
    await hands.type('Elbpark');
    await hands.tabTo(page.getByRole('button', { name: 'Make it, and generate what is in it…' }));
    await hands.press('Enter');
    await page.getByRole('dialog', { name: 'Generate groups in Elbpark' }).waitFor();
  });

  it('calls the floors as people do, with two residents in each apartment, in one act', async () => {
    const { page } = trellis;
    const { dialog } = person;
    await hands.press('Control+A');
    await hands.type('1 1 3 2');
    await hands.tabTo(dialog.getByRole('textbox', { name: 'Residents in each apartment' }));
    await hands.type('2');
    await hands.tabTo(dialog.getByRole('button', { name: /Floors are called$/ }));
    await hands.press('Enter');
    await page.getByRole('option', { name: 'Basement, ground floor, 1st floor…' }).waitFor();
    await hands.type('Base');
    await hands.press('Enter');
    const preview = dialog.getByRole('list', { name: 'This is what will be made' });
    for (const made of ['Basement', '-101', 'Ground floor', '001', '1st floor', '102'])
      await preview.getByText(made, { exact: true }).waitFor();
    await dialog.getByText('12 people').waitFor();
    await hands.tabTo(dialog.getByRole('button', { name: 'Generate 11 groups' }));
    await hands.press('Enter');
    await dialog.waitFor({ state: 'detached' });
    expect(await person.digest()).toMatchObject({ groups: 13, users: 13 });
  });

  it('finds the residents by the filter, goes on to their rows by Enter, and gives each the next number', async () => {
    const { page } = trellis;
    await person.buy('Elbe', 'Link Plus', 40);
    await person.addSipRange('Elbe', '3000', '3999');
    await person.goTo('Elbpark');
    await hands.press('Control+3');
    await person.personRow('Resident 1 of 001').waitFor();
    await person.button('New person').first().focus();
    await hands.press('Control+F');
    await hands.type('of 001');
    await expect.poll(() => page.getByRole('grid', { name: 'People' }).getByRole('row').count()).toBe(3);
    await hands.press('Enter');
    await page.waitForFunction(() => document.activeElement?.getAttribute('role') === 'row');
    await hands.press('Control+A');
    await person.command('Give each the next number…');
    await person.dialog.getByRole('row', { name: 'Resident 2 of 001 3001' }).waitFor();
    await hands.press('Enter');
    await person.dialog.waitFor({ state: 'detached' });
    await page.getByRole('row', { name: /Resident 1 of 001.*3000/ }).waitFor();
  });

  it('takes the names and numbers of residents from a list, each in the apartment that it names', async () => {
    const { page } = trellis;
    await page.getByRole('searchbox', { name: 'Filter here' }).fill('');
    await paste(
      person,
      'Name\tWohnung\tNummer\nAda Albrecht\t1st floor / 101\t3100\nBen Baum\t1st floor / 102\t3101\n',
    );
    await person.dialog.getByText('3100').waitFor();
    await person.button(/^Apply/, person.dialog).click();
    await person.dialog.waitFor({ state: 'detached' });
    await page.getByRole('row', { name: /Ada Albrecht.*3100/ }).click();
    await hands.press('Control+Z');
    await person.personRow('Ada Albrecht').waitFor({ state: 'detached' });
    await hands.press('Control+Y');
    await page.getByRole('row', { name: /Ben Baum.*3101/ }).waitFor();
  });

  it('registers a panel, corrects its serial number, and notes its address', async () => {
    const { page } = trellis;
    await person.openTab('Devices');
    await person.button('Register a device').first().click();
    await page.keyboard.type('SN-l');
    await page.keyboard.press('Enter');
    await page.getByRole('grid', { name: 'Devices' }).getByText('SN-l').click();
    const serial = person.properties.getByRole('textbox', { name: 'Serial number' });
    await serial.fill('SN-1');
    await serial.press('Enter');
    await page.getByRole('grid', { name: 'Devices' }).getByText('SN-1').waitFor();
    await person.button('Add these fields', person.properties).click();
    const address = person.properties.getByRole('textbox', { name: 'IP address' });
    await address.fill('192.168.1.20');
    await address.press('Enter');
    await page.getByRole('searchbox', { name: 'Filter here' }).fill('192.168');
    await page.getByRole('grid', { name: 'Devices' }).getByText('SN-1').waitFor();
    expect(trellis.consoleErrors).toEqual([]);
  });
});

describe('a dealer’s first week, by mouse', () => {
  let trellis: TrellisWindow;
  let dealer: Dealer;
  beforeAll(async () => {
    trellis = await launchTrellis({ sample: true });
    dealer = new Dealer(trellis);
    await dealer.treeItem('Northwind Intercom').waitFor();
    await trellis.page.evaluate(async (acts) => {
      const state = window.trellisStart?.state.getState();
      if (state?.kind !== 'open') throw new Error('no account is open');
      await state.account.session.act({ do: 'batch', args: { do: acts as never } });
    }, ownActs);
  });
  afterAll(() => trellis.close());

  it('gives two complexes the same licenses in one act, and takes it back in one step', async () => {
    await dealer.openPortfolio('Aurora Access');
    for (const name of ['Sunrise', 'Riverside']) await dealer.line(name).getByRole('checkbox').click({ force: true });
    await dealer.line('Riverside').click({ button: 'right' });
    await dealer.page.getByRole('menuitem', { name: 'Allocate to each of 2 complexes…' }).click();
    const { dialog } = dealer;
    await dealer.fillNumber(dialog, 'Quantity each', 900);
    await dialog
      .getByTitle(/^Rule /)
      .first()
      .waitFor();
    await dealer.fillNumber(dialog, 'Quantity each', 3);
    await dialog.getByText('2 × 3 = 6 Link Basic (paid)').waitFor();
    await dealer.button('Allocate', dialog).click();
    await dialog.waitFor({ state: 'detached' });
    const left = dealer.page.getByText('Still in the pool of Aurora Access: 20 × Link Basic (paid) and 4 × Link Plus.');
    await left.waitFor({ state: 'detached' });
    await dealer.page.keyboard.press('Control+z');
    await left.waitFor();
  });

  it('looks at a plan beside how things are, and does all of it', async () => {
    await dealer.command('Plans…');
    const { dialog } = dealer;
    await dialog.getByText('Ten more, and nobody without a license.').waitFor();
    await dialog.getByRole('row', { name: /^Link Plus/ }).waitFor();
    const { blocks } = await dealer.digest();
    await dealer.button('Do all of it', dialog).click();
    await expect.poll(async () => (await dealer.digest()).blocks).toBe(blocks + 1);
    await dealer.page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
  });

  it('sees what is owing first among what is to be done, and settles it there', async () => {
    await dealer.page.evaluate(async () => {
      const state = window.trellisStart?.state.getState();
      if (state?.kind !== 'open') throw new Error('no account is open');
      await state.account.session.act({ do: 'account.update', args: { set: { outstanding: 250 } } });
    });
    await dealer.button('250 owing').click();
    await dealer.fillNumber(dealer.dialog, 'Outstanding amount', 0);
    const apply = dealer.button('Apply', dealer.dialog);
    await apply.click();
    // A key that is pressed in the moment in which a button goes is nobody's.
    await apply.waitFor({ state: 'detached' });
    await expect
      .poll(() => dealer.page.evaluate(() => document.activeElement?.closest('[role=dialog]') != null))
      .toBe(true);
    await dealer.closeDialog();
    await dealer.button('250 owing').waitFor({ state: 'detached' });
    expect(trellis.consoleErrors).toEqual([]);
  });
});

describe('an office administrator’s first week, by mouse and by keys', () => {
  let trellis: TrellisWindow;
  let admin: Installer;
  beforeAll(async () => {
    trellis = await launchTrellis({ sample: true });
    admin = new Installer('Ruth', trellis, '', '');
    await admin.treeItem('Northwind Intercom').waitFor();
  });
  afterAll(() => trellis.close());

  it('takes joiners with licenses and numbers from a list, and finds the one whose number is somebody’s', async () => {
    const { page } = trellis;
    await admin.openTabOf('Head office', 'People');
    await paste(
      admin,
      'Name\tLicense\tNumber\nJule Jahnke\tRingover Smart\t+49 30 555 0999\nKofi Kwarteng\t\t+49 30 5550 110\n',
    );
    await admin.dialog
      .getByText(/is in use/)
      .first()
      .waitFor();
    await admin.button(/^Apply/, admin.dialog).click();
    await admin.dialog.waitFor({ state: 'detached' });
    await page.getByRole('row', { name: /Jule Jahnke.*Ringover Smart.*\+49305550999/ }).waitFor();
    expect(await admin.personRow('Kofi Kwarteng').count()).toBe(0);
  });

  it('lets a joiner begin and a leaver go on a day, each on one page in one act', async () => {
    const { page } = trellis;
    await admin.openPerson('Head office', 'Jule Jahnke');
    await admin.command('Joiner, mover or leaver…');
    await admin.dialog.getByText(/Ringover Smart with \+49305550999 stays until the last day/).waitFor();
    await admin.button('Let them leave', admin.dialog).click();
    await admin.dialog.waitFor({ state: 'detached' });
    await page.keyboard.press('Control+z');
    await admin.personRow('Jule Jahnke').waitFor();
  });

  it('finds what was done by typing, in the history, and goes on to the rows by the arrow down', async () => {
    const { page } = trellis;
    await admin.openTabOf('Northwind Intercom', 'History');
    await page.getByRole('grid', { name: 'History' }).getByRole('row').nth(1).focus();
    await page.keyboard.press('Control+f');
    await page.keyboard.type('Jule');
    await page
      .getByRole('grid', { name: 'History' })
      .getByText(/Jule Jahnke/)
      .first()
      .waitFor();
    await page.keyboard.press('ArrowDown');
    await page.waitForFunction(() => document.activeElement?.getAttribute('role') === 'row');
    await page.keyboard.press('Control+f');
    await page.keyboard.type('nobody of that name');
    await admin.button('Show all').waitFor();
    expect(trellis.consoleErrors).toEqual([]);
  });
});
