import type { PendingIntent } from '#core/ledger/commit';

/** An act that waits for its place in the ledger; what it does is of no matter here. */
export function intentCalled(id: string, note = 'a note'): PendingIntent {
  return {
    id,
    day: '2026-01-10',
    at: '2026-01-10T08:00:00.000Z',
    by: 'owner',
    device: 'laptop',
    do: 'group.update',
    args: { groupId: 'root', set: { note } },
  };
}
