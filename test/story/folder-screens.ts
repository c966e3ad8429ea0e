import type { Installer } from './installer';
import type { Screen } from './ways';

/** Lets the account lie in a folder of a server in which acts had to give way, as if a program copied it. */
async function letFolderBeCopied(person: Installer): Promise<void> {
  await person.page.evaluate(() => {
    const start = window.trellisStart;
    const state = start?.state.getState();
    if (start === undefined || state?.kind !== 'open') throw new Error('no account is open');
    const { synchroniser } = state.account;
    const known = { healed: [], missing: [], canRepair: true, wholeCheck: null } as const;
    const place = () =>
      Promise.resolve({ ...known, folderWay: 'exclusive', gaveWay: true, conflictCopy: null } as const);
    const turn = () => Promise.resolve(null);
    const copied = Object.assign(Object.create(synchroniser) as typeof synchroniser, { place, turn });
    start.state.setState({ ...state, account: { ...state.account, synchroniser: copied } }, true);
  });
}

/** What is asked of a shared folder. */
export const folderScreens: readonly Screen[] = [
  {
    name: 'turn-folder',
    show: async (person) => {
      await letFolderBeCopied(person);
      await person.command('Change how acts are put in order in the folder…');
      await person.page.getByRole('alertdialog').waitFor();
    },
  },
];
