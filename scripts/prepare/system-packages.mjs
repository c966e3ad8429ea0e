import { spawnSync } from 'node:child_process';
import { installPackages, installsPackages, isInstalled } from './debian.mjs';
import { isOnPath } from './processes.mjs';
import { Advice } from './say.mjs';

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
  if (installsPackages()) {
    const missing = debianPackages.filter((name) => !isInstalled(name));
    if (missing.length > 0) await installPackages(missing);
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

function missingLibraries(executable) {
  const asked = spawnSync('ldd', [executable], { encoding: 'utf8' });
  return [...(asked.stdout ?? '').matchAll(/^\s*(\S+) => not found/gm)].map((match) => match[1]);
}
