import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { commands } from '../../../../electron/headless/commands/commands';
import type { JournalNote } from '#core/ipc/journal-channels';
import { bytesIn, DeskComputer, deskLedger } from '../../../support/desk-computer';
import { patient } from '../../../support/store-calls';
import { temporaryFolder } from '../../../support/temporary-folder';

let folder: string;
let elsewhere: string;
const computers: DeskComputer[] = [];

async function aComputer(name: string): Promise<DeskComputer> {
  const computer = await DeskComputer.make(name, [folder, elsewhere]);
  computers.push(computer);
  return computer;
}

const group = (id: string) => ({ id, parentId: 'root', kind: 'complex', name: id });

function journalOf({ desk }: DeskComputer) {
  const journal = desk.journalOf(deskLedger);
  if (!journal.ok) throw new Error(journal.failure.kind);
  return journal.value;
}

/** Lets the folder begin with a checkpoint of everything that is in it, as an owner does. */
async function shorten(): Promise<void> {
  const lines: string[] = [];
  const store = commands.find(({ name }) => name === 'store');
  const code = await store?.run(['compact', folder, '--apply'], (line) => lines.push(line));
  expect({ code, lines }).toMatchObject({ code: 0 });
}

async function joined(name: string): Promise<DeskComputer> {
  const computer = await aComputer(name);
  await computer.join(folder);
  expect(await computer.desk.begin(deskLedger, patient())).toMatchObject({ ok: true });
  await computer.rebuild();
  return computer.sync();
}

beforeEach(async () => {
  folder = await temporaryFolder();
  elsewhere = join(await temporaryFolder());
});
afterEach(async () => {
  for (const computer of computers.splice(0)) await computer.desk.close();
});

/** An account of three computers: one that has everything, one that has been away, one that has a word to say. */
async function anOffice() {
  const anna = await (await (await aComputer('anna')).start()).share(folder);
  anna.done('owner', 'group.create', group('quay'));
  await anna.sync();
  const ben = await joined('ben');
  anna.done('owner', 'user.update', { userId: 'rita', set: { email: 'rita@secret.example' } });
  anna.done('owner', 'user.remove', { userId: 'rita' });
  await anna.sync();
  return { anna, ben };
}

describe('a place whose history was made shorter', () => {
  it('goes on unchanged for a computer that has seen all of it, which puts nothing back that went', async () => {
    const { anna } = await anOffice();
    await shorten();
    anna.done('owner', 'group.create', group('mole'));
    await anna.sync();
    anna.done('owner', 'group.create', group('pier'));
    await anna.sync();
    const again = await anna.again([folder]);
    computers.push(again);
    again.done('owner', 'group.create', group('dock'));
    await again.sync();
    expect(journalOf(again).base).toBeNull();
    expect(again.healed).toEqual([]);
    expect(await bytesIn(folder)).not.toContain('rita@secret.example');
    // What this computer has of the history it keeps.
    expect(again.replica.records.some(({ args }) => JSON.stringify(args).includes('rita@secret.example'))).toBe(true);
    expect(again.tried('owner', 'undo', { commit: 'anna-3' })).toMatchObject([{ code: 'HISTORY_SHORTENED' }]);
  });

  it('lets a computer that was away begin again, with what waited there', async () => {
    const { anna, ben } = await anOffice();
    ben.done('bob', 'group.create', group('bens'));
    const [intent] = ben.replica.pending;
    await journalOf(ben).note([{ kind: 'intent', intent: intent! } satisfies JournalNote]);
    await shorten();
    anna.done('owner', 'group.create', group('mole'));
    await anna.sync();
    expect(await ben.trySync()).toMatchObject({ kind: 'shortened', begins: { seq: 6 } });
    await vi.waitFor(() => expect(ben.healed).toMatchObject([{ kind: 'began-again', waiting: 1 }]));
    await ben.rebuild();
    expect(ben.replica.pending).toMatchObject([{ id: intent!.id }]);
    await ben.sync();
    await anna.sync();
    expect(ben.digest()).toBe(anna.digest());
    expect(anna.replica.model.row('groups', 'bens')).toMatchObject({ name: 'bens' });
    expect(ben.replica.records.map(({ args }) => JSON.stringify(args)).join()).not.toContain('rita@secret.example');
    // Once is enough, also after a start.
    await ben.desk.shown(deskLedger);
    const again = await ben.again([folder]);
    computers.push(again);
    await again.sync();
    expect(again.healed).toEqual([]);
    expect(again.digest()).toBe(anna.digest());
  });

  it('does an act once that had reached the ledger without this computer knowing', async () => {
    const { anna, ben } = await anOffice();
    ben.done('bob', 'group.create', group('bens'));
    const [intent] = ben.replica.pending;
    await journalOf(ben).note([{ kind: 'intent', intent: intent! } satisfies JournalNote]);
    // Its append arrived, and the answer was lost.
    anna.done('bob', 'group.create', group('other'));
    const prepared = anna.replica.prepareAgain(intent!);
    if (!prepared.ok) throw new Error('The act does not hold');
    anna.replica.accept(prepared.step);
    await anna.sync();
    await shorten();
    expect(await ben.trySync()).toMatchObject({ kind: 'shortened' });
    await vi.waitFor(() => expect(ben.healed).toMatchObject([{ kind: 'began-again', waiting: 0 }]));
    await ben.rebuild();
    await (await ben.sync(), anna.sync());
    expect(ben.digest()).toBe(anna.digest());
    expect([...ben.replica.model.rows('groups')].filter(({ name }) => name === 'bens')).toHaveLength(1);
  });

  it('is joined from its checkpoint, with nothing left to be checked before it', async () => {
    const { anna } = await anOffice();
    await shorten();
    await anna.sync();
    const cleo = await joined('cleo');
    expect(cleo.digest()).toBe(anna.digest());
    await cleo.desk.choosePerson(deskLedger, 'bob');
    await vi.waitFor(async () => {
      expect(await cleo.desk.placeOf(deskLedger)).toMatchObject({ value: { wholeCheck: null, healed: [] } });
    });
    cleo.done('bob', 'group.create', group('mole'));
    await cleo.sync();
    await anna.sync();
    expect(cleo.digest()).toBe(anna.digest());
  });

  it('is shared elsewhere as it is by a computer that knows no more of it', async () => {
    const { anna } = await anOffice();
    await shorten();
    await anna.sync();
    const cleo = await joined('cleo');
    await cleo.share(elsewhere);
    await cleo.sync();
    cleo.done('bob', 'group.create', group('mole'));
    await cleo.sync();
    const dan = await aComputer('dan');
    await dan.join(elsewhere);
    await dan.desk.begin(deskLedger, patient());
    await dan.rebuild();
    await dan.sync();
    expect(dan.digest()).toBe(cleo.digest());
  });
});
