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

/** What is said of something, and how it ended. */
function asked(...words) {
  const { stdout, stderr, status } = spawnSync(process.execPath, [inRepository('scripts', 'where.mjs'), ...words], {
    encoding: 'utf8',
  });
  return { said: stdout, remark: stderr, status };
}

describe('a message of the window', () => {
  it('leads to its rule, with names and numbers as they were shown', () => {
    const { said, status } = asked('Sunrise has 12 of Link Plus; this would need 13.');
    expect(said.split('\n')[0]).toMatch(/^refusal\.POOL_EXCEEDED {2}renderer\/src\/text\/english\/refusals\.ts:\d+$/);
    expect(said).toContain('rule D3: ');
    expect(said).toMatch(/decided in shared\/rules\/amounts\.ts \(refuseAmounts:\d+\)/);
    expect(said).toContain('proven by test/scenarios/11-supply-and-sources.jsonl');
    expect(status).toBe(0);
  });

  it('is found in German, and leads to the part that says it where no rule does', () => {
    expect(asked('Hier ist noch niemand').said).toMatch(
      /^people\.empty .*german.*\n.*\n {2}said in renderer\/src\/features\/people\/PeopleTab\.tsx:\d+/,
    );
  });

  it('is found by its name, and a rule by its id', () => {
    expect(asked('LAST_OWNER').said).toContain('rule P2: ');
    expect(asked('U9').said).toMatch(/^rule U9: /);
  });

  it('that there is not is said so', () => {
    const { said, remark, status } = asked('xyzzy');
    expect([said, status]).toEqual(['', 1]);
    expect(remark).toContain('no message');
  });

  it('that nobody names is asked for', () => {
    const { said, remark, status } = asked();
    expect([said, status]).toEqual(['', 1]);
    expect(remark).toContain('npm run where -- "');
  });
});

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
