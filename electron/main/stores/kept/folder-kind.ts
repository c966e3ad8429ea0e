import { readdir, readFile, statfs } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { FolderGuess } from '#core/ledger/folder-guess';

/** Traces that programs which copy folders leave in them, and the program. Names are compared in lower case. */
const marks: readonly (readonly [RegExp, string])[] = [
  [/^\.stfolder$/, 'Syncthing'],
  [/^\.dropbox(\.cache)?$/, 'Dropbox'],
  [/^\.sync$/, 'Resilio Sync'],
  [/^\.nextcloudsync\.log$|^\.?_sync_[0-9a-z]+\.db$|^\._sync_[0-9a-z]+\.db$/, 'Nextcloud'],
  [/^\.owncloudsync\.log$/, 'ownCloud'],
];
const pathMarks: readonly (readonly [RegExp, string])[] = [
  [/[\\/]library[\\/]mobile documents([\\/]|$)/, 'iCloud'],
  [/[\\/]library[\\/]cloudstorage[\\/]/, 'a cloud drive'],
  [/[\\/]onedrive( - [^\\/]+)?([\\/]|$)/, 'OneDrive'],
];

/** `f_type` of file systems that a server keeps, which decides who comes first. */
const serverTypes = new Map<number, string>([
  [0x6969, 'NFS'],
  [0x517b, 'SMB'],
  [0xff534d42, 'SMB'],
  [0xfe534d42, 'SMB'],
  [0x5346414f, 'AFS'],
  [0x00c36400, 'Ceph'],
  [0x01021997, '9P'],
]);
/** Those that only look like a disk: exclusive creation by two of them succeeds on both. */
const fuseType = 0x65735546;

/** System calls that the guess needs; tests put others in their place. */
export interface FolderSenses {
  readonly names: (path: string) => Promise<readonly string[]>;
  readonly text: (path: string) => Promise<string>;
  /** The type of the file system; 0 where the system does not say. */
  readonly fileSystem: (path: string) => Promise<number>;
}

const realSenses: FolderSenses = {
  names: (path) => readdir(path),
  text: (path) => readFile(path, 'utf8'),
  fileSystem: async (path) => Number((await statfs(path)).type),
};

/**
 * Guesses how others get at a folder, from what synchronising programs leave there and in the folders above, and from the file
 * system. What nothing speaks for is a folder that is copied: that is right in every case.
 */
export async function guessFolder(path: string, senses: FolderSenses = realSenses): Promise<FolderGuess> {
  const byPath = pathMarks.find(([shape]) => shape.test(path.toLowerCase()));
  if (byPath !== undefined) return { kind: 'kept', because: { what: 'program', name: byPath[1] } };
  for (let folder = path; ; folder = dirname(folder)) {
    const program = await programIn(folder, senses);
    if (program !== null) return { kind: 'kept', because: { what: 'program', name: program } };
    if (dirname(folder) === folder) break;
  }
  const type = (await senses.fileSystem(path).catch(() => 0)) >>> 0;
  const server = serverTypes.get(type);
  if (server !== undefined) return { kind: 'exclusive', because: { what: 'server', name: server } };
  if (type === fuseType) return { kind: 'kept', because: { what: 'mount', name: 'FUSE' } };
  // A share of Windows that is named by its server.
  if (/^\\\\[^\\?.]/.test(path)) return { kind: 'exclusive', because: { what: 'server', name: 'SMB' } };
  return { kind: 'kept', because: null };
}

/**
 * Tells whether a program answers for a folder as if it were a disk (davfs2, rclone): exclusive creation by two such mounts succeeds on
 * both.
 */
export async function isMountOfProgram(path: string, senses = realSenses): Promise<boolean> {
  return (await senses.fileSystem(path).catch(() => 0)) >>> 0 === fuseType;
}

async function programIn(folder: string, senses: FolderSenses): Promise<string | null> {
  const names = await senses.names(folder).catch((): string[] => []);
  for (const name of names) {
    const lower = name.toLowerCase();
    const mark = marks.find(([shape]) => shape.test(lower));
    if (mark !== undefined) return mark[1];
    if (lower !== 'desktop.ini') continue;
    const text = await senses.text(join(folder, name)).catch(() => '');
    // Windows writes it in one of two encodings; the name is the same letters in both.
    if (/onedrive/i.test(text.replaceAll('\0', ''))) return 'OneDrive';
  }
  return null;
}
