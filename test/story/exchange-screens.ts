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

/** Screens about files that come in and go out. */
export const exchangeScreens: readonly Screen[] = [
  { name: 'export', show: command('Export…', 'sunrise') },
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
