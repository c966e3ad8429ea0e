import { type FSWatcher, watch } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Unsubscribe } from '#core/ledger/store';
import type { KeptFolder } from './kept-folder';

const kinds = ['out', 'log', 'term', 'has'] as const;

/**
 * Hints at what the other computers' files bring: at once where the system tells, and by a slow poll everywhere, because
 * network drives do not tell and a folder that comes back cannot announce itself. Own files bring nothing new.
 */
export function watchKept(
  folder: KeptFolder,
  ownName: string | null,
  pollMilliseconds: number,
  onHint: () => void,
): Unsubscribe {
  const watchers = new Map<string, FSWatcher>();
  let seen: string | null = null;
  let stopped = false;
  let timer: NodeJS.Timeout | undefined;

  const arm = (path: string): void => {
    if (watchers.has(path)) return;
    try {
      const watcher = watch(path, { persistent: false }, () => onHint());
      watchers.set(path, watcher);
      watcher.on('error', () => {
        watcher.close();
        watchers.delete(path);
      });
    } catch {
      // The poll sees it.
    }
  };

  const glance = async (): Promise<string> => {
    const parts: string[] = [];
    try {
      for (const entry of await readdir(folder.root, { withFileTypes: true })) {
        if (!entry.isDirectory() || entry.name === ownName || entry.name.startsWith('.')) continue;
        for (const kind of kinds) {
          const path = join(folder.root, entry.name, kind);
          const names = await readdir(path).catch(() => null);
          if (names === null) continue;
          arm(path);
          parts.push(`${entry.name}/${kind}:${String(names.length)}:${names.reduce((a, b) => (a > b ? a : b), '')}`);
        }
      }
      return parts.join('\n');
    } catch {
      return 'gone';
    }
  };

  const poll = async (): Promise<void> => {
    const now = await glance();
    if (stopped) {
      for (const watcher of watchers.values()) watcher.close();
      return;
    }
    const before = seen;
    seen = now;
    // Files that were only half there are looked at again as well, though their number is the same.
    if (before !== null && (before !== now || folder.unsoundPaths().length > 0)) onHint();
    timer = setTimeout(() => void poll(), pollMilliseconds);
    timer.unref();
  };
  void poll();
  return () => {
    stopped = true;
    clearTimeout(timer);
    for (const watcher of watchers.values()) watcher.close();
  };
}
