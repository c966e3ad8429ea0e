import { join } from 'node:path';
import { systemKeychain, type SecretBox } from '../servers/secret-keeper';
import type { ComputerKeys } from './computer-keys';
import { memoryVault, type EpochVault } from './epochs';
import { KeyFile, noLock, passphraseLock, passphraseOver, type KeyFileFailure, type KeyLock } from './key-file';
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

/** Kinds of lock that ask a person for something. */
function asksAPerson(kind: KeyLock['kind']): boolean {
  return kind === 'passphrase' || kind === 'both';
}

/** The keys of this computer in one ledger. They never leave main. */
export class LedgerKeys {
  private readonly lent: ComputerKeys[] = [];
  /** The first key, while it is being made. */
  private first: Promise<ComputerKeys> | null = null;
  readonly own: OwnKeys;
  readonly vault: EpochVault;
  /** Secrets of invitations that were made here and not handed out yet, by their public key. */
  readonly invited = new Map<string, string>();
  private file: KeyFile | null;
  private problem: KeyFileFailure | null;

  private constructor(
    private readonly path: string,
    private readonly ledger: string,
    private readonly computer: KeyLock,
    opened: KeyFile | KeyFileFailure,
  ) {
    this.file = opened instanceof KeyFile ? opened : null;
    this.problem = opened instanceof KeyFile ? null : opened;
    this.own = new OwnKeys(() => [...this.lent, ...(this.file?.own().all() ?? [])]);
    const without = memoryVault();
    const vault = (): EpochVault => this.file ?? without;
    this.vault = { all: () => vault().all(), keep: (known) => vault().keep(known) };
  }

  /** The keys in a ledger's folder. A file that cannot be opened is never taken for none, and never written over. */
  static async open(folder: string, ledger: string, lock: KeyLock): Promise<LedgerKeys> {
    const file = join(folder, fileName);
    const opened = await KeyFile.open(file, ledger, lock);
    if (opened.ok) return new LedgerKeys(file, ledger, lock, opened.value);
    // A file of the time before there was a keychain stays usable; what is added goes on as it lies.
    const { failure } = opened;
    if (failure.kind === 'locked' && failure.lock === 'none') {
      const plain = await KeyFile.open(file, ledger, noLock);
      if (plain.ok) return new LedgerKeys(file, ledger, noLock, plain.value);
    }
    return new LedgerKeys(file, ledger, lock, failure);
  }

  /** What keeps the keys from others. */
  get lock(): KeyLock['kind'] {
    if (this.file !== null) return this.file.lockKind;
    return this.problem?.kind === 'locked' ? this.problem.lock : this.computer.kind;
  }

  /** Why the file cannot be used; it is left as it is. */
  get failure(): KeyFileFailure | null {
    return this.problem;
  }

  /** Tells whether the keys wait for a passphrase: nothing can be signed or opened until it is given. */
  get isLocked(): boolean {
    return this.problem?.kind === 'locked' && asksAPerson(this.problem.lock);
  }

  get hasPassphrase(): boolean {
    return asksAPerson(this.lock);
  }

  /** Locks the keys by a passphrase from here on, on top of what locks them already. `false` where they cannot be used. */
  async askForPassphrase(passphrase: string): Promise<boolean> {
    await this.file?.lockBy(passphraseOver(this.computer, passphrase));
    return this.file !== null;
  }

  /** Locks the keys as before there was a passphrase. */
  async askForNothing(): Promise<void> {
    await this.file?.lockBy(this.computer);
  }

  /** Tells whether a passphrase is the one that locks the keys. */
  async isPassphrase(passphrase: string): Promise<boolean> {
    return (await this.openBy(passphrase)) !== null;
  }

  /** Lets go of every secret, until the passphrase is given again. Without a passphrase it does nothing. */
  lockAway(): void {
    if (!this.hasPassphrase) return;
    this.problem = { kind: 'locked', lock: this.lock };
    this.file = null;
    this.giveBack();
    this.invited.clear();
  }

  /** Takes the keys up again; `false` where the passphrase is another. */
  async unlock(passphrase: string): Promise<boolean> {
    if (!this.isLocked) return true;
    const opened = await this.openBy(passphrase);
    if (opened === null) return false;
    this.file = opened;
    this.problem = null;
    return true;
  }

  private async openBy(passphrase: string): Promise<KeyFile | null> {
    const lock = this.lock === 'both' ? passphraseOver(this.computer, passphrase) : passphraseLock(passphrase);
    const opened = await KeyFile.open(this.path, this.ledger, lock);
    return opened.ok ? opened.value : null;
  }

  /** Ids of the keys in the file, the newest last. */
  get ids(): readonly string[] {
    return (this.file?.own().all() ?? []).map(({ id }) => id);
  }

  /** The newest key in the file; made where there is none, one for all who ask meanwhile. `null` where the file cannot be used. */
  async newest(): Promise<ComputerKeys | null> {
    if (this.file === null) return null;
    const newest = this.file.own().all().at(-1);
    if (newest !== undefined) return newest;
    this.first ??= this.file.make().finally(() => {
      this.first = null;
    });
    return this.first;
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
