import { spawnSync } from 'node:child_process';
import { isOnPath, lastLines, run } from './processes.mjs';
import { Advice, say } from './say.mjs';

const debianPackages = [
  'libgtk-3-0',
  'libnss3',
  'libasound2',
  'libgbm1',
  'libxss1',
  'libnotify4',
  'libsecret-1-0',
  'xvfb',
  'xauth',
  'dbus',
  'fonts-dejavu-core',
];

/** What Electron needs from the system: installed on Debian as root, named elsewhere. */
export async function ensureSystemPackages({ executable, needsVirtualDisplay }) {
  if (process.platform !== 'linux') return;
  const root = process.getuid?.() === 0;
  if (root && isOnPath('apt-get') && isOnPath('dpkg-query')) {
    const missing = debianPackages.filter((name) => !isInstalled(name));
    if (missing.length > 0) await install(missing);
  }
  const absent = missingLibraries(executable);
  const noDisplay = needsVirtualDisplay && !isOnPath('Xvfb');
  if (absent.length === 0 && !noDisplay) return;
  const parts = [
    ...(absent.length > 0 ? [`Electron needs these libraries, which are missing: ${absent.join(', ')}.`] : []),
    ...(noDisplay ? ['There is no display, and Xvfb, which would stand in for one, is missing.'] : []),
  ];
  throw new Advice(
    `${parts.join(' ')}\nOn Debian and Ubuntu: sudo apt-get install ${debianPackages.join(' ')}\n` +
      'Elsewhere install the packages of the same purpose. Then run the same command again.',
  );
}

/** Newer releases name some packages with the suffix t64. */
function isInstalled(name) {
  const asked = spawnSync('dpkg-query', ['-W', '-f', '${db:Status-Status}\n', name, `${name}t64`], {
    encoding: 'utf8',
  });
  return asked.stdout.split('\n').includes('installed');
}

async function install(names) {
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

function missingLibraries(executable) {
  const asked = spawnSync('ldd', [executable], { encoding: 'utf8' });
  return [...(asked.stdout ?? '').matchAll(/^\s*(\S+) => not found/gm)].map((match) => match[1]);
}
