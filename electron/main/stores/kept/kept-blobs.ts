import type { Abort } from '#core/ledger/store';
import { StoreError } from '../store-error';
import { sha256Hex } from '../../files/sha256';
import { isBlobName } from '../folder/folder-layout';
import type { KeptCarrier } from './kept-carrier';
import { foldersOf } from './kept-files';

const folderName = 'blob';
const hashLength = 32;

/** Files that never change, by name: `<computer>/blob/<name>-<hash>`. What is not what its name says is not there. */
export class KeptBlobs {
  constructor(
    private readonly carrier: KeptCarrier,
    private readonly computer: string | null,
  ) {}

  async get(name: string, signal: Abort): Promise<Uint8Array | null> {
    requireName(name);
    const found: string[] = [];
    for (const { folder, names } of await foldersOf(this.carrier, [folderName], signal))
      for (const file of names) if (file.slice(0, -hashLength - 1) === name) found.push(`${folder}/${file}`);
    // Of two computers that gave one name to different bytes, everybody takes the same.
    for (const path of found.sort((one, other) => (hashOf(one) < hashOf(other) ? -1 : 1))) {
      const file = await this.carrier.read(path, null, signal);
      if (file !== null && sha256Hex(file.bytes).slice(0, hashLength) === hashOf(path)) return file.bytes;
    }
    return null;
  }

  async put(name: string, bytes: Uint8Array, signal: Abort): Promise<null> {
    requireName(name);
    const there = await this.get(name, signal);
    if (there !== null && Buffer.from(there).equals(bytes)) return null;
    if (there !== null)
      throw new StoreError({ kind: 'corrupt', place: name, detail: 'Another content has this name already.' });
    if (this.computer === null) throw new StoreError({ kind: 'forbidden', detail: 'This place is only read here.' });
    const hash = sha256Hex(bytes).slice(0, hashLength);
    await this.carrier.write(`${this.computer}/${folderName}/${name}-${hash}`, bytes);
    return null;
  }

  /** Removes what this computer has put under a name; what others have put is theirs to remove. */
  async drop(name: string, signal: Abort): Promise<null> {
    requireName(name);
    if (this.computer === null) throw new StoreError({ kind: 'forbidden', detail: 'This place is only read here.' });
    const own = `${this.computer}/${folderName}`;
    for (const file of (await this.carrier.names(own, signal)) ?? [])
      if (file.slice(0, -hashLength - 1) === name) await this.carrier.remove(`${own}/${file}`);
    return null;
  }
}

function hashOf(path: string): string {
  return path.slice(-hashLength);
}

function requireName(name: string): void {
  if (!isBlobName(name)) throw new StoreError({ kind: 'defect', detail: `“${name}” cannot be the name of a blob.` });
}
