import { isKeptPath } from '#core/ledger/kept/kept-file';
import { isComputerName } from '#core/ledger/presence';
import type { Abort } from '#core/ledger/store';
import { throwIfAborted } from '../abort';
import type { KeptCarrier } from './kept-carrier';

const ledgerKinds = ['out', 'log', 'term', 'has'] as const;

/** Contents of the place: paths that could be files of ours, and what is certainly none, such as conflict copies. */
export interface FilesListing {
  readonly paths: readonly string[];
  readonly foreign: readonly string[];
}

/** A folder of a computer, `<computer>/<kind>`, and the names in it. */
export interface FolderOfComputer {
  readonly computer: string;
  readonly folder: string;
  readonly names: readonly string[];
}

/** The files of a kept place as they lie there. Names only tell what to read; content tells whether it is whole. */
export class KeptFiles {
  /** Files that were no good when they were looked at, and how they looked then: not read again before they change. */
  private readonly unsound = new Map<string, string | null>();

  constructor(readonly carrier: KeptCarrier) {}

  async list(signal: Abort): Promise<FilesListing> {
    const paths: string[] = [];
    const foreign: string[] = [];
    for (const { folder, names } of await this.folders(signal)) {
      for (const name of names) {
        const path = `${folder}/${name}`;
        (isKeptPath(path) ? paths : foreign).push(path);
      }
    }
    return { paths, foreign };
  }

  /** The folders that the ledger lies in, of all computers. */
  folders(signal: Abort): Promise<readonly FolderOfComputer[]> {
    return foldersOf(this.carrier, ledgerKinds, signal);
  }

  /** The bytes of files, in their order; `null` for what has gone, is no file, or looks as it did when it was found unsound. */
  async *read(
    paths: readonly string[],
    signal: Abort,
  ): AsyncGenerator<{ readonly path: string; readonly bytes: Uint8Array }> {
    const { atOnce } = this.carrier;
    for (let start = 0; start < paths.length; start += atOnce) {
      throwIfAborted(signal);
      const some = paths.slice(start, start + atOnce);
      const found = await Promise.all(
        some.map((path) => this.carrier.read(path, this.unsound.get(path) ?? null, signal)),
      );
      for (const [index, path] of some.entries()) {
        const file = found[index] ?? null;
        if (file === null) continue;
        // Until somebody says that it is sound.
        this.unsound.set(path, file.look);
        yield { path, bytes: file.bytes };
      }
    }
  }

  isSound(path: string): void {
    this.unsound.delete(path);
  }

  /** Paths of files that are not, or not yet, what their name says. */
  unsoundPaths(): readonly string[] {
    return [...this.unsound.keys()];
  }
}

/** The folders of some kinds that the computers of a place have there. */
export async function foldersOf(
  carrier: KeptCarrier,
  kinds: readonly string[],
  signal: Abort,
): Promise<readonly FolderOfComputer[]> {
  const computers = (await carrier.folders(signal)).filter(isComputerName);
  const wanted = computers.flatMap((computer) => kinds.map((kind) => ({ computer, folder: `${computer}/${kind}` })));
  const found: FolderOfComputer[] = [];
  for (let start = 0; start < wanted.length; start += carrier.atOnce) {
    throwIfAborted(signal);
    const some = wanted.slice(start, start + carrier.atOnce);
    const names = await Promise.all(some.map(({ folder }) => carrier.names(folder, signal)));
    for (const [index, each] of some.entries()) {
      const there = names[index] ?? null;
      if (there !== null) found.push({ ...each, names: there });
    }
  }
  return found;
}
