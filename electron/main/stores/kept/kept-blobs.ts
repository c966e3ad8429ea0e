import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { StoreError } from '../store-error';
import { sha256Hex } from '../../files/sha256';
import { isBlobName } from '../folder/folder-layout';
import { KeptFolder } from './kept-folder';

const folderName = 'blob';
const hashLength = 32;

/** Files that never change, by name: `<computer>/blob/<name>-<hash>`. What is not what its name says is not there. */
export class KeptBlobs {
  private readonly folder: KeptFolder;

  constructor(
    private readonly root: string,
    private readonly computer: string | null,
  ) {
    this.folder = new KeptFolder(root);
  }

  async get(name: string): Promise<Uint8Array | null> {
    requireName(name);
    const found: string[] = [];
    for (const entry of await readdir(this.root, { withFileTypes: true })) {
      if (!entry.isDirectory()) continue;
      const names = await readdir(join(this.root, entry.name, folderName)).catch((): string[] => []);
      for (const file of names)
        if (file.slice(0, -hashLength - 1) === name) found.push(`${entry.name}/${folderName}/${file}`);
    }
    // Of two computers that gave one name to different bytes, everybody takes the same.
    for (const path of found.sort((one, other) => (hashOf(one) < hashOf(other) ? -1 : 1))) {
      const bytes = await this.folder.read(path);
      this.folder.isSound(path);
      if (bytes !== null && sha256Hex(bytes).slice(0, hashLength) === hashOf(path)) return bytes;
    }
    return null;
  }

  async put(name: string, bytes: Uint8Array): Promise<null> {
    requireName(name);
    const there = await this.get(name);
    if (there !== null && Buffer.from(there).equals(bytes)) return null;
    if (there !== null)
      throw new StoreError({ kind: 'corrupt', place: name, detail: 'Another content has this name already.' });
    if (this.computer === null) throw new StoreError({ kind: 'forbidden', detail: 'This place is only read here.' });
    const hash = sha256Hex(bytes).slice(0, hashLength);
    await this.folder.write(`${this.computer}/${folderName}/${name}-${hash}`, bytes);
    return null;
  }

  /** Removes what this computer has put under a name; what others have put is theirs to remove. */
  async drop(name: string): Promise<null> {
    requireName(name);
    if (this.computer === null) throw new StoreError({ kind: 'forbidden', detail: 'This place is only read here.' });
    const own = `${this.computer}/${folderName}`;
    const names = await readdir(join(this.root, own)).catch((): string[] => []);
    for (const file of names) if (file.slice(0, -hashLength - 1) === name) await this.folder.remove(`${own}/${file}`);
    return null;
  }
}

function hashOf(path: string): string {
  return path.slice(-hashLength);
}

function requireName(name: string): void {
  if (!isBlobName(name)) throw new StoreError({ kind: 'defect', detail: `“${name}” cannot be the name of a blob.` });
}
