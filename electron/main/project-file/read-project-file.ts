import { fromBuffer, type Entry, type ZipFile } from 'yauzl';
import type { ProjectFileFailure } from '#core/ipc/project-channels';
import { failed, succeeded, type Result } from '#core/kernel/result';
import {
  formatVersion,
  largestFile,
  largestUnpacked,
  manifestName,
  manifestShape,
  partNames,
  sealLength,
  sha256,
  type Manifest,
  type PartName,
} from './format';

export interface ProjectFile {
  readonly manifest: Manifest;
  /** Made by a newer version: it can be looked at as far as it is understood, and changes nothing. */
  readonly isNewer: boolean;
  readonly parts: { readonly [N in PartName]?: Uint8Array };
}

/** Part named where nothing inside differs, but the file around the parts does. */
const frame = 'the file around its parts';
const zipStart = [0x50, 0x4b, 0x03, 0x04];
const typeOfFile = 0o170000;
const regularFile = 0o100000;

/** Opens the bytes of a project file; they are hostile until every part is what its manifest says. */
export async function readProjectFile(bytes: Uint8Array): Promise<Result<ProjectFile, ProjectFileFailure>> {
  if (bytes.length > largestFile) return failed({ code: 'TOO_LARGE', most: largestFile });
  if (!zipStart.every((byte, at) => bytes[at] === byte)) return failed({ code: 'NOT_A_PROJECT_FILE' });
  let unpacked: ReadonlyMap<string, Uint8Array>;
  try {
    unpacked = await unpack(bytes);
  } catch (error) {
    if (error instanceof NotAllowed) return failed(error.failure);
    return failed({ code: 'DAMAGED', place: frame });
  }
  const manifest = manifestOf(unpacked.get(manifestName));
  if (manifest === null) return failed({ code: 'DAMAGED', place: manifestName });
  for (const { name, bytes: size, sha256: expected } of manifest.parts) {
    const part = unpacked.get(name);
    if (part === undefined || part.length !== size || sha256(part) !== expected)
      return failed({ code: 'DAMAGED', place: name });
  }
  const surplus = [...unpacked.keys()].find(
    (name) => name !== manifestName && manifest.parts.every((part) => part.name !== name),
  );
  if (surplus !== undefined) return failed({ code: 'NOT_ALLOWED', place: surplus });
  const seal = Buffer.from(bytes.subarray(bytes.length - sealLength)).toString('latin1');
  if (sha256(bytes.subarray(0, bytes.length - sealLength)) !== seal) return failed({ code: 'DAMAGED', place: frame });
  const isNewer = manifest.format > formatVersion;
  const known = partNames.flatMap((name) => {
    const part = unpacked.get(name);
    return part === undefined ? [] : [[name, part] as const];
  });
  return succeeded({ manifest, isNewer, parts: Object.fromEntries(known) });
}

class NotAllowed extends Error {
  constructor(readonly failure: ProjectFileFailure) {
    super(failure.code);
  }
}

function notAllowed(place: string): NotAllowed {
  return new NotAllowed({ code: 'NOT_ALLOWED', place: place.slice(0, 200) });
}

function manifestOf(bytes: Uint8Array | undefined): Manifest | null {
  try {
    return manifestShape.parse(JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)));
  } catch {
    return null;
  }
}

async function unpack(bytes: Uint8Array): Promise<ReadonlyMap<string, Uint8Array>> {
  const zip = await opened(bytes);
  const parts = new Map<string, Uint8Array>();
  let size = 0;
  for (const entry of await entriesOf(zip)) {
    const name = entry.fileName;
    const mode = entry.externalFileAttributes >>> 16;
    const isRegular = mode === 0 || (mode & typeOfFile) === regularFile;
    // A plain name in the folder of the file itself; nothing of it is ever written to a disk under that name.
    if (!isRegular || !/^[a-z][a-z0-9-]*\.[a-z]+$/.test(name) || parts.has(name)) throw notAllowed(name);
    size += entry.uncompressedSize;
    if (size > largestUnpacked) throw new NotAllowed({ code: 'TOO_LARGE', most: largestUnpacked });
    parts.set(name, await contentOf(zip, entry));
  }
  return parts;
}

function opened(bytes: Uint8Array): Promise<ZipFile> {
  return new Promise((resolve, reject) => {
    fromBuffer(
      Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength),
      { lazyEntries: true, validateEntrySizes: true, decodeStrings: true, strictFileNames: false },
      (error, zip) => (error === null ? resolve(zip) : reject(error)),
    );
  });
}

function entriesOf(zip: ZipFile): Promise<readonly Entry[]> {
  return new Promise((resolve, reject) => {
    const entries: Entry[] = [];
    zip.on('error', reject);
    zip.on('end', () => resolve(entries));
    zip.on('entry', (entry: Entry) => {
      entries.push(entry);
      zip.readEntry();
    });
    zip.readEntry();
  });
}

/** Content of a part; a part whose content is longer or shorter than it says, or cannot be unpacked, is named. */
function contentOf(zip: ZipFile, entry: Entry): Promise<Uint8Array> {
  const damaged = (): NotAllowed => new NotAllowed({ code: 'DAMAGED', place: entry.fileName });
  return new Promise((resolve, reject) => {
    zip.openReadStream(entry, (error, stream) => {
      if (error !== null) {
        reject(damaged());
        return;
      }
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('error', () => reject(damaged()));
      stream.on('end', () => resolve(Buffer.concat(chunks)));
    });
  });
}
