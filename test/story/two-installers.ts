import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { readLedger } from '../../electron/headless/read-ledger';
import { launchTrellis, removeFolder, temporaryFolder } from '../support/trellis-window';
import { Installer } from './installer';

/** Something that was looked at, as a value: whoever plays the story decides what a difference means. */
export interface Observation {
  readonly what: string;
  readonly expected: unknown;
  readonly found: unknown;
}

/** Two computers with a profile each, and the folder that they share. */
export interface Story {
  readonly ada: Installer;
  readonly ben: Installer;
  readonly share: string;
  end(): Promise<void>;
}

export type Role = 'ada' | 'ben';

export interface StoryStep {
  /** A sentence about what happens. */
  readonly name: string;
  /** Whose windows are worth a picture after it. */
  readonly shows: readonly Role[];
  readonly play: (story: Story) => Promise<readonly Observation[]>;
}

export async function beginStory(): Promise<Story> {
  const folder = temporaryFolder('story');
  const share = path.join(folder, 'share');
  mkdirSync(share);
  const open = async (name: Role): Promise<Installer> => {
    const window = await launchTrellis({ profile: path.join(folder, name), chosenFolder: path.join(folder, `${name}-drive`) });
    return new Installer(name, window, path.join(folder, `${name}-drive`), share);
  };
  const ada = await open('ada');
  const ben = await open('ben');
  return {
    ada,
    ben,
    share,
    end: async () => {
      await ada.window.close();
      await ben.window.close();
      removeFolder(folder);
    },
  };
}

const account = 'Harbour Living';
const complex = 'Quayside';
const office = 'Site office';
const note = 'Keys are with the porter';

/** The digests of both windows against the one of the ledger in the folder, replayed from its first commit. */
async function compareDigests({ ada, ben, share }: Story): Promise<readonly Observation[]> {
  const reading = await readLedger(share);
  const found = reading.ok
    ? { ledger: reading.replica.ask('digest', {}, { day: '2026-01-01', by: 'owner' }), voided: reading.voided }
    : { ledger: reading.failure, voided: [] };
  return [
    { what: 'the digest of Ada’s window is that of the folder', expected: found.ledger, found: await ada.digest() },
    { what: 'the digest of Ben’s window is that of the folder', expected: found.ledger, found: await ben.digest() },
    { what: 'void commits in the folder', expected: [], found: found.voided },
  ];
}

export const storySteps: readonly StoryStep[] = [
  {
    name: 'Ada starts an account and makes a complex of two houses in one act',
    shows: ['ada'],
    play: async ({ ada }) => {
      await ada.startAccount(account);
      await ada.createGroup(account, 'complex', complex);
      await ada.generate(complex, [2, 2, 4, 4]);
      await ada.createGroup(account, 'office', office);
      return [{ what: 'groups', expected: 89, found: (await ada.digest()).groups }];
    },
  },
  {
    name: 'Ada shares the account through a folder',
    shows: ['ada'],
    play: async ({ ada }) => {
      ada.connect();
      await ada.command('Share through a folder…');
      await ada.waitForSyncState(/^Up to date$/);
      return [];
    },
  },
  {
    name: 'Ben joins by the folder and sees the same account',
    shows: ['ben'],
    play: async (story) => {
      const { ben } = story;
      ben.connect();
      await ben.button('Choose a folder…').click();
      await ben.treeItem(account).waitFor();
      await ben.waitForSyncState(/^Up to date$/);
      return compareDigests(story);
    },
  },
  {
    name: 'both lose the connection and work on: each gives the last license to somebody else, and Ben writes a note',
    shows: ['ada', 'ben'],
    play: async ({ ada, ben }) => {
      for (const installer of [ada, ben]) {
        installer.disconnect();
        await installer.synchroniseByHand();
        await installer.waitForSyncState(/^Offline since/);
      }
      await ben.goTo(office);
      await ben.writeNote(note);
      return [];
    },
  },
  {
    name: 'Ada is back first, and what she did is kept',
    shows: ['ada'],
    play: async ({ ada }) => {
      ada.connect();
      await ada.synchroniseByHand();
      await ada.waitForSyncState(/^Up to date$/);
      return [];
    },
  },
  {
    name: 'Ben comes second: his note is kept, and he is told why his license could not be',
    shows: ['ben'],
    play: async ({ ben }) => {
      ben.connect();
      await ben.synchroniseByHand();
      await ben.waitForSyncState(/^(Up to date|1 needs you)$/);
      return [];
    },
  },
  {
    name: 'both stand at the same account again',
    shows: ['ada', 'ben'],
    play: async (story) => {
      await story.ada.synchroniseByHand();
      await story.ada.goTo(office);
      await story.ada.waitForSyncState(/^Up to date$/);
      return compareDigests(story);
    },
  },
];
