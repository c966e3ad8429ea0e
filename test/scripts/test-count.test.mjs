import { describe, expect, it } from 'vitest';
import { countOutcome, failuresOf, filesToRunAgain, withSecondRun } from '../../scripts/prepare/test-count.mjs';

function anOutcome(change = {}) {
  return {
    numTotalTests: 3,
    numPassedTests: 3,
    numFailedTests: 0,
    numPendingTests: 0,
    numTodoTests: 0,
    testResults: [],
    ...change,
  };
}

describe('the count of a layer', () => {
  it('is what passed when all is well', () => {
    expect(countOutcome(0, anOutcome())).toEqual({ passed: 3, failed: 0 });
  });

  it('has the failed tests beside the passed ones', () => {
    const file = { status: 'failed', assertionResults: [{ status: 'failed' }, { status: 'passed' }] };
    expect(countOutcome(1, anOutcome({ numPassedTests: 2, numFailedTests: 1, testResults: [file] }))).toEqual({
      passed: 2,
      failed: 1,
    });
  });

  it.each([
    ['a skipped test', 0, anOutcome({ numPendingTests: 1 })],
    ['a test that is only announced', 0, anOutcome({ numTodoTests: 1 })],
    ['a file that could not be loaded', 1, anOutcome({ testResults: [{ status: 'failed', assertionResults: [] }] })],
    ['an error outside any test', 1, anOutcome()],
  ])('has one failure for %s', (_what, code, outcome) => {
    expect(countOutcome(code, outcome)).toEqual({ passed: 3, failed: 1 });
  });

  it('is a failure when no test ran, and when nothing was reported', () => {
    expect(countOutcome(0, anOutcome({ numTotalTests: 0, numPassedTests: 0 }))).toEqual({ passed: 0, failed: 1 });
    expect(countOutcome(0, null)).toEqual({ passed: 0, failed: 1 });
  });
});

function aFile(name, ...statuses) {
  return {
    name: `/project/${name}`,
    status: statuses.includes('failed') ? 'failed' : 'passed',
    assertionResults: statuses.map((status, index) => ({ status, fullName: `test ${index + 1}` })),
  };
}

describe('what failed in a layer', () => {
  it('is named by file and test, and a file that could not be loaded by itself', () => {
    const unloaded = { name: '/project/c.test.ts', status: 'failed', assertionResults: [] };
    const outcome = { testResults: [aFile('a.test.ts', 'passed', 'failed'), aFile('b.test.ts', 'passed'), unloaded] };
    expect(failuresOf(outcome, '/project')).toEqual(['a.test.ts: test 2', 'c.test.ts']);
  });

  it('is nothing when the runner reported nothing', () => {
    expect(failuresOf(null, '/project')).toEqual([]);
  });

  it('runs once more where it is in few files, never where it is in many', () => {
    const failing = (count) => Array.from({ length: count }, (_, index) => aFile(`${index}.test.ts`, 'failed'));
    expect(filesToRunAgain({ testResults: [...failing(3), aFile('well.test.ts', 'passed')] })).toHaveLength(3);
    expect(filesToRunAgain({ testResults: failing(4) })).toEqual([]);
    expect(filesToRunAgain(null)).toEqual([]);
  });

  it('counts by the second run of its files, and by the first of all others', () => {
    const first = { testResults: [aFile('a.test.ts', 'passed', 'failed'), aFile('b.test.ts', 'passed', 'passed')] };
    const passed = withSecondRun(first, { testResults: [aFile('a.test.ts', 'passed', 'passed')] });
    expect(countOutcome(0, passed)).toEqual({ passed: 4, failed: 0 });
    const failed = withSecondRun(first, { testResults: [aFile('a.test.ts', 'failed', 'passed')] });
    expect(countOutcome(1, failed)).toEqual({ passed: 3, failed: 1 });
    const skipped = withSecondRun(first, { testResults: [aFile('a.test.ts', 'skipped', 'passed')] });
    expect(countOutcome(0, skipped)).toEqual({ passed: 3, failed: 1 });
  });
});
