import { randomUUID } from 'node:crypto';
import { rename } from 'node:fs/promises';
import path from 'node:path';
import { textToBytes } from '#core/kernel/hash';
import { errorCode } from '../stores/folder/file-failure';
import { flushFolder, removeQuietly, writeNewFile } from '../stores/folder/folder-files';

export type WriteFailure = { readonly kind: 'full' | 'unwritable'; readonly detail: string };

/** A name for a file that every system takes and that names no folder, whatever it was made from. */
export function fileNameOf(text: string, extension: string): string {
  const name = text
    .replace(/[\p{Cc}<>:"/\\|?*]/gu, ' ')
    .replace(/\s+/g, ' ')
    .replace(/^[\s.]+|[\s.]+$/g, '')
    .slice(0, 120);
  return `${name === '' ? 'Trellis' : name}.${extension}`;
}

/** Puts a text or bytes into the file that the person chose: all of it, or the file stays as it was. */
export async function writeChosenFile(file: string, content: string | Uint8Array): Promise<WriteFailure | null> {
  const temporary = path.join(path.dirname(file), `.${randomUUID()}.tmp`);
  try {
    await writeNewFile(temporary, typeof content === 'string' ? textToBytes(content) : content);
    await rename(temporary, file);
    await flushFolder(path.dirname(file));
    return null;
  } catch (error) {
    await removeQuietly(temporary);
    const code = errorCode(error);
    if (code === '') throw error;
    return code === 'ENOSPC' || code === 'EDQUOT'
      ? { kind: 'full', detail: `There is no room left on the disk (${code}).` }
      : { kind: 'unwritable', detail: `The file cannot be written (${code}).` };
  }
}
