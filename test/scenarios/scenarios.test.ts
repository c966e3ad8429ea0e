import { spawnSync } from 'node:child_process';
import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';

const folder = import.meta.dirname;
const runner = path.resolve(folder, '..', '..', 'dist', 'headless', 'trellis.mjs');
const files = readdirSync(folder)
  .filter((name) => name.endsWith('.jsonl'))
  .sort();

/** Steps that are judged: everything but the opening line, changes of the day, comments and blank lines. */
function steps(file: string): number {
  return readFileSync(path.join(folder, file), 'utf8')
    .split('\n')
    .filter((line) => /^\{.*"(do|query)":/.test(line)).length;
}

describe('the headless runner', () => {
  it.each(files)('finds every step of %s as it is told', (file) => {
    const run = spawnSync(process.execPath, [runner, 'run', path.join(folder, file)], { encoding: 'utf8' });
    const wrong = run.stdout.split('\n').filter((line) => line.startsWith('not ok'));
    expect({ wrong, error: run.stderr }).toEqual({ wrong: [], error: '' });
    const [, passed, failed] = /(\d+) passed, (\d+) failed\s*$/.exec(run.stdout) ?? [];
    expect(Number(passed)).toBeGreaterThanOrEqual(steps(file));
    expect(failed).toBe('0');
    expect(run.status).toBe(0);
  });

  it('has scenarios to run', () => {
    expect(files.length).toBeGreaterThanOrEqual(6);
  });
});
