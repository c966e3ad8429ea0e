import { command, goToPlace, type Screen } from './ways';

/** Screens that explain Trellis, and where this computer is set up. */
export const helpScreens: readonly Screen[] = [
  {
    name: 'manual',
    says: 'The manual, at the page of what is on screen: searchable, offline, in both languages.',
    looks: ['light', 'german'],
    show: async (person) => {
      await goToPlace(person, { groupId: 'aurora', tab: 'licenses' });
      await person.page.keyboard.press('F1');
      await person.dialog.getByRole('region').first().waitFor();
    },
  },
  {
    name: 'word',
    show: async (person) => {
      await goToPlace(person, { groupId: 'aurora', tab: 'licenses' });
      await person
        .button(/^What do these mean: Licenses here/)
        .first()
        .click();
      await person.dialog.waitFor();
    },
  },
  { name: 'settings', show: command('Settings…') },
  { name: 'tour', show: command('Take the tour') },
  { name: 'about', show: command('About Trellis') },
];
