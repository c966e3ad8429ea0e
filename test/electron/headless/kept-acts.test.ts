import { cp } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { commands } from '../../../electron/headless/commands/commands';
import { temporaryFolder } from '../../support/temporary-folder';

afterEach(() => {
  vi.unstubAllEnvs();
});

async function trellis(
  ...[name, ...words]: readonly string[]
): Promise<{ readonly code: number; readonly out: unknown }> {
  const lines: string[] = [];
  const command = commands.find((candidate) => candidate.name === name);
  if (command === undefined) throw new Error(`there is no command ${String(name)}`);
  const code = await command.run([...words], (line) => lines.push(line));
  const text = lines.join('\n');
  return { code, out: text.startsWith('{') ? JSON.parse(text) : text };
}

/** A new complex, as its act. */
function complex(id: string): string {
  return JSON.stringify({ do: 'group.create', args: { id, parentId: 'root', kind: 'complex', name: id } });
}

/** Two computers that have a kept folder each, and a program that copies what is new to the other. */
async function twoComputers(): Promise<{
  readonly keeper: (...words: readonly string[]) => ReturnType<typeof trellis>;
  readonly other: (...words: readonly string[]) => ReturnType<typeof trellis>;
  readonly copy: () => Promise<void>;
}> {
  const root = await temporaryFolder();
  const [ours, theirs] = [join(root, 'ours'), join(root, 'theirs')];
  const at =
    (profile: string, folder: string) =>
    (name: string, ...words: readonly string[]) => {
      vi.stubEnv('TRELLIS_PROFILE', join(root, profile));
      return trellis(
        name,
        ...(name === 'store' ? [words[0] ?? '', `kept:${folder}`, ...words.slice(1)] : [`kept:${folder}`, ...words]),
      );
    };
  const copy = async (): Promise<void> => {
    await cp(ours, theirs, { recursive: true });
    await cp(theirs, ours, { recursive: true });
  };
  const keeper = at('keeper', ours);
  expect(await keeper('store', 'init', '--name', 'Harbour')).toMatchObject({ code: 0 });
  await copy();
  return { keeper, other: at('other', theirs), copy };
}

describe('trellis do in a folder that a program copies', () => {
  it('has its place at once on the computer that puts acts in order, and waits for that one elsewhere', async () => {
    const { keeper, other, copy } = await twoComputers();
    const done = await keeper('do', '--as', 'owner', complex('north'));
    expect(done).toMatchObject({ code: 0, out: { commit: expect.any(String) } });
    expect(done.out).not.toHaveProperty('waitsFor');
    await copy();

    const again = (): ReturnType<typeof trellis> => other('do', '--as', 'owner', '--id', 'south-1', complex('south'));
    expect(await again()).toMatchObject({ code: 0, out: { commit: 'south-1', waitsFor: expect.stringMatching(/./) } });
    expect(await again()).toMatchObject({ code: 0, out: { waitsFor: expect.stringMatching(/./) } });
    await copy();
    expect(await keeper('do', '--as', 'owner', complex('east'))).toMatchObject({ code: 0 });
    await copy();
    const there = await again();
    expect(there).toMatchObject({ code: 0, out: { commit: 'south-1' } });
    expect(there.out).not.toHaveProperty('waitsFor');
    expect((await other('verify')).out).toContain('verified: 4 commits');
    expect(await other('do', '--as', 'owner', '--id', 'south-1', complex('west'))).toMatchObject({
      code: 1,
      out: { refusals: [{ code: 'ID_TAKEN', id: 'south-1' }] },
    });
  });

  it('says why an act did not hold on top of what came first, when it is asked again', async () => {
    const { keeper, other, copy } = await twoComputers();
    const again = (): ReturnType<typeof trellis> => other('do', '--as', 'owner', '--id', 'mine', complex('north'));
    expect(await again()).toMatchObject({ code: 0, out: { waitsFor: expect.stringMatching(/./) } });
    expect(await keeper('do', '--as', 'owner', complex('north'))).toMatchObject({ code: 0 });
    await copy();
    expect(await keeper('do', '--as', 'owner', complex('east'))).toMatchObject({ code: 0 });
    await copy();
    expect(await again()).toMatchObject({ code: 1, out: { refusals: [{ code: expect.any(String) }] } });
  });

  it('leaves no trace of somebody who only asks', async () => {
    const { other, keeper } = await twoComputers();
    expect(await other('query', 'tree', '{}')).toMatchObject({ code: 0 });
    expect(await keeper('store', 'keeper')).toMatchObject({ out: expect.not.stringContaining('does not count yet') });
  });
});
