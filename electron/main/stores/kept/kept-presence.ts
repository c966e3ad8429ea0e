import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { isComputerName, mostPresenceBytes } from '#core/ledger/presence';
import { sha256Hex } from '../../files/sha256';
import { requireComputer } from '../presence-word';
import { StoreError } from '../store-error';
import { KeptFolder } from './kept-folder';

const folderName = 'here';
const namePattern = /^(\d{8})-([0-9a-f]{32})\.json$/;

/**
 * Words of computers on themselves: `<computer>/here/<number>-<hash>.json`. Each is written once, by its computer, which removes the
 * ones before; the highest number that is what its name says counts.
 */
export class KeptPresence {
  private readonly folder: KeptFolder;

  constructor(
    private readonly root: string,
    private readonly computer: string | null,
  ) {
    this.folder = new KeptFolder(root);
  }

  async say(computer: string, word: Uint8Array): Promise<null> {
    requireComputer(computer, word);
    if (this.computer !== computer)
      throw new StoreError({ kind: 'forbidden', detail: 'A computer speaks for itself only.' });
    const before = await this.namesOf(computer);
    const number = Number(before[0]?.slice(0, 8) ?? 0) + 1;
    const name = `${String(number).padStart(8, '0')}-${sha256Hex(word).slice(0, 32)}.json`;
    await this.folder.write(`${computer}/${folderName}/${name}`, word);
    for (const old of before) await this.folder.remove(`${computer}/${folderName}/${old}`);
    return null;
  }

  async all(): Promise<readonly Uint8Array[]> {
    const words: Uint8Array[] = [];
    for (const entry of await readdir(this.root, { withFileTypes: true })) {
      if (!entry.isDirectory() || !isComputerName(entry.name)) continue;
      for (const name of await this.namesOf(entry.name)) {
        const path = `${entry.name}/${folderName}/${name}`;
        const word = await this.folder.read(path);
        this.folder.isSound(path);
        if (word === null || word.length > mostPresenceBytes || !name.includes(sha256Hex(word).slice(0, 32))) continue;
        words.push(word);
        break;
      }
    }
    return words;
  }

  /** Names of the words of a computer, the newest first. */
  private async namesOf(computer: string): Promise<readonly string[]> {
    const names = await readdir(join(this.root, computer, folderName)).catch((): string[] => []);
    return names.filter((name) => namePattern.test(name)).sort((one, other) => (one < other ? 1 : -1));
  }
}
