import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { minimise } from '../support/random/minimise';
import { RandomSchedule } from '../support/random/schedule';
import { Tally } from '../support/random/tally';
import { settings } from './settings';

const tally = new Tally();

async function play(count: number, numbers: readonly number[], into: Tally): Promise<string | null> {
  const schedule = await RandomSchedule.open(count, into);
  for (const number of numbers) {
    const problem = await schedule.step(number);
    if (problem !== null) return problem;
  }
  return schedule.settle();
}

/** The same failure with as few steps as can be found. */
async function shortened(count: number, numbers: readonly number[], problem: string): Promise<string> {
  const start = problem.slice(0, 12);
  const fewest = await minimise(
    numbers,
    async (fewer) => (await play(count, fewer, new Tally()))?.startsWith(start) === true,
  );
  return `${(await play(count, fewest, new Tally())) ?? problem}\nthat is: ${JSON.stringify({ count, numbers: fewest })}`;
}

describe('several computers over a ledger whose answers get lost, come late or come twice', () => {
  it(
    'reach the same state, lose nothing that was acknowledged, and tell of each refused act exactly once',
    async () => {
      const numRuns = settings.schedules;
      process.stdout.write(
        `schedules: seed ${String(settings.seed)}, ${String(numRuns)} runs of ${String(settings.steps)} steps\n`,
      );
      const number = fc.noBias(fc.integer({ min: 0, max: 0xffff_ffff }));
      const run = fc.tuple(
        fc.integer({ min: 3, max: 5 }),
        fc.array(number, { minLength: settings.steps, maxLength: settings.steps, size: 'max' }),
      );
      await fc.assert(
        fc.asyncProperty(run, async ([count, numbers]) => {
          const problem = await play(count, numbers, tally);
          if (problem !== null) throw new Error(await shortened(count, numbers, problem));
        }),
        {
          seed: settings.seed,
          numRuns,
          endOnFailure: true,
          asyncReporter: async (details) => {
            if (!details.failed) return;
            throw new Error(
              `seed ${String(details.seed)}, path ${details.counterexamplePath ?? '-'}\n${details.errorInstance instanceof Error ? (details.errorInstance.stack ?? '') : ''}`,
            );
          },
        },
      );
    },
    settings.patience,
  );

  it('had every fault, refused acts on replay, and made other choices than at first', () => {
    const faults = [
      'answer lost',
      'append lost',
      'offline before',
      'read fails',
      'other first',
      'act meanwhile',
      'goes astray',
    ].map((fault) => `fault ${fault}`);
    const wanted = [
      ...faults,
      'restarts',
      'late appends that landed',
      'late appends answered head-moved',
      'exchange offline',
      'refused on replay',
      'choices changed',
      'attention dropped',
    ];
    // A few schedules are somebody trying something out.
    const missing = settings.schedules < 50 ? [] : wanted.filter((name) => tally.of(name) === 0);
    expect(missing).toEqual([]);
  });
});
