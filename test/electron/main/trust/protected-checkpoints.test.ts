import { readdir, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { finish } from '#core/kernel/slices';
import { writeCheckpoint } from '#core/ledger/checkpoint';
import { Replica } from '#core/ledger/replica';
import type { LedgerStore } from '#core/ledger/store';
import { CheckpointShelf, type OwnCheckpoint } from '../../../../electron/main/ledger/checkpoint-shelf';
import { sha256Hex } from '../../../../electron/main/files/sha256';
import { bytesIn, deskLedger, DeskComputer } from '../../../support/desk-computer';
import { temporaryFolder } from '../../../support/temporary-folder';

const never = new AbortController().signal;
let folder: string;
let office: DeskComputer;
let site: DeskComputer;

function storeOf({ desk }: DeskComputer): LedgerStore {
  const store = desk.storeOf(deskLedger);
  if (!store.ok) throw new Error(store.failure.kind);
  return store.value;
}

/** What a computer comes to at the first place of a checkpoint, signed with its key. */
async function saying({ desk, name }: DeskComputer): Promise<OwnCheckpoint> {
  const opened = desk.trusted(deskLedger);
  if (!opened.ok) throw new Error(opened.failure.kind);
  const { journal, check, keys } = opened.value;
  const entries = await journal.commits(0, { entries: 500, bytes: Number.MAX_SAFE_INTEGER });
  const [bad, register] = [await check.bad(), await check.register()];
  if (!entries.ok || !bad.ok || !register.ok) throw new Error('The journal cannot be read');
  const replica = Replica.empty(deskLedger);
  replica.receive(entries.value, undefined, { bad: bad.value, appends: null });
  const { head, model, records } = replica;
  if (head?.seq !== 500) throw new Error('The ledger is too short');
  const bytes = finish(writeCheckpoint({ ledger: deskLedger, head, model, records }));
  return {
    ...{ bytes, head, computer: name },
    signed: keys.own.signCheckpoint(deskLedger, head, sha256Hex(bytes), register.value),
  };
}

beforeEach(async () => {
  folder = await temporaryFolder();
  office = await (await DeskComputer.make('office', [folder])).start();
  await office.protect();
  for (let count = 0; count < 520; count += 1)
    office.done('owner', 'group.create', {
      ...{ id: `g${String(count)}`, parentId: 'root', kind: 'complex', name: `Sonnenhof ${String(count)}` },
    });
  await office.share(folder);
  await office.sync();
  const text = await office.invite('bob');
  site = await (await DeskComputer.make('site', [folder])).join(folder);
  await site.accept(text, 'bob');
  await office.sync();
});
afterEach(() => Promise.all([office, site].map(({ desk }) => desk.close())));

describe('who is here in a protected account', () => {
  it('is known to its computers, and named nowhere in the place', async () => {
    for (const { desk } of [office, site])
      expect(await desk.presence(deskLedger, 'apartment-on-the-seventh-floor', never)).toMatchObject({ ok: true });
    const others = await office.desk.presence(deskLedger, 'apartment-on-the-seventh-floor', never);
    expect(others).toMatchObject({ value: [{ by: null, groupId: 'apartment-on-the-seventh-floor' }] });
    expect(await readdir(join(folder, 'here'))).toHaveLength(2);
    const bytes = await bytesIn(join(folder, 'here'));
    for (const secret of ['"by":', 'apartment-on-the-seventh-floor', 'owner', `"${hostname()}"`])
      expect(bytes.includes(secret), secret).toBe(false);
  });

  it('is not who has put a word there without having been let in', async () => {
    await office.desk.presence(deskLedger, 'apartment-on-the-seventh-floor', never);
    const word = { computer: 'eve', name: 'Eve', by: 'owner', at: '2026-05-01T08:00:00.000Z', seq: 1, groupId: null };
    await writeFile(join(folder, 'here', 'eve.json'), JSON.stringify(word));
    await writeFile(
      join(folder, 'here', 'mallory.json'),
      `trellis-here-2 ${'a'.repeat(26)}\nxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx`,
    );
    const others = await site.desk.presence(deskLedger, null, never);
    expect(others.ok && others.value.map(({ computer }) => computer)).not.toContain('eve');
    expect(others.ok && others.value).toHaveLength(1);
  });
});

describe('a checkpoint of a protected account', () => {
  it('counts when two computers that are let in have signed it, and is not readable in the place', async () => {
    for (const computer of [office, site])
      expect(await new CheckpointShelf(storeOf(computer), deskLedger).put(await saying(computer), never)).toMatchObject(
        { ok: true },
      );
    const head = { seq: 520, hash: '' };
    expect(await new CheckpointShelf(storeOf(site), deskLedger).newest(head, never)).toMatchObject({
      value: { found: { head: { seq: 500 }, confirmedBy: ['office', 'site'] } },
    });
    const bytes = await bytesIn(folder);
    expect(bytes).toContain('checkpoint-000000000500.2');
    // Four letters alone, such as a checkpoint begins with, stand somewhere in what is enciphered, sooner or later.
    for (const secret of ['Sonnenhof', 'Bob Builder', '"computer"', '"shells":'])
      expect(bytes.includes(secret), secret).toBe(false);
  });

  it('is passed over as forged where one computer has spoken for two, or signed nothing', async () => {
    const own = await saying(site);
    const shelf = new CheckpointShelf(storeOf(site), deskLedger);
    await shelf.put(own, never);
    await shelf.put({ ...own, computer: 'office' }, never);
    await shelf.put({ ...own, computer: 'third', signed: null }, never);
    const other = await saying(office);
    await shelf.put(
      { ...own, computer: 'fourth', signed: { key: other.signed?.key ?? '', sig: 'ab'.repeat(64) } },
      never,
    );
    expect(await shelf.newest({ seq: 520, hash: '' }, never)).toMatchObject({
      value: { found: null, passedOver: [{ seq: 500, because: 'forged' }] },
    });
  });
});
