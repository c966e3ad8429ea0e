import type { BackupCounts } from '#core/ipc/backup-channels';

const hour = 3_600_000;
const day = 24 * hour;

/** Numbers that are the same for moments of one hour, one day and one week, counted in UTC; weeks begin on Monday. */
const spans: { readonly [K in keyof BackupCounts]: (moment: number) => number } = {
  hourly: (moment) => Math.floor(moment / hour),
  daily: (moment) => Math.floor(moment / day),
  weekly: (moment) => Math.floor((Math.floor(moment / day) + 3) / 7),
};

/**
 * Moments of backups that stay: the last of each hour, day and week, as many hours, days and weeks as are wanted, and always the newest.
 * Only spans in which something was backed up count, so that a computer that was off loses nothing by it.
 */
export function momentsToKeep(moments: readonly number[], counts: BackupCounts): ReadonlySet<number> {
  const newestFirst = [...moments].sort((one, other) => other - one);
  const kept = new Set(newestFirst.slice(0, 1));
  for (const [name, spanOf] of Object.entries(spans)) {
    const lastOfSpan = new Map<number, number>();
    for (const moment of newestFirst) if (!lastOfSpan.has(spanOf(moment))) lastOfSpan.set(spanOf(moment), moment);
    const most = counts[name as keyof BackupCounts];
    for (const moment of [...lastOfSpan.values()].slice(0, most)) kept.add(moment);
  }
  return kept;
}
