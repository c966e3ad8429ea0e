import { spawn, spawnSync } from 'node:child_process';
import { mkdirSync, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';

/** Way in which a mounted folder is worse than a disk. */
export interface Mounting {
  /** Seconds after which each call answers. */
  readonly seconds: number;
  /** Answers every hard link with EIO, as a mount of rclone does. */
  readonly withoutLinks?: boolean;
}

/** Time in which a mount is there, in milliseconds. */
const mountedInMs = 20_000;

/** Mounts a folder again beside it (FUSE; Linux, as root, with Debian's python3-fusepy). Answers where, and how it ends. */
export async function mountFolder(
  folder: string,
  mount: string,
  { seconds, withoutLinks = false }: Mounting,
): Promise<{ readonly unmount: () => Promise<void> }> {
  mkdirSync(folder, { recursive: true });
  mkdirSync(mount, { recursive: true });
  const script = resolve('test/support/mounted/mounted-folder.py');
  const words = [script, folder, mount, String(seconds), ...(withoutLinks ? ['no-links'] : [])];
  const program = spawn('/usr/bin/python3', words, { stdio: ['ignore', 'inherit', 'inherit'] });
  const ended = new Promise<void>((done) => program.once('exit', () => done()));
  const { dev } = statSync(dirname(mount));
  for (const began = performance.now(); statSync(mount).dev === dev;) {
    if (program.exitCode !== null || performance.now() - began > mountedInMs)
      throw new Error('the folder could not be mounted: this needs /dev/fuse, root, and python3-fusepy');
    await new Promise((done) => setTimeout(done, 50));
  }
  return {
    unmount: async () => {
      // Lazily: a call that is still waiting must not keep it.
      spawnSync('umount', ['--lazy', mount]);
      program.kill();
      await ended;
    },
  };
}
