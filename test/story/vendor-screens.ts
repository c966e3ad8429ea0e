import { panelLines, ringover, ringoverKeyAsked, ringoverLines } from './vendor-ways';
import { goToPlace, type Screen } from './ways';

/** The dialogs of the vendors' systems, with stand-ins behind them. */
export const vendorScreens: readonly Screen[] = [
  { name: 'ringover-key', show: ringoverKeyAsked },
  {
    name: 'ringover-plans',
    show: async (person) => {
      await ringover(person, 'Pull from Ringover…');
      await person.button('Compare', person.dialog).waitFor();
    },
  },
  {
    name: 'ringover-compare',
    show: ringoverLines('Compare with Ringover…'),
    says: 'An office beside its account at Ringover: what is there, what is here, and how they differ.',
    looks: ['light', 'dark', 'german'],
  },
  {
    name: 'ringover-pull',
    show: ringoverLines('Pull from Ringover…'),
    says: 'Pulling: what each line would do here, and which are left out. It is one act, and one undo.',
    looks: ['light'],
  },
  { name: 'ringover-push', show: ringoverLines('Push to Ringover…') },
  {
    name: 'panel',
    show: async (person) => {
      await goToPlace(person, { groupId: 'sunrise-b1' });
      await person.command('Write to panels…');
      await person.dialog.waitFor();
    },
  },
  {
    name: 'panel-lines',
    show: panelLines,
    says: 'A building beside an intercom panel: the address of each apartment, and what would be written.',
    looks: ['light', 'german'],
  },
];
