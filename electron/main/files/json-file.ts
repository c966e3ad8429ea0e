import { readFile, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { makeFolder } from './make-folder';
import type { z } from 'zod';
import { textToBytes } from '#core/kernel/hash';
import { errorCode } from '../stores/folder/file-failure';
import { flushFolder, removeQuietly, writeNewFile } from '../stores/folder/folder-files';

/** `null` when the file is missing or is not what it should be: these files can all be chosen anew. */
export async function readJsonFile<T>(path: string, schema: z.ZodType<T>): Promise<T | null> {
  try {
    const parsed = schema.safeParse(JSON.parse(await readFile(path, 'utf8')));
    return parsed.success ? parsed.data : null;
  } catch (error) {
    if (error instanceof SyntaxError || errorCode(error) === 'ENOENT') return null;
    throw error;
  }
}

/** Puts a value into a file, all of it or none, and answers when it is on the disk. `secret`: nobody else on this computer reads it. */
export async function writeJsonFile(
  folder: string,
  name: string,
  value: unknown,
  { secret = false }: { readonly secret?: boolean } = {},
): Promise<void> {
  await makeFolder(folder);
  const temporary = join(folder, `${name}.new`);
  await removeQuietly(temporary);
  await writeNewFile(temporary, textToBytes(`${JSON.stringify(value)}\n`), secret ? 0o600 : 0o666);
  await rename(temporary, join(folder, name));
  await flushFolder(folder);
}
