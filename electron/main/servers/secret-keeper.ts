import { join } from 'node:path';
import { z } from 'zod';
import { readJsonFile, writeJsonFile } from '../files/json-file';

/** A keeper of secrets that the system offers; Electron's `safeStorage` fits. */
export interface SecretBox {
  isEncryptionAvailable(): boolean;
  encryptString(text: string): Buffer;
  decryptString(bytes: Buffer): string;
}

/** The system's keychain. On Linux without one Electron would encrypt with a password that everybody knows: that counts as none. */
export function systemKeychain(
  storage: SecretBox & { getSelectedStorageBackend?(): string },
  platform: NodeJS.Platform,
): SecretBox {
  return {
    isEncryptionAvailable: () =>
      storage.isEncryptionAvailable() &&
      !(platform === 'linux' && ['basic_text', 'unknown'].includes(storage.getSelectedStorageBackend?.() ?? '')),
    encryptString: (text) => storage.encryptString(text),
    decryptString: (bytes) => storage.decryptString(bytes),
  };
}

const secretsFile = 'secrets.json';
const secretsShape = z.record(z.string(), z.string());

/**
 * Passwords of servers, by the address of the place. They are written down only as the system's keychain encrypts them;
 * where there is none, they are known until the application ends. The window never gets one.
 */
export class SecretKeeper {
  private readonly known = new Map<string, string>();

  private constructor(
    private readonly profile: string,
    private readonly box: SecretBox,
    private kept: { readonly [url: string]: string },
  ) {}

  static async open(profile: string, box: SecretBox): Promise<SecretKeeper> {
    return new SecretKeeper(profile, box, (await readJsonFile(join(profile, secretsFile), secretsShape)) ?? {});
  }

  passwordFor(url: string): string | null {
    const known = this.known.get(url);
    if (known !== undefined) return known;
    const kept = this.kept[url];
    if (kept === undefined || !this.box.isEncryptionAvailable()) return null;
    try {
      const password = this.box.decryptString(Buffer.from(kept, 'base64'));
      this.known.set(url, password);
      return password;
    } catch {
      return null; // The keychain is another one: the person is asked again.
    }
  }

  /** Known until the application ends, and written nowhere. */
  rememberForNow(url: string, password: string): void {
    this.known.set(url, password);
  }

  /** True where it is known, or can be read from what is kept. */
  isKnown(url: string): boolean {
    return this.passwordFor(url) !== null;
  }

  /** True where it is kept beyond the end of the application. */
  isKept(url: string): boolean {
    return this.kept[url] !== undefined && this.box.isEncryptionAvailable();
  }

  /** Forgets it, here and where it was kept. */
  async forget(url: string): Promise<void> {
    this.known.delete(url);
    if (this.kept[url] === undefined) return;
    this.kept = Object.fromEntries(Object.entries(this.kept).filter(([name]) => name !== url));
    await writeJsonFile(this.profile, secretsFile, this.kept);
  }

  /** Answers whether it is kept beyond the end of the application. */
  async remember(url: string, password: string): Promise<boolean> {
    this.known.set(url, password);
    if (!this.box.isEncryptionAvailable()) return false;
    this.kept = { ...this.kept, [url]: this.box.encryptString(password).toString('base64') };
    await writeJsonFile(this.profile, secretsFile, this.kept);
    return true;
  }
}
