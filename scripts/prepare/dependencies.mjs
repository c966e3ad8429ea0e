import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { inRepository } from './places.mjs';
import { lastLines, runNpm } from './processes.mjs';
import { Advice, say } from './say.mjs';

const oldestNode = [20, 19];

/** Installs what package-lock.json names, and only when it names something else than last time. */
export async function ensureDependencies() {
  requireNode();
  const stamp = inRepository('node_modules', '.trellis-installed');
  const wanted = fingerprint();
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return;
  if (!installedAsLocked()) {
    say('installing the packages of package-lock.json …');
    const result = await runNpm(['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
      cwd: inRepository(),
      quiet: true,
    });
    if (result.code !== 0) {
      throw new Advice(
        `the packages could not be installed. npm said:\n${lastLines(result.output)}\n` +
          'Check that the npm registry can be reached (npm ping) and that the disk has 1 GB free, then run the ' +
          'same command again; it starts from the beginning.',
      );
    }
  }
  writeFileSync(stamp, wanted);
}

function requireNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major > oldestNode[0] || (major === oldestNode[0] && minor >= oldestNode[1])) return;
  throw new Advice(
    `Node ${process.versions.node} is too old; version ${oldestNode.join('.')} or newer is needed. ` +
      'Install a newer Node, then run the same command again.',
  );
}

function fingerprint() {
  return createHash('sha256')
    .update(readFileSync(inRepository('package-lock.json')))
    .update(`${process.platform} ${process.arch} ${process.versions.modules}`)
    .digest('hex');
}

/** Whether a plain `npm install` has already put exactly the locked versions in place. */
function installedAsLocked() {
  const hidden = inRepository('node_modules', '.package-lock.json');
  if (!existsSync(hidden)) return false;
  const installed = JSON.parse(readFileSync(hidden, 'utf8')).packages;
  const locked = JSON.parse(readFileSync(inRepository('package-lock.json'), 'utf8')).packages;
  return Object.entries(locked).every(
    ([place, entry]) =>
      place === '' || (installed[place]?.version ?? (entry.optional ? entry.version : undefined)) === entry.version,
  );
}
