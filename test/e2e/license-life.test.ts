import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Installer } from '../story/installer';
import { launchTrellis, type TrellisWindow } from '../support/trellis-window';

const account = 'Lindenhof Services';
const person = 'Iris Imhof';
const type = 'Ringover Business';

let trellis: TrellisWindow;
let iris: Installer;

beforeAll(async () => {
  trellis = await launchTrellis();
  iris = new Installer('Iris', trellis, '', '');
  await iris.startAccount(account);
  await iris.createGroup(account, 'Office', 'Branch');
});
afterAll(() => trellis.close());

/** Types a day into one of the window's day fields, by its parts: day, month, year. */
async function typeDay(
  field: ReturnType<Installer['button']>,
  [year, month, day]: readonly [number, number, number],
): Promise<void> {
  const parts = field.getByRole('spinbutton');
  for (const [index, value] of [String(day).padStart(2, '0'), String(month).padStart(2, '0'), String(year)].entries()) {
    await parts.nth(index).focus();
    await trellis.page.keyboard.type(value);
  }
}

/** A day of next year, so that it lies ahead whenever this runs. */
function nextYear(month: number, day: number): readonly [number, number, number] {
  return [new Date().getFullYear() + 1, month, day];
}

function written([year, month, day]: readonly [number, number, number]): string {
  return `${day} ${['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun'][month - 1] ?? ''} ${year}`;
}

const end = nextYear(4, 30);
const dayAfter = nextYear(5, 1);

describe('the life of a license, in a real window', () => {
  it('begins with a purchase that ends on a day, and a lesser license that does not', async () => {
    const { page } = trellis;
    await iris.openTabOf(account, 'Licenses');
    await iris.button('Add purchase or trial…').click();
    await iris.select(iris.dialog, 'License', type);
    await iris.fillNumber(iris.dialog, 'Quantity', 2);
    await typeDay(iris.dialog.getByRole('group', { name: 'Last day' }), end);
    await iris.button('Add', iris.dialog).click();
    await iris.dialog.waitFor({ state: 'detached' });
    await page
      .getByRole('grid', { name: `What ${account} has, and how long` })
      .getByText(`until ${written(end)}`)
      .waitFor();
    await iris.buy(account, 'Ringover Smart', 1);
  });

  it('goes to the pool of a branch by an allocation; one too many says why, and the least that would help', async () => {
    await iris.askForOwnPool('Branch', type, 3);
    const dialog = iris.dialog.filter({ hasText: 'A pool of its own for Branch' });
    await iris.button('Why?', dialog).click();
    const why = trellis.page.getByRole('dialog', { name: 'Why', exact: true });
    await why.getByText(`Buy 1 × ${type} for ${account}.`).waitFor();
    await trellis.page.keyboard.press('Escape');
    await why.waitFor({ state: 'detached' });
    await iris.fillNumber(dialog, 'Ringover Smart', 1);
    await iris.giveOwnPool(type, 2);
    await trellis.page.getByText('2 of 2 left').first().waitFor();
  });

  it('becomes a seat of a person, with a number', async () => {
    const { page } = trellis;
    await iris.openTabOf(account, 'Numbers');
    await iris.button('Add', page.getByRole('toolbar')).click();
    await page.getByRole('menuitem', { name: 'Add a number' }).click();
    const line = page.getByRole('form', { name: 'Add a number' });
    await line.getByRole('textbox').first().fill('+33184800001');
    await iris.button('Add', line).click();
    await page.getByRole('grid').getByText('+33184800001').waitFor();
    await iris.addPerson('Branch', person, 'Employee');
    await iris.assignLicense('Branch', person, type);
    await iris.personRow(person).getByText('Active').waitFor();
  });

  it('is seen to end before it does: what is coming leads to the day, on which the person falls back', async () => {
    const { page } = trellis;
    await iris.openTabOf('Branch', 'Coming up');
    const day = page.getByRole('button', { name: `Look at ${written(dayAfter)}` });
    await page.getByText(`1 person falls back from ${type} to Ringover Smart`).waitFor();
    await day.click();
    await page.getByText(`You are looking at ${written(dayAfter)}.`).waitFor();
    await page.getByText(/What you do is still done as of today/).waitFor();
    await iris.openTab('People');
    await iris.personRow(person).getByText('Fallback').waitFor();
    await iris.button('Back to today').click();
    await iris.personRow(person).getByText('Active').waitFor();
  });

  it('is renewed, after a what-if has said what ending it today would do', async () => {
    const { page } = trellis;
    await iris.openTabOf(account, 'Licenses');
    await page
      .getByRole('grid', { name: `What ${account} has, and how long` })
      .getByText(`until ${written(end)}`)
      .click();
    await iris.button('What if it ends?').click();
    const trial = page.getByRole('dialog', { name: 'What if…' });
    await trial.getByText(new RegExp(`${person}: Ringover Smart instead of ${type}`)).waitFor();
    await iris.button('Drop it', trial).click();
    await trial.waitFor({ state: 'detached' });
    await page
      .getByRole('complementary')
      .getByRole('group', { name: 'Last day' })
      .getByRole('button', { name: 'Clear the day' })
      .click();
    await iris.button('Apply').click();
    await page
      .getByRole('grid', { name: `What ${account} has, and how long` })
      .getByText(`until ${written(end)}`)
      .waitFor({ state: 'detached' });
    await iris.openTabOf('Branch', 'Coming up');
    await page.getByText('Nothing changes').waitFor();
  });

  it('ends with its release: it is free in the pool of the branch, with its number', async () => {
    const { page } = trellis;
    await iris.openPerson('Branch', person);
    await iris.button('Take back…', iris.properties).click();
    const effect = page.getByRole('alertdialog');
    await effect.getByText(/1 license with its number becomes free/).waitFor();
    await effect.getByRole('button', { name: 'Take back', exact: true }).click();
    await iris.openTab('Licenses');
    await page.getByRole('region', { name: 'Free licenses with a number' }).getByText('+33184800001').waitFor();
    expect(trellis.consoleErrors).toEqual([]);
  });
});
