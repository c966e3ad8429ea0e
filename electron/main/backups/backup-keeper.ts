import { basename, join } from 'node:path';
import { done, failed, succeeded, type Result } from '#core/kernel/result';
import { Turns } from '#core/kernel/turns';
import type { Backup, BackupFailure } from '#core/ipc/backup-channels';
import type { Caller, Handlers } from '../ipc/handlers';
import { nameIn } from '../ledger/account-name';
import { contentsIn, isSigned } from '../ledger/ledger-contents';
import type { LedgerDesk } from '../ledger/ledger-desk';
import type { LedgerFiles } from '../ledger/ledger-files';
import type { AskProject } from '../project-file/project-desk';
import { errorCode } from '../stores/folder/file-failure';
import { BackupFolder, backupName } from './backup-folder';
import { momentsToKeep } from './backup-plan';
import { readBackupSettings, writeBackupSettings } from './backup-settings';

export interface BackupParts {
  readonly profile: string;
  readonly files: Pick<LedgerFiles, 'current' | 'folderOf'>;
  readonly desk: Pick<LedgerDesk, 'look'>;
  readonly ask: AskProject;
  readonly askForFolder: (caller: Caller) => Promise<string | null>;
  readonly now: () => number;
  /** Runs something later; answers how to leave it. */
  readonly after: (milliseconds: number, run: () => void) => () => void;
  /** A backup that was not made by itself for want of room or rights; nobody is at the screen for it. */
  readonly onTrouble: (kind: string) => void;
}

const hour = 3_600_000;
/** Milliseconds for which whatever is going on comes first, such as opening an account. */
const restBefore = 60_000;

/** Makes copies of the account that is worked on, once an hour while something is done in it, and lets old ones go. */
export class BackupKeeper {
  private readonly turns = new Turns();
  private leave: (() => void) | null = null;

  constructor(private readonly parts: BackupParts) {}

  /** Something was done in the account that is open, or another one was opened. */
  notice(): void {
    if (this.leave === null) this.beginAfter(restBefore);
  }

  close(): void {
    this.leave?.();
    this.leave = null;
  }

  handlers(): Handlers<'backups.'> {
    const { profile } = this.parts;
    return {
      'backups.list': async ({ ledger }) => {
        const { folder: chosen, ...counts } = await readBackupSettings(profile);
        const { folder, isUsualFolder } = await this.folderOf(ledger, chosen);
        return succeeded({ backups: await new BackupFolder(folder).list(), counts, folder, isUsualFolder });
      },
      'backups.make': ({ ledger }) => this.make(ledger, true).then((made) => made ?? failed({ kind: 'not-ready' })),
      'backups.read': async ({ ledger, name }) => {
        const settings = await readBackupSettings(profile);
        const { folder } = await this.folderOf(ledger, settings.folder);
        const bytes = await new BackupFolder(folder).read(name);
        return bytes === null ? failed({ kind: 'gone' }) : succeeded(bytes);
      },
      'backups.keep': async (counts) => {
        await writeBackupSettings(profile, { ...(await readBackupSettings(profile)), ...counts });
        return done;
      },
      'backups.setFolder': async ({ to }, caller) => {
        const folder = to === 'usual' ? null : await this.parts.askForFolder(caller);
        if (to === 'usual' || folder !== null)
          await writeBackupSettings(profile, { ...(await readBackupSettings(profile)), folder });
        return done;
      },
    };
  }

  private beginAfter(milliseconds: number): void {
    this.leave = this.parts.after(milliseconds, () => {
      this.begin().catch((error: unknown) => {
        // What went wrong once is tried again after the next act.
        this.leave = null;
        throw error;
      });
    });
  }

  /** Makes a backup once the last one is an hour old. */
  private async begin(): Promise<void> {
    const ledger = await this.parts.files.current();
    const { folder: chosen } = await readBackupSettings(this.parts.profile);
    if (ledger === null) return this.close();
    const [newest] = await new BackupFolder((await this.folderOf(ledger, chosen)).folder).list();
    const wait = newest === undefined ? 0 : Date.parse(newest.at) + hour - this.parts.now();
    if (wait > 0) {
      this.beginAfter(Math.min(wait, hour));
      return;
    }
    this.leave = null;
    const made = await this.make(ledger, false);
    if (made?.ok === false) this.parts.onTrouble(made.failure.kind);
  }

  /** Makes a backup; `null` where nothing was done since the newest. */
  private make(ledger: string, isByHand: boolean): Promise<Result<Backup, BackupFailure> | null> {
    return this.turns.take(async () => {
      const { desk, profile, ask, now } = this.parts;
      const settings = await readBackupSettings(profile);
      const found = await desk.look(ledger, async (journal) => ({
        contents: await contentsIn(journal),
        name: await nameIn(journal),
      }));
      if (found === null) return failed({ kind: 'unknown-ledger' });
      if (!found.contents.ok) return failed({ kind: 'not-ready' });
      const { head, beginning, entries, waiting } = found.contents.value;
      const bytes = await ask<'bundle'>({
        ...{ kind: 'bundle', ledger, name: found.name ?? '', head, beginning, entries, waiting },
      }).answer;
      if (bytes === null) return failed({ kind: 'not-ready' });
      const folder = new BackupFolder((await this.folderOf(ledger, settings.folder)).folder);
      const [newest] = await folder.list();
      const last = newest === undefined || isByHand ? null : await folder.read(newest.name);
      if (last !== null && Buffer.compare(last, bytes) === 0) return null;
      const at = new Date(now()).toISOString();
      const file = backupName(at, isByHand);
      try {
        await folder.write(file, bytes);
        await this.letGo(folder, settings);
      } catch (error) {
        return failed(failureOf(error));
      }
      return succeeded({ name: file, at: `${at.slice(0, 19)}.000Z`, bytes: bytes.length, isByHand });
    });
  }

  private async letGo(folder: BackupFolder, counts: Parameters<typeof momentsToKeep>[1]): Promise<void> {
    const rotating = (await folder.list()).filter(({ isByHand }) => !isByHand);
    const kept = momentsToKeep(
      rotating.map(({ at }) => Date.parse(at)),
      counts,
    );
    for (const { name, at } of rotating) if (!kept.has(Date.parse(at))) await folder.remove(name);
  }

  /** The folder of an account's backups. What is plain of a protected account stays where its journal is. */
  private async folderOf(
    ledger: string,
    chosen: string | null,
  ): Promise<{ readonly folder: string; readonly isUsualFolder: boolean }> {
    const { profile, files, desk } = this.parts;
    const own = basename(files.folderOf(ledger));
    const usual = { folder: join(profile, 'backups', own), isUsualFolder: true };
    if (chosen === null) return usual;
    const contents = await desk.look(ledger, contentsIn);
    const mayLeave = contents?.ok === true && !isSigned(contents.value);
    return mayLeave ? { folder: join(chosen, `Trellis ${own}`), isUsualFolder: false } : usual;
  }
}

function failureOf(error: unknown): BackupFailure {
  const code = errorCode(error);
  if (code === '') throw error;
  const isFull = code === 'ENOSPC' || code === 'EDQUOT';
  return { kind: isFull ? 'full' : 'unwritable', detail: `The backup cannot be written (${code}).` };
}
