import { accessSync, constants, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { randomUUID } from 'node:crypto';
import { hostname } from 'node:os';
import path from 'node:path';
import { isFolderSync } from './files/make-folder';
import { errorCode } from './stores/folder/file-failure';

/** Why a profile cannot be worked with: what a person is told, with the place. */
export type ProfileTrouble =
  | { readonly kind: 'read-only'; readonly folder: string; readonly code: string }
  | { readonly kind: 'in-use'; readonly folder: string; readonly host: string };

interface Holder {
  readonly host: string;
  readonly id: string;
  /** When the holder was last seen, ISO 8601 in UTC. */
  readonly at: string;
}

const lockName = 'in-use.json';
const heartbeatMs = 10_000;
/** A holder that has not been seen for so long has ended without saying so. */
const abandonedMs = 60_000;

/**
 * Keeps a profile for one computer at a time. The system's own lock sees only this computer; a roaming profile or a home on
 * the network can be opened on two, which would overwrite each other's journal.
 */
export class ProfileLock {
  private readonly id = randomUUID();
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly folder: string,
    private readonly now: () => number = Date.now,
    private readonly host: string = hostname(),
  ) {}

  /** Takes the profile, or says why not. Nothing is waited for. */
  take(): ProfileTrouble | null {
    try {
      accessSync(this.folder, constants.W_OK);
      const holder = this.holder();
      if (holder !== null && holder.host !== this.host && this.now() - Date.parse(holder.at) < abandonedMs)
        return { kind: 'in-use', folder: this.folder, host: holder.host };
      this.beat();
    } catch (error) {
      return { kind: 'read-only', folder: this.folder, code: errorCode(error) || String(error) };
    }
    this.timer = setInterval(() => this.beatQuietly(), heartbeatMs);
    this.timer.unref();
    return null;
  }

  release(): void {
    clearInterval(this.timer);
    if (this.holder()?.id === this.id) rmSync(path.join(this.folder, lockName), { force: true });
  }

  private holder(): Holder | null {
    try {
      const { host, id, at } = JSON.parse(readFileSync(path.join(this.folder, lockName), 'utf8')) as Partial<Holder>;
      return typeof host === 'string' && typeof id === 'string' && typeof at === 'string' ? { host, id, at } : null;
    } catch {
      // Nobody holds it, or what is there says nothing.
      return null;
    }
  }

  private beat(): void {
    const holder: Holder = { host: this.host, id: this.id, at: new Date(this.now()).toISOString() };
    const temporary = path.join(this.folder, `${lockName}.${this.id}`);
    writeFileSync(temporary, `${JSON.stringify(holder)}\n`);
    renameSync(temporary, path.join(this.folder, lockName));
  }

  /** A disk that is full for a moment is no reason to end; the journal itself notices when somebody else writes to it. */
  private beatQuietly(): void {
    try {
      this.beat();
    } catch (error) {
      if (errorCode(error) === '') throw error;
    }
  }
}

/** Tells whether there is a folder that this computer may write to. */
export function isWritable(folder: string): boolean {
  try {
    accessSync(folder, constants.W_OK);
    return isFolderSync(folder);
  } catch {
    return false;
  }
}
