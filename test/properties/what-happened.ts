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

/** Fewer runs than this are somebody trying something out. */
const enoughRuns = 50;

/**
 * What runs that are worth their time have done at least once: quotas were reached, circles tried, seats fell back and
 * were blocked, undos taken back, every intent done and refused, and every refusal given. Empty when nothing is missing.
 */
export function whatNeverHappened(tally: Tally): readonly string[] {
  if (tally.of('runs') < enoughRuns || settings.steps < 200) return [];
  const intents = intentNames.filter((name) => name !== 'account.open');
  const wanted = [
    ...intents.flatMap((name) => [`done ${name}`, `refused ${name}`]),
    ...Object.keys(ruleOfCode)
      .filter((code) => !rareCodes.has(code))
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
