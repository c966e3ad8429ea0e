import { cp, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { commands } from '../../../../electron/headless/commands/commands';
import { readFolderIdentity } from '../../../../electron/main/stores/kept/kept-identity';
import { deskLedger, DeskComputer } from '../../../support/desk-computer';
import { patient } from '../../../support/store-calls';
import { temporaryFolder } from '../../../support/temporary-folder';

afterEach(() => vi.unstubAllEnvs());

async function trellis(
  ...[name, ...words]: readonly string[]
): Promise<{ readonly code: number; readonly out: string }> {
  const lines: string[] = [];
  const command = commands.find((candidate) => candidate.name === name);
  if (command === undefined) throw new Error(`there is no command ${String(name)}`);
  const code = await command.run([...words], (line) => lines.push(line));
  return { code, out: lines.join('\n') };
}

/** Two computers that share an account through a folder. */
async function twoOn(folder: string, way: 'exclusive' | 'kept'): Promise<readonly [DeskComputer, DeskComputer]> {
  const first = await (await DeskComputer.make('first', [folder])).start();
  await first.share(folder, way);
  await first.sync();
  const second = await (await DeskComputer.make('second', [folder])).join(folder);
  await second.sync();
  return [first, second];
}

const group = (name: string): { parentId: string; kind: string; name: string } => ({
  parentId: 'root',
  kind: 'custom',
  name,
});

/** What main does when a folder is not what it was taken for. */
async function follow(computer: DeskComputer): Promise<void> {
  expect(await computer.trySync()).not.toBeNull();
  await computer.desk.lookAgain(deskLedger);
}

describe('a folder of a server', () => {
  it('becomes one that is only copied with everything in it, and others follow with what they did meanwhile', async () => {
    const folder = await temporaryFolder();
    const [first, second] = await twoOn(folder, 'exclusive');
    second.done('bob', 'group.create', group('Of the second'));
    expect(await first.desk.turn(deskLedger, 'kept', patient())).toMatchObject({
      ok: true,
      value: { store: { kind: 'kept' } },
    });
    first.done('owner', 'group.create', group('Of the first'));
    await first.sync();
    await follow(second);
    await second.sync();
    await first.sync();
    await second.sync();
    await first.sync();
    expect(second.replica.pending).toEqual([]);
    expect(second.replica.head).toEqual(first.replica.head);
    expect(second.digest()).toBe(first.digest());
    expect(await trellis('verify', folder)).toMatchObject({
      code: 0,
      out: expect.stringContaining('verified: 5 commits'),
    });
  });

  it.each([
    '000000000001 (Anna’s conflicted copy 2026-05-01).jsonl',
    '000000000001.sync-conflict-20260501-120000-ABCDEFG.jsonl',
    '000000000001 (1).jsonl',
    '000000000001.jsonl..path1',
    '000000000001.jsonl.conflict1',
  ])('shows that a program copies it by a second version of a file alone: %s', async (name) => {
    const folder = await temporaryFolder();
    const [first] = await twoOn(folder, 'exclusive');
    const state = async (): Promise<unknown> => first.desk.placeOf(deskLedger);
    expect(await state()).toMatchObject({ ok: true, value: { gaveWay: false, conflictCopy: null } });
    await cp(join(folder, 'log', '000000000001.jsonl'), join(folder, 'log', name));
    await first.sync();
    expect(await state()).toMatchObject({ ok: true, value: { gaveWay: false, conflictCopy: `log/${name}` } });
    await first.desk.turn(deskLedger, 'kept', patient());
    await first.sync();
    expect(await state()).toMatchObject({ ok: true, value: { folderWay: 'kept', conflictCopy: null } });
  });

  it('and back, by the computer that puts acts in order only', async () => {
    const folder = await temporaryFolder();
    const [first, second] = await twoOn(folder, 'kept');
    const refused = await second.desk.turn(deskLedger, 'exclusive', patient());
    expect(refused).toMatchObject({ ok: false, failure: { kind: 'forbidden' } });
    expect(await readFolderIdentity(folder)).toMatchObject({ kind: 'kept' });
    await second.sync();
    expect(await first.desk.turn(deskLedger, 'exclusive', patient())).toMatchObject({
      value: { store: { kind: 'folder' } },
    });
    await follow(second);
    second.done('bob', 'group.create', group('Of the second'));
    await second.sync();
    await first.sync();
    expect(second.digest()).toBe(first.digest());
    // Once more to where it was, although what was kept there before lies there still.
    expect(await first.desk.turn(deskLedger, 'kept', patient())).toMatchObject({ ok: true });
    await follow(second);
    second.done('bob', 'group.create', group('Once more'));
    await second.sync();
    await first.sync();
    await second.sync();
    expect(second.replica.pending).toEqual([]);
    expect(second.digest()).toBe(first.digest());
    expect(await trellis('verify', folder)).toMatchObject({
      code: 0,
      out: expect.stringContaining('verified: 5 commits'),
    });
  });

  it('that turned while a copy of it had gone on loses nothing: what was added there waits again', async () => {
    const [folder, copy] = [await temporaryFolder(), await temporaryFolder()];
    const first = await (await DeskComputer.make('first', [folder])).start();
    await first.share(folder);
    await first.sync();
    await cp(folder, copy, { recursive: true });
    const second = await (await DeskComputer.make('second', [copy])).join(copy);
    await second.sync();
    second.done('bob', 'group.create', group('Too late'));
    await second.sync();
    await first.desk.turn(deskLedger, 'kept', patient());
    await cp(folder, copy, { recursive: true });
    await follow(second);
    expect(await second.trySync()).toMatchObject({ kind: 'diverged' });
    const journal = second.desk.journalOf(deskLedger);
    expect(journal.ok && journal.value.summary().open).toMatchObject([
      { do: 'group.create', args: { name: 'Too late' } },
    ]);
  });

  it('is not turned where this computer has not seen everything, or where the account is protected', async () => {
    const folder = await temporaryFolder();
    const [first, second] = await twoOn(folder, 'exclusive');
    second.done('bob', 'group.create', group('Unseen'));
    await second.sync();
    expect(await first.desk.turn(deskLedger, 'kept', patient())).toMatchObject({ failure: { kind: 'head-moved' } });
    await first.sync();
    await first.protect();
    await first.sync();
    expect(await first.desk.turn(deskLedger, 'kept', patient())).toMatchObject({ failure: { kind: 'forbidden' } });
    expect(await readFolderIdentity(folder)).toMatchObject({ kind: 'exclusive' });
  });

  it('is turned without a window, and a turning that was broken off before its last step is repeated', async () => {
    const folder = join(await temporaryFolder(), 'shared');
    const profile = await temporaryFolder();
    vi.stubEnv('TRELLIS_PROFILE', profile);
    expect(await trellis('store', 'init', `folder:${folder}`, '--name', 'Harbour')).toMatchObject({ code: 0 });
    const before = await readFile(join(folder, 'ledger.json'));
    const turn = ['store', 'turn', folder, 'kept'] as const;
    expect(await trellis(...turn)).toEqual({ code: 0, out: 'kept now: 1 commits' });
    await writeFile(join(folder, 'ledger.json'), before);
    expect(await trellis('verify', folder)).toMatchObject({ code: 0 });
    expect(await trellis(...turn)).toMatchObject({ code: 0 });
    expect((await trellis('store', 'keeper', folder)).out).toContain('keeper:');
    expect(await trellis('store', 'turn', folder, 'exclusive', '--profile', profile)).toMatchObject({
      out: 'exclusive now: 1 commits',
    });
    expect(await trellis('verify', folder)).toMatchObject({
      code: 0,
      out: expect.stringContaining('verified: 1 commits'),
    });
    expect(await trellis('store', 'turn', `memory:x`, 'kept')).toMatchObject({ code: 1 });
  });
});
