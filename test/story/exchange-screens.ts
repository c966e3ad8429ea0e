import { aProjectFile, harbour } from '../support/a-project-file';
import type { Installer } from './installer';
import { command, goToPlace, type Screen } from './ways';

/** Chooses a file in the dialog that asks for one. */
async function give(person: Installer, name: string, buffer: Buffer): Promise<void> {
  const asked = person.page.waitForEvent('filechooser');
  await person.button('Choose a file…', person.dialog).click();
  await (await asked).setFiles({ name, mimeType: 'application/octet-stream', buffer });
}

function project(name: string, bytes: () => Promise<Buffer>, title: string | RegExp): Screen['show'] {
  return async (person) => {
    await goToPlace(person, { groupId: 'root' });
    await person.command('Open a project file…');
    await give(person, name, await bytes());
    await person.page.getByRole('dialog', { name: title }).waitFor();
  };
}

const table = [
  'Bewohner von Haus 1;;;',
  'Name;E-Mail;Rolle;Telefon',
  'Yann Young;yann.young@example.org;Bewohner;+49 (0)30 901801',
  'Zoe Zander;zoe.zander@example;Bewonher;030 901802',
  'Ruth Okonkwo;ruth@example.org;Supervisor;',
  'Summe;3;;',
].join('\n');

/** Comes to where a file is asked for, also while the rows of another are kept. */
async function importAsked(person: Installer): Promise<void> {
  await command('Import a file…', 'office')(person);
  const asked = person.dialog.getByRole('button', { name: 'Choose a file…' });
  const another = person.dialog.getByRole('button', { name: 'Another file…' });
  await asked.or(another).waitFor();
  if (await another.isVisible()) await another.click();
  await asked.waitFor();
}

/** A file that is given to the dialog that imports. */
function imported(name: string, content: Buffer, title: string): Screen['show'] {
  return async (person) => {
    await importAsked(person);
    await give(person, name, content);
    await person.page.getByRole('dialog', { name: title }).waitFor();
  };
}

/** Chooses up to which act a backup is looked at, counted from the newest. */
export async function chooseAct(person: Installer, at: number): Promise<void> {
  await person.dialog.getByRole('button', { name: /Up to this act/ }).click();
  await person.page
    .getByRole('listbox', { name: /Up to this act/ })
    .getByRole('option')
    .nth(at)
    .click();
}

/** Screens about files that come in and go out. */
export const exchangeScreens: readonly Screen[] = [
  { name: 'import-file', show: importAsked },
  {
    name: 'import-rows',
    says: 'A spreadsheet before it is imported: new, changed, wrong with the reason, and what was left out.',
    looks: ['light', 'dark', 'german'],
    show: async (person) => {
      await imported('haus-1.csv', Buffer.from(table), 'Import haus-1.csv')(person);
      await person.dialog.getByRole('row').nth(3).waitFor();
      await person.button('Say which column is what…', person.dialog).click();
    },
  },
  {
    name: 'import-letters',
    show: imported(
      'haus-1.csv',
      Buffer.from('Name;E-Mail\nJ\xFCrgen;j@example.org\n', 'latin1'),
      'Which letters are these?',
    ),
  },
  {
    name: 'import-refused',
    show: async (person) => {
      await imported('haus-1.xlsx', Buffer.from('%PDF-1.7\n'), 'Import a file')(person);
      await person.dialog.getByRole('alert').waitFor();
    },
  },
  {
    name: 'export',
    says: 'Exporting for people, for other systems or for phones.',
    looks: ['light', 'german'],
    show: command('Export…', 'sunrise'),
  },
  {
    name: 'backups',
    show: async (person) => {
      await command('Backups…', 'root')(person);
      const make = person.button('Back up now', person.dialog);
      await make.click();
      // It can be done again once the new one is in the list.
      await make.and(person.page.locator(':enabled')).waitFor();
      await person.button('Look…', person.dialog).first().waitFor();
    },
  },
  {
    name: 'backups-restore',
    says: 'Back to an earlier state: up to which act, and what would be different. Nothing here changes.',
    looks: ['light', 'german'],
    show: async (person) => {
      await command('Backups…', 'root')(person);
      await person.button('Back up now', person.dialog).click();
      await person.button('Look…', person.dialog).first().click();
      await chooseAct(person, 2);
      await person.page.getByRole('region', { name: 'What would be different from now' }).waitFor();
    },
  },
  { name: 'save-file', show: command('Save as a project file…', 'sunrise') },
  {
    name: 'open-file',
    show: project('harbour.trellis', () => aProjectFile('Harbour Homes', harbour), 'harbour.trellis'),
    says: 'A project file before anything is taken: what is in it, and what opening it would do here.',
    looks: ['light', 'dark', 'german'],
  },
  {
    name: 'open-file-locked',
    show: project('harbour.trellis', () => aProjectFile('Harbour Homes', harbour, 'correct horse'), / is locked$/),
  },
  {
    name: 'open-file-damaged',
    show: async (person) => {
      const bytes = await aProjectFile('Harbour Homes', harbour);
      bytes[300] = (bytes[300] ?? 0) ^ 1;
      await project('harbour.trellis', () => Promise.resolve(bytes), 'Open a project file')(person);
      await person.dialog.getByRole('alert').waitFor();
    },
  },
];
