import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { z } from 'zod';
import { sha256Hex, textToBytes } from '#core/kernel/hash';
import { readJsonFile, writeJsonFile } from '../files/json-file';

/** Note of a ledger that is kept beside its journal. */
export interface LedgerNote {
  readonly ledger: string;
  readonly by: string | null;
  /** Address of its store. */
  readonly url: string | null;
}

const ledgerNote: z.ZodType<LedgerNote> = z.strictObject({
  ledger: z.string(),
  by: z.string().nullable(),
  url: z.string().nullable(),
});
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
    const known = await readJsonFile(join(this.profile, 'installation.json'), installation);
    if (known !== null) return known.device;
    const device = randomUUID();
    await writeJsonFile(this.profile, 'installation.json', { device });
    return device;
  }

  async current(): Promise<string | null> {
    return (await readJsonFile(join(this.profile, 'ledgers', 'current.json'), current))?.ledger ?? null;
  }

  async setCurrent(ledger: string | null): Promise<void> {
    await writeJsonFile(join(this.profile, 'ledgers'), 'current.json', { ledger });
  }

  /** Folder of a ledger's journal. Ids become names that every file system takes. */
  folderOf(ledger: string): string {
    const name = /^[a-z0-9][a-z0-9-]{0,63}$/.test(ledger)
      ? ledger
      : `id-${sha256Hex(textToBytes(ledger)).slice(0, 32)}`;
    return join(this.profile, 'ledgers', name);
  }

  note(ledger: string): Promise<LedgerNote | null> {
    return readJsonFile(join(this.folderOf(ledger), 'ledger.json'), ledgerNote);
  }

  async writeNote(note: LedgerNote): Promise<void> {
    await writeJsonFile(this.folderOf(note.ledger), 'ledger.json', note);
  }
}
