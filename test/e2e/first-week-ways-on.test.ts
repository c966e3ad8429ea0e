import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Locator } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { Dealer } from '../story/dealer';
import { furnish } from '../story/screens';
import { goHome, goToPlace, paste } from '../story/ways';
import { launchTrellis, removeFolder, temporaryFolder, type TrellisWindow } from '../support/trellis-window';

const folder = temporaryFolder('ways-on');
let trellis: TrellisWindow;
let person: Dealer;

beforeAll(async () => {
  trellis = await launchTrellis({ sample: true });
  person = new Dealer(trellis);
  await trellis.resize(1280, 720);
  await trellis.page.getByRole('tree').waitFor();
  await furnish(person);
});
afterAll(async () => {
  await trellis.close();
  removeFolder(folder);
});
beforeEach(() => goHome(person));

/** Does acts as the window would, for what a story needs before it begins. */
function act(...calls: readonly { readonly do: string; readonly args: unknown }[]): Promise<void> {
  return person.page.evaluate(async (given) => {
    const state = window.trellisStart?.state.getState();
    if (state?.kind !== 'open') throw new Error('no account is open');
    for (const call of given) {
      const outcome = await state.account.session.act(call as Parameters<typeof state.account.session.act>[0]);
      if (!outcome.ok) throw new Error(JSON.stringify(outcome));
    }
  }, calls);
}

const filter = (): Locator => person.page.getByRole('searchbox', { name: 'Filter here' });

describe('what was just made is in sight, with a word about what hides it', () => {
  it('somebody new, although something else is typed into the filter', async () => {
    const { page } = person;
    await goToPlace(person, { groupId: 'office', tab: 'people' });
    await filter().fill('nobody like this');
    await person.button('New person').first().click();
    await page.keyboard.type('Frieda Fischer');
    await page.keyboard.press('Enter');
    await page.getByText('Frieda Fischer was just made').waitFor();
    expect(await person.personRow('Frieda Fischer').isVisible()).toBe(true);
    await person.button('Show all').click();
    await expect.poll(() => filter().inputValue()).toBe('');
  });

  it('a device, likewise', async () => {
    const { page } = person;
    await goToPlace(person, { groupId: 'sunrise', tab: 'devices' });
    await filter().fill('nothing like this');
    await person.button('Register a device').first().click();
    await page.keyboard.type('ZZ-99');
    await page.keyboard.press('Enter');
    await page.getByText('ZZ-99 was just made').waitFor();
    expect(await page.getByRole('grid', { name: 'Devices' }).getByText('ZZ-99').isVisible()).toBe(true);
  });

  it('a group, although the tree is filtered by something else', async () => {
    const { page } = person;
    await goToPlace(person, { groupId: 'riverside' });
    const field = page.getByRole('searchbox', { name: 'Filter the tree' });
    await field.fill('Riverside');
    await person.treeItem('Riverside').click();
    await page.keyboard.press('Control+n');
    const name = page.getByRole('textbox', { name: 'Name of the new group' });
    await name.fill('Annex');
    await name.press('Enter');
    await person.treeItem('Annex').waitFor();
    expect(await person.treeItem('Annex').isVisible()).toBe(true);
    await field.fill('');
  });
});

describe('a dialog over a dialog', () => {
  /** The command that opens the first, the button of the second. */
  const pairs: readonly (readonly [string, string, string])[] = [
    ['root', 'Administrators…', 'Add an administrator…'],
    ['root', 'Own fields…', 'New field…'],
    ['root', 'Catalogue and contract quantities…', 'New license type…'],
    ['root', 'Requests to the vendor…', 'New request…'],
    ['root', 'Roles, and what I may do…', 'New role…'],
  ];

  it('has the keyboard in the first field that is typed into, whichever it is', async () => {
    const { page } = person;
    for (const [groupId, command, button] of pairs) {
      await goHome(person);
      await goToPlace(person, { groupId });
      await person.command(command);
      await person.button(button, person.dialog).first().click();
      await expect
        .poll(
          () =>
            page.evaluate(() => {
              const dialogs = document.querySelectorAll('[role=dialog]');
              const active = document.activeElement;
              return (
                dialogs.length === 2 &&
                dialogs[1]?.contains(active) === true &&
                active instanceof HTMLInputElement &&
                active.type !== 'radio'
              );
            }),
          { message: `${command} ${button}` },
        )
        .toBe(true);
    }
  });
});

describe('what was typed or pasted', () => {
  const rows = 'Name\nXaver Xanten\n';

  it('survives a click beside the dialog, Escape and its cross', async () => {
    const { page } = person;
    await goToPlace(person, { groupId: 'office', tab: 'people' });
    await page.getByRole('grid').getByRole('row').nth(3).waitFor();
    await paste(person, rows);
    await person.dialog.getByText('Xaver Xanten').waitFor();
    await page.mouse.click(5, 5);
    expect(await person.dialog.getByText('Xaver Xanten').isVisible()).toBe(true);
    for (const close of [() => page.keyboard.press('Escape'), () => person.button('Close', person.dialog).click()]) {
      await close();
      await person.dialog.waitFor({ state: 'detached' });
      await person.button('Paste from a spreadsheet…').click();
      await person.dialog.getByText('Xaver Xanten').waitFor();
    }
    await person.button('Begin anew', person.dialog).click();
  });

  it('survives Escape in every dialog and line that is typed into, until it is done', async () => {
    const { page } = person;
    const field = (name: string): Locator => page.getByRole('textbox', { name, exact: true }).last();
    const kinds: readonly (readonly [string, string, () => Promise<void>])[] = [
      ['Name', 'Karl Kurz', () => person.command('Joiner, mover or leaver…')],
      ['Name', 'Concierge desk', () => person.command('New license type…')],
      [
        'Name',
        'Parking space',
        async () => {
          await person.command('Own fields…');
          await person.button('New field…', person.dialog).click();
        },
      ],
      [
        'Name',
        'Night line',
        async () => {
          await person.command('Show voice menus');
          await person.button('New voice menu…').click();
        },
      ],
      ['Serial number', 'SN-half-typed', () => person.command('Register a device…')],
    ];
    for (const [name, typed, open] of kinds) {
      for (const isBack of [false, true]) {
        await goHome(person);
        await goToPlace(person, { groupId: 'office', tab: 'devices' });
        await open();
        if (isBack) expect(await field(name).inputValue()).toBe(typed);
        else {
          await field(name).fill(typed);
          await page.keyboard.press('Escape');
        }
      }
    }
  });
});

describe('the figures of a pool', () => {
  it('are the same in the portfolio as in its licenses, and beside the people it is said how many share them', async () => {
    const said = /(\d+) needed by \d+ numbers? and \d+ apps?, (\d+) left/;
    await goToPlace(person, { groupId: 'sunrise', tab: 'licenses' });
    const [, needed, left] = said.exec(await person.page.getByRole('row', { name: said }).first().innerText()) ?? [];
    await person.openPortfolio('Aurora Access');
    expect((await person.figuresOf('Sunrise')).slice(1)).toEqual([Number(needed), Number(left)]);
  });

  it('say so where more people share it than it has', async () => {
    await act({ do: 'allocation.set', args: { groupId: 'quay', typeId: 'link.plus', quantity: 1 } });
    await goToPlace(person, { groupId: 'quay', tab: 'licenses' });
    await person.page.getByText(/\d+ people share \d+: /).waitFor();
    await person.page.keyboard.press('Control+z');
  });
});

describe('the properties', () => {
  it('are those of the group when another one is chosen, by name and place', async () => {
    const { page } = person;
    await goToPlace(person, { groupId: 'office', tab: 'people', selection: { kind: 'user', ids: ['desk-2'] } });
    const head = page.locator('.properties-head');
    await head.getByText('Head office', { exact: false }).waitFor();
    await person.treeItem('Sunrise').click();
    await head.locator('.properties-head-name').getByText('Sunrise', { exact: true }).waitFor();
    await head.getByText('Aurora Access', { exact: false }).waitFor();
  });

  it('follow one’s own undo to what is there, whatever was made: a number, a device, licenses, a group', async () => {
    const { page } = person;
    const made = [
      [
        { do: 'number.add', args: { id: 'n-new', kind: 'landline', value: '+4930555777' } },
        'number',
        'numbers',
        'n-new',
      ],
      [
        { do: 'device.register', args: { id: 'd-new', groupId: 'office', serial: 'D-NEW' } },
        'device',
        'devices',
        'd-new',
      ],
      [
        {
          do: 'block.add',
          args: { id: 'b-new', groupId: 'root', typeId: 'link.plus', quantity: 5, source: 'purchase' },
        },
        'block',
        'licenses',
        'b-new',
      ],
      [
        { do: 'group.create', args: { id: 'g-new', parentId: 'root', kind: 'office', name: 'Lager' } },
        'group',
        'overview',
        'g-new',
      ],
    ] as const;
    for (const [call, kind, tab, id] of made) {
      await act(call);
      await goToPlace(person, {
        groupId: kind === 'group' ? id : 'root',
        tab,
        selection: { kind, ids: [id] },
      });
      await page.locator('.properties-head-name').waitFor();
      await page.keyboard.press('Control+z');
      await page.locator('.properties-head-name').getByText('Northwind Intercom', { exact: true }).waitFor();
      expect(await person.properties.innerText()).not.toMatch(/is gone|no longer exists|took it away/);
      expect(await page.getByRole('main').innerText()).not.toMatch(/is gone|no longer exists|took it away/);
    }
  });
});

describe('a dead end has a way on', () => {
  it('a place that skips a floor or is mistyped: “did you mean”, and a press mends it', async () => {
    const { page } = person;
    await goToPlace(person, { groupId: 'sunrise', tab: 'people' });
    await page.getByRole('grid').getByRole('row').nth(3).waitFor();
    await paste(
      person,
      'Name\tGroup\nWanda Wirth\tHouse 1 / Entrance A / 101\nWim Wirth\tHouse 1 / Entrance A / Flor 2\n',
    );
    const mend = person.button(/House 1 › Entrance A › Floor 2/, person.dialog);
    await mend.first().click();
    await person.button('Apply 2 rows', person.dialog).waitFor();
  });

  it('a license type that is shared and not held says how it is given instead', async () => {
    const { page } = person;
    await goToPlace(person, { groupId: 'sunrise', tab: 'people' });
    await page.getByRole('grid').getByRole('row').nth(3).waitFor();
    await paste(person, 'Name\tLicense\nWanda Wirth\tLink Plus\n');
    await person.dialog
      .getByText(/everybody in the group shares this type/)
      .first()
      .waitFor();
  });

  it('licenses that would come along are given back by a choice that stands there at once', async () => {
    await goToPlace(person, { groupId: 'riverside' });
    await person.command('Move to…');
    await person.dialog.getByRole('combobox').fill('Harbour Systems');
    await person.dialog
      .getByRole('option', { name: /Harbour Systems/ })
      .first()
      .click();
    const giveBack = person.dialog.getByRole('radio', { name: 'Give them back' });
    await person.dialog.getByRole('radiogroup').getByText('Give them back').click();
    expect(await giveBack.isChecked()).toBe(true);
  });

  it('what is protected has a button that takes the protection away, after which the same passes', async () => {
    await act({ do: 'group.update', args: { groupId: 'linden', set: { protected: true } } });
    await goToPlace(person, { groupId: 'linden' });
    await person.command('Move to…');
    await person.dialog.getByRole('combobox').fill('Harbour Systems');
    await person.dialog
      .getByRole('option', { name: /Harbour Systems/ })
      .first()
      .click();
    await person.dialog.getByText(/is protected against/).waitFor();
    await person.button(/Take the protection/, person.dialog).click();
    await person.dialog.getByRole('radiogroup').getByText('Give them back').click();
    await expect.poll(() => person.button('Move here', person.dialog).isEnabled()).toBe(true);
  });
});

describe('what stands beside each other does not contradict', () => {
  it('service and invitation of people have names of their own; who is served by a shared license is said to be', async () => {
    const { page } = person;
    await goToPlace(person, { groupId: 'sunrise', tab: 'people' });
    await person.button('Choose columns').click();
    await page.getByRole('checkbox', { name: 'Invitation' }).setChecked(true, { force: true });
    await page.keyboard.press('Escape');
    const heads = await page.getByRole('grid', { name: 'People' }).getByRole('columnheader').allInnerTexts();
    expect(heads.join()).toMatch(/Service/);
    expect(heads.join()).toMatch(/Invitation/);
    expect(heads.join()).not.toMatch(/Stat(us|e)/);
    await person.page
      .getByRole('row', { name: /Link Plus \(shared\)/ })
      .first()
      .click();
    expect(await person.properties.innerText()).not.toMatch(/No license/);
    await person.properties.getByText('Link Plus (shared)').waitFor();
  });

  it('the own number of a license comes before any other, and is not cut', async () => {
    const { page } = person;
    await act(
      { do: 'number.add', args: { id: 'first-of-all', kind: 'landline', value: '+4930000001' } },
      { do: 'number.attach', args: { numberId: 'first-of-all', to: { userId: 'desk-2' } } },
    );
    await goToPlace(person, { groupId: 'office', tab: 'people' });
    const cell = page.getByRole('gridcell').filter({ hasText: ', +4930000001' });
    await cell.waitFor();
    expect(await cell.innerText()).toMatch(/^\+4930555\d+, \+4930000001$/);
  });

  it('nothing “has ended” on a day that is still to come, and a set of licenses says its last day in a closed list', async () => {
    await goToPlace(person, { groupId: 'office', tab: 'people', dayLookedAt: '2099-01-01' });
    const people = person.page.getByRole('grid', { name: 'People' });
    await people
      .getByText(/is not valid any more on this day|fewer/)
      .first()
      .waitFor();
    expect(await person.page.locator('body').innerText()).not.toMatch(/has ended/);
    await goToPlace(person, {
      dayLookedAt: null,
      groupId: 'root',
      tab: 'licenses',
      selection: { kind: 'block', ids: ['plus-year'] },
    });
    await person.button('What if it ends?').click();
    await person.dialog
      .getByText(/40 × Link Plus, until /)
      .first()
      .waitFor();
  });
});

describe('a reminder', () => {
  it('says to whom it goes and how, and is written as a message by a press', async () => {
    const file = path.join(folder, 'reminder.eml');
    await person.command('Coming reminders…');
    await person.dialog.getByText('Nobody is written to by itself').waitFor();
    expect(await person.dialog.innerText()).not.toMatch(/Reminded/);
    await trellis.chooseFile(file);
    await person
      .button(/^Save a message about/, person.dialog)
      .first()
      .click();
    await expect
      .poll(() => {
        try {
          return readFileSync(file, 'utf8');
        } catch {
          return '';
        }
      })
      .toMatch(/^Subject: /m);
  });
});
