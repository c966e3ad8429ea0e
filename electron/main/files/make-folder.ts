import { mkdirSync, statSync } from 'node:fs';
import { mkdir, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { errorCode } from '../stores/folder/file-failure';

/**
 * Makes a folder and those above it. Throws what the system says.
 *
 * `mkdir` with `recursive` never comes back where the system answers ENOENT although the folder above is there, as below `/proc`
 * and on some drives that have gone (Node 20): it goes on asking for the two in turn.
 */
export async function makeFolder(folder: string): Promise<void> {
  try {
    await mkdir(folder);
  } catch (error) {
    if (await isFolder(folder)) return;
    if (!mayLackAbove(error, folder)) throw error;
    await makeFolder(dirname(folder));
    await mkdir(folder).catch(async (again: unknown) => {
      if (!(await isFolder(folder))) throw again;
    });
  }
}

/** The same at once, for what comes before anything else. */
export function makeFolderSync(folder: string): void {
  try {
    mkdirSync(folder);
  } catch (error) {
    if (isFolderSync(folder)) return;
    if (!mayLackAbove(error, folder)) throw error;
    makeFolderSync(dirname(folder));
    mkdirSync(folder);
  }
}

/** Tells whether there is a folder; not what else may be there under the name. */
export function isFolderSync(place: string): boolean {
  return statSync(place, { throwIfNoEntry: false })?.isDirectory() === true;
}

async function isFolder(place: string): Promise<boolean> {
  return stat(place).then(
    (found) => found.isDirectory(),
    () => false,
  );
}

function mayLackAbove(error: unknown, folder: string): boolean {
  return errorCode(error) === 'ENOENT' && dirname(folder) !== folder;
}
