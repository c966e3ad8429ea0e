import { type FSWatcher, watch } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Unsubscribe } from '#core/ledger/store';
import { folderNames } from './folder-layout';

/** Reads what the poll compares: cheap to get, different whenever something was appended or the folder went or came back. */
async function glance(root: string): Promise<string> {
  try {
    const log = join(root, folderNames.log);
    // One after another: a share that hangs must not hold more than one of the file system's few threads.
    const { ino } = await stat(log);
    const names = await readdir(log);
    const packs = await readdir(join(root, folderNames.packs)).catch((): string[] => []);
    const newest = names.reduce((last, name) => (name > last ? name : last), '');
    return `${ino}:${names.length}:${newest}:${packs.length}`;
  } catch {
    return (await stat(root).catch(() => null)) === null ? 'gone' : 'empty';
  }
}

/**
 * Hints at changes of a folder: at once where the system tells, and by a slow poll everywhere, because network shares
 * do not tell what other computers do and a folder that comes back cannot announce itself.
 */
export function watchFolder(root: string, pollMilliseconds: number, onHint: () => void): Unsubscribe {
  let watcher: FSWatcher | null = null;
  let seen: string | null = null;
  let stopped = false;
  let timer: NodeJS.Timeout | undefined;

  const disarm = (): void => {
    watcher?.close();
    watcher = null;
  };
  const arm = (): void => {
    disarm();
    try {
      watcher = watch(join(root, folderNames.log), { persistent: false }, () => onHint());
      watcher.on('error', disarm);
    } catch {
      watcher = null;
    }
  };
  const poll = async (): Promise<void> => {
    const now = await glance(root);
    if (stopped) return;
    const before = seen;
    seen = now;
    // Another inode, or none before: the system's watch is on a folder that is no more.
    if (watcher === null || before?.split(':')[0] !== now.split(':')[0]) {
      if (now.includes(':')) arm();
      else disarm();
    }
    if (before !== null && before !== now) onHint();
    timer = setTimeout(() => void poll(), pollMilliseconds);
    timer.unref();
  };
  void poll();
  return () => {
    stopped = true;
    clearTimeout(timer);
    disarm();
  };
}
