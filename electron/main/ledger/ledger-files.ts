import { randomUUID } from 'node:crypto';
import { mkdir, readdir, rename, rm, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { z } from 'zod';
import { sha256Hex, textToBytes } from '#core/kernel/hash';
import { readJsonFile, writeJsonFile } from '../files/json-file';

/** Note of a ledger that is kept beside its journal. */
export interface LedgerNote {
  readonly ledger: string;
  readonly by: string | null;
  /** Address of its store. */
  readonly url: string | null;
  /** The tables of the window are not to be believed. */
  readonly anew?: boolean | undefined;
  /** Minutes after which the account locks on this computer. */
  readonly lockAfter?: number | undefined;
}

const ledgerNote: z.ZodType<LedgerNote> = z.object({
  ledger: z.string(),
  by: z.string().nullable(),
  url: z.string().nullable(),
  anew: z.boolean().optional(),
  lockAfter: z.number().optional(),
});
const installation = z.object({ device: z.string().min(1) });
const current = z.object({ ledger: z.string().nullable() });

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

  /** The ledger that was open last. Where the file that says so cannot be read, the one that was worked on last. */
  async current(): Promise<string | null> {
    const path = join(this.profile, 'ledgers', 'current.json');
    const known = await readJsonFile(path, current);
    if (known !== null) return known.ledger;
    if (!(await isThere(path))) return null;
    return (await this.ledgers())[0]?.ledger ?? null;
  }

  /** Every ledger that is kept here, the one that was worked on last first. */
  async ledgers(): Promise<readonly { readonly ledger: string; readonly lastOpen: string }[]> {
    const folder = join(this.profile, 'ledgers');
    const names = await readdir(folder).catch((): string[] => []);
    const found: { readonly ledger: string; readonly lastOpen: string }[] = [];
    for (const name of names) {
      const acts = await stat(join(folder, name, 'acts.jsonl')).catch(() => null);
      if (acts === null) continue;
      const note = await readJsonFile(join(folder, name, 'ledger.json'), ledgerNote);
      const ledger = note?.ledger ?? (name.startsWith('id-') ? null : name);
      if (ledger !== null) found.push({ ledger, lastOpen: acts.mtime.toISOString() });
    }
    return found.sort((one, other) => (one.lastOpen < other.lastOpen ? 1 : -1));
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

  /**
   * Reads what is kept beside a journal; `null` where there is none. Unreadable is not absent: then it is only not known who is at
   * this computer and where the ledger is shared.
   */
  async note(ledger: string): Promise<LedgerNote | null> {
    const folder = this.folderOf(ledger);
    const note = await readJsonFile(join(folder, 'ledger.json'), ledgerNote);
    if (note !== null) return note;
    return (await isThere(join(folder, 'acts.jsonl'))) ? { ledger, by: null, url: null } : null;
  }

  /** Removes everything that is kept of a ledger. */
  async remove(ledger: string): Promise<void> {
    await rm(this.folderOf(ledger), { recursive: true, force: true });
  }

  /** Puts everything that is kept of a ledger aside, in a folder that no account is opened from. */
  async putAside(ledger: string, at: string): Promise<void> {
    const aside = join(this.profile, 'put-aside');
    await mkdir(aside, { recursive: true });
    const from = this.folderOf(ledger);
    await rename(from, join(aside, `${basename(from)} ${at.replace(/[^0-9]/g, '')}`));
  }

  async writeNote(note: LedgerNote): Promise<void> {
    await writeJsonFile(this.folderOf(note.ledger), 'ledger.json', note);
  }
}

async function isThere(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}
