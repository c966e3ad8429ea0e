import { z } from 'zod';
import { defineQuery } from './query';

/** Content of a history that a shorter one would not have. */
export interface ShorterHistory {
  /** Names of people who were removed by then, in the order in which they were. */
  readonly people: readonly string[];
}

/** Query of what would go with everything that was done up to a commit (G12). */
export const shorterHistoryQuery = defineQuery({
  name: 'shorterHistory',
  args: z.strictObject({ seq: z.int().min(0) }),
  needs: () => ({ right: 'roles', at: null }),
  answer: ({ history }, { seq }): ShorterHistory => {
    const removed = new Map<string, string>();
    for (const record of history.all()) {
      if (record.seq > seq) break;
      for (const change of record.changes) {
        if (change.table !== 'users') continue;
        // Who was removed may be back by taking that back.
        if (change.after !== undefined) removed.delete(change.id);
        else if (change.before !== undefined) removed.set(change.id, change.before.name);
      }
    }
    return { people: [...removed.values()] };
  },
});
