import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Head } from '#core/ledger/commit';
import type { Abort } from '#core/ledger/store';
import { StoreError } from '../store-error';
import { errorCode, retryTransient } from './file-failure';
import { folderNames, laterOf, readName } from './folder-layout';

/** All files that were published for one append, highest generation first: the first of them decides. */
export interface AppendFiles {
  readonly position: number;
  readonly generations: readonly number[];
}

export interface PackFile {
  readonly first: number;
  readonly last: number;
}

/** Contents of `log/` and `packs/` by their names, before any file has been read. */
export interface FolderListing {
  /** By position. */
  readonly appends: readonly AppendFiles[];
  /** By first seq. */
  readonly packs: readonly PackFile[];
  /** The commit behind which the folder says that its ledger begins; `null` for the first. */
  readonly begins: Head | null;
  /** Second versions that a cloud drive or a person made, as paths below the folder. */
  readonly copies: readonly string[];
  readonly foreign: readonly string[];
}

async function namesIn(root: string, folder: string, signal: Abort): Promise<readonly string[]> {
  try {
    return await retryTransient(signal, () => readdir(join(root, folder)));
  } catch (error) {
    if (errorCode(error) !== 'ENOENT') throw error;
    return [];
  }
}

/** The folder itself must be there: without this a drive that was pulled out would look like an empty ledger. */
async function requireFolder(root: string, signal: Abort): Promise<void> {
  try {
    await retryTransient(signal, () => readdir(root));
  } catch (error) {
    const code = errorCode(error);
    if (code !== 'ENOENT' && code !== 'ENOTDIR') throw error;
    throw new StoreError({
      kind: 'offline',
      detail: 'The folder is not there. The drive or the share may not be connected.',
    });
  }
}

export async function listFolder(root: string, signal: Abort): Promise<FolderListing> {
  const logNames = await namesIn(root, folderNames.log, signal);
  // After the log: a pack appears before the files it replaces vanish, so that nothing can be missed in between.
  const packNames = await namesIn(root, folderNames.packs, signal);
  if (logNames.length === 0) await requireFolder(root, signal);
  const generations = new Map<number, number[]>();
  const packs: PackFile[] = [];
  const copies: string[] = [];
  const foreign: string[] = [];
  let begins: Head | null = null;
  for (const name of logNames) {
    const meaning = readName(name);
    if (meaning.kind === 'append') {
      const known = generations.get(meaning.position);
      if (known === undefined) generations.set(meaning.position, [meaning.generation]);
      else known.push(meaning.generation);
    } else (meaning.kind === 'foreign' ? foreign : copies).push(`${folderNames.log}/${name}`);
  }
  for (const name of packNames) {
    const meaning = readName(name);
    if (meaning.kind === 'pack' && meaning.first <= meaning.last)
      packs.push({ first: meaning.first, last: meaning.last });
    else if (meaning.kind === 'begins') begins = laterOf(begins, meaning.head);
    else (meaning.kind === 'copy' ? copies : foreign).push(`${folderNames.packs}/${name}`);
  }
  const appends = [...generations].map(([position, found]) => ({
    position,
    generations: found.sort((one, other) => other - one),
  }));
  return {
    appends: appends.sort((one, other) => one.position - other.position),
    packs: packs.sort((one, other) => one.first - other.first || other.last - one.last),
    begins,
    copies,
    foreign,
  };
}
