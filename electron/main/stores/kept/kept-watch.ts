import type { Unsubscribe } from '#core/ledger/store';
import { neverAborted } from '../abort';
import type { KeptFiles } from './kept-files';

/**
 * Hints at what the other computers' files bring: at once where the system tells, and by a slow poll everywhere, because
 * network drives do not tell and a place that comes back cannot announce itself. Own files bring nothing new.
 */
export function watchKept(
  files: KeptFiles,
  ownName: string | null,
  pollMilliseconds: number,
  onHint: () => void,
): Unsubscribe {
  const listening = new Map<string, Unsubscribe>();
  let seen: string | null = null;
  let stopped = false;
  let timer: NodeJS.Timeout | undefined;

  const arm = (folder: string): void => {
    if (listening.has(folder)) return;
    const stop = files.carrier.listen?.(folder, onHint, () => listening.delete(folder)) ?? null;
    if (stop !== null) listening.set(folder, stop);
  };
  const disarm = (): void => {
    for (const stop of listening.values()) stop();
  };

  const glance = async (): Promise<string> => {
    const parts: string[] = [];
    try {
      for (const { computer, folder, names } of await files.folders(neverAborted)) {
        if (computer === ownName) continue;
        arm(folder);
        parts.push(`${folder}:${String(names.length)}:${names.reduce((a, b) => (a > b ? a : b), '')}`);
      }
      return parts.join('\n');
    } catch {
      return 'gone';
    }
  };

  const poll = async (): Promise<void> => {
    const now = await glance();
    if (stopped) {
      disarm();
      return;
    }
    const before = seen;
    seen = now;
    // Files that were only half there are looked at again as well, though their number is the same.
    if (before !== null && (before !== now || files.unsoundPaths().length > 0)) onHint();
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
