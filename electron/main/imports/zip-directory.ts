import * as zlib from 'node:zlib';
import { fromBuffer, type Entry, type ZipFile } from 'yauzl';
import { failed, succeeded, type Result } from '#core/kernel/result';
import { largestUnpacked, mostParts, type TableFailure } from '#core/sheets/table-failure';

/** Contents of a ZIP, by its directory: nothing has been unpacked. */
export interface ZipDirectory {
  readonly names: ReadonlySet<string>;
  /** Unpacks every part and holds it against its size and checksum. */
  parts(signal: AbortSignal): Promise<Result<ReadonlyMap<string, Uint8Array>, TableFailure>>;
  /** The beginning of a part, as text; empty where it is not there. */
  beginningOf(name: string): Promise<string>;
}

const encrypted = 0x1;
const longestBeginning = 4096;

/** The directory of a ZIP, refused where it says that there is too much in it or that it is locked. */
export async function zipDirectory(bytes: Uint8Array): Promise<Result<ZipDirectory, TableFailure>> {
  let zip: ZipFile;
  const entries: Entry[] = [];
  try {
    zip = await opened(bytes);
    if (zip.entryCount > mostParts) return failed({ code: 'TOO_MANY_PARTS', most: mostParts });
    await eachEntry(zip, (entry) => entries.push(entry));
  } catch (error) {
    return failed({ code: 'DAMAGED', place: error instanceof Error ? error.message.slice(0, 200) : 'ZIP' });
  }
  let size = 0;
  const names = new Set<string>();
  for (const entry of entries) {
    size += entry.uncompressedSize;
    if (size > largestUnpacked)
      return failed({ code: 'TOO_LARGE_UNPACKED', most: largestUnpacked, place: entry.fileName });
    if ((entry.generalPurposeBitFlag & encrypted) !== 0) return failed({ code: 'PASSWORD_PROTECTED' });
    if (names.has(entry.fileName)) return failed({ code: 'DAMAGED', place: entry.fileName });
    names.add(entry.fileName);
  }
  return succeeded({
    names,
    parts: async (signal) => {
      const parts = new Map<string, Uint8Array>();
      for (const entry of entries) {
        if (signal.aborted) return failed({ code: 'CANCELLED' });
        const bytes = await whole(zip, entry);
        if (bytes === null) return failed({ code: 'DAMAGED', place: entry.fileName });
        parts.set(entry.fileName, bytes);
      }
      return succeeded(parts);
    },
    beginningOf: async (name) => {
      const entry = entries.find(({ fileName }) => fileName === name);
      return entry === undefined ? '' : (await unpacked(zip, entry, longestBeginning)).toString('utf8');
    },
  });
}

function opened(bytes: Uint8Array): Promise<ZipFile> {
  return new Promise((resolve, reject) => {
    fromBuffer(
      Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength),
      // Names are held against those of the parts only; nothing is written to a disk.
      { lazyEntries: true, validateEntrySizes: true, autoClose: false, strictFileNames: false },
      (error, zip) => (error === null ? resolve(zip) : reject(error)),
    );
  });
}

function eachEntry(zip: ZipFile, take: (entry: Entry) => void): Promise<void> {
  return new Promise((resolve, reject) => {
    zip.on('entry', (entry: Entry) => {
      take(entry);
      zip.readEntry();
    });
    zip.once('end', () => resolve());
    zip.once('error', reject);
    zip.readEntry();
  });
}

function unpacked(zip: ZipFile, entry: Entry, most: number): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    zip.openReadStream(entry, (error, stream) => {
      if (error !== null) {
        reject(error);
        return;
      }
      const parts: Buffer[] = [];
      let length = 0;
      stream.on('data', (part: Buffer) => {
        length += part.length;
        parts.push(part);
        if (length >= most) stream.destroy();
      });
      stream.once('error', reject);
      stream.once('close', () => resolve(Buffer.concat(parts).subarray(0, most)));
    });
  });
}

/** A part unpacked; `null` where it has not the size and the checksum that the directory names. */
async function whole(zip: ZipFile, entry: Entry): Promise<Uint8Array | null> {
  if (entry.fileName.endsWith('/')) return new Uint8Array();
  try {
    const bytes = await unpacked(zip, entry, largestUnpacked + 1);
    return bytes.length === entry.uncompressedSize && checksumOf(bytes) === entry.crc32 ? bytes : null;
  } catch {
    return null;
  }
}

const table = Uint32Array.from({ length: 256 }, (_, index) => {
  let value = index;
  for (let bit = 0; bit < 8; bit += 1) value = (value & 1) === 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
  return value;
});

/** Node's own checksum, which newer versions than the oldest that is supported have. */
const nodesOwn = (zlib as { readonly crc32?: (bytes: Uint8Array) => number }).crc32;

/** CRC-32 as ZIP has it. */
function checksumOf(bytes: Uint8Array): number {
  if (nodesOwn !== undefined) return nodesOwn(bytes);
  let value = 0xffffffff;
  for (const byte of bytes) value = (value >>> 8) ^ (table[(value ^ byte) & 0xff] ?? 0);
  return (value ^ 0xffffffff) >>> 0;
}
