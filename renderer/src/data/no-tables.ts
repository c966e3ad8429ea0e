import type { AccountTables } from './account-database';

/**
 * Tables that keep nothing, for a computer on which none can be opened. The account is worked on from the journal, which has
 * everything; only the next opening takes as long as this one.
 */
export function noTables(): AccountTables {
  return {
    isMadeAnew: false,
    read: () => Promise.resolve(null),
    // An act that was given up must not go on, whatever is kept of it.
    write: async (_step, _former, _next, goOn = () => undefined) => Promise.resolve(goOn()),
    putCheckpoint: () => Promise.resolve(),
    replace: () => Promise.resolve(),
    close: () => undefined,
  };
}
