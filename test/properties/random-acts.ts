import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { minimise } from '../support/random/minimise';
import { RandomRun, type Failure, type LoggedAct } from '../support/random/run';
import { Tally } from '../support/random/tally';
import { settings } from './settings';

/** Runs over one share of the seeds; each share is a file of its own, so that they run side by side. */
export interface Share {
  readonly index: number;
  readonly of: number;
}

/** Does one thing after the other with a run; what went wrong first, with everything that was done up to there. */
function playWith<T>(
  run: RandomRun,
  steps: readonly T[],
  step: (run: RandomRun, one: T) => string | null,
): Failure | null {
  try {
    for (const one of steps) {
      const problem = step(run, one);
      if (problem !== null) return { problem, acts: run.log };
    }
    const problem = run.finish();
    return problem === null ? null : { problem, acts: run.log };
  } catch (error) {
    return {
      problem: `defect: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`,
      acts: run.log,
    };
  }
}

function play(beginning: number, numbers: readonly number[], tally: Tally): Failure | null {
  return playWith(new RandomRun(beginning, settings, tally), numbers, (run, number) => run.step(number));
}

/** Acts as they were written down, checked after each: what goes wrong, or null. */
export function playActs(acts: readonly LoggedAct[]): Failure | null {
  return playWith(new RandomRun(null, { everyCommits: 1 }, new Tally()), acts, (run, act) => run.repeat(act));
}

/** A failing run with what does not matter left out, written down so that it can be pinned. */
async function describeFailure(beginning: number, numbers: readonly number[], failure: Failure): Promise<string> {
  const kind = failure.problem.split(':')[0];
  const fails = (fewer: readonly number[]): boolean =>
    play(beginning, fewer, new Tally())?.problem.split(':')[0] === kind;
  const fewest = await minimise(numbers, fails);
  const { problem, acts } = play(beginning, fewest, new Tally()) ?? failure;
  const file = path.resolve(
    'out',
    'test',
    `failed-${createHash('sha256').update(JSON.stringify(acts)).digest('hex').slice(0, 8)}.jsonl`,
  );
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, acts.map((act) => `${JSON.stringify(act)}\n`).join(''));
  return [
    problem,
    `to pin it, keep ${file} in test/properties/pinned`,
    'what was done last:',
    ...acts.slice(-40).map((act) => JSON.stringify(act)),
  ].join('\n');
}

/** Every invariant over one share of the runs. What happened in them is what is returned. */
export async function playShare(share: Share): Promise<Tally> {
  const tally = new Tally();
  const numRuns = Math.ceil(settings.runs / share.of);
  const seed = settings.seed + share.index;
  process.stdout.write(
    `random acts: seed ${String(seed)}, ${String(numRuns)} runs of ${String(settings.steps)} intents\n`,
  );
  const number = fc.noBias(fc.integer({ min: 0, max: 0xffff_ffff }));
  const run = fc.tuple(
    fc.nat({ max: 3 }),
    fc.array(number, { minLength: settings.steps, maxLength: settings.steps, size: 'max' }),
  );
  await fc.assert(
    fc.asyncProperty(run, async ([beginning, numbers]) => {
      const failure = play(beginning, numbers, tally);
      tally.count('runs');
      if (failure !== null) throw new Error(await describeFailure(beginning, numbers, failure));
    }),
    {
      seed,
      numRuns,
      endOnFailure: true,
      asyncReporter: async (details) => {
        if (!details.failed) return;
        const cause = details.errorInstance instanceof Error ? details.errorInstance.message : 'it ended early';
        throw new Error(`seed ${String(details.seed)}, path ${details.counterexamplePath ?? '-'}\n${cause}`);
      },
    },
  );
  if (settings.report) process.stdout.write(`${tally.report()}\n`);
  return tally;
}
