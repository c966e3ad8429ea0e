/**
 * How long anything is waited for in tests. It is not how long things take: every wait ends when what it waits for has happened, and
 * this is for what never comes. On a machine with other work everything is slow, and nothing is wrong.
 */
export const patienceMs = 60_000;
