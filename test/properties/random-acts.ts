import fc from 'fast-check';
import { minimise } from '../support/random/minimise';
import { RandomRun, type Failure } from '../support/random/run';
import { Tally } from '../support/random/tally';
import { pinnedRuns } from './pinned-runs';
import { settings } from './settings';

/** Runs over one share of the seeds; each share is a file of its own, so that they run side by side. */
export interface Share {
  readonly index: number;
  readonly of: number;
}

/** Plays a run; what went wrong first, with everything that was done up to there. */
export function play(beginning: number, numbers: readonly number[], tally: Tally): Failure | null {
  const run = new RandomRun(beginning, { everyCommits: settings.everyCommits }, tally);
  try {
    for (const number of numbers) {
      const problem = run.step(number);
      if (problem !== null) return { problem, acts: run.log };
    }
    const problem = run.finish();
    return problem === null ? null : { problem, acts: run.log };
  } catch (error) {
    return { problem: `defect: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`, acts: run.log };
  }
}

/** A failing run with what does not matter left out, ready to be pinned. */
async function describeFailure(beginning: number, numbers: readonly number[], failure: Failure): Promise<string> {
  const kind = failure.problem.split(':')[0];
  const fails = (fewer: readonly number[]): boolean => play(beginning, fewer, new Tally())?.problem.split(':')[0] === kind;
  const fewest = await minimise(numbers, fails);
  const found = play(beginning, fewest, new Tally()) ?? failure;
  const pin = JSON.stringify({ beginning, numbers: fewest });
  return [found.problem, `to pin it: ${pin}`, 'what was done:', ...found.acts.slice(-40)].join('\n');
}

/** Every invariant over one share of the runs. What happened in them is what is returned. */
export async function playShare(share: Share): Promise<Tally> {
  const tally = new Tally();
  const numRuns = Math.ceil(settings.runs / share.of);
  const seed = settings.seed + share.index;
  process.stdout.write(`random acts: seed ${String(seed)}, ${String(numRuns)} runs of ${String(settings.steps)} intents\n`);
  const number = fc.noBias(fc.integer({ min: 0, max: 0xffff_ffff }));
  const run = fc.tuple(fc.nat({ max: 3 }), fc.array(number, { minLength: settings.steps, maxLength: settings.steps, size: 'max' }));
  await fc.assert(
    fc.asyncProperty(run, async ([beginning, numbers]) => {
      const failure = play(beginning, numbers, tally);
      tally.count('runs');
      if (failure !== null) throw new Error(await describeFailure(beginning, numbers, failure));
    }),
    {
      seed, numRuns, endOnFailure: true,
      asyncReporter: async (details) => {
        if (!details.failed) return;
        const cause = details.errorInstance instanceof Error ? details.errorInstance.message : 'it ended early';
        throw new Error(`seed ${String(details.seed)}, path ${details.counterexamplePath ?? '-'}\n${cause}`);
      },
    },
  );
  return tally;
}

/** Runs that once failed. */
export function playPinned(): readonly string[] {
  return pinnedRuns.flatMap(({ why, beginning, numbers }) => {
    const failure = play(beginning, numbers, new Tally());
    return failure === null ? [] : [`${why}: ${failure.problem}`];
  });
}
