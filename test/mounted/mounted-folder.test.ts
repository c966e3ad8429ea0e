import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { commands } from '../../electron/headless/commands/commands';
import { guessFolder } from '../../electron/main/stores/kept/folder-kind';
import { mountFolder } from '../support/mounted/mounted-folder';
import { temporaryFolder } from '../support/temporary-folder';

let unmount: (() => Promise<void>) | null = null;

beforeEach(async () => {
  vi.stubEnv('TRELLIS_PROFILE', await temporaryFolder());
});
afterEach(async () => {
  vi.unstubAllEnvs();
  await unmount?.();
  unmount = null;
});

async function trellis(
  ...[name, ...words]: readonly string[]
): Promise<{ readonly code: number; readonly out: string }> {
  const lines: string[] = [];
  const command = commands.find((candidate) => candidate.name === name);
  if (command === undefined) throw new Error(`there is no command ${String(name)}`);
  const code = await command.run([...words], (line) => lines.push(line));
  return { code, out: lines.join('\n') };
}

async function aMount(how: Parameters<typeof mountFolder>[2]): Promise<string> {
  const root = await temporaryFolder();
  const mount = join(root, 'mount');
  ({ unmount } = await mountFolder(join(root, 'behind'), mount, how));
  return mount;
}

const complex = JSON.stringify({
  do: 'group.create',
  args: { id: 'north', parentId: 'root', kind: 'complex', name: 'North' },
});

describe('a mount that answers hard links with EIO, as rclone does', () => {
  it('is no place to decide who comes first, and says so; as a folder that is copied everything works in it', async () => {
    const mount = await aMount({ seconds: 0, withoutLinks: true });
    expect(await guessFolder(mount)).toEqual({ kind: 'kept', because: { what: 'mount', name: 'FUSE' } });
    const refused = await trellis('store', 'init', `folder:${mount}`, '--name', 'Harbour');
    expect(refused).toMatchObject({ code: 1, out: expect.stringContaining('only-carries-files') });
    expect(existsSync(join(mount, 'log')) ? readdirSync(join(mount, 'log')) : []).toEqual([]);
    expect(await trellis('store', 'init', `kept:${mount}`, '--name', 'Harbour')).toMatchObject({ code: 0 });
    expect(await trellis('do', `kept:${mount}`, '--as', 'owner', complex)).toMatchObject({ code: 0 });
    expect(await trellis('verify', `kept:${mount}`)).toMatchObject({
      code: 0,
      out: expect.stringContaining('verified: 2 commits'),
    });
  });
});

describe('a share that is slow', () => {
  it('takes acts all the same', async () => {
    const mount = await aMount({ seconds: 0.05 });
    expect(await trellis('store', 'init', `folder:${mount}`, '--name', 'Harbour')).toMatchObject({ code: 0 });
    expect(await trellis('do', `folder:${mount}`, '--as', 'owner', complex)).toMatchObject({ code: 0 });
    expect(await trellis('verify', `folder:${mount}`)).toMatchObject({ code: 0 });
  });
});
