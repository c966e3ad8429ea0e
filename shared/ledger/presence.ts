import { z } from 'zod';
import type { Abort, StoreResult } from './store-failure';

/** Longest word of a computer on itself that is read. */
export const mostPresenceBytes = 16 * 1024;

const presence = z.object({
  computer: z.string().min(1).max(200),
  name: z.string().max(200),
  by: z.string().max(200).nullable(),
  at: z.iso.datetime(),
  seq: z.int().min(0),
  groupId: z.string().max(200).nullable(),
});

/** Word of a computer on itself. It is a courtesy: nothing depends on it, and nobody has to believe it. */
export interface Presence {
  /** This installation: what `device` of its commits says. */
  readonly computer: string;
  /** Name of the computer, for people to read. */
  readonly name: string;
  /** The person at it; `null` while nobody has said who they are. */
  readonly by: string | null;
  /** When it was there last, ISO 8601 in UTC, by its own clock. */
  readonly at: string;
  /** How far it has the ledger. */
  readonly seq: number;
  /** The group that its person has in front of them; `null` where that is the account as a whole. */
  readonly groupId: string | null;
}

/** Words of computers on themselves beside a ledger, one each, the last one only. None of it is in the ledger. */
export interface StorePresence {
  /** Puts the word of a computer in the place of its last one. */
  say(computer: string, word: Uint8Array, signal: Abort): Promise<StoreResult<null>>;
  /** The words of all computers, as far as they can be read. */
  all(signal: Abort): Promise<StoreResult<readonly Uint8Array[]>>;
}

/** Ids of computers that can be a name in every place. */
export function isComputerName(computer: string): boolean {
  return /^[a-z0-9][a-z0-9-]{0,63}$/.test(computer);
}

/** The word of a computer from its text; `null` for anything else. */
export function readPresence(text: string): Presence | null {
  try {
    return presence.safeParse(JSON.parse(text)).data ?? null;
  } catch {
    return null;
  }
}
