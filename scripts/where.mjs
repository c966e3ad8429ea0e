import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { SourceMap } from 'node:module';
import path from 'node:path';
import { inRepository } from './prepare/places.mjs';
import { Advice, runCommand, say } from './prepare/say.mjs';
import { aboutMessage } from './where/message.mjs';

const build = inRepository('dist', 'app');
/** Such as `app://trellis/assets/index-DHLZcDU5.js:1:48213`, wherever it stands in a line. */
const place = /((?:[a-z]+:)?[^\s():]*\.js):(\d+):(\d+)/g;
const read = new Map();

/**
 * Says where in the sources something is. Places of a defect: each line given, or read, is written with those of the sources. Anything
 * else is taken for words of a message, its name, or the id of a rule.
 */
await runCommand(async () => {
  const words = process.argv.slice(2);
  // Nobody who gives no words at a keyboard is waiting for them to be read from there.
  const given = words.join('\n') || (process.stdin.isTTY ? '' : readFileSync(0, 'utf8'));
  if (given.trim() === '')
    throw new Advice(
      'say what to look for, as in npm run where -- "this would need 13": words of a message, its code, a rule such as D3, ' +
        'or places of a defect.',
    );
  if (given.search(place) < 0) return tellMessage(words.join(' ') || given);
  const maps = mapsIn(build);
  if (maps.length === 0) {
    say('there is no build here yet; npm run build makes one.');
    return 1;
  }
  let found = 0;
  for (const line of given.split('\n')) {
    const written = line.replaceAll(place, (whole, file, row, column) => {
      const map = mapOf(maps, file);
      const origin = map === undefined ? null : originOf(map, Number(row), Number(column));
      if (origin === null) return whole;
      found += 1;
      return origin;
    });
    process.stdout.write(`${written}\n`);
  }
  if (found === 0)
    say('none of these places is in this build: the one that they come from has its own maps beside it.');
  return found === 0 ? 1 : 0;
});

function tellMessage(asked) {
  const lines = aboutMessage(asked);
  if (lines.length === 0) say('no message of the window is like this, and no rule or place of a build.');
  process.stdout.write(lines.map((line) => `${line}\n`).join(''));
  return lines.length === 0 ? 1 : 0;
}

function mapsIn(folder) {
  if (!existsSync(folder)) return [];
  return readdirSync(folder).flatMap((name) => {
    const full = path.join(folder, name);
    if (statSync(full).isDirectory()) return mapsIn(full);
    return name.endsWith('.map') ? [full] : [];
  });
}

/** The window's files have names of their own; those of main and preload are told apart by their folders. */
function mapOf(maps, file) {
  const nameOf = (map) => path.relative(build, map).slice(0, -'.map'.length);
  return (
    maps.find((map) => file.endsWith(`/${nameOf(map)}`)) ??
    maps.find((map) => path.basename(nameOf(map)) === path.basename(file))
  );
}

/** Places count lines and columns from 1, maps from 0. */
function originOf(file, row, column) {
  if (!read.has(file)) read.set(file, new SourceMap(JSON.parse(readFileSync(file, 'utf8'))));
  const entry = read.get(file).findEntry(row - 1, column - 1);
  if (entry.originalSource === undefined) return null;
  const source = path.relative(inRepository(), path.resolve(path.dirname(file), entry.originalSource));
  return `${source}:${entry.originalLine + 1}:${entry.originalColumn + 1}`;
}
