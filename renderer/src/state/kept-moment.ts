import { readRemembered, writeRemembered } from '../platform/remembered';

/** Moment at which an account was last synchronised from this computer, over restarts. */
export function keptMoment(ledger: string): {
  readonly read: () => string | null;
  readonly write: (at: string) => void;
} {
  const key = `synchronised.${ledger}`;
  return { read: () => readRemembered(key, '') || null, write: (at) => writeRemembered(key, at) };
}
