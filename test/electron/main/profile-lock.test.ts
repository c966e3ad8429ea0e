import { readdir, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { Journal } from '../../../electron/main/ledger/journal';
import { makeFolder, makeFolderSync } from '../../../electron/main/files/make-folder';
import { isWritable, ProfileLock } from '../../../electron/main/profile-lock';
import { intentCalled } from '../../support/pending-intents';
import { temporaryFolder } from '../../support/temporary-folder';

describe('a profile', () => {
  it('is for one computer at a time, until that one has not been seen for a minute', async () => {
    const folder = await temporaryFolder();
    let now = Date.parse('2026-05-01T10:00:00.000Z');
    const office = new ProfileLock(folder, () => now, 'office');
    expect(office.take()).toBeNull();
    const laptop = new ProfileLock(folder, () => now, 'laptop');
    expect(laptop.take()).toEqual({ kind: 'in-use', folder, host: 'office' });
    now += 61_000;
    expect(laptop.take()).toBeNull();
    laptop.release();
    office.release();
  });

  it('is free again when it is closed, and at once for the same computer after a crash', async () => {
    const folder = await temporaryFolder();
    const first = new ProfileLock(folder, Date.now, 'office');
    expect(first.take()).toBeNull();
    const restarted = new ProfileLock(folder, Date.now, 'office');
    expect(restarted.take()).toBeNull();
    restarted.release();
    expect(new ProfileLock(folder, Date.now, 'laptop').take()).toBeNull();
    first.release();
  });

  it('says where it is when nothing can be written there', async () => {
    const folder = join(await temporaryFolder(), 'not-there');
    expect(new ProfileLock(folder).take()).toEqual({ kind: 'read-only', folder, code: 'ENOENT' });
  });

  it('says so where a file is in its place', async () => {
    const folder = join(await temporaryFolder(), 'a-file');
    await writeFile(folder, '');
    expect(isWritable(folder)).toBe(false);
    expect(new ProfileLock(folder).take()).toEqual({ kind: 'read-only', folder, code: 'ENOTDIR' });
  });
});

describe('a folder that is made', () => {
  it('is made with those above it, and is no trouble where it is there', async () => {
    const root = await temporaryFolder();
    for (const [make, name] of [
      [makeFolder, 'one'],
      [makeFolderSync, 'two'],
    ] as const) {
      const folder = join(root, name, 'below', 'that');
      await make(folder);
      await make(folder);
      expect((await stat(folder)).isDirectory()).toBe(true);
    }
  });

  it('says why it cannot be made, also where the system says that something is missing and nothing is', async () => {
    const file = join(await temporaryFolder(), 'a-file');
    await writeFile(file, '');
    await expect(makeFolder(join(file, 'below', 'that'))).rejects.toMatchObject({ code: 'ENOTDIR' });
    await expect(makeFolder(file)).rejects.toMatchObject({ code: 'EEXIST' });
    expect(() => makeFolderSync(join(file, 'below'))).toThrow(/ENOTDIR/);
    if (process.platform === 'linux')
      await expect(makeFolder('/proc/trellis/profile')).rejects.toMatchObject({ code: 'ENOENT' });
  });
});

describe('a journal that two computers have opened', () => {
  it('refuses to write over what the other one has acknowledged, and loses nothing', async () => {
    const folder = join(await temporaryFolder(), 'ledger-a');
    const [one, other] = [await Journal.open(folder), await Journal.open(folder)];
    expect(await one.note([{ kind: 'intent', intent: intentCalled('a0') }])).toMatchObject({ ok: true });
    expect(await other.note([{ kind: 'intent', intent: intentCalled('b0') }])).toMatchObject({
      ok: false,
      failure: { kind: 'unwritable', detail: expect.stringContaining('Another computer') },
    });
    expect(await one.note([{ kind: 'intent', intent: intentCalled('a1') }])).toMatchObject({ ok: true });
    await one.close();
    await other.close();
    const again = await Journal.open(folder);
    expect(again.summary().open.map(({ id }) => id)).toEqual(['a0', 'a1']);
    expect(await readdir(folder)).not.toContain('acts.jsonl.damaged-1');
    await again.close();
  });
});
