import type { PresenceDesk } from '../../renderer/src/sync/presence-desk';
import type { Installer } from './installer';
import { folderScreens } from './folder-screens';
import { grantScreens } from './grant-screens';
import { trustScreens } from './trust-screens';
import type { Screen } from './ways';

/** Lets others be here, as if their computers had said so; one of them some days from now. */
async function letOthersBeHere(person: Installer, daysAhead = 0): Promise<void> {
  await person.page.evaluate((days) => {
    const start = window.trellisStart;
    const state = start?.state.getState();
    if (start === undefined || state?.kind !== 'open') throw new Error('no account is open');
    const others = [
      ...[
        {
          computer: 'c1',
          name: 'Site laptop',
          by: 'desk-4',
          at: new Date(Date.now() + days * 86_400_000).toISOString(),
          seq: 9,
          groupId: 'office',
        },
      ],
      ...[
        { computer: 'c2', name: 'Front office', by: 'desk-5', at: '2026-05-05T15:30:00.000Z', seq: 7, groupId: null },
      ],
    ];
    const presence = {
      state: () => others,
      late: () => null,
      subscribe: () => () => undefined,
    } as unknown as PresenceDesk;
    start.state.setState({ ...state, account: { ...state.account, presence } }, true);
  }, daysAhead);
}

/** Those that end the list: once others are here, they are shown at the bottom of every screen after. */
export const lastScreens: readonly Screen[] = [
  // A protected account lies in no copied folder.
  ...folderScreens,
  ...grantScreens,
  ...trustScreens,
  {
    name: 'who-else',
    says: 'Who else works on the account, where, and since when somebody is away.',
    looks: ['light', 'german'],
    show: async (person) => {
      await letOthersBeHere(person);
      await person.page.locator('.status-here').click();
      await person.dialog.waitFor();
    },
  },
  {
    name: 'wrong-clock',
    says: 'A clock that does not go with what others did is asked about before anything is done by it.',
    looks: ['light', 'dark', 'german'],
    show: async (person) => {
      await letOthersBeHere(person, 3);
      await person.page.locator('.day-banner').getByRole('button').focus();
    },
  },
];
