import { bytesToHex } from '@noble/hashes/utils.js';
import type { Day } from '#core/kernel/day';

/** Source of days, moments and new ids: the only place outside of tests that knows a clock or chance. */
export interface Surroundings {
  /** The moment of now, ISO 8601 in UTC. */
  readonly now: () => string;
  /** The calendar day of now in a time zone; in UTC where the zone is not known here. */
  readonly today: (timeZone: string) => Day;
  readonly newCommitId: () => string;
}

/** 96 bits: two installations never make the same, and ids derived from it stay short. */
const commitIdBytes = 12;
/** Chance is asked for many at once: a long sheet takes an id for each of its rows. */
const idsAtOnce = 256;
let chance = new Uint8Array(0);
let used = 0;

function newCommitId(): string {
  if (used === chance.length) {
    chance = crypto.getRandomValues(new Uint8Array(commitIdBytes * idsAtOnce));
    used = 0;
  }
  used += commitIdBytes;
  return bytesToHex(chance.subarray(used - commitIdBytes, used));
}

function dayIn(timeZone: string, moment: Date): Day {
  const format = (zone: string) =>
    new Intl.DateTimeFormat('en-CA', {
      timeZone: zone,
      calendar: 'gregory',
      numberingSystem: 'latn',
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
    });
  try {
    return format(timeZone).format(moment);
  } catch {
    return format('UTC').format(moment);
  }
}

export const computerSurroundings: Surroundings = {
  now: () => new Date().toISOString(),
  today: (timeZone) => dayIn(timeZone, new Date()),
  newCommitId,
};
