import path from 'node:path';

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

/**
 * Names of what failed, a line each: "file: test", or the file alone when it could not be loaded.
 * @param {object | null} outcome JSON report of the runner
 * @param {string} root folder the files are named from
 * @returns {string[]}
 */
export function failuresOf(outcome, root) {
  return failedFiles(outcome).flatMap((file) => {
    const name = path.relative(root, file.name);
    const tests = file.assertionResults.filter((test) => test.status === 'failed');
    return tests.length === 0 ? [name] : tests.map((test) => `${name}: ${test.fullName}`);
  });
}

/**
 * The files to run once more, each from a fresh window: a test's own second chance meets what the first has left
 * behind. Many failed files are no accident, and an outcome without failed files has nothing to run again.
 * @param {object | null} outcome JSON report of the runner
 * @returns {string[]} absolute paths, none to three
 */
export function filesToRunAgain(outcome) {
  const names = failedFiles(outcome).map((file) => file.name);
  return names.length <= mostFilesAgain ? names : [];
}

/**
 * A layer's outcome after some of its files ran again: theirs count in place of the first.
 * @param {object} first JSON report of the whole layer
 * @param {object} again JSON report of the files that ran again
 */
export function withSecondRun(first, again) {
  const names = new Set(again.testResults.map((file) => file.name));
  const testResults = [...first.testResults.filter((file) => !names.has(file.name)), ...again.testResults];
  const having = (...statuses) =>
    testResults.flatMap((file) => file.assertionResults).filter((test) => statuses.includes(test.status)).length;
  return {
    numTotalTests: having('passed', 'failed', 'skipped', 'pending', 'todo'),
    numPassedTests: having('passed'),
    numFailedTests: having('failed'),
    numPendingTests: having('skipped', 'pending'),
    numTodoTests: having('todo'),
    testResults,
  };
}

const mostFilesAgain = 3;

function failedFiles(outcome) {
  return (outcome?.testResults ?? []).filter((file) => file.status === 'failed');
}
