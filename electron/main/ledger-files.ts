import { randomUUID } from 'node:crypto';
import { mkdir, readFile, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { sha256Hex, textToBytes } from '../../shared/kernel/hash';
import { errorCode } from './stores/file-failure';
import { flushFolder, removeQuietly, writeNewFile } from './stores/folder-files';

/** What is kept of a ledger beside its journal. */
export interface LedgerNote {
  readonly ledger: string;
  readonly by: string | null;
  /** Address of its store. */
  readonly url: string | null;
}

const ledgerNote: z.ZodType<LedgerNote> = z.strictObject({ ledger: z.string(), by: z.string().nullable(), url: z.string().nullable() });
const installation = z.strictObject({ device: z.string().min(1) });
const current = z.strictObject({ ledger: z.string().nullable() });

/**
 * The small files in a profile that say which ledgers are kept and which one is open:
 * `installation.json`, `ledgers/current.json`, and for each ledger a folder with `ledger.json` and its journal.
 */
export class LedgerFiles {
  constructor(private readonly profile: string) {}

  /** A name of its own for this installation, made on first use. */
  async device(): Promise<string> {
    const known = await readJson(join(this.profile, 'installation.json'), installation);
    if (known !== null) return known.device;
    const device = randomUUID();
    await writeJson(this.profile, 'installation.json', { device });
    return device;
  }

  async current(): Promise<string | null> {
    return (await readJson(join(this.profile, 'ledgers', 'current.json'), current))?.ledger ?? null;
  }

  async setCurrent(ledger: string | null): Promise<void> {
    await writeJson(join(this.profile, 'ledgers'), 'current.json', { ledger });
  }

  /** Folder of a ledger's journal. Ids become names that every file system takes. */
  folderOf(ledger: string): string {
    const name = /^[a-z0-9][a-z0-9-]{0,63}$/.test(ledger) ? ledger : `id-${sha256Hex(textToBytes(ledger)).slice(0, 32)}`;
    return join(this.profile, 'ledgers', name);
  }

  note(ledger: string): Promise<LedgerNote | null> {
    return readJson(join(this.folderOf(ledger), 'ledger.json'), ledgerNote);
  }

  async writeNote(note: LedgerNote): Promise<void> {
    await writeJson(this.folderOf(note.ledger), 'ledger.json', note);
  }
}

/** `null` when the file is missing or is not what it should be: these files can all be chosen anew. */
async function readJson<T>(path: string, schema: z.ZodType<T>): Promise<T | null> {
  try {
    const parsed = schema.safeParse(JSON.parse(await readFile(path, 'utf8')));
    return parsed.success ? parsed.data : null;
  } catch (error) {
    if (error instanceof SyntaxError || errorCode(error) === 'ENOENT') return null;
    throw error;
  }
}

async function writeJson(folder: string, name: string, value: unknown): Promise<void> {
  await mkdir(folder, { recursive: true });
  const temporary = join(folder, `${name}.new`);
  await removeQuietly(temporary);
  await writeNewFile(temporary, textToBytes(`${JSON.stringify(value)}\n`));
  await rename(temporary, join(folder, name));
  await flushFolder(folder);
}
