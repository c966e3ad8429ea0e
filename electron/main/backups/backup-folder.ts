import { randomUUID } from 'node:crypto';
import { readdir, readFile, rename, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { makeFolder } from '../files/make-folder';
import { largestProject } from '#core/ipc/project-channels';
import type { Backup } from '#core/ipc/backup-channels';
import { flushFolder, removeQuietly, writeNewFile } from '../stores/folder/folder-files';

const pattern = /^(\d{4}-\d\d-\d\d)T(\d\d)-(\d\d)-(\d\d)Z( by hand)?\.trellis$/;

/** Name of the file of a backup; every system takes it, and names sort by time. */
export function backupName(at: string, isByHand: boolean): string {
  return `${at.slice(0, 19).replaceAll(':', '-')}Z${isByHand ? ' by hand' : ''}.trellis`;
}

/** Backups of one account in a folder of their own. Files of other names are left alone. */
export class BackupFolder {
  constructor(private readonly folder: string) {}

  /** Every backup that is there, the newest first. */
  async list(): Promise<readonly Backup[]> {
    const names = await readdir(this.folder).catch((): string[] => []);
    const found: Backup[] = [];
    for (const name of names) {
      const [, day, hours, minutes, seconds, byHand] = pattern.exec(name) ?? [];
      const about = day === undefined ? null : await stat(join(this.folder, name)).catch(() => null);
      if (day === undefined || about === null) continue;
      const at = `${day}T${hours ?? ''}:${minutes ?? ''}:${seconds ?? ''}.000Z`;
      found.push({ name, at, bytes: about.size, isByHand: byHand !== undefined });
    }
    return found.sort((one, other) => (one.at < other.at ? 1 : -1));
  }

  /** Bytes of a backup; `null` where it is gone or larger than any project file. */
  async read(name: string): Promise<Uint8Array<ArrayBuffer> | null> {
    const file = join(this.folder, name);
    const about = await stat(file).catch(() => null);
    if (about === null || about.size > largestProject) return null;
    return readFile(file).then(
      (bytes) => new Uint8Array(bytes),
      () => null,
    );
  }

  /** Writes a backup, whole or not at all. Only who owns the profile reads it. */
  async write(name: string, bytes: Uint8Array): Promise<void> {
    await makeFolder(this.folder);
    const temporary = join(this.folder, `.${randomUUID()}.tmp`);
    try {
      await writeNewFile(temporary, bytes, 0o600);
      await rename(temporary, join(this.folder, name));
    } catch (error) {
      await removeQuietly(temporary);
      throw error;
    }
    await flushFolder(this.folder);
  }

  remove(name: string): Promise<void> {
    return removeQuietly(join(this.folder, name));
  }
}
