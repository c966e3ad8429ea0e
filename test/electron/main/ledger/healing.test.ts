import { copyFile, readdir, readFile, rename, rm, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { readLedger } from '../../../../electron/headless/read-ledger';
import { HealingComputer } from '../../../support/healing-computer';
import { SharedFolder } from '../../../support/shared-folder';
import { temporaryFolder } from '../../../support/temporary-folder';

const open: HealingComputer[] = [];
afterEach(() => Promise.all(open.splice(0).map((computer) => computer.close())));

async function aComputer(name: string, { root }: SharedFolder, profile?: string): Promise<HealingComputer> {
  const computer = await HealingComputer.open(name, root, join(profile ?? (await temporaryFolder()), 'journal'));
  open.push(computer);
  return computer;
}

/** Two computers that share an account with two complexes, and are up to date. */
async function twoComputers() {
  const folder = await SharedFolder.make();
  const [ada, ben] = [await aComputer('ada', folder), await aComputer('ben', folder)];
  await ada.start();
  await ada.complex('First');
  await done(ada);
  await done(ben);
  await ben.complex('Second');
  await done(ben);
  await done(ada);
  return { folder, ada, ben };
}

async function done(computer: HealingComputer): Promise<void> {
  expect(await computer.synchronise()).toEqual({ ok: true, value: null });
  expect(computer.replica.pending).toEqual([]);
}

/** All computers and somebody who reads the folder from its beginning have one and the same account. */
async function expectSame(folder: SharedFolder, ...computers: readonly HealingComputer[]): Promise<void> {
  const reading = await readLedger(folder.root);
  if (!reading.ok) throw new Error(JSON.stringify(reading.failure));
  expect(reading.value.voided).toEqual([]);
  for (const { replica, journal } of computers) {
    expect(replica.head).toEqual(reading.value.replica.head);
    expect(journal.newest).toEqual(reading.value.replica.head);
  }
  const digest = reading.value.replica.ask('digest', {}, { day: '2026-01-10', by: 'owner' });
  for (const computer of computers) expect(computer.digest()).toEqual(digest);
}

describe('a folder that was restored from a backup', () => {
  it('has what is missing put back byte for byte, by whoever comes first, and says so', async () => {
    const { folder, ada, ben } = await twoComputers();
    await folder.backUp('monday');
    await ada.complex('Third');
    await done(ada);
    await done(ben);
    await ben.complex('Fourth');
    await done(ben);
    await done(ada);
    const bytes = (await readdir(join(folder.root, 'log'))).length;
    await folder.restore('monday');
    expect((await readdir(join(folder.root, 'log'))).length).toBeLessThan(bytes);
    await done(ben);
    await done(ada);
    expect(ben.healed).toEqual([
      { kind: 'put-back', at: expect.any(String), to: '2026-01-10T08:00:00.000Z', count: 2 },
    ]);
    expect(ada.healed).toEqual([]);
    await expectSame(folder, ada, ben);
    expect(ada.complexes()).toEqual(['First', 'Fourth', 'Second', 'Third']);
  });

  it('goes on with acts that were done meanwhile', async () => {
    const { folder, ada, ben } = await twoComputers();
    await folder.backUp('monday');
    await ada.complex('Third');
    await done(ada);
    await folder.restore('monday');
    await ada.complex('Fifth');
    await done(ada);
    await done(ben);
    await expectSame(folder, ada, ben);
    expect(ben.complexes()).toEqual(['Fifth', 'First', 'Second', 'Third']);
  });

  it('is filled again when it was emptied, and never taken for a drive that is not connected', async () => {
    const { folder, ada, ben } = await twoComputers();
    for (const name of await readdir(join(folder.root, 'log'))) await rm(join(folder.root, 'log', name));
    await done(ada);
    await done(ben);
    expect(ada.healed).toMatchObject([{ kind: 'put-back', to: null, count: 3 }]);
    await expectSame(folder, ada, ben);
    await rename(folder.root, `${folder.root}-away`);
    expect(await ada.synchronise()).toMatchObject({ ok: false, failure: { kind: 'offline' } });
    await rename(`${folder.root}-away`, folder.root);
    await done(ada);
  });
});

describe('a folder that holds others’ commits from some commit on', () => {
  it('counts: own acts wait again under their ids, are sent behind the others, and those of others are kept until they are back', async () => {
    const { folder, ada, ben } = await twoComputers();
    await folder.backUp('monday');
    // Both send more; then the folder is put back, and a third, who knows nothing of that, goes on from there.
    const third = await ada.complex('Third');
    await done(ada);
    await done(ben);
    await ben.complex('Fourth');
    await done(ben);
    await done(ada);
    await folder.restore('monday');
    const cleo = await aComputer('cleo', folder);
    await done(cleo);
    await cleo.complex('Cleo’s');
    await done(cleo);
    const tail = await ada.complex('Last');
    await done(ada);
    expect(ada.healed).toMatchObject([{ kind: 'gave-way', common: { seq: 3 }, own: 1, others: 1 }]);
    expect(await ada.journal.missing('ada')).toMatchObject([{ by: 'owner', device: 'ben', do: 'group.create' }]);
    expect(ada.replica.records.map(({ id }) => id).slice(-2)).toEqual([third, tail]);
    expect(ada.complexes()).toEqual(['Cleo’s', 'First', 'Last', 'Second', 'Third']);
    await done(ben);
    await done(ada);
    await done(cleo);
    expect(await ada.journal.missing('ada')).toEqual([]);
    expect(ada.complexes()).toEqual(['Cleo’s', 'First', 'Fourth', 'Last', 'Second', 'Third']);
    await expectSame(folder, ada, ben, cleo);
  });

  it('gives what does not hold any more to its author’s attention, with the reason', async () => {
    const { folder, ada, ben } = await twoComputers();
    await folder.backUp('monday');
    await ada.act('group.update', { groupId: 'First', set: { note: 'from Ada' }, was: { note: '' } });
    await done(ada);
    await folder.restore('monday');
    const cleo = await aComputer('cleo', folder);
    await done(cleo);
    await cleo.act('group.update', { groupId: 'First', set: { note: 'from Cleo' }, was: { note: '' } });
    await done(cleo);
    expect(await ada.synchronise()).toMatchObject({ ok: true });
    expect(ada.replica.attention).toMatchObject([{ do: 'group.update', refusals: [{ code: expect.any(String) }] }]);
    await done(ben);
    await expectSame(folder, ada, ben, cleo);
  });

  it('ends the same for a computer that forked twice, also when it was restarted in between', async () => {
    const folder = await SharedFolder.make();
    const profile = await temporaryFolder();
    let ada = await aComputer('ada', folder, profile);
    const ben = await aComputer('ben', folder);
    await ada.start();
    await done(ada);
    await done(ben);
    await folder.backUp('empty');
    for (const round of ['one', 'two']) {
      await ada.complex(`Ada ${round}`);
      await done(ada);
      await folder.restore('empty');
      await ben.complex(`Ben ${round}`);
      await ben.synchronise();
      await ada.close();
      open.splice(open.indexOf(ada), 1);
      ada = await aComputer(`ada`, folder, profile);
      await ada.synchronise();
    }
    for (const computer of [ada, ben, ada, ben]) await done(computer);
    await expectSame(folder, ada, ben);
    expect(ada.complexes()).toEqual(['Ada one', 'Ada two', 'Ben one', 'Ben two']);
  });

  it('ends the same for two who heal towards each other at once', async () => {
    const { folder, ada, ben } = await twoComputers();
    await folder.backUp('monday');
    await ada.complex('Of Ada');
    await done(ada);
    await done(ben);
    await folder.restore('monday');
    const cleo = await aComputer('cleo', folder);
    await done(cleo);
    await cleo.complex('Of Cleo');
    await done(cleo);
    await ben.complex('Of Ben');
    await Promise.all([ada.synchronise(), ben.synchronise(), cleo.synchronise()]);
    for (const computer of [ada, ben, cleo, ada, ben, cleo]) await done(computer);
    await expectSame(folder, ada, ben, cleo);
    expect(cleo.complexes()).toEqual(['First', 'Of Ada', 'Of Ben', 'Of Cleo', 'Second']);
  });

  it('is read for as far as one branch goes where both lie mixed in it, and both authors heal', async () => {
    const { folder, ada, ben } = await twoComputers();
    await folder.backUp('monday');
    await ada.complex('Ada four');
    await done(ada);
    await ada.complex('Ada five');
    await done(ada);
    await folder.backUp('of ada');
    await folder.restore('monday');
    await ben.complex('Ben four');
    await done(ben);
    await ben.complex('Ben five');
    await done(ben);
    // As a stick and a copying program leave it: file 4 of one, file 5 of the other.
    const fifth = await readFile(folder.file(5));
    await folder.restore('of ada');
    await writeFile(folder.file(5), fifth);
    for (const computer of [ben, ada, ben, ada]) await done(computer);
    const cleo = await aComputer('cleo', folder);
    await done(cleo);
    await expectSame(folder, ada, ben, cleo);
    expect(cleo.complexes()).toEqual(['Ada five', 'Ada four', 'Ben five', 'Ben four', 'First', 'Second']);
  });
});

describe('files that are still arriving', () => {
  it('are waited for by name, nothing is added meanwhile, and nobody joins past a gap', async () => {
    const { folder, ada, ben } = await twoComputers();
    await ada.complex('Third');
    await done(ada);
    await ada.complex('Fourth');
    await done(ada);
    const fourth = await readFile(folder.file(4));
    await rm(folder.file(4));
    await ben.complex('Of Ben');
    const waiting = await ben.synchronise();
    expect(waiting).toMatchObject({ ok: false, failure: { kind: 'waiting', place: 'log/000000000004.jsonl' } });
    const cleo = await aComputer('cleo', folder);
    expect(await cleo.synchronise()).toMatchObject({ ok: false, failure: { kind: 'waiting' } });
    expect(await readdir(join(folder.root, 'log'))).not.toContain('000000000006.jsonl');
    await writeFile(folder.file(4), fourth.subarray(0, 40));
    expect(await ben.synchronise()).toMatchObject({ ok: false, failure: { kind: 'waiting' } });
    await writeFile(folder.file(4), fourth);
    for (const computer of [ben, cleo, ada]) await done(computer);
    await expectSame(folder, ada, ben, cleo);
    expect(cleo.complexes()).toEqual(['First', 'Fourth', 'Of Ben', 'Second', 'Third']);
  });

  it('may arrive in any order', async () => {
    const { folder, ada, ben } = await twoComputers();
    await folder.backUp('monday');
    for (const name of ['Third', 'Fourth', 'Fifth', 'Sixth']) {
      await ada.complex(name);
      await done(ada);
    }
    await folder.backUp('all');
    const late = [6, 4, 7, 5];
    const bytes = new Map(await Promise.all(late.map(async (seq) => [seq, await readFile(folder.file(seq))] as const)));
    await folder.restore('monday');
    for (const [index, seq] of late.entries()) {
      await writeFile(folder.file(seq), bytes.get(seq) ?? '');
      const outcome = await ben.synchronise();
      if (index < late.length - 1) expect(outcome).toMatchObject({ ok: false, failure: { kind: 'waiting' } });
      else expect(outcome.ok).toBe(true);
    }
    await expectSame(folder, ada, ben);
  });
});

describe('a damaged file', () => {
  it('is named, and put back from any computer that has its bytes, with the damaged one kept beside it', async () => {
    const { folder, ada, ben } = await twoComputers();
    const damaged = await readFile(folder.file(3));
    damaged[damaged.indexOf('Second')] = 'X'.charCodeAt(0);
    await writeFile(folder.file(3), damaged);
    const cleo = await aComputer('cleo', folder);
    expect(await cleo.synchronise()).toMatchObject({
      ok: false,
      failure: { kind: 'corrupt', place: 'log/000000000003.jsonl' },
    });
    const { signal } = new AbortController();
    expect(await cleo.store.repair.mend(() => Promise.resolve([]), signal)).toMatchObject({ ok: false });
    expect(await ben.store.repair.mend(() => Promise.resolve([]), signal)).toEqual({
      ok: true,
      value: [{ place: 'log/000000000003.jsonl', kept: 'log/000000000003.jsonl.damaged' }],
    });
    for (const computer of [cleo, ada, ben]) await done(computer);
    await expectSame(folder, ada, ben, cleo);
    expect(await readFile(`${folder.file(3)}.damaged`)).toEqual(damaged);
  });

  it('is put back also where it was cut off in the middle or copied over another', async () => {
    const { folder, ada, ben } = await twoComputers();
    await ada.complex('Third');
    await done(ada);
    await truncate(folder.file(1), 20);
    await copyFile(folder.file(4), folder.file(3));
    const { signal } = new AbortController();
    expect(await ada.store.repair.mend(() => Promise.resolve([]), signal)).toMatchObject({ ok: true });
    for (const computer of [ben, ada]) await done(computer);
    await expectSame(folder, ada, ben);
  });
});
