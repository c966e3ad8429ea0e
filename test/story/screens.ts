// Declares window.trellisStart, through which acts of the open account are done at once.
import type {} from '../../renderer/src/state/window-start';
import { compete } from '../support/competing-acts';
import { exchangeScreens } from './exchange-screens';
import { helpScreens } from './help-screens';
import type { Installer } from './installer';
import { ownActs, ownScreens } from './own-screens';
import { lastScreens } from './here-screens';
import { vendorScreens } from './vendor-screens';
import {
  accountTab,
  askToAllocate,
  command,
  goToPlace,
  list,
  paste,
  portfolio,
  spreadsheet,
  tab,
  type Screen,
} from './ways';

/** Every screen and dialog of an open account; a new one is a new line here. */
export const screens: readonly Screen[] = [
  {
    name: 'overview',
    show: tab('sunrise', 'overview'),
    says: 'A complex: its pool, what is in it, and what is coming.',
    looks: ['light', 'dark', 'german'],
  },
  { name: 'overview-account', show: tab('root', 'overview') },
  { name: 'overview-empty', show: tab('sunrise-b1-e1-f1-a2', 'overview') },
  {
    name: 'licenses',
    show: tab('aurora', 'licenses'),
    says: 'The licenses of a dealer: what the pool has, what is given on, in use, and left.',
    looks: ['light', 'dark', 'german'],
  },
  { name: 'licenses-account', show: tab('root', 'licenses') },
  { name: 'licenses-block', show: tab('root', 'licenses', { selection: { kind: 'block', ids: ['plus-year'] } }) },
  {
    name: 'allocate',
    says: 'Allocating: what the pool has left, and from where it comes, beside the field.',
    show: async (person) => {
      await askToAllocate(person, 4);
      await person.dialog.getByText('decides').first().waitFor();
    },
  },
  {
    name: 'allocate-refused',
    says: 'More than there is: the rule, the pool, the numbers, and the least that would help.',
    looks: ['light', 'german'],
    show: async (person) => {
      await askToAllocate(person, 900);
      await person.dialog
        .getByTitle(/^Rule /)
        .first()
        .waitFor();
    },
  },
  {
    name: 'why',
    show: async (person) => {
      await goToPlace(person, { groupId: 'sunrise-b1', tab: 'licenses' });
      await person.button('Give it a pool of its own…').click();
      await person.fillNumber(person.dialog, 'Link Plus', 500);
      await person.button('Why?', person.dialog).first().click();
      await person.page.getByRole('dialog', { name: 'Why', exact: true }).waitFor();
    },
  },
  {
    name: 'buy',
    show: async (person) => {
      await goToPlace(person, { groupId: 'root', tab: 'licenses' });
      await person.button('Add purchase or trial…').click();
      await person.dialog.waitFor();
    },
  },
  {
    name: 'costs',
    says: 'What licenses cost, by license, place or month: as a picture, as a table, and what has no price by name.',
    looks: ['light', 'dark', 'german'],
    show: command('Costs…', 'root'),
  },
  {
    name: 'costs-months',
    show: async (person) => {
      await command('Costs…', 'root')(person);
      await person.dialog.getByRole('radio', { name: 'By month' }).click();
      await person.dialog.getByRole('img', { name: /^Costs by month/ }).waitFor();
    },
  },
  {
    name: 'renew',
    says: 'Renewing a purchase with what was given on of it: what follows what, from when to when, and at what cost.',
    looks: ['light', 'dark', 'german'],
    show: async (person) => {
      await goToPlace(person, { groupId: 'root', tab: 'licenses', selection: { kind: 'block', ids: ['plus-year'] } });
      await person.button('Renew…', person.properties).click();
      await person.dialog.getByRole('row').nth(1).waitFor();
    },
  },
  {
    name: 'renew-several',
    show: async (person) => {
      await list('expiring')(person);
      await person.button('Renew all of these…').click();
      await person.dialog.getByRole('row').nth(1).waitFor();
    },
  },
  {
    name: 'own-pool',
    show: async (person) => {
      await goToPlace(person, { groupId: 'sunrise-b1', tab: 'licenses' });
      await person.button('Give it a pool of its own…').click();
      await person.dialog.waitFor();
    },
  },
  {
    name: 'people',
    show: tab('office', 'people'),
    says: 'The people of an office with their licenses, numbers and roles.',
  },
  { name: 'people-empty', show: tab('sunrise-b1-e1-f1-a2', 'people') },
  {
    name: 'person',
    show: tab('office', 'people', { selection: { kind: 'user', ids: ['desk-2'] } }),
    says: 'One person: license and number, what they can use, and why.',
    looks: ['light', 'german'],
  },
  { name: 'person-allowance', show: tab('sunrise', 'people', { selection: { kind: 'user', ids: ['person-3'] } }) },
  {
    name: 'person-seat',
    says: 'A license for somebody: what is left stands in the list, and the number that comes with it below.',
    looks: ['light'],
    show: async (person) => {
      await goToPlace(person, { groupId: 'office', tab: 'people', selection: { kind: 'user', ids: ['desk-8'] } });
      await person.select(person.properties, 'Type', 'Ringover Smart');
      await person.button('Give', person.properties).waitFor();
    },
  },
  {
    name: 'people-many',
    show: tab('office', 'people', { selection: { kind: 'user', ids: ['desk-2', 'desk-4', 'desk-8'] } }),
  },
  {
    name: 'people-many-changed',
    says: 'Editing many at once: what is left alone stays as it is in each, and who cannot is named with the reason.',
    looks: ['light', 'german'],
    show: async (person) => {
      await goToPlace(person, {
        groupId: 'office',
        tab: 'people',
        selection: { kind: 'user', ids: ['desk-2', 'desk-4', 'desk-8', 'desk-9'] },
      });
      await person.button(/License$/, person.properties).click();
      await person.page.getByRole('option', { name: /^Ringover Advanced/ }).click();
      await person.page.getByRole('group', { name: 'What is changed in all of them' }).waitFor();
    },
  },
  {
    name: 'paste-rows',
    says: 'Rows of a spreadsheet before anything happens: new, changed from what to what, and a wrong cell that is mended in place.',
    looks: ['light', 'dark', 'german'],
    show: async (person) => {
      await goToPlace(person, { groupId: 'office', tab: 'people' });
      await person.page.getByRole('grid').getByRole('row').nth(3).waitFor();
      await paste(person, spreadsheet);
      await person.dialog.getByRole('row').nth(3).waitFor();
    },
  },
  {
    name: 'paste-allocations',
    show: async (person) => {
      await goToPlace(person, { groupId: 'aurora', tab: 'licenses' });
      await person.button('Paste from a spreadsheet…').click();
      const field = person.dialog.getByRole('textbox', { name: 'Rows from the spreadsheet' });
      const anew = person.button('Begin anew', person.dialog);
      await anew.or(field).waitFor();
      // What was pasted here before is there again.
      if (await anew.isVisible()) await anew.click();
      await field.fill(
        'Pool\tLicense\tQuantity\tValid until\nSunrise\tLink Plus\t9,999\t\nRiverside\tLink Plus\t4\tsoon',
      );
      await person.button('Look at the rows', person.dialog).click();
      await person.dialog.getByRole('row').nth(2).waitFor();
    },
  },
  {
    name: 'new-person',
    show: async (person) => {
      await goToPlace(person, { groupId: 'office', tab: 'people' });
      await person.button('New person').first().click();
      await person.page.getByRole('form', { name: 'New person' }).waitFor();
    },
  },
  {
    name: 'remove-person',
    says: 'Before somebody leaves: what becomes of the license and its number.',
    looks: ['light', 'german'],
    show: async (person) => {
      await goToPlace(person, { groupId: 'office', tab: 'people', selection: { kind: 'user', ids: ['desk-2'] } });
      await person.page.getByRole('grid').getByRole('row', { selected: true }).first().focus();
      await person.page.keyboard.press('Delete');
      await person.page.getByRole('alertdialog').waitFor();
    },
  },
  { name: 'numbers', show: tab('office', 'numbers'), says: 'Numbers: who uses which, and what is free.' },
  { name: 'number', show: tab('root', 'numbers', { selection: { kind: 'number', ids: ['line-12'] } }) },
  {
    name: 'devices',
    show: tab('sunrise', 'devices'),
    says: 'The devices of a complex, and where they stand.',
    looks: ['dark'],
  },
  {
    name: 'coming-up',
    show: tab('root', 'forecast'),
    says: 'What time will change: what ends, who falls back, and from which day licenses run short.',
  },
  {
    name: 'portfolio',
    show: portfolio('root', 'Table'),
    looks: ['light', 'dark', 'german'],
    says: 'The portfolio of a dealer: every complex with what it has, uses and could give, and what ends next.',
  },
  {
    name: 'portfolio-calendar',
    show: portfolio('root', 'Calendar of ends'),
    says: 'The coming year: what counts for the last time on which day, who loses what by it, and the reminders.',
    looks: ['light', 'german'],
  },
  {
    name: 'portfolio-charts',
    show: portfolio('root', 'Charts'),
    says: 'Usage and ends as pictures, each with its figures.',
  },
  {
    name: 'move-licenses',
    says: 'Licenses from one complex to another: what both have then, and what limits, before the click.',
    looks: ['light', 'german'],
    show: async (person) => {
      await portfolio('aurora', 'Table')(person);
      await person.page.getByRole('row', { name: /Sunrise/ }).click({ button: 'right' });
      await person.page.getByRole('menuitem', { name: 'Move licenses to…' }).click();
      await person.dialog.getByRole('combobox', { name: 'To' }).fill('Riverside');
      await person.page.getByRole('option', { name: 'Riverside' }).click();
      await person.fillNumber(person.dialog, 'How many', 400);
      await person.dialog
        .getByTitle(/^Rule /)
        .first()
        .waitFor();
    },
  },
  {
    name: 'history',
    show: tab('root', 'history'),
    says: 'The history, in the language of whoever reads it.',
    looks: ['light', 'german'],
  },
  {
    name: 'another-day',
    show: (person) => goToPlace(person, { groupId: 'aurora', tab: 'licenses', dayLookedAt: '2099-01-01' }),
    says: 'Looking at another day: the whole tree as it will be then.',
    looks: ['light'],
  },
  {
    name: 'list-without-license',
    show: list('withoutLicense'),
    says: 'What is to be done, list by list: here everybody whom no license serves.',
  },
  { name: 'list-expiring', show: list('expiring') },
  { name: 'list-free', show: list('free') },
  { name: 'list-not-confirmed', show: list('notConfirmed') },
  { name: 'list-done', show: list('short') },
  { name: 'list-not-synchronised', show: list('notSynchronised') },
  {
    name: 'many-groups',
    show: tab('sunrise', 'overview', { selection: { kind: 'group', ids: ['sunrise', 'riverside'] } }),
  },
  { name: 'account', show: accountTab('Account and standing…') },
  { name: 'contract', show: accountTab('Contract…') },
  { name: 'catalogue', show: accountTab('Catalogue and contract quantities…') },
  { name: 'requests', show: accountTab('Requests to the vendor…') },
  { name: 'roles', show: accountTab('Roles, and what I may do…') },
  { name: 'administrators', show: accountTab('Administrators…') },
  ...ownScreens,
  { name: 'voice-menus-empty', show: tab('sunrise', 'menus') },
  {
    name: 'voice-menus',
    show: tab('office', 'menus', { selection: { kind: 'menu', ids: ['front-desk'] } }),
    says: 'Voice menus: who answers in which order, and by which numbers they are reached.',
    looks: ['light'],
  },
  { name: 'reminders', show: command('Coming reminders…', 'root') },
  { name: 'what-if', show: command('What if…', 'root') },
  {
    name: 'what-if-ends',
    says: 'What if a purchase ended today: who would have something else, and when.',
    looks: ['light', 'dark'],
    show: async (person) => {
      await goToPlace(person, { groupId: 'root', tab: 'licenses', selection: { kind: 'block', ids: ['plus-main'] } });
      await person.button('What if it ends?').click();
      await person.dialog.waitFor();
    },
  },
  {
    name: 'move-to',
    show: async (person) => {
      await goToPlace(person, { groupId: 'sunrise-b1' });
      await person.command('Move to…');
      await person.dialog.waitFor();
    },
  },
  {
    name: 'paste-special',
    says: 'A floor as a template: many times, into many places, with names that go on and what the limits draw.',
    looks: ['light', 'german'],
    show: async (person) => {
      await goToPlace(person, { groupId: 'sunrise-b1-e1-f1' });
      await person.command('Copy as a template');
      await goToPlace(person, {
        groupId: 'sunrise-b1-e1',
        selection: { kind: 'group', ids: ['sunrise-b1-e1', 'sunrise-b1-e2'] },
      });
      await person.command('Paste special…');
      await person.dialog.getByRole('textbox', { name: 'How many in each place' }).fill('3');
      await person.page.keyboard.press('Tab');
      await person.dialog.getByText(/^In /).first().waitFor();
    },
  },
  {
    name: 'generate',
    says: 'Generating a complex: levels, names, numbers and licenses, and every name before it is made.',
    looks: ['light', 'dark'],
    show: async (person) => {
      await goToPlace(person, { groupId: 'harbour' });
      await person.command('Generate groups…');
      await person.dialog.getByRole('textbox', { name: 'How many of each, from above' }).fill('1 2 4 5 4');
      await person.dialog.getByRole('button', { name: /^Generate \d+ groups$/ }).waitFor();
    },
  },
  {
    name: 'hand-over',
    says: 'Handing over a complex: what is still open, and what becomes of it once the papers are there.',
    looks: ['light', 'dark', 'german'],
    show: command('Hand over…', 'mill'),
  },
  {
    name: 'delete',
    says: 'Deleting an entrance: what goes with it, and which licenses come back. It asks nothing else, and can be undone.',
    looks: ['light', 'dark'],
    show: async (person) => {
      await goToPlace(person, { groupId: 'riverside-b1-e1' });
      await person.command('Delete…');
      await person.page.getByRole('alertdialog').waitFor();
    },
  },
  {
    name: 'attention',
    show: command('Show what needs attention'),
    says: 'What could not be kept: what I wanted, what happened meanwhile and by whom, and what I can do.',
    looks: ['light', 'dark', 'german'],
  },
  {
    name: 'palette',
    says: 'Search and commands in one: a name leads there, a verb does it.',
    looks: ['light', 'dark'],
    show: async (person) => {
      await person.page.keyboard.press('Control+k');
      await person.page.getByRole('dialog').getByRole('combobox').fill('li');
      await person.page.getByRole('dialog').getByRole('option').first().waitFor();
    },
  },
  {
    name: 'search',
    says: 'Search everywhere: names, codes, numbers and serials, with a letter wrong too.',
    looks: ['light', 'german'],
    show: async (person) => {
      await person.page.keyboard.press('Control+Shift+f');
      await person.page.getByRole('dialog').getByRole('combobox').fill('kovalski');
      await person.page.getByRole('dialog').getByRole('option').first().waitFor();
    },
  },
  ...helpScreens,
  {
    name: 'keys',
    show: command('Show all keys'),
    says: 'Every key, from the one list of commands.',
    looks: ['light', 'german'],
  },
  {
    name: 'steps',
    says: 'The steps that can be taken back, one by one or all down to a moment.',
    looks: ['light'],
    show: async (person) => {
      await person.page.getByRole('contentinfo').getByRole('button', { name: 'Undo history' }).click();
      await person.dialog.waitFor();
    },
  },
  {
    name: 'sync',
    show: async (person) => {
      await person.page.locator('.status-sync').click();
      await person.dialog.waitFor();
    },
  },
  ...vendorScreens,
  {
    name: 'group-menu',
    show: async (person) => {
      await person.treeItem('House 1').click({ button: 'right' });
      await person.page.getByRole('menu').waitFor();
    },
  },
  {
    name: 'new-group',
    show: async (person) => {
      await person.treeItem('House 1').click();
      await person.page.keyboard.press('Control+n');
      await person.page.getByRole('textbox', { name: 'Name of the new group' }).waitFor();
    },
  },
  ...exchangeScreens,
  ...lastScreens,
];

async function actInWindow(
  person: Installer,
  ...calls: readonly { readonly do: string; readonly args: unknown }[]
): Promise<void> {
  await person.page.evaluate(async (given) => {
    const state = window.trellisStart?.state.getState();
    if (state?.kind !== 'open') throw new Error('no account is open');
    for (const call of given) {
      const outcome = await state.account.session.act(call as Parameters<typeof state.account.session.act>[0]);
      if (!outcome.ok) throw new Error(JSON.stringify(outcome));
    }
  }, calls);
}

/** What makes every screen worth looking at: a voice menu, some steps to take back, and something that could not be kept. */
export async function furnish(person: Installer): Promise<void> {
  await actInWindow(
    person,
    { do: 'menu.create', args: { id: 'front-desk', groupId: 'office', name: 'Front desk', kind: 'queue' } },
    { do: 'menu.setMembers', args: { menuId: 'front-desk', users: ['desk-4', 'desk-5'], groups: [] } },
    { do: 'number.attach', args: { numberId: 'line-13', to: { menuId: 'front-desk' } } },
    { do: 'request.open', args: { kind: 'add', typeId: 'ringover.business', quantity: 4, note: 'For the new branch' } },
    { do: 'role.define', args: { name: 'Concierge', base: 'siteAdmin', extraFeatures: [] } },
    ...ownActs,
  );
  await compete(person.page, {
    mine: { do: 'seat.assign', args: { userId: 'desk-8', typeId: 'ringover.advanced' } },
    theirs: { by: 'admin', do: 'seat.assign', args: { userId: 'admin', typeId: 'ringover.advanced' } },
  });
}
