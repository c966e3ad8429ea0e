import { mostPresenceBytes } from '#core/ledger/presence';
import type { Abort } from '#core/ledger/store';
import { sha256Hex } from '../../files/sha256';
import { requireComputer } from '../presence-word';
import { StoreError } from '../store-error';
import type { KeptCarrier } from './kept-carrier';
import { foldersOf } from './kept-files';

const folderName = 'here';
const namePattern = /^(\d{8})-([0-9a-f]{32})\.json$/;

/**
 * Words of computers on themselves: `<computer>/here/<number>-<hash>.json`. Each is written once, by its computer, which removes the
 * ones before; the highest number that is what its name says counts.
 */
export class KeptPresence {
  constructor(
    private readonly carrier: KeptCarrier,
    private readonly computer: string | null,
  ) {}

  async say(computer: string, word: Uint8Array, signal: Abort): Promise<null> {
    requireComputer(computer, word);
    if (this.computer !== computer)
      throw new StoreError({ kind: 'forbidden', detail: 'A computer speaks for itself only.' });
    const folder = `${computer}/${folderName}`;
    const before = wordsAmong((await this.carrier.names(folder, signal)) ?? []);
    const number = Number(before[0]?.slice(0, 8) ?? 0) + 1;
    const name = `${String(number).padStart(8, '0')}-${sha256Hex(word).slice(0, 32)}.json`;
    await this.carrier.write(`${folder}/${name}`, word);
    for (const old of before) await this.carrier.remove(`${folder}/${old}`);
    return null;
  }

  async all(signal: Abort): Promise<readonly Uint8Array[]> {
    const words: Uint8Array[] = [];
    for (const { folder, names } of await foldersOf(this.carrier, [folderName], signal)) {
      for (const name of wordsAmong(names)) {
        const file = await this.carrier.read(`${folder}/${name}`, null, signal);
        if (file === null || file.bytes.length > mostPresenceBytes) continue;
        if (!name.includes(sha256Hex(file.bytes).slice(0, 32))) continue;
        words.push(file.bytes);
        break;
      }
    }
    return words;
  }
}

/** Names of words, the newest first. */
function wordsAmong(names: readonly string[]): readonly string[] {
  return names.filter((name) => namePattern.test(name)).sort((one, other) => (one < other ? 1 : -1));
}
