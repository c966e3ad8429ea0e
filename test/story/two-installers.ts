import { mkdirSync } from 'node:fs';
import path from 'node:path';
import type { Locator } from 'playwright-core';
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
    const window = await launchTrellis({
      profile: path.join(folder, name),
      chosenFolder: path.join(folder, `${name}-drive`),
    });
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
const ada = 'Ada Berg';
const ben = 'Ben Okafor';
const mia = 'Mia Brandt';
const tom = 'Tom Aalto';
const seat = 'Ringover Smart';
const note = 'Keys are with the porter';

/** The digests of both windows against that of the ledger in the folder, replayed from its first commit. */
async function compareDigests(story: Story): Promise<readonly Observation[]> {
  const reading = await readLedger(story.share);
  const found = reading.ok
    ? {
        digest: reading.value.replica.ask('digest', {}, { day: '2026-01-01', by: 'owner' }),
        voided: reading.value.voided,
      }
    : { digest: reading.failure, voided: [] };
  return [
    {
      what: 'the digest of Ada’s window is that of the folder',
      expected: found.digest,
      found: await story.ada.digest(),
    },
    {
      what: 'the digest of Ben’s window is that of the folder',
      expected: found.digest,
      found: await story.ben.digest(),
    },
    { what: 'void commits in the folder', expected: [], found: found.voided },
  ];
}

/** What a box that explains a refusal says, and the rule that it names. */
async function explanation(
  place: Locator,
): Promise<{ readonly says: readonly string[]; readonly rules: readonly string[] }> {
  const rules = place.getByTitle(/^Rule /);
  await rules.first().waitFor();
  return { says: (await place.innerText()).split('\n'), rules: await rules.allInnerTexts() };
}

async function seenOf(installer: Installer, person: string): Promise<string> {
  await installer.openTabOf(office, 'People');
  return (await installer.personRow(person).innerText()).includes(seat) ? seat : 'no license';
}

export const storySteps: readonly StoryStep[] = [
  {
    name: 'Ada starts an account and makes a complex of two houses in one act',
    shows: ['ada'],
    play: async (story) => {
      await story.ada.startAccount(account);
      await story.ada.createGroup(account, 'complex', complex);
      await story.ada.generate(complex, [2, 2, 4, 4]);
      await story.ada.createGroup(account, 'office', office);
      return [{ what: 'groups', expected: 89, found: (await story.ada.digest()).groups }];
    },
  },
  {
    name: 'she buys licenses and adds numbers',
    shows: ['ada'],
    play: async (story) => {
      await story.ada.buy(account, 'Link Plus', 40);
      await story.ada.addSipRange(account, '2000', '2099');
      await story.ada.buy(account, seat, 1);
      return [{ what: 'blocks', expected: 2, found: (await story.ada.digest()).blocks }];
    },
  },
  {
    name: 'she wants to allocate more than there is, and is told why that cannot be',
    shows: ['ada'],
    play: async (story) => {
      await story.ada.askForOwnPool(complex, 'Link Plus', 41);
      const { says, rules } = await explanation(story.ada.dialog);
      return [
        { what: 'the rule', expected: ['D3'], found: rules },
        {
          what: 'the reason',
          expected: true,
          found: says.some((line) => /^Harbour Living has 40 of Link Plus.*; this would need 41\.$/.test(line)),
        },
      ];
    },
  },
  {
    name: 'she gives the complex a pool of its own with 30 of the 40',
    shows: ['ada'],
    play: async (story) => {
      await story.ada.giveOwnPool('Link Plus', 30);
      await story.ada.page.getByRole('region', { name: `Pool of ${complex}` }).waitFor();
      return [{ what: 'blocks', expected: 3, found: (await story.ada.digest()).blocks }];
    },
  },
  {
    name: 'she writes down who works here',
    shows: ['ada'],
    play: async (story) => {
      await story.ada.renamePerson(account, 'Owner', ada);
      await story.ada.addPerson(office, ben, 'Company administrator');
      await story.ada.addPerson(office, mia, 'Employee');
      await story.ada.addPerson(office, tom, 'Employee');
      return [{ what: 'people', expected: 4, found: (await story.ada.digest()).users }];
    },
  },
  {
    name: 'she shares the account through a folder',
    shows: ['ada'],
    play: async (story) => {
      story.ada.connect();
      await story.ada.command('Share through a folder…');
      await story.ada.page.getByText(/^Over the network: a server or NAS drive/).click();
      await story.ada.button('Share').click();
      await story.ada.waitForSyncState(/^Up to date$/);
      return [];
    },
  },
  {
    name: 'Ben joins by the folder, says who he is, and sees the same account',
    shows: ['ben'],
    play: async (story) => {
      story.ben.connect();
      await story.ben.button('Choose a folder…').click();
      await story.ben.page.getByRole('button', { name: ben }).click();
      await story.ben.treeItem(account).waitFor();
      await story.ben.waitForSyncState(/^Up to date$/);
      await story.ben.openTabOf(complex, 'Overview');
      return compareDigests(story);
    },
  },
  {
    name: 'both lose the connection and work on: each gives the last license to somebody else, and Ben writes a note',
    shows: ['ada', 'ben'],
    play: async (story) => {
      for (const installer of [story.ada, story.ben]) {
        installer.disconnect();
        await installer.synchroniseByHand();
        await installer.waitForSyncState(/^Offline since/);
      }
      await story.ada.assignLicense(office, mia, seat);
      await story.ben.assignLicense(office, tom, seat);
      await story.ben.openTabOf(office, 'Overview');
      await story.ben.writeNote(note);
      return [
        { what: 'Mia at Ada’s', expected: seat, found: await seenOf(story.ada, mia) },
        { what: 'Tom at Ben’s', expected: seat, found: await seenOf(story.ben, tom) },
      ];
    },
  },
  {
    name: 'Ada is back first: what she did is kept',
    shows: ['ada'],
    play: async (story) => {
      story.ada.connect();
      await story.ada.synchroniseByHand();
      await story.ada.waitForSyncState(/^Up to date$/);
      return [{ what: 'Mia at Ada’s', expected: seat, found: await seenOf(story.ada, mia) }];
    },
  },
  {
    name: 'Ben is second: he is told why Tom’s license could not be kept',
    shows: ['ben'],
    play: async (story) => {
      story.ben.connect();
      await story.ben.synchroniseByHand();
      await story.ben.waitForSyncState(/^1 needs you$/);
      const items = await story.ben.openAttention();
      const { says, rules } = await explanation(items);
      return [
        { what: 'what needs attention', expected: 1, found: await items.count() },
        { what: 'what he wanted', expected: true, found: says.includes(`Gave ${tom} a license of ${seat}`) },
        {
          what: 'what happened meanwhile',
          expected: true,
          found: says.some((line) => line.startsWith(`Gave ${mia} a license of ${seat} by ${ada}`)),
        },
        { what: 'the rule', expected: ['D3'], found: rules },
        {
          what: 'the reason',
          expected: true,
          found: says.includes(`${account} has no license of ${seat} left: there is 1, and 2 would be needed.`),
        },
      ];
    },
  },
  {
    name: 'the rest of his work is kept: Ada reads the note, and both stand at the same account',
    shows: ['ada', 'ben'],
    play: async (story) => {
      await story.ben.closeDialog();
      await story.ada.synchroniseByHand();
      await story.ada.waitForSyncState(/^Up to date$/);
      await story.ada.openTabOf(office, 'Overview');
      await story.ada.page.getByRole('main').getByText(note).waitFor();
      return [
        { what: 'Mia at Ben’s', expected: seat, found: await seenOf(story.ben, mia) },
        { what: 'Tom at Ben’s', expected: 'no license', found: await seenOf(story.ben, tom) },
        ...(await compareDigests(story)),
      ];
    },
  },
  {
    name: 'Ada buys one more, and Ben tries again: now it holds for both',
    shows: ['ben'],
    play: async (story) => {
      await story.ada.buy(account, seat, 1);
      await story.ada.synchroniseByHand();
      await story.ada.waitForSyncState(/^Up to date$/);
      await story.ben.synchroniseByHand();
      await story.ben.command('Dark theme');
      await story.ben.openAttention();
      await story.ben.button('Try again', story.ben.dialog).click();
      await story.ben.dialog.getByText('Nothing needs attention').waitFor();
      await story.ben.closeDialog();
      await story.ben.synchroniseByHand();
      await story.ben.waitForSyncState(/^Up to date$/);
      await story.ada.synchroniseByHand();
      await story.ada.waitForSyncState(/^Up to date$/);
      return [
        { what: 'Tom at Ben’s', expected: seat, found: await seenOf(story.ben, tom) },
        ...(await compareDigests(story)),
      ];
    },
  },
];
