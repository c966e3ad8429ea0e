import { direct, type Direct } from '../../../../support/direct';
import type * as FileSystem from 'node:fs/promises';
import { link, readdir, statfs } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { FolderStore } from '../../../../../electron/main/stores/folder/folder';
import { entriesAfter } from '../../../../support/ledger-entries';
import { appendCompeting, appendOneByOne, failureOf, patient, readAll } from '../../../../support/store-calls';
import { temporaryFolder } from '../../../../support/temporary-folder';

vi.mock('node:fs/promises', async (original) => ({
  ...(await original<typeof FileSystem>()),
  link: vi.fn(),
  statfs: vi.fn(),
}));

function systemError(code: string): Error {
  return Object.assign(new Error(code), { code });
}

function openFolder(root: string): Direct<FolderStore> {
  return direct(new FolderStore(root, { ledger: null, mayBeEmpty: true, patience: 300 }));
}

/** The answer of `statfs` for a disk, and for a mount that a program answers for (davfs2, rclone). */
function fileSystem(kind: 'disk' | 'mount'): Awaited<ReturnType<typeof statfs>> {
  return { type: kind === 'mount' ? 0x65735546 : 0xef53 } as Awaited<ReturnType<typeof statfs>>;
}

beforeEach(() => {
  vi.mocked(link).mockReset();
  vi.mocked(statfs).mockReset().mockResolvedValue(fileSystem('disk'));
});

describe('a folder on a file system that answers a hard link with an error', () => {
  // FAT under Linux, under Windows, and shares that have no such call.
  it.each(['EPERM', 'EISDIR', 'ENOTSUP', 'ENOSYS'])('is appended to by exclusive create after %s', async (code) => {
    vi.mocked(link).mockRejectedValue(systemError(code));
    const root = await temporaryFolder();
    const store = openFolder(root);
    await appendOneByOne(store, 3);
    const tries = vi.mocked(link).mock.calls.length;
    await appendOneByOne(store, 3);
    expect(vi.mocked(link).mock.calls.length).toBe(tries);
    await Promise.all(['bob', 'cleo'].map((author) => appendCompeting(openFolder(root), 5, author)));
    expect(await readAll(openFolder(root))).toHaveLength(16);
  });

  it.each(['EIO', 'ENOSYS', 'EPERM'])(
    'decides nothing on a mount in which two could create the same file: %s is no share that is away',
    async (code) => {
      vi.mocked(link).mockRejectedValue(systemError(code));
      vi.mocked(statfs).mockResolvedValue(fileSystem('mount'));
      const root = await temporaryFolder();
      const refused = await failureOf(openFolder(root).append(entriesAfter(null, 1), null, patient()));
      expect(refused).toMatchObject({ kind: 'only-carries-files', detail: expect.stringContaining('mount') });
      expect(await readdir(join(root, 'log'))).toEqual([]);
      expect(await readdir(join(root, 'tmp'))).toEqual([]);
    },
  );

  it('is a share that is away where EIO comes from anything else', async () => {
    vi.mocked(link).mockRejectedValue(systemError('EIO'));
    const outcome = await failureOf(openFolder(await temporaryFolder()).append(entriesAfter(null, 1), null, patient()));
    expect(outcome.kind).toBe('unknown-outcome');
  });

  it('is asked once only where that answer is for good, as on a stick of exFAT, and again under Windows', async () => {
    vi.mocked(link).mockRejectedValue(systemError('EPERM'));
    await appendOneByOne(openFolder(await temporaryFolder()), 3);
    expect(vi.mocked(link).mock.calls.length).toBe(1);
    const { platform } = process;
    Object.defineProperty(process, 'platform', { value: 'win32' });
    try {
      await appendOneByOne(openFolder(await temporaryFolder()), 1);
    } finally {
      Object.defineProperty(process, 'platform', { value: platform });
    }
    expect(vi.mocked(link).mock.calls.length).toBeGreaterThan(3);
  });

  it('is tried again when the error was only a virus scanner’s', async () => {
    const { link: realLink } = await vi.importActual<typeof FileSystem>('node:fs/promises');
    vi.mocked(link)
      .mockRejectedValueOnce(systemError('EBUSY'))
      .mockRejectedValueOnce(systemError('EACCES'))
      .mockImplementation(realLink);
    const store = openFolder(await temporaryFolder());
    await appendOneByOne(store, 2);
    expect(vi.mocked(link).mock.calls.length).toBe(4);
    expect(await readAll(store)).toHaveLength(2);
  });

  it('has an unknown outcome when the share went away while it was linking', async () => {
    vi.mocked(link).mockRejectedValue(systemError('ETIMEDOUT'));
    expect(
      (await failureOf(openFolder(await temporaryFolder()).append(entriesAfter(null, 1), null, patient()))).kind,
    ).toBe('unknown-outcome');
  });

  it('has appended when the link happened although its repetition says that the name is taken', async () => {
    const { link: realLink } = await vi.importActual<typeof FileSystem>('node:fs/promises');
    vi.mocked(link).mockImplementation(async (from, to) => {
      await realLink(from, to);
      throw systemError('EEXIST');
    });
    const store = openFolder(await temporaryFolder());
    expect((await appendOneByOne(store, 2)).seq).toBe(2);
  });
});
