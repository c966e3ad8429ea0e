import { spawnSync } from 'node:child_process';
import { isOnPath, lastLines, run } from './processes.mjs';
import { Advice, say } from './say.mjs';

/** Whether packages can be installed here without asking anybody. */
export function installsPackages() {
  return process.platform === 'linux' && process.getuid?.() === 0 && isOnPath('apt-get') && isOnPath('dpkg-query');
}

/** Newer releases name some packages with the suffix t64. */
export function isInstalled(name) {
  const asked = spawnSync('dpkg-query', ['-W', '-f', '${db:Status-Status}\n', name, `${name}t64`], {
    encoding: 'utf8',
  });
  return asked.stdout.split('\n').includes('installed');
}

export async function installPackages(names) {
  say(`installing system packages: ${names.join(', ')} …`);
  const env = { DEBIAN_FRONTEND: 'noninteractive' };
  const updated = await run('apt-get', ['update', '-q'], { env, quiet: true });
  const available = names.map((name) => (hasCandidate(name) ? name : `${name}t64`));
  const installed = await run('apt-get', ['install', '-y', '-q', '--no-install-recommends', ...available], {
    env,
    quiet: true,
  });
  if (installed.code === 0) return;
  throw new Advice(
    `the system packages could not be installed. apt-get said:\n${lastLines(updated.code === 0 ? installed.output : updated.output)}\n` +
      `Run it by hand to see more: apt-get update && apt-get install ${available.join(' ')}`,
  );
}

function hasCandidate(name) {
  const asked = spawnSync('apt-cache', ['policy', name], { encoding: 'utf8' });
  return /Candidate: (?!\(none\))/.test(asked.stdout ?? '');
}
