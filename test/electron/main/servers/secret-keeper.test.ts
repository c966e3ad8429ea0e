import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { SecretKeeper, type SecretBox, systemKeychain } from '../../../../electron/main/servers/secret-keeper';
import { temporaryFolder } from '../../../support/temporary-folder';

/** Turns text around, so that it can be seen whether something went through it. */
const keychain: SecretBox = {
  isEncryptionAvailable: () => true,
  encryptString: (text) => Buffer.from([...text].reverse().join('')),
  decryptString: (bytes) => [...bytes.toString()].reverse().join(''),
};
const noKeychain: SecretBox = { ...keychain, isEncryptionAvailable: () => false };
const url = 'webdav+https://anna@cloud.example/garden/';

describe('passwords of servers', () => {
  it('are there after a start, and written down only as the keychain gives them', async () => {
    const profile = await temporaryFolder();
    const keeper = await SecretKeeper.open(profile, keychain);
    expect(await keeper.remember(url, 'garden gate')).toBe(true);
    expect(await readFile(join(profile, 'secrets.json'), 'utf8')).not.toContain('garden gate');
    const again = await SecretKeeper.open(profile, keychain);
    expect(again.passwordFor(url)).toBe('garden gate');
    expect(again.passwordFor('another')).toBeNull();
  });

  it('are known until the end, and written nowhere, where there is no keychain', async () => {
    const profile = await temporaryFolder();
    const keeper = await SecretKeeper.open(profile, noKeychain);
    expect(await keeper.remember(url, 'garden gate')).toBe(false);
    expect(keeper.passwordFor(url)).toBe('garden gate');
    await expect(readFile(join(profile, 'secrets.json'))).rejects.toMatchObject({ code: 'ENOENT' });
    expect((await SecretKeeper.open(profile, noKeychain)).passwordFor(url)).toBeNull();
  });

  it('are asked for again when the keychain is another one', async () => {
    const profile = await temporaryFolder();
    await (await SecretKeeper.open(profile, keychain)).remember(url, 'garden gate');
    const foreign: SecretBox = {
      ...keychain,
      decryptString: () => {
        throw new Error('not ours');
      },
    };
    expect((await SecretKeeper.open(profile, foreign)).passwordFor(url)).toBeNull();
  });

  it('are not trusted to an encryption whose password everybody knows', () => {
    const basic = { ...keychain, getSelectedStorageBackend: () => 'basic_text' };
    expect(systemKeychain(basic, 'linux').isEncryptionAvailable()).toBe(false);
    expect(
      systemKeychain({ ...basic, getSelectedStorageBackend: () => 'gnome_libsecret' }, 'linux').isEncryptionAvailable(),
    ).toBe(true);
    expect(systemKeychain(keychain, 'win32').isEncryptionAvailable()).toBe(true);
  });
});
