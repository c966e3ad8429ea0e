import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { failed, succeeded, type Result } from '#core/kernel/result';
import { writeJsonFile } from '../files/json-file';
import { errorCode } from '../stores/folder/file-failure';
import { ComputerKeys, makeSecrets, type ComputerSecrets } from './computer-keys';
import type { EpochVault, KnownEpoch } from './epochs';
import { OwnKeys } from './own-keys';
import { openWithPassphrase, sealWithPassphrase } from './passphrase';

/** Lock of a file of keys: the system's keychain, a passphrase, both one inside the other, or nothing but the disk it lies on. */
export interface KeyLock {
  readonly kind: 'system' | 'passphrase' | 'both' | 'none';
  readonly close: (text: string) => string;
  /** `null` where it is locked by something else, or was changed. */
  readonly open: (closed: string) => string | null;
}

export const noLock: KeyLock = { kind: 'none', close: (text) => text, open: (closed) => closed };

export function passphraseLock(passphrase: string): KeyLock {
  return {
    kind: 'passphrase',
    close: (text) => sealWithPassphrase(passphrase, Buffer.from(text), 'trellis keys'),
    open: (closed) => {
      const bytes = openWithPassphrase(passphrase, closed, 'trellis keys');
      return bytes === null ? null : Buffer.from(bytes).toString('utf8');
    },
  };
}

/** A passphrase on top of what else locks the keys of this computer: a copied disk needs both. */
export function passphraseOver(lock: KeyLock, passphrase: string): KeyLock {
  const inner = passphraseLock(passphrase);
  if (lock.kind !== 'system') return inner;
  return {
    kind: 'both',
    close: (text) => lock.close(inner.close(text)),
    open: (closed) => {
      const opened = lock.open(closed);
      return opened === null ? null : inner.open(opened);
    },
  };
}

const hex = z.string().regex(/^[0-9a-f]{64}$/);
const fileShape = z.strictObject({
  format: z.literal('trellis-keys-2'),
  lock: z.enum(['system', 'passphrase', 'both', 'none']),
  keys: z.string(),
});
const keysShape = z.strictObject({
  ledger: z.string(),
  secrets: z.array(z.strictObject({ signing: hex, sealing: hex })),
  epochs: z.array(z.strictObject({ epoch: z.string(), key: hex })),
});

export type KeyFileFailure =
  /** Another lock than the one that it was closed with, or a wrong passphrase. */
  | { readonly kind: 'locked'; readonly lock: KeyLock['kind'] }
  | { readonly kind: 'unreadable'; readonly detail: string };

/** A computer's secrets in one ledger, and the keys of the epochs that it was told, in one file behind one lock. */
export class KeyFile implements EpochVault {
  /** Keys made ready once. */
  private computers: readonly ComputerKeys[];

  private constructor(
    private readonly file: string,
    private lock: KeyLock,
    readonly ledger: string,
    private secrets: readonly ComputerSecrets[],
    private epochs: readonly KnownEpoch[],
  ) {
    this.computers = secrets.map((each) => new ComputerKeys(each));
  }

  /** The file at a path, for a ledger; empty where there is none yet. A file that cannot be read is never taken for none. */
  static async open(file: string, ledger: string, lock: KeyLock): Promise<Result<KeyFile, KeyFileFailure>> {
    let text: string;
    try {
      text = await readFile(file, 'utf8');
    } catch (error) {
      if (errorCode(error) === 'ENOENT') return succeeded(new KeyFile(file, lock, ledger, [], []));
      return failed({ kind: 'unreadable', detail: error instanceof Error ? error.message : String(error) });
    }
    try {
      const outer = fileShape.parse(JSON.parse(text));
      const inner = outer.lock === lock.kind ? lock.open(outer.keys) : null;
      if (inner === null) return failed({ kind: 'locked', lock: outer.lock });
      const keys = keysShape.parse(JSON.parse(inner));
      if (keys.ledger !== ledger)
        return failed({ kind: 'unreadable', detail: 'It holds the keys of another account.' });
      return succeeded(new KeyFile(file, lock, ledger, keys.secrets, keys.epochs));
    } catch {
      return failed({ kind: 'unreadable', detail: 'It is no file of keys, or it is damaged.' });
    }
  }

  /** The keys of this computer, the newest last, with others that are lent for this time (an invitation's, the printed words'). */
  own(...lent: readonly ComputerKeys[]): OwnKeys {
    return new OwnKeys(() => [...lent, ...this.computers]);
  }

  /** Makes one more key and keeps it. */
  async make(): Promise<ComputerKeys> {
    const secrets = makeSecrets();
    const made = new ComputerKeys(secrets);
    await this.keepSecrets(secrets, made);
    return made;
  }

  async take(secrets: ComputerSecrets): Promise<void> {
    await this.keepSecrets(secrets, new ComputerKeys(secrets));
  }

  /** A key counts here only once it is on the disk: one that is lost again would have been let in for nothing. */
  private async keepSecrets(secrets: ComputerSecrets, made: ComputerKeys): Promise<void> {
    const before = this.secrets;
    this.secrets = [...before, secrets];
    try {
      await this.write();
    } catch (error) {
      this.secrets = before;
      throw error;
    }
    this.computers = [...this.computers, made];
  }

  all(): readonly KnownEpoch[] {
    return this.epochs;
  }

  async keep(known: KnownEpoch): Promise<void> {
    this.epochs = [...this.epochs, known];
    if (this.secrets.length > 0) await this.write();
  }

  get lockKind(): KeyLock['kind'] {
    return this.lock.kind;
  }

  /** Locks the file by something else from here on. */
  async lockBy(lock: KeyLock): Promise<void> {
    const before = this.lock;
    this.lock = lock;
    try {
      await this.write();
    } catch (error) {
      this.lock = before;
      throw error;
    }
  }

  private async write(): Promise<void> {
    const inner = JSON.stringify({ ledger: this.ledger, secrets: this.secrets, epochs: this.epochs });
    const value = { format: 'trellis-keys-2', lock: this.lock.kind, keys: this.lock.close(inner) };
    await writeJsonFile(path.dirname(this.file), path.basename(this.file), value, { secret: true });
  }
}
