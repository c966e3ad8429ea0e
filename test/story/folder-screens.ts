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

/** Lets the account be shared where much was done long ago, as main would find it. */
async function letHistoryBeLong(person: Installer, isNothing = false): Promise<void> {
  await person.page.evaluate(async (nothing) => {
    const start = window.trellisStart;
    const state = start?.state.getState();
    if (start === undefined || state?.kind !== 'open') throw new Error('no account is open');
    const { session } = state.account;
    const gone = [
      ['gone-1', 'Greta Gerster'],
      ['gone-2', 'Milo Marek'],
    ] as const;
    for (const [id, name] of nothing ? [] : gone) {
      await session.act({ do: 'user.create', args: { id, groupId: 'office', name } });
      await session.act({ do: 'user.remove', args: { userId: id } });
    }
    const away = { name: 'Site laptop', by: 'desk-4', at: '2026-05-05T15:30:00.000Z', seq: 9, groupId: null };
    const unseenBy = [{ ...away, computer: 'c1' }];
    const plan = { to: session.tip(), day: '2025-11-28', acts: 12_408, bytes: 0, behind: unseenBy, unseenBy: [] };
    const outlook = nothing
      ? ({ kind: 'nothing', unseenBy, first: '2024-02-01' } as const)
      : ({ kind: 'plan', plan, first: '2024-02-01', now: 9_300_000, then: 1_800_000 } as const);
    const shortening = {
      outlook: () => Promise.resolve({ ok: true, value: outlook } as const),
      putDown: () => new Promise<never>(() => undefined),
      finish: () => new Promise<never>(() => undefined),
    };
    start.state.setState({ ...state, account: { ...state.account, shortening } }, true);
  }, isNothing);
}

function shorten(isNothing: boolean): Screen['show'] {
  return async (person) => {
    await letHistoryBeLong(person, isNothing);
    await person.command('Shorten the history…');
    await person.dialog.getByText(isNothing ? 'Site laptop' : 'Milo Marek').waitFor();
  };
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
  {
    name: 'shorten',
    says: 'Before old acts go: how many, who is not named any more, who begins again, and that it is for good.',
    looks: ['light', 'dark', 'german'],
    show: shorten(false),
  },
  { name: 'shorten-nothing', show: shorten(true) },
];
