import { chmod, readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { FolderCarrier } from '../../../../../electron/main/stores/kept/folder-carrier';
import { KeptComputerOnDisk } from '../../../../support/kept/computer';
import { temporaryFolder } from '../../../../support/temporary-folder';

describe('a kept folder that belongs to a group of people', () => {
  it('gives what a computer writes the rights that the folder itself has, so that the others can read it', async () => {
    const anna = await KeptComputerOnDisk.at(await temporaryFolder(), 'anna', true);
    await chmod(anna.folder, 0o2775);
    const mask = process.umask(0o077);
    try {
      anna.begin();
      expect(await anna.exchange()).toBeNull();
    } finally {
      process.umask(mask);
    }
    const made = await readdir(anna.folder, { recursive: true, withFileTypes: true });
    expect(made.length).toBeGreaterThan(4);
    for (const each of made)
      expect([each.name, (await stat(join(each.path, each.name))).mode & 0o7777]).toEqual([
        each.name,
        each.isDirectory() ? 0o2775 : 0o664,
      ]);
    await anna.close();
  });

  it('is not made again in the place of a stick that was pulled out', async () => {
    const root = await temporaryFolder();
    await rm(root, { recursive: true });
    await expect(new FolderCarrier(root).write('anna/out/1-a', Uint8Array.of(1))).rejects.toMatchObject({
      code: 'ENOENT',
    });
    await expect(stat(root)).rejects.toMatchObject({ code: 'ENOENT' });
  });
});
