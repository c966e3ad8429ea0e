import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { inRepository } from './places.mjs';
import { lastLines, run } from './processes.mjs';
import { Advice, say } from './say.mjs';

const always = ['package-lock.json', 'package.json', 'tsconfig.base.json'];

const builds = {
  app: {
    what: 'the application',
    output: 'dist/app',
    sources: [
      'shared',
      'electron',
      'renderer',
      'resources',
      'docs/manual',
      'docs/pictures',
      'CHANGELOG.md',
      'electron.vite.config.mts',
      ...always,
    ],
    program: ['node_modules/electron-vite/bin/electron-vite.js', 'build', '--logLevel', 'warn'],
  },
  headless: {
    what: 'the headless runner',
    output: 'dist/headless',
    sources: [
      'shared',
      'electron',
      'resources',
      'test/bench',
      'test/cluster',
      'test/demo',
      'renderer/src/parts',
      'renderer/src/text',
      'test/palette',
      'test/pictures',
      'test/story',
      'test/support',
      'vite.headless.config.mts',
      ...always,
    ],
    program: [
      'node_modules/vite/bin/vite.js',
      'build',
      '--config',
      'vite.headless.config.mts',
      '--configLoader',
      'runner',
      '--logLevel',
      'warn',
    ],
  },
};

/** Builds `app` or `headless` unless the sources are those of the last finished build. */
export async function ensureBuilt(name) {
  const build = builds[name];
  const stamp = inRepository(build.output, '.built-from');
  const wanted = fingerprint(build.sources);
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return;
  rmSync(stamp, { force: true });
  say(`building ${build.what} …`);
  const result = await run(process.execPath, build.program, {
    cwd: inRepository(),
    quiet: true,
    env: { NODE_ENV: 'production' },
  });
  if (result.code !== 0) {
    throw new Advice(
      `${build.what} could not be built:\n${lastLines(result.output, 40)}\nMend what it names, then run the same command again.`,
    );
  }
  mkdirSync(path.dirname(stamp), { recursive: true });
  writeFileSync(stamp, wanted);
}

export function builtFrom(name) {
  return readFileSync(inRepository(builds[name].output, '.built-from'), 'utf8');
}

function fingerprint(sources) {
  const hash = createHash('sha256');
  for (const source of sources) {
    for (const file of filesUnder(inRepository(source))) {
      hash.update(path.relative(inRepository(), file)).update('\0').update(readFileSync(file)).update('\0');
    }
  }
  return hash.digest('hex');
}

function filesUnder(place) {
  if (!existsSync(place)) return [];
  try {
    return readdirSync(place, { withFileTypes: true })
      .sort((a, b) => (a.name < b.name ? -1 : 1))
      .flatMap((entry) => filesUnder(path.join(place, entry.name)));
  } catch (error) {
    if (error.code === 'ENOTDIR') return [place];
    throw error;
  }
}
