import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Judgements, soundJudgements } from '#core/ledger/kept/judgements';
import { type Happenings, noTotals, runKeptPlace } from '../support/kept/simulation';
import { settings } from './settings';

const kinds: Readonly<Record<string, Happenings>> = {
  'only copying': { elections: false, force: false, restores: false },
  'handing over and elections': { elections: true, force: false, restores: false },
  'takeovers by force': { elections: true, force: true, restores: false },
  'restored disks': { elections: true, force: false, restores: true },
  everything: { elections: true, force: true, restores: true },
};
const seeds = fc.noBias(fc.integer({ min: 1, max: 0x7fff_ffff }));

describe('several computers over a folder that a program copies, in any order, by halves, with conflict copies', () => {
  const runsOfEach = Math.ceil(settings.keptRuns / Object.keys(kinds).length);
  for (const [name, happenings] of Object.entries(kinds))
    it(
      `lose no act, give none two places, end the same and change nothing that has settled: ${name}`,
      () => {
        const totals = noTotals();
        fc.assert(
          fc.property(seeds, (seed) => {
            const problem = runKeptPlace(seed, happenings, totals);
            if (problem !== null) throw new Error(`${problem} (${name}, run ${String(seed)})`);
          }),
          { seed: settings.seed, numRuns: runsOfEach, endOnFailure: true },
        );
        if (settings.report) process.stdout.write(`kept, ${name}: ${JSON.stringify(totals)}\n`);
        expect(totals.runs).toBe(runsOfEach);
        expect(totals.acts).toBeGreaterThan(runsOfEach * 10);
      },
      settings.patience,
    );
});

/** Whether one of some runs shows that something is wrong, when one of the judgements is. */
function isNoticed(judgements: Partial<Judgements>): boolean {
  const faulty = { ...soundJudgements, ...judgements };
  const happenings = kinds['handing over and elections'] as Happenings;
  return Array.from({ length: 200 }, (_, seed) => seed).some(
    (seed) => runKeptPlace(seed, happenings, noTotals(), faulty) !== null,
  );
}

describe('the runs by chance notice', () => {
  it('voting for anybody', () => {
    expect(isNoticed({ mayVoteFor: () => true })).toBe(true);
  });
  it('one vote being enough', () => {
    expect(isNoticed({ isMost: (count) => count > 0 })).toBe(true);
  });
  it('acknowledging an older branch after a vote', () => {
    expect(isNoticed({ mayAcknowledge: () => true })).toBe(true);
  });
});
