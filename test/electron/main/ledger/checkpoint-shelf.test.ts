import { describe, expect, it } from 'vitest';
import { CheckpointShelf, type OwnCheckpoint } from '../../../../electron/main/ledger/checkpoint-shelf';
import { MemoryLedger, MemoryStore } from '../../../../electron/main/stores/memory';
import type { Head } from '#core/ledger/commit';
import { finish } from '#core/kernel/slices';
import { writeCheckpoint } from '#core/ledger/checkpoint';
import { Replica } from '#core/ledger/replica';
import { ledgerOf } from '../../../bench/accounts';
import { patient } from '../../../support/store-calls';

const on = { day: '2026-06-01', by: 'owner' };
const entries = ledgerOf(1_200);

function replayed(upTo: number): Replica {
  const replica = Replica.empty('bench');
  const received = replica.receive(entries.slice(0, upTo));
  if (!received.ok) throw new Error(JSON.stringify(received.failure));
  return replica;
}

/** What a computer says that the ledger comes to at a commit. */
function saying(upTo: number, computer: string): OwnCheckpoint {
  const { ledger, head, model, records } = replayed(upTo);
  if (head === null) throw new Error('There is nothing in the ledger');
  return { bytes: finish(writeCheckpoint({ ledger, head, model, records })), head, computer };
}

async function aPlace() {
  const ledger = new MemoryLedger();
  const store = new MemoryStore(ledger);
  const appended = await store.append(entries, null, patient());
  if (!appended.ok) throw new Error(JSON.stringify(appended.failure));
  return { ledger, head: appended.value, shelf: new CheckpointShelf(store, 'bench') };
}

async function seqFound(shelf: CheckpointShelf, head: Head): Promise<number | null> {
  const found = await shelf.newest(head, patient());
  if (!found.ok) throw new Error(JSON.stringify(found.failure));
  return found.value.found?.head.seq ?? null;
}

describe('checkpoints beside a ledger', () => {
  it('are believed once two computers say the same', async () => {
    const { shelf, head } = await aPlace();
    expect(await shelf.put(saying(1_000, 'anna'), patient())).toMatchObject({
      ok: true,
      value: { isConfirmed: false },
    });
    expect(await seqFound(shelf, head)).toBeNull();
    // Saying it twice is saying it once.
    await shelf.put(saying(1_000, 'anna'), patient());
    expect(await seqFound(shelf, head)).toBeNull();
    expect(await shelf.put(saying(1_000, 'ben'), patient())).toMatchObject({
      ok: true,
      value: { isConfirmed: true },
    });
    expect(await seqFound(shelf, head)).toBe(1_000);
  });

  it('open an account that the tail makes the same as replaying everything', async () => {
    const { shelf, head } = await aPlace();
    for (const computer of ['anna', 'ben']) await shelf.put(saying(1_000, computer), patient());
    const found = await shelf.newest(head, patient());
    if (!found.ok || found.value.found === null) throw new Error('There is no checkpoint');
    const { replica } = found.value.found;
    const received = replica.receive(entries.slice(1_000));
    expect(received).toMatchObject({ ok: true, voided: [] });
    expect(replica.head).toEqual(head);
    expect(replica.ask('digest', {}, on)).toEqual(replayed(1_200).ask('digest', {}, on));
  });

  it('leave the newest two on which this computer and another agree, and everything newer', async () => {
    const { shelf, ledger } = await aPlace();
    const put = (seq: number, computer: string) => {
      const head = { seq, hash: 'f'.repeat(64) };
      return shelf.put({ bytes: Buffer.from(`account at ${String(seq)}`), head, computer }, patient());
    };
    const there = (): readonly number[] =>
      [...new Set([...ledger.blobs.keys()].map((name) => Number(name.slice(11, 23))))].sort((a, b) => a - b);
    for (const seq of [500, 5_000, 10_000, 40_000, 45_000])
      for (const computer of ['anna', 'ben']) await put(seq, computer);
    await put(50_000, 'anna');
    // Of others' words alone nothing is removed: they may be made up.
    expect(await shelf.dropOld(50_000, 'carl', patient())).toEqual({ ok: true, value: 0 });
    expect(await shelf.dropOld(50_000, 'anna', patient())).toEqual({ ok: true, value: 2 });
    expect(there()).toEqual([500, 40_000, 45_000, 50_000]);
    await put(50_000, 'ben');
    expect(await shelf.dropOld(50_000, 'ben', patient())).toEqual({ ok: true, value: 1 });
    expect(there()).toEqual([500, 45_000, 50_000]);
    expect(await shelf.dropOld(50_000, 'anna', patient())).toEqual({ ok: true, value: 0 });
  });

  it('are the newest that stands at or before the head', async () => {
    const { shelf, head } = await aPlace();
    for (const computer of ['anna', 'ben']) {
      await shelf.put(saying(500, computer), patient());
      await shelf.put(saying(1_000, computer), patient());
    }
    expect(await seqFound(shelf, head)).toBe(1_000);
    expect(await seqFound(shelf, { ...head, seq: 999 })).toBe(500);
    expect(await seqFound(shelf, { ...head, seq: 499 })).toBeNull();
  });

  it('are passed over when they are half there, wrong, or made by a newer version', async () => {
    const { shelf, head, ledger } = await aPlace();
    for (const computer of ['anna', 'ben']) {
      await shelf.put(saying(500, computer), patient());
      await shelf.put(saying(1_000, computer), patient());
    }
    const [name = '', bytes = new Uint8Array()] =
      [...ledger.blobs].find(([it]) => it.startsWith('checkpoint-000000001000-')) ?? [];
    for (const wrong of [
      bytes.subarray(0, bytes.length / 2),
      bytes.map((byte, at) => (at === 900 ? byte ^ 1 : byte)),
    ]) {
      ledger.blobs.set(name, Uint8Array.from(wrong));
      const found = await shelf.newest(head, patient());
      expect(found).toMatchObject({
        value: { found: { head: { seq: 500 } }, passedOver: [{ seq: 1_000, because: 'damaged' }] },
      });
    }
    ledger.blobs.delete(name);
    expect(await seqFound(shelf, head)).toBe(500);
  });

  it('do not win by one who says something else first', async () => {
    const { shelf, head, ledger } = await aPlace();
    const lie = Buffer.from(JSON.stringify({ computer: 'eve', checkpoint: 'e'.repeat(64) }));
    ledger.blobs.set('checkpoint-000000001000.1', lie);
    ledger.blobs.set('checkpoint-000000001000.2', Buffer.from('not json'));
    for (const computer of ['anna', 'ben']) await shelf.put(saying(1_000, computer), patient());
    expect(await seqFound(shelf, head)).toBe(1_000);
  });

  it('are none of this ledger where another commit stands in their place', async () => {
    const { ledger, head } = await aPlace();
    const elsewhere = new MemoryLedger();
    const other = new MemoryStore(elsewhere);
    const shelf = new CheckpointShelf(other, 'bench');
    // The same acts in the same order, but the last one before the checkpoint is another.
    await other.append(ledgerOf(1_200).slice(0, 999), null, patient());
    for (const computer of ['anna', 'ben']) await shelf.put(saying(1_000, computer), patient());
    expect(await shelf.newest(head, patient())).toMatchObject({
      value: { found: null, passedOver: [{ seq: 1_000, because: 'other' }] },
    });
    expect(ledger.blobs.size).toBe(0);
  });

  it('are said again by who has changed their mind, and both words stand', async () => {
    const { shelf } = await aPlace();
    const wrong = saying(1_000, 'anna');
    await shelf.put({ ...wrong, bytes: wrong.bytes.map((byte, at) => (at === 900 ? byte ^ 1 : byte)) }, patient());
    await shelf.put(saying(1_000, 'ben'), patient());
    expect(await shelf.put(saying(1_000, 'anna'), patient())).toMatchObject({
      value: { isConfirmed: true, contradictedBy: ['anna'] },
    });
  });
});
