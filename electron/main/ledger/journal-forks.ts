import { readdir, readFile, rename, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { makeFolder } from '../files/make-folder';
import { decodeCommit, hashEntry } from '#core/ledger/encoding';
import { flushFolder, removeQuietly, writeNewFile } from '../stores/folder/folder-files';

/** A commit that this computer had and the shared place has no more. */
export interface ForkedCommit {
  readonly id: string;
  readonly by: string;
  readonly device: string;
  readonly day: string;
  readonly do: string;
}

const keptDays = 90;
const dayMs = 24 * 60 * 60 * 1000;

/**
 * Commits that had to give way to others in the shared place, each branch a file of lines: `forks/<first seq>-<hash>.jsonl`.
 * Nobody reads them but people and `commits`; they go after 90 days.
 */
export class JournalForks {
  private known: readonly ForkedCommit[] | null = null;

  constructor(private readonly folder: string) {}

  async keep(entries: readonly Uint8Array[]): Promise<void> {
    const [first] = entries;
    const last = entries.at(-1);
    if (first === undefined || last === undefined) return;
    await makeFolder(this.folder);
    await flushFolder(dirname(this.folder));
    const name = `${String(seqOf(first)).padStart(12, '0')}-${hashEntry(last).slice(0, 16)}.jsonl`;
    const lines = Buffer.concat(entries.flatMap((entry) => [entry, Buffer.from('\n')]));
    const temporary = join(this.folder, `${name}.new`);
    await removeQuietly(temporary);
    await writeNewFile(temporary, lines);
    await rename(temporary, join(this.folder, name));
    await flushFolder(this.folder);
    this.known = null;
  }

  /** Everything in the branches that are kept, each commit once. */
  async commits(): Promise<readonly ForkedCommit[]> {
    this.known ??= await this.read();
    return this.known;
  }

  private async read(): Promise<readonly ForkedCommit[]> {
    const names = await readdir(this.folder).catch((): string[] => []);
    const found = new Map<string, ForkedCommit>();
    for (const name of names.filter((candidate) => candidate.endsWith('.jsonl')).sort()) {
      const path = join(this.folder, name);
      if (Date.now() - (await stat(path)).mtimeMs > keptDays * dayMs) await removeQuietly(path);
      else for (const commit of commitsIn(await readFile(path))) found.set(commit.id, commit);
    }
    return [...found.values()];
  }
}

function commitsIn(content: Uint8Array): readonly ForkedCommit[] {
  const lines = Buffer.from(content).toString('utf8').split('\n');
  return lines.flatMap((line) => {
    const decoded = decodeCommit(Buffer.from(line));
    if (!decoded.ok) return [];
    const { id, by, device, day } = decoded.commit;
    return [{ id, by, device, day, do: decoded.commit.do }];
  });
}

function seqOf(entry: Uint8Array): number {
  const decoded = decodeCommit(entry);
  return decoded.ok ? decoded.commit.seq : 0;
}
