import { Turns } from '#core/kernel/turns';
import { type FileHandle, open, readFile, rename } from 'node:fs/promises';
import { dirname } from 'node:path';
import { sha256Hex } from '../files/sha256';
import { errorCode } from '../stores/folder/file-failure';
import { flushFolder, writeNewFile, removeQuietly } from '../stores/folder/folder-files';

/** One line as it was found when the file was opened. */
export interface FoundLine {
  readonly bytes: Uint8Array;
  /** SHA-256 of the bytes. */
  readonly hash: string;
  readonly start: number;
}

/** A line to be written, with its hash where that is known. */
export interface NewLine {
  readonly bytes: Uint8Array;
  readonly hash?: string;
}

interface Waiting {
  readonly lines: readonly NewLine[];
  /** Called with where each line starts, before anybody is told. */
  readonly onWritten: (starts: readonly number[]) => void;
  readonly resolve: () => void;
  readonly reject: (error: unknown) => void;
}

const lineFeed = 0x0a;
const lineEnd = Uint8Array.of(lineFeed);
const checkLength = 8;

/** A line carries the beginning of its own hash, so that one that was only half written to the disk is recognised. */
function partsOfLine({ bytes, hash = sha256Hex(bytes) }: NewLine): readonly [Uint8Array, Uint8Array, Uint8Array] {
  return [Buffer.from(`${hash.slice(0, checkLength)} `), bytes, lineEnd];
}

function lengthOfLine({ bytes }: NewLine): number {
  return checkLength + 1 + bytes.length + 1;
}

interface Scan {
  readonly lines: readonly FoundLine[];
  /** Length of the part before the first line that does not hold. */
  readonly soundLength: number;
  /** True when whole lines come after one that does not hold: then it is damage, not an interrupted write. */
  readonly damaged: boolean;
}

function scan(content: Uint8Array): Scan {
  const lines: FoundLine[] = [];
  let soundLength = 0;
  let broken = false;
  for (let start = 0; ;) {
    const end = content.indexOf(lineFeed, start);
    if (end < 0) return { lines, soundLength, damaged: broken && (lines.at(-1)?.start ?? 0) > soundLength };
    const bytes = content.subarray(start + checkLength + 1, end);
    const hash = sha256Hex(bytes);
    const sound =
      end - start > checkLength &&
      Buffer.from(content.subarray(start, start + checkLength)).toString('latin1') === hash.slice(0, checkLength);
    if (sound) lines.push({ bytes, hash, start });
    else broken = true;
    start = end + 1;
    if (!broken) soundLength = start;
  }
}

/** Another computer or program has added to a file of ours since it was opened. */
export class WrittenByAnother extends Error {
  readonly code = 'ESTALE';
}

/**
 * A file of lines that only grows. A line that was acknowledged is on the disk; of one that was not, nothing is left.
 * Whoever appends while the disk is busy shares the next flush with everybody else who does.
 */
export class JournalLines {
  private waiting: Waiting[] = [];
  private readonly turns = new Turns();
  /** Something may stand behind the sound part of the file after a failed write. */
  private dirty = false;

  private constructor(
    private readonly path: string,
    private handle: FileHandle,
    private length: number,
  ) {}

  /** Opens the file and hands out its lines. A torn end is cut off; of a damaged file a copy is kept beside it. */
  static async open(path: string, onLine: (line: FoundLine) => void): Promise<JournalLines> {
    let content: Uint8Array = new Uint8Array();
    try {
      content = await readFile(path);
    } catch (error) {
      if (errorCode(error) !== 'ENOENT') throw error;
      await writeNewFile(path, content);
      await flushFolder(dirname(path));
    }
    const found = scan(content);
    if (found.damaged) {
      await keepBeside(path, content);
      const length = await replaceContent(
        path,
        found.lines.map(({ bytes }) => bytes),
      );
      const lines = new JournalLines(path, await open(path, 'r+'), length);
      for (const line of scan(await readFile(path)).lines) onLine(line);
      return lines;
    }
    const handle = await open(path, 'r+');
    if (found.soundLength < content.length) {
      await handle.truncate(found.soundLength);
      await handle.sync();
    }
    for (const line of found.lines) onLine(line);
    return new JournalLines(path, handle, found.soundLength);
  }

  get bytes(): number {
    return this.length;
  }

  /** Settles when the lines are on the disk. Lines that are given together are there together or not at all. */
  append(lines: readonly NewLine[], onWritten: (starts: readonly number[]) => void = () => undefined): Promise<void> {
    return new Promise((resolve, reject) => {
      this.waiting.push({ lines, onWritten, resolve, reject });
      if (this.waiting.length === 1) void this.turns.take(() => this.flush());
    });
  }

  /** The lines between two places at which lines start, the second of which may be the end. */
  async readLines(start: number, end: number): Promise<readonly Uint8Array[]> {
    const { buffer } = await this.handle.read(Buffer.alloc(end - start), 0, end - start, start);
    const lines: Uint8Array[] = [];
    for (let from = 0; from < buffer.length;) {
      const to = buffer.indexOf(lineFeed, from);
      if (to < 0) break;
      lines.push(new Uint8Array(buffer.subarray(from + checkLength + 1, to)));
      from = to + 1;
    }
    return lines;
  }

  /** Puts other lines in the place of all of them, at once. `lines` is asked when everything before has been written. Where each starts. */
  rewrite(lines: () => readonly Uint8Array[]): Promise<readonly number[]> {
    return this.turns.take(async () => {
      const all = lines();
      this.length = await replaceContent(this.path, all);
      await this.handle.close();
      this.handle = await open(this.path, 'r+');
      let end = 0;
      return all.map((bytes) => {
        const start = end;
        end += lengthOfLine({ bytes });
        return start;
      });
    });
  }

  /** Takes off everything from a place on at which a line starts. */
  cutTo(length: number): Promise<void> {
    return this.turns.take(async () => {
      await this.handle.truncate(length);
      await this.handle.sync();
      this.length = length;
    });
  }

  async close(): Promise<void> {
    await this.turns.idle();
    await this.handle.close();
  }

  private async flush(): Promise<void> {
    const group = this.waiting;
    this.waiting = [];
    try {
      if (this.dirty) await this.cutUnsound();
      // A computer that opened the same files would write over what this one has acknowledged.
      if ((await this.handle.stat()).size !== this.length) throw new WrittenByAnother();
      const parts: Uint8Array[] = [];
      const starts: number[][] = [];
      let end = this.length;
      for (const { lines } of group) {
        starts.push(
          lines.map((line) => {
            const start = end;
            parts.push(...partsOfLine(line));
            end += lengthOfLine(line);
            return start;
          }),
        );
      }
      this.dirty = true;
      await this.writeAll(Buffer.concat(parts));
      await this.handle.datasync();
      this.dirty = false;
      this.length = end;
      for (const [index, { onWritten, resolve }] of group.entries()) {
        onWritten(starts[index] ?? []);
        resolve();
      }
    } catch (error) {
      if (!(error instanceof WrittenByAnother)) await this.cutUnsound().catch(() => undefined);
      for (const { reject } of group) reject(error);
    }
  }

  private async writeAll(bytes: Uint8Array): Promise<void> {
    for (let written = 0; written < bytes.length;) {
      written += (await this.handle.write(bytes, written, bytes.length - written, this.length + written)).bytesWritten;
    }
  }

  private async cutUnsound(): Promise<void> {
    await this.handle.truncate(this.length);
    await this.handle.sync();
    this.dirty = false;
  }
}

async function keepBeside(path: string, content: Uint8Array): Promise<void> {
  for (let number = 1; ; number += 1) {
    try {
      await writeNewFile(`${path}.damaged-${number}`, content);
      return;
    } catch (error) {
      if (errorCode(error) !== 'EEXIST') throw error;
    }
  }
}

async function replaceContent(path: string, lines: readonly Uint8Array[]): Promise<number> {
  const temporary = `${path}.new`;
  const content = Buffer.concat(lines.flatMap((bytes) => partsOfLine({ bytes })));
  await removeQuietly(temporary);
  await writeNewFile(temporary, content);
  await rename(temporary, path);
  await flushFolder(dirname(path));
  return content.length;
}
