import type { ActCall } from '../../renderer/src/data/session';
import { accountTab, command, goToPlace, portfolio, tab, type Screen } from './ways';

/** Screens of what an account has of its own: fields, for one, devices, and what a computer takes along. */
export const ownScreens: readonly Screen[] = [
  {
    name: 'own-fields',
    says: 'Fields of one’s own: on what, of which kind; each is a column, a property, and found by the search.',
    looks: ['light', 'german'],
    show: accountTab('Own fields…'),
  },
  {
    name: 'own-field-new',
    show: async (person) => {
      await accountTab('Own fields…')(person);
      await person.button('New field…', person.dialog).click();
      await person.page.getByRole('dialog', { name: 'A field of your own' }).waitFor();
    },
  },
  {
    name: 'own-type',
    says: 'A license type of one’s own: how it is counted, what it gives, and what it falls back to.',
    looks: ['light', 'dark', 'german'],
    show: command('New license type…', 'root'),
  },
  {
    name: 'device',
    show: async (person) => {
      await tab('sunrise', 'devices')(person);
      await person.page.getByRole('grid').getByRole('row').nth(1).click();
      await person.properties.getByRole('img').waitFor();
    },
  },
  {
    name: 'take-along',
    says: 'Taking licenses and numbers along for days without a network: nobody else can hand them out meanwhile.',
    show: command('Take along…', 'office'),
  },
  {
    name: 'plans',
    says: 'A plan that was kept, beside how things are: people, the cost of a year, licenses and ends.',
    looks: ['light', 'german'],
    show: command('Plans…', 'root'),
  },
  {
    name: 'checklist-joins',
    show: command('Joiner, mover or leaver…', 'office'),
  },
  {
    name: 'mail',
    show: command('Mail…', 'root'),
    says: 'Mail of this computer: the server, a test, and reminders that go to those they are meant for.',
    looks: ['light', 'german'],
  },
  {
    name: 'allocate-to-each',
    says: 'The same licenses for several complexes: what it comes to, and what is left above, before the click.',
    looks: ['light', 'german'],
    show: async (person) => {
      await portfolio('aurora', 'Table')(person);
      for (const name of [/Sunrise/, /Riverside/])
        await person.page.getByRole('row', { name }).getByRole('checkbox').click({ force: true });
      await person.page.getByRole('row', { name: /Riverside/ }).click({ button: 'right' });
      await person.page.getByRole('menuitem', { name: /^Allocate to each of 2/ }).click();
      await person.fillNumber(person.dialog, 'Quantity each', 5);
    },
  },
  {
    name: 'numbers-for-each',
    says: 'A number for each of many: who gets which is seen before anything happens.',
    looks: ['light', 'german'],
    show: async (person) => {
      await goToPlace(person, {
        groupId: 'office',
        tab: 'people',
        selection: { kind: 'user', ids: ['desk-2', 'desk-4', 'desk-8'] },
      });
      await person.page.getByRole('main').getByRole('button', { name: 'What to do…' }).click();
      await person.page.getByRole('menuitem', { name: 'Give each the next number…' }).click();
      await person.dialog.getByRole('row').nth(3).waitFor();
    },
  },
];

/** Acts by which they have something to show. */
export const ownActs: readonly ActCall[] = [
  { do: 'field.define', args: { id: 'desk', on: 'user', name: 'Desk', kind: 'text' } },
  {
    do: 'field.define',
    args: { id: 'heating', on: 'group', name: 'Heating', kind: 'choice', choices: ['Gas', 'Heat pump'] },
  },
  {
    do: 'catalogue.addType',
    args: {
      id: 'own.porter',
      name: 'Porter desk',
      mode: 'seat',
      features: ['calls', 'voiceMenuUsers'],
      rank: 15,
      fallsBackTo: 'ringover.smart',
    },
  },
  { do: 'user.update', args: { userId: 'desk-3', set: { until: '2031-03-31' } } },
  { do: 'user.update', args: { userId: 'desk-2', set: { fields: { desk: '2.14' } } } },
  { do: 'group.update', args: { groupId: 'riverside', set: { fields: { heating: 'Heat pump' } } } },
  {
    do: 'plan.save',
    args: {
      id: 'next-year',
      name: 'Next year',
      note: 'Ten more, and nobody without a license.',
      do: [
        {
          do: 'block.add',
          args: { groupId: 'root', typeId: 'link.plus', quantity: 10, source: 'purchase', validUntil: '2031-12-31' },
        },
      ],
    },
  },
];
