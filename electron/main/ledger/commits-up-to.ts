import type { CheckedCommits } from './ledger-check-service';

/**
 * The commits up to one of them; all of them where the journal has gone back behind it. `onRead` is called with the place of the last one
 * whenever some are read.
 */
export function commitsUpTo(
  journal: CheckedCommits,
  seq: number,
  onRead: (seq: number) => void = () => undefined,
): CheckedCommits {
  const hashAt = (at: number): string | null => journal.hashAt(at);
  return {
    get newest() {
      const hash = hashAt(seq);
      return hash === null ? journal.newest : { seq, hash };
    },
    hashAt,
    checkpoint: () => journal.checkpoint?.() ?? Promise.resolve(null),
    commits: async (after) => {
      const entries = await journal.commits(after);
      if (!entries.ok) return entries;
      const wanted = entries.value.slice(0, Math.max(0, seq - after));
      onRead(after + wanted.length);
      return { ok: true, value: wanted };
    },
  };
}
