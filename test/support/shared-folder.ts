import { cp, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { temporaryFolder } from './temporary-folder';

/** A folder that computers share, with copies of it kept aside as backups. */
export class SharedFolder {
  private constructor(
    readonly root: string,
    private readonly aside: string,
  ) {}

  static async make(): Promise<SharedFolder> {
    return new SharedFolder(await temporaryFolder(), await temporaryFolder());
  }

  file(seq: number): string {
    return join(this.root, 'log', `${String(seq).padStart(12, '0')}.jsonl`);
  }

  async backUp(name: string): Promise<void> {
    await cp(this.root, join(this.aside, name), { recursive: true });
  }

  async restore(name: string): Promise<void> {
    for (const found of await readdir(this.root)) await rm(join(this.root, found), { recursive: true });
    await cp(join(this.aside, name), this.root, { recursive: true });
  }
}
