import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { SourceMap } from 'node:module';
import { beforeAll, describe, expect, it } from 'vitest';
import { ensureBuilt } from '../../scripts/prepare/builds.mjs';
import { inRepository } from '../../scripts/prepare/places.mjs';

/** A place in main's build at which a function of ours begins, with where that is in the sources. */
function somePlace() {
  const map = new SourceMap(JSON.parse(readFileSync(inRepository('dist', 'app', 'main', 'index.js.map'), 'utf8')));
  const lines = readFileSync(inRepository('dist', 'app', 'main', 'index.js'), 'utf8').split('\n');
  for (const [row, line] of lines.entries())
    for (let column = 0; column < line.length; column += 50) {
      const { originalSource, originalLine } = map.findEntry(row, column);
      const file = /electron\/main\/.*\.ts$/.exec(originalSource ?? '')?.[0];
      if (file !== undefined) return { row: row + 1, column: column + 1, file, line: originalLine + 1 };
    }
  throw new Error('nothing of main is in its build');
}

describe('places of a defect', () => {
  beforeAll(() => ensureBuilt('app'));

  it('are said as places in the sources, whatever stands around them', () => {
    const { row, column, file, line } = somePlace();
    const asked = `at logDefect (/opt/Trellis/resources/app.asar/dist/app/main/index.js:${row}:${column}) twice`;
    const { stdout, status } = spawnSync(process.execPath, [inRepository('scripts', 'where.mjs'), asked], {
      encoding: 'utf8',
    });
    expect(stdout).toContain(`at logDefect (${file}:${line}:`);
    expect(stdout).toContain(') twice');
    expect(status).toBe(0);
  });

  it('of another build stay as they are', () => {
    const asked = 'at x (app://trellis/assets/index-of-another.js:1:1)';
    const { stdout, status } = spawnSync(process.execPath, [inRepository('scripts', 'where.mjs'), asked], {
      encoding: 'utf8',
    });
    expect(stdout).toContain(asked);
    expect(status).toBe(1);
  });
});
