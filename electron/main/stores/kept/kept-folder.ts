import { constants } from 'node:fs';
import { open, readdir, unlink } from 'node:fs/promises';
import { join } from 'node:path';
import type { Abort } from '#core/ledger/store';
import { isKeptPath } from '#core/ledger/kept/kept-file';
import { throwIfAborted } from '../abort';
import { errorCode } from '../folder/file-failure';
import { makeSharedFolder, shareRights } from '../folder/folder-files';

const computerName = /^[a-z0-9][a-z0-9-]{0,63}$/;
const folderKinds = ['out', 'log', 'term', 'has'] as const;
/** Larger than anything that is written here. */
const maxFileBytes = 64 * 1024 * 1024;

/** Contents of the folder: paths that could be files of ours, and what is certainly none, such as conflict copies. */
export interface FolderListing {
  readonly paths: readonly string[];
  readonly foreign: readonly string[];
}

/** The files of a kept place as they lie on the disk. Names only tell what to read; content tells whether it is whole. */
export class KeptFolder {
  /** Files that were no good when they were looked at, and how they looked then: not read again before they change. */
  private readonly unsound = new Map<string, string>();

  constructor(readonly root: string) {}

  async list(signal: Abort): Promise<FolderListing> {
    const paths: string[] = [];
    const foreign: string[] = [];
    for (const entry of await readdir(this.root, { withFileTypes: true })) {
      if (!entry.isDirectory() || !computerName.test(entry.name)) continue;
      for (const kind of folderKinds) {
        throwIfAborted(signal);
        // One after another: a share that hangs must not hold more than one of the file system's few threads.
        for (const name of await readdirIfThere(join(this.root, entry.name, kind))) {
          const path = `${entry.name}/${kind}/${name}`;
          (isKeptPath(path) ? paths : foreign).push(path);
        }
      }
    }
    return { paths, foreign };
  }

  /** The bytes of a file, or `null` where it has gone, is no file, or looks as it did when it was found unsound. */
  async read(path: string): Promise<Uint8Array | null> {
    let file;
    try {
      // A pipe that lies there must not hold anybody up, and a link leads who knows where.
      file = await open(join(this.root, path), constants.O_RDONLY | noFollow | notWaiting);
    } catch (error) {
      if (['ENOENT', 'ELOOP', 'EISDIR', 'ENXIO'].includes(errorCode(error))) return null;
      throw error;
    }
    try {
      const { size, mtimeMs, isFile } = await file.stat().then((stats) => ({
        size: stats.size,
        mtimeMs: stats.mtimeMs,
        isFile: stats.isFile(),
      }));
      const look = `${String(size)}:${String(mtimeMs)}`;
      if (!isFile || size > maxFileBytes || this.unsound.get(path) === look) return null;
      const bytes = new Uint8Array(await file.readFile());
      // Until somebody says that it is sound.
      this.unsound.set(path, look);
      return bytes;
    } finally {
      await file.close();
    }
  }

  isSound(path: string): void {
    this.unsound.delete(path);
  }

  /** Paths of files that are not, or not yet, what their name says. */
  unsoundPaths(): readonly string[] {
    return [...this.unsound.keys()];
  }

  /** Lays a file down under its name. Half of one is no file to anybody, so it needs no temporary name, which would be copied too. */
  async write(path: string, bytes: Uint8Array): Promise<void> {
    const [computer = '', kind = ''] = path.split('/');
    await makeSharedFolder(this.root, computer);
    await makeSharedFolder(this.root, join(computer, kind));
    const file = await open(join(this.root, path), 'w', 0o666);
    try {
      await shareRights(this.root, file, false);
      await file.writeFile(bytes);
      await file.sync().catch((error: unknown) => {
        // Some mounts cannot flush; the record in the profile can.
        if (!['EINVAL', 'ENOTSUP', 'ENOSYS', 'EPERM'].includes(errorCode(error))) throw error;
      });
    } finally {
      await file.close();
    }
  }

  async remove(path: string): Promise<void> {
    await unlink(join(this.root, path)).catch(() => undefined);
  }
}

const noFollow = constants.O_NOFOLLOW ?? 0;
const notWaiting = constants.O_NONBLOCK ?? 0;

async function readdirIfThere(path: string): Promise<readonly string[]> {
  try {
    return await readdir(path);
  } catch (error) {
    if (errorCode(error) === 'ENOENT' || errorCode(error) === 'ENOTDIR') return [];
    throw error;
  }
}
