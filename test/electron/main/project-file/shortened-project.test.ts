import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { commands } from '../../../../electron/headless/commands/commands';
import { BackupKeeper } from '../../../../electron/main/backups/backup-keeper';
import { contentsIn } from '../../../../electron/main/ledger/ledger-contents';
import { LedgerFiles } from '../../../../electron/main/ledger/ledger-files';
import { ProjectDesk, type AskProject } from '../../../../electron/main/project-file/project-desk';
import { partsOfAccount } from '../../../../electron/main/project-file/project-entries';
import { answerProject, openProject } from '../../../../electron/main/project-file/project-service';
import { writeProjectFile } from '../../../../electron/main/project-file/write-project-file';
import { DeskComputer, deskLedger } from '../../../support/desk-computer';
import { patient } from '../../../support/store-calls';
import { temporaryFolder } from '../../../support/temporary-folder';

const caller = { contentsId: 1 };
const askHere: AskProject = (request) => ({ answer: answerProject(request) as never, giveUp: () => undefined });
const computers: DeskComputer[] = [];
let folder: string;
let aside: string;

async function aComputer(name: string): Promise<DeskComputer> {
  const computer = await DeskComputer.make(name, [folder]);
  computers.push(computer);
  return computer;
}

function filesOf({ desk }: DeskComputer) {
  const parts = { desk, ask: askHere, onGiven: () => undefined };
  const handlers = new ProjectDesk({
    ...parts,
    askForFile: () => Promise.resolve(join(aside, 'saved.trellis')),
  }).handlers();
  const look = (bytes: Uint8Array, id = 'look') =>
    handlers['project.look']({ id, bytes: Uint8Array.from(bytes), passphrase: null, restore: null }, caller);
  return {
    saved: async (): Promise<Uint8Array> => {
      const about = { ledger: deskLedger, name: 'Sunrise', groupId: null, by: 'owner', timeZone: 'UTC' };
      const saved = await handlers['project.save']({ ...about, passphrase: null }, caller);
      if (!saved.ok) throw new Error(JSON.stringify(saved.failure));
      return new Uint8Array(await readFile(join(aside, 'saved.trellis')));
    },
    look,
    take: async (bytes: Uint8Array, as: 'itself' | 'copy') => {
      await look(bytes);
      return handlers['project.take']({ id: 'look', as, by: 'owner' }, caller);
    },
  };
}

/** Somebody who has all of the history, and somebody who has joined after it was made shorter. */
async function anOffice() {
  const anna = await (await (await aComputer('anna')).start()).share(folder);
  anna.done('owner', 'user.update', { userId: 'rita', set: { email: 'rita@secret.example' } });
  anna.done('owner', 'user.remove', { userId: 'rita' });
  await anna.sync();
  const found = await anna.shortening.outlook(deskLedger, '2026-06-02', patient());
  if (!found.ok || found.value.kind !== 'plan') throw new Error(JSON.stringify(found));
  const { to } = found.value.plan;
  const made = await anna.shortening.putDown({ ledger: deskLedger, call: 'c', to }, patient());
  if (!made.ok) throw new Error(JSON.stringify(made.failure));
  anna.done('owner', 'history.shorten', { ...to, checkpoint: made.value });
  await anna.sync();
  await anna.shortening.finish(deskLedger, patient());
  const cleo = await (await aComputer('cleo')).join(folder);
  await cleo.desk.begin(deskLedger, patient());
  await (await cleo.rebuild()).sync();
  cleo.done('bob', 'group.create', { id: 'quay', parentId: 'root', kind: 'complex', name: 'Quay' });
  await cleo.sync();
  return { anna, cleo };
}

beforeEach(async () => {
  [folder, aside] = [await temporaryFolder(), await temporaryFolder()];
});
afterEach(async () => {
  for (const computer of computers.splice(0)) await computer.desk.close();
});

describe('a file of an account whose history was made shorter', () => {
  it('brings the account back on a computer that has nothing, which goes on with the others', async () => {
    const { anna, cleo } = await anOffice();
    const bytes = await filesOf(cleo).saved();
    const opened = await openProject(bytes);
    expect(opened).toMatchObject({
      ok: true,
      value: { manifest: { format: 4 }, beginning: { head: { seq: 5 } }, refused: [], outline: { groups: 2 } },
    });
    const dan = await aComputer('dan');
    expect(await filesOf(dan).look(bytes)).toMatchObject({
      value: { isShortened: true, commits: 2, here: { kind: 'absent' } },
    });
    expect(await filesOf(dan).take(bytes, 'itself')).toMatchObject({ ok: true, value: { head: { seq: 7 } } });
    await dan.rebuild();
    expect(dan.digest()).toBe(cleo.digest());
    await dan.share(folder);
    dan.done('owner', 'group.create', { id: 'mole', parentId: 'root', kind: 'complex', name: 'Mole' });
    await dan.sync();
    await anna.sync();
    expect(anna.digest()).toBe(dan.digest());
  });

  it('has nothing left in it of who was removed', async () => {
    const { cleo } = await anOffice();
    const opened = await openProject(await filesOf(cleo).saved());
    if (!opened.ok || opened.value.beginning === null) throw new Error('nothing was opened');
    const { beginning, entries } = opened.value;
    const all = Buffer.concat([beginning.bytes, ...entries]).toString('latin1');
    expect(all).toContain('Quay');
    expect(all).not.toContain('rita@secret.example');
  });

  it('stands beside what is kept: the same, more, and whole', async () => {
    const { anna, cleo } = await anOffice();
    const bytes = await filesOf(cleo).saved();
    expect(await filesOf(cleo).look(bytes)).toMatchObject({ value: { here: { kind: 'kept', commits: 0 } } });
    // Anna has all of the history, and not yet what Cleo did.
    expect(await filesOf(anna).look(bytes)).toMatchObject({
      value: { here: { kind: 'kept', commits: 1 }, changes: [expect.objectContaining({ table: 'groups' })] },
    });
    expect(await filesOf(anna).take(bytes, 'itself')).toMatchObject({ ok: true, value: { head: { seq: 7 } } });
    await anna.rebuild();
    expect(anna.digest()).toBe(cleo.digest());
  });

  it('is not what a copy is made of, as what made the account is not in it', async () => {
    const { cleo } = await anOffice();
    const bytes = await filesOf(cleo).saved();
    expect(await filesOf(cleo).take(bytes, 'copy')).toEqual({ ok: false, failure: { kind: 'nothing-there' } });
    expect(await cleo.desk.open()).toMatchObject({ value: { ledger: deskLedger } });
  });

  it('is added to no place without a window, which says so', async () => {
    const { cleo } = await anOffice();
    await filesOf(cleo).saved();
    const lines: string[] = [];
    const words = [join(aside, 'saved.trellis'), '--into', join(aside, 'place')];
    const code = await commands.find(({ name }) => name === 'open')?.run(words, (line) => lines.push(line));
    expect({ code, lines }).toEqual({
      code: 1,
      lines: ['the history of this account was made shorter: open the file in the window'],
    });
  });

  it('is not believed where no act in it names the account with which it begins', async () => {
    const { cleo } = await anOffice();
    const contents = await cleo.desk.look(deskLedger, contentsIn);
    if (contents?.ok !== true || contents.value.beginning === null) throw new Error('nothing is kept');
    const { head, beginning, waiting } = contents.value;
    const parts = partsOfAccount({ beginning, entries: contents.value.entries.slice(1), waiting });
    const bytes = await writeProjectFile({ kind: 'account', ledger: deskLedger, head, name: '', parts });
    expect(await openProject(bytes)).toEqual({ ok: false, failure: { code: 'DAMAGED', place: 'beginning.trlk' } });
    const forged = { head: beginning.head, bytes: Uint8Array.from(beginning.bytes).fill(0, 40, 44) };
    const others = partsOfAccount({ beginning: forged, entries: contents.value.entries, waiting });
    expect(
      await openProject(await writeProjectFile({ kind: 'account', ledger: deskLedger, head, name: '', parts: others })),
    ).toEqual({ ok: false, failure: { code: 'DAMAGED', place: 'beginning.trlk' } });
  });

  it('is made by itself as a backup, with the name of the account', async () => {
    const { cleo } = await anOffice();
    const keeper = new BackupKeeper({
      ...{ profile: cleo.profile, files: new LedgerFiles(cleo.profile), desk: cleo.desk, ask: askHere },
      ...{ now: () => Date.parse('2026-06-01T12:00:00.000Z'), askForFolder: () => Promise.resolve(null) },
      ...{ after: () => () => undefined, onTrouble: () => undefined },
    });
    const handlers = keeper.handlers();
    const made = await handlers['backups.make']({ ledger: deskLedger }, caller);
    if (!made.ok) throw new Error(JSON.stringify(made.failure));
    const read = await handlers['backups.read']({ ledger: deskLedger, name: made.value.name }, caller);
    if (!read.ok) throw new Error(JSON.stringify(read.failure));
    expect(await openProject(read.value)).toMatchObject({
      ok: true,
      value: { manifest: { name: 'Sunrise Services' }, beginning: { head: { seq: 5 } } },
    });
  });
});
