import { describe, expect, it } from 'vitest';
import { countOutcome } from '../../scripts/prepare/test-count.mjs';

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
