import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { ensureDependencies } from './prepare/dependencies.mjs';
import { inRepository } from './prepare/places.mjs';
import { run } from './prepare/processes.mjs';
import { runCommand, say } from './prepare/say.mjs';
import { countOutcome, failuresOf, filesToRunAgain, withSecondRun } from './prepare/test-count.mjs';
import { prepareWindow } from './prepare/window.mjs';

const bin = (...segments) => inRepository('node_modules', ...segments);

/** The formatter and ESLint judge a file by its text and their settings alone: what they found in the same text stays true. */
const kept = ['--cache', '--cache-strategy', 'content'];

/** A check is one pass or one failure; a layer of tests counts each of its tests. */
const stages = [
  check('types', [bin('typescript-native', 'bin', 'tsc'), '-b', '--pretty', 'false']),
  check('format', [bin('prettier', 'bin', 'prettier.cjs'), ...['--check', '--log-level', 'warn', ...kept, '.']]),
  check(
    'lint',
    [bin('oxlint', 'bin', 'oxlint'), '--type-aware'],
    [
      bin('eslint', 'bin', 'eslint.js'),
      '.',
      '--max-warnings',
      '0',
      ...kept,
      '--cache-location',
      bin('.cache', 'eslint/'),
    ],
  ),
  check('layers', [
    bin('dependency-cruiser', 'bin', 'dependency-cruise.mjs'),
    '--config',
    '.dependency-cruiser.cjs',
    'shared',
    'electron',
    'renderer',
    'test',
  ]),
  tests('unit', ['unit', 'apart']),
  tests('component'),
  tests('contracts'),
  tests('scenarios'),
  tests('properties'),
  check('package', [inRepository('scripts', 'package-dir.mjs')]),
  tests('e2e'),
];

/** These only read the sources, each on one core, and so run side by side; the others have the machine for themselves. */
const readings = new Set(['types', 'format', 'lint', 'layers']);

await runCommand(async () => {
  const wanted = process.argv.slice(2);
  const unknown = wanted.filter((name) => stages.every((stage) => stage.name !== name));
  if (unknown.length > 0) {
    say(`there is no layer "${unknown.join('", "')}"; there are ${stages.map((stage) => stage.name).join(', ')}.`);
    return 2;
  }
  await ensureDependencies();
  const chosen = stages.filter((stage) => wanted.length === 0 || wanted.includes(stage.name));
  const isReading = ({ name }) => readings.has(name);
  const results = await Promise.all(chosen.filter(isReading).map(runStage));
  for (const stage of chosen) if (!isReading(stage)) results.push(await runStage(stage));
  return report(results);
});

async function runStage(stage) {
  const startedAt = Date.now();
  process.stdout.write(`\n── ${stage.name} ──\n`);
  return { name: stage.name, ...(await stage.run()), seconds: (Date.now() - startedAt) / 1000 };
}

function check(name, ...commands) {
  return {
    name,
    run: async () => {
      let isGood = true;
      for (const command of commands) {
        const { code } = await run(process.execPath, command, { cwd: inRepository() });
        isGood &&= code === 0;
      }
      return isGood ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
    },
  };
}

function tests(name, projects = [name]) {
  return {
    name,
    run: async () => {
      // The window's own prerequisites fail with advice here rather than inside a test.
      if (name === 'e2e') (await prepareWindow()).display.stop();
      let { code, outcome } = await runLayer(name, projects);
      const again = name === 'e2e' && code !== 0 ? filesToRunAgain(outcome) : [];
      if (again.length > 0) {
        say(`once more, from fresh windows: ${again.map((file) => path.relative(inRepository(), file)).join(', ')}`);
        const second = await runLayer(name, projects, again);
        if (second.outcome !== null) {
          code = second.code;
          outcome = withSecondRun(outcome, second.outcome);
        }
      }
      return { ...countOutcome(code, outcome), failures: failuresOf(outcome, inRepository()), again: again.length };
    },
  };
}

async function runLayer(name, projects, files = []) {
  const report = inRepository('out', 'test', `${name}.json`);
  mkdirSync(inRepository('out', 'test'), { recursive: true });
  rmSync(report, { force: true });
  const { code } = await run(
    process.execPath,
    [
      bin('vitest', 'vitest.mjs'),
      'run',
      ...projects.flatMap((project) => ['--project', project]),
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${report}`,
      ...files,
    ],
    { cwd: inRepository() },
  );
  return { code, outcome: existsSync(report) ? JSON.parse(readFileSync(report, 'utf8')) : null };
}

function report(results) {
  process.stdout.write('\n');
  for (const { name, passed, failed, seconds } of results) {
    process.stdout.write(
      `${failed === 0 ? 'ok    ' : 'FAILED'}  ${name.padEnd(12)}${String(passed).padStart(5)} passed ${String(failed).padStart(4)} failed  ${seconds.toFixed(1).padStart(6)} s\n`,
    );
  }
  for (const { name, again } of results) if (again > 0) process.stdout.write(`${name}: ${again} files ran twice\n`);
  for (const { name, failures = [] } of results)
    for (const line of failures) process.stdout.write(`failed in ${name}: ${line}\n`);
  const sum = (key) => results.reduce((total, result) => total + result[key], 0);
  process.stdout.write(`\n${sum('passed')} passed, ${sum('failed')} failed\n`);
  return sum('failed') === 0 ? 0 : 1;
}
