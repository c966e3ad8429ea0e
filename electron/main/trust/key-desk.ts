import { join } from 'node:path';
import { systemKeychain, type SecretBox } from '../servers/secret-keeper';
import type { ComputerKeys } from './computer-keys';
import { memoryVault, type EpochVault } from './epochs';
import { KeyFile, noLock, type KeyFileFailure, type KeyLock } from './key-file';
import { OwnKeys } from './own-keys';

/** Lock by the system's keychain. It opens nothing where it is another one, or was emptied. */
function systemLock(box: SecretBox): KeyLock {
  return {
    kind: 'system',
    close: (text) => box.encryptString(text).toString('base64'),
    open: (closed) => {
      try {
        return box.decryptString(Buffer.from(closed, 'base64'));
      } catch {
        return null;
      }
    },
  };
}

/** The lock of this computer: the system's keychain where there is one, else only the rights of the file. */
export function computerLock(storage: Parameters<typeof systemKeychain>[0], platform: NodeJS.Platform): KeyLock {
  const box = systemKeychain(storage, platform);
  return box.isEncryptionAvailable() ? systemLock(box) : noLock;
}

const fileName = 'keys.json';

/** The keys of this computer in one ledger. They never leave main. */
export class LedgerKeys {
  private readonly lent: ComputerKeys[] = [];
  readonly own: OwnKeys;
  readonly vault: EpochVault;
  /** Secrets of invitations that were made here and not handed out yet, by their public key. */
  readonly invited = new Map<string, string>();

  private constructor(
    readonly lock: KeyLock['kind'],
    private readonly file: KeyFile | null,
    /** Why the file cannot be used; it is left as it is. */
    readonly failure: KeyFileFailure | null,
  ) {
    const kept = file?.own();
    this.own = new OwnKeys(() => [...this.lent, ...(kept?.all() ?? [])]);
    this.vault = file ?? memoryVault();
  }

  /** The keys in a ledger's folder. A file that cannot be opened is never taken for none, and never written over. */
  static async open(folder: string, ledger: string, lock: KeyLock): Promise<LedgerKeys> {
    const file = join(folder, fileName);
    const opened = await KeyFile.open(file, ledger, lock);
    if (opened.ok) return new LedgerKeys(lock.kind, opened.value, null);
    // A file of the time before there was a keychain stays usable; what is added goes on as it lies.
    const { failure } = opened;
    if (failure.kind === 'locked' && failure.lock === 'none') {
      const plain = await KeyFile.open(file, ledger, noLock);
      if (plain.ok) return new LedgerKeys('none', plain.value, null);
    }
    return new LedgerKeys(lock.kind, null, failure);
  }

  /** Ids of the keys in the file, the newest last. */
  get ids(): readonly string[] {
    return (this.file?.own().all() ?? []).map(({ id }) => id);
  }

  /** The newest key in the file; made where there is none. `null` where the file cannot be used. */
  async newest(): Promise<ComputerKeys | null> {
    return this.file === null ? null : (this.file.own().all().at(-1) ?? (await this.file.make()));
  }

  /** One more key. `null` where the file cannot be used. */
  async make(): Promise<ComputerKeys | null> {
    return this.file === null ? null : this.file.make();
  }

  /** Uses keys that are not this computer's for a while: an invitation's, or those of the printed words. */
  lend(keys: ComputerKeys): void {
    if (!this.lent.some(({ id }) => id === keys.id)) this.lent.push(keys);
  }

  isLent(id: string): boolean {
    return this.lent.some((keys) => keys.id === id);
  }

  /** Ends using them. */
  giveBack(): void {
    this.lent.length = 0;
  }
}
