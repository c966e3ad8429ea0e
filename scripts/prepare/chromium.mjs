import { existsSync } from 'node:fs';
import { installPackages, installsPackages, isInstalled } from './debian.mjs';
import { Advice } from './say.mjs';

const executable = '/usr/bin/chromium';

/** A current Chromium, newer than the engine of the Electron that is at hand: Debian's, installed as root. Answers where it is. */
export async function ensureChromium() {
  const own = process.env.TRELLIS_CHROMIUM;
  if (own !== undefined) return own;
  if (!existsSync(executable) && installsPackages() && !isInstalled('chromium')) await installPackages(['chromium']);
  if (existsSync(executable)) return executable;
  throw new Advice(
    'these tests run the window in a current Chromium, which is not here.\nOn Debian and Ubuntu: sudo apt-get install chromium\n' +
      'Elsewhere set TRELLIS_CHROMIUM to the program of a current Chromium. Then run the same command again.',
  );
}
