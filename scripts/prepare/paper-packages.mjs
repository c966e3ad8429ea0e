import { installPackages, installsPackages } from './debian.mjs';
import { isOnPath } from './processes.mjs';
import { Advice } from './say.mjs';

/** Programs of others that read what was printed: each by its Debian package. */
const readers = [
  ['poppler-utils', 'pdftoppm'],
  ['zbar-tools', 'zbarimg'],
];

/** Readers of pages and codes for the tests: installed on Debian as root, named elsewhere. */
export async function ensurePaperPackages() {
  const missing = () => readers.filter(([, program]) => !isOnPath(program)).map(([name]) => name);
  if (missing().length > 0 && installsPackages()) await installPackages(missing());
  const absent = missing();
  if (absent.length === 0) return;
  throw new Advice(
    `the tests of printed papers read them by programs that are missing here: ${absent.join(', ')}.\n` +
      `On Debian and Ubuntu: sudo apt-get install ${absent.join(' ')}`,
  );
}
