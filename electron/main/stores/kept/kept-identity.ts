import { lstat, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Abort } from '#core/ledger/store';
import { errorCode } from '../folder/file-failure';
import { makeSharedFolder, publishDerived, shareRights } from '../folder/folder-files';
import { folderNames } from '../folder/folder-layout';

/** The format that tells a program which only knows exclusive folders to keep its hands off. */
const keptIdentityFormat = 2;
const identityFile = 'ledger.json';
const maxIdentityBytes = 64 * 1024;

/** Identity of the folder as its `ledger.json` says it. */
export type FolderIdentity =
  | { readonly kind: 'none' }
  | { readonly kind: 'exclusive'; readonly ledger: string | null }
  | { readonly kind: 'kept'; readonly ledger: string }
  /** Not whole yet, or not JSON. */
  | { readonly kind: 'unreadable' }
  | { readonly kind: 'newer'; readonly format: number };

export async function readFolderIdentity(root: string): Promise<FolderIdentity> {
  let text: string;
  try {
    const { size } = await lstat(join(root, identityFile)).then((stats) => {
      // Reading a pipe that lies there would never end.
      if (!stats.isFile()) return { size: Infinity };
      return stats;
    });
    if (size > maxIdentityBytes) return { kind: 'unreadable' };
    text = await readFile(join(root, identityFile), 'utf8');
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return { kind: 'none' };
    throw error;
  }
  return identityOf(text);
}

/** Reads the text of `ledger.json`. */
function identityOf(text: string): FolderIdentity {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return { kind: 'unreadable' };
  }
  const { format, kind, ledger } = (typeof value === 'object' && value !== null ? value : {}) as Record<
    string,
    unknown
  >;
  if (format === 1) return { kind: 'exclusive', ledger: typeof ledger === 'string' ? ledger : null };
  if (typeof format === 'number' && format > keptIdentityFormat) return { kind: 'newer', format };
  return format === keptIdentityFormat && kind === 'kept' && typeof ledger === 'string' && ledger !== ''
    ? { kind: 'kept', ledger }
    : { kind: 'unreadable' };
}

/** Turns a folder of the other way into one that only carries files, at once or not at all. */
export async function turnKeptIdentity(root: string, ledger: string, signal: Abort): Promise<void> {
  await makeSharedFolder(root, folderNames.tmp);
  await publishDerived(root, root, identityFile, Buffer.from(keptIdentity(ledger)), signal);
}

function keptIdentity(ledger: string): string {
  return `${JSON.stringify({ format: keptIdentityFormat, kind: 'kept', ledger })}\n`;
}

/** Every computer writes the same bytes, so that it does not matter whose copy wins. */
export async function writeKeptIdentity(root: string, ledger: string): Promise<void> {
  const path = join(root, identityFile);
  await writeFile(path, keptIdentity(ledger));
  await shareRights(root, path, false);
}
