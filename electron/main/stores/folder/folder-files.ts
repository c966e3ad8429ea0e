import { randomUUID } from 'node:crypto';
import { chmod, link, lstat, mkdir, open, readFile, rename, stat, unlink, type FileHandle } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type { Abort } from '#core/ledger/store';
import { StoreError } from '../store-error';
import { isMountOfProgram } from '../kept/folder-kind';
import { errorCode, retryTransient } from './file-failure';
import { folderNames } from './folder-layout';

/** Names that only some platforms give to "a folder cannot be flushed": there it is the system's own business. */
const cannotFlushFolder = new Set(['EPERM', 'EISDIR', 'EINVAL', 'ENOTSUP', 'EOPNOTSUPP', 'EBADF', 'ENOSYS', 'EACCES']);

/** Makes names that were added to a folder survive a power cut. */
export async function flushFolder(folder: string): Promise<void> {
  try {
    const handle = await open(folder, 'r');
    try {
      await handle.sync();
    } finally {
      await handle.close();
    }
  } catch (error) {
    if (!cannotFlushFolder.has(errorCode(error))) throw error;
  }
}

/**
 * Gives what is made in a folder that several people share the rights that the folder itself has: whose mask leaves the group
 * out would make a folder in which nobody else can write. Where a file system knows no rights, they stay as they are.
 */
export async function shareRights(root: string, made: FileHandle | string, isFolder: boolean): Promise<void> {
  try {
    const { mode } = await stat(root);
    const shared = isFolder ? mode & 0o7777 : mode & 0o666;
    const own = (typeof made === 'string' ? await stat(made) : await made.stat()).mode & 0o7777;
    await (typeof made === 'string' ? chmod(made, own | shared) : made.chmod(own | shared));
  } catch (error) {
    if (errorCode(error) === '') throw error;
  }
}

/** Makes a folder below the shared one, unless it is there. */
export async function makeSharedFolder(root: string, name: string): Promise<void> {
  try {
    await mkdir(join(root, name));
  } catch (error) {
    if (errorCode(error) !== 'EEXIST') throw error;
    return;
  }
  await shareRights(root, join(root, name), true);
}

/** Opens a new file of the shared folder for writing; `null` where the name is taken. */
export async function createShared(root: string, path: string): Promise<FileHandle | null> {
  const handle = await open(path, 'wx').catch((error: unknown) => {
    if (errorCode(error) === 'EEXIST') return null;
    throw error;
  });
  if (handle !== null) await shareRights(root, handle, false);
  return handle;
}

/** Creates a file that must not exist yet, writes it whole and flushes it. */
export async function writeNewFile(path: string, bytes: Uint8Array, mode = 0o666): Promise<void> {
  const handle = await open(path, 'wx', mode);
  try {
    await handle.writeFile(bytes);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Far above anything that Trellis writes: what is larger is not taken into memory. */
const largestFile = 256 * 1024 * 1024;

/**
 * Reads a file; `null` where there is none. What is no regular file (a pipe, a device, a link to one, a folder), or too large to be
 * of Trellis, is damaged: reading a pipe would never end.
 */
export async function readFileIfThere(path: string, signal: Abort, largest = largestFile): Promise<Uint8Array | null> {
  try {
    const found = await retryTransient(signal, () => lstat(path));
    const problem = !found.isFile()
      ? 'There is something else in the place of the file.'
      : found.size > largest
        ? 'The file is larger than anything that Trellis writes.'
        : null;
    if (problem !== null) throw new StoreError({ kind: 'corrupt', place: basename(path), detail: problem });
    return await retryTransient(signal, () => readFile(path));
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return null;
    throw error;
  }
}

/** Size and time of change: enough to notice that a file which never changes has changed after all. */
export async function fileStamp(path: string): Promise<string | null> {
  try {
    const { size, mtimeMs } = await lstat(path);
    return `${size}:${mtimeMs}`;
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return null;
    throw error;
  }
}

/** Writes a flushed file under a name of its own in `tmp/` and answers its path. */
export async function writeTemporary(root: string, bytes: Uint8Array): Promise<string> {
  const path = join(root, folderNames.tmp, `${randomUUID()}.tmp`);
  const handle = await createShared(root, path);
  if (handle === null) return writeTemporary(root, bytes);
  try {
    await handle.writeFile(bytes);
    await handle.sync();
  } catch (error) {
    await removeQuietly(path);
    throw error;
  } finally {
    await handle.close();
  }
  return path;
}

/** Removes what is only in the way; a file that cannot be removed now is removed some other day. */
export async function removeQuietly(path: string): Promise<void> {
  await unlink(path).catch(() => undefined);
}

/**
 * Publishes bytes under a name whose content can only ever be these bytes, so that replacing it is harmless.
 * The name appears with the whole content or not at all.
 */
export async function publishDerived(
  root: string,
  folder: string,
  name: string,
  bytes: Uint8Array,
  signal: Abort,
): Promise<void> {
  const temporary = await writeTemporary(root, bytes);
  try {
    await retryTransient(signal, () => rename(temporary, join(folder, name)));
  } catch (error) {
    await removeQuietly(temporary);
    throw error;
  }
  await flushFolder(folder);
}

const noHardLinks = new Set(['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EISDIR', 'EINVAL', 'EMLINK', 'EXDEV']);

export type LinkResult = 'linked' | 'taken' | 'no-hard-links';

/** Under Windows a virus scanner says EPERM; elsewhere it is how a file system without hard links (exFAT) answers, at once and for good. */
const linkHindrances = (code: string): boolean => code !== 'EPERM' || process.platform === 'win32';

/** Gives a flushed temporary file its name unless the name is taken: the compare-and-append of a folder. */
export async function linkNew(temporary: string, path: string, signal: Abort): Promise<LinkResult> {
  try {
    await retryTransient(signal, () => link(temporary, path), linkHindrances);
    return 'linked';
  } catch (error) {
    if (errorCode(error) === 'EEXIST') return 'taken';
    if (noHardLinks.has(errorCode(error))) return 'no-hard-links';
    // A mount of rclone says of every link that the disk is broken, and takes the file itself without a word.
    if (errorCode(error) === 'EIO' && (await isMountOfProgram(dirname(path)))) return 'no-hard-links';
    throw error;
  }
}

/**
 * Publishes bytes under a name that nobody has taken: whoever is first has it. Without hard links, whoever is last, and both read
 * afterwards what counts.
 */
export async function publishNew(
  root: string,
  folder: string,
  name: string,
  bytes: Uint8Array,
  signal: Abort,
): Promise<void> {
  const temporary = await writeTemporary(root, bytes);
  try {
    const path = join(folder, name);
    const linked = await linkNew(temporary, path, signal);
    if (linked === 'no-hard-links') await retryTransient(signal, () => rename(temporary, path));
  } finally {
    await removeQuietly(temporary);
  }
  await flushFolder(folder);
}
