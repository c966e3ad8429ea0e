import { open, readFile, unlink } from 'node:fs/promises';
import { StoreError } from '../store-error';
import { errorCode } from '../folder/file-failure';

/** Sees to it that one process at a time writes a record. A process that ended without letting go holds nobody up. */
export class RecordLock {
  private held = false;

  constructor(private readonly path: string) {}

  async take(): Promise<void> {
    for (let tries = 0; tries < 5; tries += 1) {
      try {
        const file = await open(this.path, 'wx');
        await file.writeFile(String(process.pid));
        await file.close();
        this.held = true;
        return;
      } catch (error) {
        if (errorCode(error) !== 'EEXIST') throw error;
      }
      const owner = Number(await readFile(this.path, 'utf8').catch(() => ''));
      if (isRunning(owner))
        throw new StoreError({
          kind: 'offline',
          detail: `Another program (process ${String(owner)}) has this account open with this profile.`,
        });
      await unlink(this.path).catch(() => undefined);
    }
    throw new StoreError({ kind: 'offline', detail: 'Another program opens this account with this profile.' });
  }

  async release(): Promise<void> {
    if (this.held) await unlink(this.path).catch(() => undefined);
    this.held = false;
  }
}

/** Tells whether a process with this number runs; this very one may open what it left open before. */
function isRunning(pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 0 || pid === process.pid) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return errorCode(error) === 'EPERM';
  }
}
