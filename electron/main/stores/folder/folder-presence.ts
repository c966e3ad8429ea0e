import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { isComputerName, mostPresenceBytes } from '#core/ledger/presence';
import type { Abort } from '#core/ledger/store';
import { requireComputer } from '../presence-word';
import { makeSharedFolder, publishDerived, readFileIfThere } from './folder-files';
import { folderNames } from './folder-layout';

const ending = '.json';
/** More computers than this are not looked at. */
const mostComputers = 500;

/** Puts the word of a computer in the place of its last one: whoever reads has the one or the other, whole. */
export async function sayInFolder(root: string, computer: string, word: Uint8Array, signal: Abort): Promise<null> {
  requireComputer(computer, word);
  const folder = join(root, folderNames.here);
  await makeSharedFolder(root, folderNames.here);
  await publishDerived(root, folder, `${computer}${ending}`, word, signal);
  return null;
}

export async function wordsInFolder(root: string, signal: Abort): Promise<readonly Uint8Array[]> {
  const folder = join(root, folderNames.here);
  const names = await readdir(folder).catch((): string[] => []);
  const words: Uint8Array[] = [];
  for (const name of names.slice(0, mostComputers)) {
    if (!name.endsWith(ending) || !isComputerName(name.slice(0, -ending.length))) continue;
    const word = await readFileIfThere(join(folder, name), signal);
    if (word !== null && word.length <= mostPresenceBytes) words.push(Uint8Array.from(word));
  }
  return words;
}
