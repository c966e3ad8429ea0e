import { constants } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import { dirname } from 'node:path';
import { makeFolder } from '../../files/make-folder';
import { RecordLock } from './record-lock';

/** Place in the record at which the bytes of a file are kept. */
interface Slice {
  readonly offset: number;
  readonly length: number;
}

const lineFeed = 0x0a;
/** A record's first line: the path and how many bytes follow. */
const headShape = /^([^\n ]{1,200}) (\d{1,9})$/;
const readChunk = 4 * 1024 * 1024;

/**
 * Everything a computer has ever written to or seen in a kept place, in one file of its profile that only grows. What it wrote
 * itself is flushed here before it is laid into the folder, so that no promise is forgotten, and what a folder lost is put back.
 * Without a path it is kept in memory: for whoever only reads.
 */
export class KeptRecord {
  private readonly slices = new Map<string, Slice>();
  private readonly inMemory = new Map<string, Uint8Array>();
  private handle: FileHandle | null = null;
  private end = 0;

  private readonly lock: RecordLock | null;

  constructor(private readonly path: string | null) {
    this.lock = path === null ? null : new RecordLock(`${path}.lock`);
  }

  /** Reads what is there; a record that was cut off at the end of the file is as if it had not been written. */
  async open(onFile: (path: string, bytes: Uint8Array) => void): Promise<void> {
    if (this.path === null) return;
    await makeFolder(dirname(this.path));
    await this.lock?.take();
    this.handle = await open(this.path, constants.O_RDWR | constants.O_CREAT, 0o600);
    const { size } = await this.handle.stat();
    let rest = Buffer.alloc(0);
    let start = 0;
    for (let offset = 0; offset < size;) {
      const { bytesRead, buffer } = await this.handle.read(Buffer.alloc(readChunk), 0, readChunk, offset);
      if (bytesRead === 0) break;
      offset += bytesRead;
      rest = Buffer.concat([rest, buffer.subarray(0, bytesRead)]);
      const used = this.takeRecords(rest, start, onFile);
      start += used;
      rest = rest.subarray(used);
    }
    this.end = start;
    if (start < size) await this.handle.truncate(start);
  }

  private takeRecords(bytes: Buffer, start: number, onFile: (path: string, bytes: Uint8Array) => void): number {
    let used = 0;
    for (;;) {
      const lineEnd = bytes.indexOf(lineFeed, used);
      if (lineEnd === -1) return used;
      const [, path, size] = headShape.exec(bytes.toString('utf8', used, lineEnd)) ?? [];
      const from = lineEnd + 1;
      const to = from + Number(size);
      if (path === undefined || to + 1 > bytes.length || bytes[to] !== lineFeed) return used;
      this.slices.set(path, { offset: start + from, length: to - from });
      onFile(path, bytes.subarray(from, to));
      used = to + 1;
    }
  }

  has(path: string): boolean {
    return this.slices.has(path) || this.inMemory.has(path);
  }

  paths(): Iterable<string> {
    return this.path === null ? this.inMemory.keys() : this.slices.keys();
  }

  async read(path: string): Promise<Uint8Array | null> {
    const slice = this.slices.get(path);
    if (slice === undefined || this.handle === null) return this.inMemory.get(path) ?? null;
    const bytes = new Uint8Array(slice.length);
    const { bytesRead } = await this.handle.read(bytes, 0, slice.length, slice.offset);
    return bytesRead === slice.length ? bytes : null;
  }

  /** Adds files; with `flush` they are on the disk when this settles. */
  async add(files: readonly { readonly path: string; readonly bytes: Uint8Array }[], flush: boolean): Promise<void> {
    const fresh = files.filter(({ path }) => !this.has(path));
    if (this.handle === null) {
      for (const { path, bytes } of fresh) this.inMemory.set(path, new Uint8Array(bytes));
      return;
    }
    const parts: Uint8Array[] = [];
    const added: (readonly [string, Slice])[] = [];
    let offset = this.end;
    for (const { path, bytes } of fresh) {
      const head = Buffer.from(`${path} ${String(bytes.length)}\n`);
      parts.push(head, bytes, Uint8Array.of(lineFeed));
      added.push([path, { offset: offset + head.length, length: bytes.length }]);
      offset += head.length + bytes.length + 1;
    }
    if (parts.length > 0) {
      const bytes = Buffer.concat(parts);
      await writeAll(this.handle, bytes, this.end);
      this.end = offset;
      for (const [path, slice] of added) this.slices.set(path, slice);
    }
    if (flush) await this.handle.datasync();
  }

  async close(): Promise<void> {
    const { handle } = this;
    this.handle = null;
    await handle?.close();
    await this.lock?.release();
  }
}

async function writeAll(handle: FileHandle, bytes: Uint8Array, position: number): Promise<void> {
  for (let done = 0; done < bytes.length;) {
    const { bytesWritten } = await handle.write(bytes, done, bytes.length - done, position + done);
    done += bytesWritten;
  }
}
