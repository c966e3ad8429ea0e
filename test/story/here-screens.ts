import type { PresenceDesk } from '../../renderer/src/sync/presence-desk';
import type { Installer } from './installer';
import { trustScreens } from './trust-screens';
import type { Screen } from './ways';

/** Lets others be here, as if their computers had said so. */
async function letOthersBeHere(person: Installer): Promise<void> {
  await person.page.evaluate(() => {
    const start = window.trellisStart;
    const state = start?.state.getState();
    if (start === undefined || state?.kind !== 'open') throw new Error('no account is open');
    const others = [
      ...[
        { computer: 'c1', name: 'Site laptop', by: 'desk-4', at: new Date().toISOString(), seq: 9, groupId: 'office' },
      ],
      ...[
        { computer: 'c2', name: 'Front office', by: 'desk-5', at: '2026-05-05T15:30:00.000Z', seq: 7, groupId: null },
      ],
    ];
    const presence = { state: () => others, subscribe: () => () => undefined } as unknown as PresenceDesk;
    start.state.setState({ ...state, account: { ...state.account, presence } }, true);
  });
}

/** Those that end the list: once others are here, they are shown at the bottom of every screen after. */
export const lastScreens: readonly Screen[] = [
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
];
