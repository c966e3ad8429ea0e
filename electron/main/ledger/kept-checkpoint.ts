import { createHash } from 'node:crypto';
import { readFile, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { makeFolder } from '../files/make-folder';
import { z } from 'zod';
import type { Head } from '#core/ledger/commit';
import { flushFolder, removeQuietly, writeNewFile } from '../stores/folder/folder-files';

const ordinaryName = 'checkpoint.trlk';
const newline = 0x0a;

const firstLine = z.strictObject({
  sha256: z.string(),
  head: z.strictObject({ seq: z.number().int().positive(), hash: z.string() }),
});

/** A checkpoint beside the journal, from which the check begins instead of the first commit. */
export interface KeptCheckpoint {
  /** The newest that was kept, whole; `null` where there is none. */
  read(): Promise<{ readonly head: Head; readonly bytes: Uint8Array } | null>;
  write(head: Head, bytes: Uint8Array): Promise<void>;
}

/** Keeps a checkpoint as one file: a line with its head and its SHA-256, then its bytes. */
export class CheckpointFile implements KeptCheckpoint {
  constructor(
    private readonly folder: string,
    private readonly fileName = ordinaryName,
  ) {}

  async read(): Promise<{ readonly head: Head; readonly bytes: Uint8Array } | null> {
    // Whatever is wrong with it, the journal has everything that is in it.
    const file = await readFile(join(this.folder, this.fileName)).catch(() => null);
    const end = file?.indexOf(newline) ?? -1;
    if (file === null || end === -1) return null;
    const about = parsed(file.subarray(0, end).toString('utf8'));
    const bytes = file.subarray(end + 1);
    return about !== null && sha256(bytes) === about.sha256 ? { head: about.head, bytes } : null;
  }

  remove(): Promise<void> {
    return removeQuietly(join(this.folder, this.fileName));
  }

  async write(head: Head, bytes: Uint8Array): Promise<void> {
    await makeFolder(this.folder);
    const temporary = join(this.folder, `${this.fileName}.new`);
    await removeQuietly(temporary);
    const line = Buffer.from(`${JSON.stringify({ sha256: sha256(bytes), head })}\n`);
    await writeNewFile(temporary, Buffer.concat([line, bytes]));
    await rename(temporary, join(this.folder, this.fileName));
    await flushFolder(this.folder);
  }
}

function parsed(line: string): z.infer<typeof firstLine> | null {
  try {
    return firstLine.safeParse(JSON.parse(line)).data ?? null;
  } catch {
    return null;
  }
}

function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
