import { access, constants, open, readdir, unlink } from 'node:fs/promises';
import { watch } from 'node:fs';
import { basename, join } from 'node:path';
import type { Abort, StoreFailure, Unsubscribe } from '#core/ledger/store';
import { errorCode, storeFailureOf } from '../folder/file-failure';
import { makeSharedFolder, publishDerived, shareRights } from '../folder/folder-files';
import { folderNames } from '../folder/folder-layout';
import { type CarriedFile, type KeptCarrier, largestKeptFile } from './kept-carrier';

const noFollow = constants.O_NOFOLLOW ?? 0;
const notWaiting = constants.O_NONBLOCK ?? 0;

/** A folder that some program copies, or that is carried by hand. */
export class FolderCarrier implements KeptCarrier {
  readonly key: string;
  readonly label: string;
  /** A share that hangs must not hold more than one of the file system's few threads. */
  readonly atOnce = 1;
  readonly pollMilliseconds = 4_000;

  constructor(private readonly root: string) {
    this.key = root;
    this.label = basename(root);
  }

  async requireThere(): Promise<void> {
    await access(this.root, constants.R_OK);
  }

  async isWritable(): Promise<boolean> {
    try {
      await access(this.root, constants.W_OK);
      return true;
    } catch (error) {
      if (errorCode(error) === 'ENOENT') throw error;
      return false;
    }
  }

  async folders(): Promise<readonly string[]> {
    const entries = await readdir(this.root, { withFileTypes: true });
    return entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name);
  }

  async names(folder: string): Promise<readonly string[] | null> {
    try {
      return await readdir(join(this.root, folder));
    } catch (error) {
      if (errorCode(error) === 'ENOENT' || errorCode(error) === 'ENOTDIR') return null;
      throw error;
    }
  }

  async read(path: string, seen: string | null): Promise<CarriedFile | null> {
    let file;
    try {
      // A pipe that lies there must not hold anybody up, and a link leads who knows where.
      file = await open(join(this.root, path), constants.O_RDONLY | noFollow | notWaiting);
    } catch (error) {
      if (['ENOENT', 'ELOOP', 'EISDIR', 'ENXIO'].includes(errorCode(error))) return null;
      throw error;
    }
    try {
      const stats = await file.stat();
      const look = `${String(stats.size)}:${String(stats.mtimeMs)}`;
      if (!stats.isFile() || stats.size > largestKeptFile || look === seen) return null;
      return { bytes: new Uint8Array(await file.readFile()), look };
    } finally {
      await file.close();
    }
  }

  /** Half of a file is no file to anybody, so it needs no temporary name, which would be copied too. */
  async write(path: string, bytes: Uint8Array): Promise<void> {
    const folders = path.split('/').slice(0, -1);
    for (let depth = 1; depth <= folders.length; depth += 1)
      await makeSharedFolder(this.root, join(...folders.slice(0, depth)));
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

  async exchange(name: string, bytes: Uint8Array, signal: Abort): Promise<void> {
    await makeSharedFolder(this.root, folderNames.tmp);
    await publishDerived(this.root, this.root, name, bytes, signal);
  }

  listen(folder: string, onHint: () => void, onEnd: () => void): Unsubscribe | null {
    try {
      const watcher = watch(join(this.root, folder), { persistent: false }, onHint);
      watcher.on('error', () => {
        watcher.close();
        onEnd();
      });
      return () => watcher.close();
    } catch {
      // The poll sees it.
      return null;
    }
  }

  failureOf(error: unknown, doing: 'reading' | 'writing'): StoreFailure {
    return storeFailureOf(error, doing);
  }
}
