import { existsSync } from 'node:fs';
import { installPackages, installsPackages } from './debian.mjs';

const fusepy = '/usr/lib/python3/dist-packages/fusepy.py';

/** What mounting a folder again beside it needs: installed on Debian as root. Answers whether it is there. */
export async function ensureMounts() {
  if (!existsSync(fusepy) && installsPackages()) await installPackages(['python3-fusepy']);
  return existsSync(fusepy) && existsSync('/dev/fuse');
}
