import { intentNames } from '#core/intents/registry';
import { ruleOfCode } from '#core/rules/refusals';
import type { Tally } from '../support/random/tally';
import { settings } from './settings';

/** Refusals too rare for chance: each has a test of its own (`rare-refusals.test.ts`). */
export const rareCodes: ReadonlySet<string> = new Set([
  'COMMITMENT_FLOOR',
  'DUPLICATE_SERIAL',
  'ALLOWANCE_EXCEEDED',
  'DUPLICATE_NAME',
]);

/**
 * What chance does not propose: acts of version 2 that scenarios 46 to 59 play, and keys, which the tests of protected accounts
 * play with real files. Each that random acts learn goes from here.
 */
const notByChance: ReadonlySet<string> = new Set([
  ...['catalogue.setPrice', 'block.renew', 'reserve.take', 'reserve.release', 'reserve.reclaim'],
  ...['grant.give', 'grant.accept', 'grant.recall', 'grant.return', 'field.define', 'field.remove'],
  ...['device.update', 'number.update'],
  ...['plan.save', 'plan.remove', 'account.protect', 'keys.enable', 'key.invite', 'key.accept', 'key.certify'],
  ...['key.rotate', 'key.revoke', 'LAST_OWNER_KEY', 'UNSIGNED', 'BAD_SIGNATURE', 'NOT_ADMITTED', 'WRONG_AUTHOR'],
  ...['RESERVED', 'DEFECT', 'ID_TAKEN', 'history.shorten', 'HISTORY_SHORTENED'],
]);

/** Fewer runs than this are somebody trying something out. */
const enoughRuns = 50;

/**
 * What runs that are worth their time have done at least once: quotas were reached, circles tried, seats fell back and
 * were blocked, undos taken back, every intent done and refused, and every refusal given. Empty when nothing is missing.
 */
export function whatNeverHappened(tally: Tally): readonly string[] {
  if (tally.of('runs') < enoughRuns || settings.steps < 200) return [];
  const intents = intentNames.filter((name) => name !== 'account.open' && !notByChance.has(name));
  const wanted = [
    ...intents.flatMap((name) => [`done ${name}`, `refused ${name}`]),
    ...Object.keys(ruleOfCode)
      .filter((code) => !rareCodes.has(code) && !notByChance.has(code))
      .map((code) => `code ${code}`),
    'warning SHORT_LATER',
    'warning MENU_GROUPS_REMOVED',
    ...['active', 'fallback', 'blocked', 'limited'].flatMap((status) => [
      `status ${status}`,
      `status ${status} with a seat`,
    ]),
    'status none',
    'status archived',
    'group.move release',
    'group.move redraw',
    'user.move release',
    'user.move redraw',
    'seats freed',
    'free seats taken',
    'free seats dissolved',
    'undone at once',
    'redone',
  ];
  return wanted.filter((name) => tally.of(name) === 0);
}
