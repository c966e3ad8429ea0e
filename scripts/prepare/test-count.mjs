/**
 * What a run of one layer's tests counts for. A file that could not be loaded, a skipped test, a run that failed
 * outside any test, one that ran nothing and one that said nothing are failures too.
 * @param {number} code exit status of the runner
 * @param {object | null} outcome its JSON report; `null` when it wrote none
 */
export function countOutcome(code, outcome) {
  if (outcome === null) return { passed: 0, failed: 1 };
  const unloaded = outcome.testResults.filter(
    (file) => file.status === 'failed' && file.assertionResults.every((test) => test.status !== 'failed'),
  );
  const failed = outcome.numFailedTests + outcome.numPendingTests + outcome.numTodoTests + unloaded.length;
  const silent = outcome.numTotalTests === 0 || code !== 0;
  return { passed: outcome.numPassedTests, failed: failed === 0 && silent ? 1 : failed };
}
