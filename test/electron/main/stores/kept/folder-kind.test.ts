import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type FolderSenses, guessFolder } from '../../../../../electron/main/stores/kept/folder-kind';
import { temporaryFolder } from '../../../../support/temporary-folder';

function senses(files: Readonly<Record<string, string>>, type = 0xef53): FolderSenses {
  return {
    names: (path) =>
      Promise.resolve(
        Object.keys(files)
          .filter((file) => file.slice(0, file.lastIndexOf('/')) === path)
          .map((file) => file.slice(path.length + 1)),
      ),
    text: (path) => Promise.resolve(files[path] ?? ''),
    fileSystem: () => Promise.resolve(type),
  };
}

describe('how others get at a folder', () => {
  it.each([
    ['/home/anna/shared/.stfolder', 'Syncthing'],
    ['/home/anna/.dropbox.cache', 'Dropbox'],
    ['/home/anna/.dropbox', 'Dropbox'],
    ['/home/anna/shared/.sync', 'Resilio Sync'],
    ['/home/anna/.nextcloudsync.log', 'Nextcloud'],
    ['/home/anna/._sync_0a1b2c3d.db', 'Nextcloud'],
  ])('is by a program that copies it where %s lies', async (mark, name) => {
    expect(await guessFolder('/home/anna/shared/project', senses({ [mark]: '' }))).toEqual({
      kind: 'kept',
      because: { what: 'program', name },
    });
  });

  it('is by OneDrive where the system file of the folder names it, in either encoding', async () => {
    const text = '[.ShellClassInfo]\nIconResource=C:\\Program Files\\Microsoft OneDrive\\OneDrive.exe,0';
    const wide = [...text].join('\0');
    for (const content of [text, wide])
      expect(await guessFolder('/mnt/work', senses({ '/mnt/work/desktop.ini': content }))).toMatchObject({
        because: { name: 'OneDrive' },
      });
    expect(await guessFolder('/mnt/work', senses({ '/mnt/work/desktop.ini': '[.ShellClassInfo]' }))).toMatchObject({
      because: null,
    });
  });

  it('is told by the path where a system keeps its cloud drives', async () => {
    for (const path of [
      '/Users/anna/Library/Mobile Documents/com~apple~CloudDocs/Trellis',
      '/Users/anna/Library/CloudStorage/Box/Trellis',
      'C:\\Users\\anna\\OneDrive - Company\\Trellis',
    ])
      expect(await guessFolder(path, senses({}))).toMatchObject({ kind: 'kept', because: { what: 'program' } });
  });

  it('is over the network where a server keeps the file system', async () => {
    expect(await guessFolder('/mnt/share', senses({}, 0x6969))).toEqual({
      kind: 'exclusive',
      because: { what: 'server', name: 'NFS' },
    });
    // Some systems answer with a sign.
    expect(await guessFolder('/mnt/share', senses({}, 0xff534d42 | 0))).toMatchObject({ kind: 'exclusive' });
    expect(await guessFolder('\\\\server\\share\\Trellis', senses({}, 0))).toMatchObject({ kind: 'exclusive' });
  });

  it('is kept on mounts that only look like a disk, and where nothing tells', async () => {
    expect(await guessFolder('/mnt/dav', senses({}, 0x65735546))).toMatchObject({
      kind: 'kept',
      because: { what: 'mount' },
    });
    expect(await guessFolder('/media/stick', senses({}, 0x4d44))).toEqual({ kind: 'kept', because: null });
  });

  it('is read off a real folder', async () => {
    const folder = await temporaryFolder();
    await mkdir(join(folder, 'shared', 'project'), { recursive: true });
    expect(await guessFolder(join(folder, 'shared', 'project'))).toMatchObject({ kind: 'kept' });
    await writeFile(join(folder, 'shared', '.stfolder'), '');
    expect(await guessFolder(join(folder, 'shared', 'project'))).toMatchObject({ because: { name: 'Syncthing' } });
  });
});
