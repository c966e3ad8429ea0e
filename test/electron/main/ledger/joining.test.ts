import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { finish } from '#core/kernel/slices';
import { readCheckpoint, writeCheckpoint } from '#core/ledger/checkpoint';
import type { Healing } from '#core/ledger/healing';
import { Replica } from '#core/ledger/replica';
import { CheckpointShelf, type OwnCheckpoint } from '../../../../electron/main/ledger/checkpoint-shelf';
import { LedgerDesk } from '../../../../electron/main/ledger/ledger-desk';
import { LedgerFiles } from '../../../../electron/main/ledger/ledger-files';
import { LedgerPlaces } from '../../../../electron/main/ledger/ledger-places';
import { FolderStore } from '../../../../electron/main/stores/folder/folder';
import { noLock } from '../../../../electron/main/trust/key-file';
import { ledgerOf } from '../../../bench/accounts';
import { checkHere } from '../../../support/check-here';
import { everything, patient } from '../../../support/store-calls';
import { temporaryFolder } from '../../../support/temporary-folder';

const ledger = 'bench';
const entries = ledgerOf(700);
const standsAt = 500;
let root: string;
let profile: string;
const opened: { close(): Promise<void> }[] = [];

function valueOf<Value>(result: { readonly ok: true; readonly value: Value } | { readonly ok: false }): Value {
  if (!result.ok) throw new Error(JSON.stringify(result));
  return result.value;
}

/** A newcomer's computer, or the same one started again. */
function aComputer() {
  const places = new LedgerPlaces();
  places.allow(root);
  const healed: Healing[] = [];
  const moved: string[] = [];
  const desk = new LedgerDesk({
    files: new LedgerFiles(profile),
    places,
    passwordFor: () => null,
    keyLock: () => noLock,
    spawnCheck: checkHere,
    onHint: () => undefined,
    onMoved: (which) => moved.push(which),
    onVoided: () => undefined,
    onHealed: (_ledger, healing) => healed.push(healing),
    onChanged: () => undefined,
  });
  opened.unshift(desk);
  const journal = () => valueOf(desk.journalOf(ledger));
  const read = async (after: number) => valueOf(await valueOf(desk.storeOf(ledger)).read(after, everything, patient()));
  return { desk, healed, moved, journal, read };
}

/** What a computer says of the account, which `change` may make a lie. */
function saying(computer: string, change: (replica: Replica) => void = () => undefined): OwnCheckpoint {
  const replica = Replica.empty(ledger);
  replica.receive(entries.slice(0, standsAt));
  change(replica);
  const { head, model, records } = replica;
  if (head === null) throw new Error('There is nothing in the ledger');
  return { bytes: finish(writeCheckpoint({ ledger, head, model, records })), head, computer };
}

async function twoSay(change?: (replica: Replica) => void): Promise<void> {
  const store = new FolderStore(root, { ledger: null, mayBeEmpty: true });
  const shelf = new CheckpointShelf(store, ledger);
  for (const computer of ['anna', 'ben'])
    expect(await shelf.put(saying(computer, change), patient())).toMatchObject({ ok: true });
  await store.close();
}

beforeEach(async () => {
  root = await temporaryFolder();
  profile = await temporaryFolder();
  const store = new FolderStore(root, { ledger: null, mayBeEmpty: true });
  valueOf(await store.append(entries, null, patient()));
  await store.close();
});
afterEach(async () => {
  for (const each of opened.splice(0)) await each.close();
});

describe('a newcomer', () => {
  it('begins with the checkpoint, reads the rest, and has all of it once that was replayed behind', async () => {
    await twoSay();
    const { desk, journal, read, healed } = aComputer();
    valueOf(await desk.join(root));
    expect(await desk.begin(ledger, patient())).toMatchObject({
      value: { from: { seq: standsAt }, head: { seq: 700 }, passedOver: [] },
    });
    expect(journal().summary()).toMatchObject({ head: { seq: standsAt }, base: { seq: standsAt } });
    const bytes = (await journal().checkpoint())?.bytes ?? new Uint8Array();
    expect(readCheckpoint(bytes)).toMatchObject({ ok: true, checkpoint: { ledger } });
    expect((await read(standsAt)).entries).toEqual(entries.slice(standsAt));
    expect(valueOf(await desk.placeOf(ledger)).wholeCheck).toEqual({ done: 0, of: standsAt });
    // As soon as somebody has said who they are, as after each start.
    valueOf(await desk.choosePerson(ledger, 'owner'));
    await vi.waitFor(() => expect(healed).toMatchObject([{ kind: 'checked-whole', count: standsAt }]));
    expect(journal().summary()).toMatchObject({ head: { seq: 700 }, base: null });
    expect(valueOf(await journal().commits(0, { entries: 800, bytes: 1e9 }))).toEqual(entries);
    expect(valueOf(await desk.placeOf(ledger)).wholeCheck).toBeNull();
    expect(await readdir(join(profile, 'ledgers', ledger))).not.toContain('beginning.trlk');
  });

  it('goes on where it was ended, with the checkpoint and what came after it', async () => {
    await twoSay();
    const first = aComputer();
    valueOf(await first.desk.join(root));
    valueOf(await first.desk.begin(ledger, patient()));
    await first.read(standsAt);
    await first.desk.shown(ledger);
    await first.desk.close();
    const again = aComputer();
    valueOf(await again.desk.open());
    expect(again.journal().newest).toMatchObject({ seq: 700 });
    expect((await again.read(650)).entries).toEqual(entries.slice(650));
    await again.desk.shown(ledger);
    await vi.waitFor(() => expect(again.journal().base).toBeNull());
  });

  it('reads everything where its own copy of the checkpoint is damaged', async () => {
    await twoSay();
    const first = aComputer();
    valueOf(await first.desk.join(root));
    valueOf(await first.desk.begin(ledger, patient()));
    await first.read(standsAt);
    await first.desk.shown(ledger);
    await first.desk.close();
    const file = join(profile, 'ledgers', ledger, 'beginning.trlk');
    const whole = await readFile(file).catch(() => null);
    if (whole !== null) await writeFile(file, whole.subarray(0, whole.length - 10));
    const again = aComputer();
    valueOf(await again.desk.open());
    expect((await again.read(0)).entries).toEqual(entries);
    expect(again.journal().summary()).toMatchObject({ head: { seq: 700 }, base: null });
  });

  it('finds out that two computers have lied, and makes the account anew from the ledger', async () => {
    await twoSay(({ model }) => {
      const root = model.row('groups', 'root');
      if (root !== undefined) model.put('groups', { ...root, name: 'Eve’s' });
      model.settle();
    });
    const { desk, journal, read, moved, healed } = aComputer();
    valueOf(await desk.join(root));
    expect(await desk.begin(ledger, patient())).toMatchObject({ value: { from: { seq: standsAt } } });
    await read(standsAt);
    await desk.shown(ledger);
    await vi.waitFor(() => expect(moved).toEqual([ledger]));
    expect(healed.at(-1)).toMatchObject({ kind: 'checkpoint-wrong' });
    expect(await desk.open()).toMatchObject({ value: { anew: true } });
    expect(journal().summary()).toMatchObject({ head: null, base: null });
    expect((await read(0)).entries).toEqual(entries);
    // Once the window shows it, it is an account like any other.
    await desk.shown(ledger);
    expect(valueOf(await desk.open())).not.toHaveProperty('anew');
  });

  it.each([
    ['damaged', (bytes: Uint8Array) => bytes.subarray(0, bytes.length / 2)],
    [
      'of another version',
      (bytes: Uint8Array) =>
        Buffer.from(Buffer.from(bytes).toString('latin1').replace('"format":1', '"format":9'), 'latin1'),
    ],
  ])('replays the whole ledger where the checkpoint is %s, and says so', async (_how, change) => {
    await twoSay();
    const folder = join(root, 'blobs');
    const [name = ''] = (await readdir(folder)).filter((each) => /^checkpoint-\d+-/.test(each));
    await writeFile(join(folder, name), change(await readFile(join(folder, name))));
    const { desk, journal, read } = aComputer();
    valueOf(await desk.join(root));
    expect(await desk.begin(ledger, patient())).toMatchObject({ value: { from: null } });
    expect(journal().summary()).toMatchObject({ head: null, base: null });
    expect(valueOf(await desk.placeOf(ledger)).healed).toMatchObject([{ kind: 'read-whole', because: 'damaged' }]);
    expect((await read(0)).entries).toEqual(entries);
  });

  it('who gives up leaves nothing behind', async () => {
    await twoSay();
    const { desk } = aComputer();
    valueOf(await desk.join(root));
    const ending = new AbortController();
    const beginning = desk.begin(ledger, ending.signal);
    ending.abort();
    expect(await beginning).toMatchObject({ ok: false, failure: { kind: 'aborted' } });
    valueOf(await desk.giveUp(ledger));
    expect(await desk.accounts()).toEqual([]);
    // Somebody who has sat here keeps what is here.
    valueOf(await desk.join(root));
    valueOf(await desk.choosePerson(ledger, 'owner'));
    valueOf(await desk.giveUp(ledger));
    expect(await desk.accounts()).toHaveLength(1);
  });
});

describe('a place that goes back while a newcomer has only the end of the ledger', () => {
  it('is filled up by others, and read on from there', async () => {
    await twoSay();
    const { desk, journal, read } = aComputer();
    valueOf(await desk.join(root));
    valueOf(await desk.begin(ledger, patient()));
    await read(standsAt);
    const files = await readdir(join(root, 'log'));
    const contents = await Promise.all(files.map((name) => readFile(join(root, 'log', name))));
    for (const name of files) await writeFile(join(root, 'log', name), '');
    expect(await valueOf(desk.storeOf(ledger)).read(700, everything, patient())).toMatchObject({ ok: false });
    for (const [at, name] of files.entries()) await writeFile(join(root, 'log', name), contents[at] ?? '');
    expect((await read(700)).entries).toEqual([]);
    expect(journal().newest).toMatchObject({ seq: 700 });
  });
});
