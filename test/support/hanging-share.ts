import { execFileSync, spawn } from 'node:child_process';
import { accessSync, constants, existsSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';

/** Whether this machine can have a file system that answers nothing: Linux, as root, with FUSE. */
function canMount(): boolean {
  try {
    accessSync('/dev/fuse', constants.R_OK | constants.W_OK);
    return process.getuid?.() === 0;
  } catch {
    return false;
  }
}

/**
 * Lets a folder hang as a share does whose server has gone: whoever touches it waits until the answered function has taken the
 * hanging away. It is a FUSE file system that nobody serves, or where none can be mounted a pipe in the place of the first file that is
 * read.
 */
export async function letHang(folder: string): Promise<() => Promise<void>> {
  if (!canMount()) return layPipe(folder);
  const mount = 'mount -i -t fuse -o fd=5,rootmode=40000,user_id=0,group_id=0 none "$0"';
  const holder = spawn('bash', ['-c', `exec 5<>/dev/fuse; ${mount} && echo hangs; exec sleep 1000000`, folder], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await new Promise<void>((resolve, reject) => {
    holder.stdout.once('data', () => resolve());
    holder.once('exit', (code) => reject(new Error(`nothing hangs: ${String(code)}`)));
  });
  return async () => {
    holder.kill('SIGKILL');
    await new Promise((resolve) => spawn('umount', ['-l', folder], { stdio: 'ignore' }).once('exit', resolve));
  };
}

function layPipe(folder: string): () => Promise<void> {
  const file = join(folder, 'ledger.json');
  const aside = `${folder}-aside.json`;
  if (existsSync(file)) renameSync(file, aside);
  execFileSync('mkfifo', [file]);
  return () => {
    rmSync(file, { force: true });
    if (existsSync(aside)) renameSync(aside, file);
    return Promise.resolve();
  };
}
