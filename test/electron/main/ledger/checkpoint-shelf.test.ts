import { describe, expect, it } from 'vitest';
import { CheckpointShelf } from '../../../../electron/main/ledger/checkpoint-shelf';
import { MemoryLedger, MemoryStore } from '../../../../electron/main/stores/memory';
import type { Head } from '#core/ledger/commit';
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
  return found.value?.head.seq ?? null;
}

describe('checkpoints beside a ledger', () => {
  it('are believed once two computers say the same', async () => {
    const { shelf, head } = await aPlace();
    expect(await shelf.put(replayed(1_000), 'anna', patient())).toMatchObject({
      ok: true,
      value: { isConfirmed: false },
    });
    expect(await seqFound(shelf, head)).toBeNull();
    // Saying it twice is saying it once.
    await shelf.put(replayed(1_000), 'anna', patient());
    expect(await seqFound(shelf, head)).toBeNull();
    expect(await shelf.put(replayed(1_000), 'ben', patient())).toMatchObject({
      ok: true,
      value: { isConfirmed: true },
    });
    expect(await seqFound(shelf, head)).toBe(1_000);
  });

  it('are believed from one computer where a signed commit vouches for it', async () => {
    const { shelf, head } = await aPlace();
    await shelf.put(replayed(1_000), 'anna', patient());
    const found = await shelf.newest(head, patient(), (seq) => seq === 1_000);
    expect(found).toMatchObject({ ok: true, value: { confirmedBy: ['anna'] } });
  });

  it('open an account that the tail makes the same as replaying everything', async () => {
    const { shelf, head } = await aPlace();
    for (const computer of ['anna', 'ben']) await shelf.put(replayed(1_000), computer, patient());
    const found = await shelf.newest(head, patient());
    if (!found.ok || found.value === null) throw new Error('There is no checkpoint');
    const { replica } = found.value;
    const received = replica.receive(entries.slice(1_000));
    expect(received).toMatchObject({ ok: true, voided: [] });
    expect(replica.head).toEqual(head);
    expect(replica.ask('digest', {}, on)).toEqual(replayed(1_200).ask('digest', {}, on));
  });

  it('are the newest that stands at or before the head', async () => {
    const { shelf, head } = await aPlace();
    for (const computer of ['anna', 'ben']) {
      await shelf.put(replayed(500), computer, patient());
      await shelf.put(replayed(1_000), computer, patient());
    }
    expect(await seqFound(shelf, head)).toBe(1_000);
    expect(await seqFound(shelf, { ...head, seq: 999 })).toBe(500);
    expect(await seqFound(shelf, { ...head, seq: 499 })).toBeNull();
  });

  it('are passed over when they are half there, wrong, or made by a newer version', async () => {
    const { shelf, head, ledger } = await aPlace();
    for (const computer of ['anna', 'ben']) {
      await shelf.put(replayed(500), computer, patient());
      await shelf.put(replayed(1_000), computer, patient());
    }
    const [name = '', bytes = new Uint8Array()] =
      [...ledger.blobs].find(([it]) => it.startsWith('checkpoint-000000001000-')) ?? [];
    for (const wrong of [
      bytes.subarray(0, bytes.length / 2),
      bytes.map((byte, at) => (at === 900 ? byte ^ 1 : byte)),
    ]) {
      ledger.blobs.set(name, Uint8Array.from(wrong));
      expect(await seqFound(shelf, head)).toBe(500);
    }
    ledger.blobs.delete(name);
    expect(await seqFound(shelf, head)).toBe(500);
  });

  it('do not win by one who says something else first', async () => {
    const { shelf, head, ledger } = await aPlace();
    const lie = Buffer.from(JSON.stringify({ computer: 'eve', checkpoint: 'e'.repeat(64) }));
    ledger.blobs.set('checkpoint-000000001000.1', lie);
    ledger.blobs.set('checkpoint-000000001000.2', Buffer.from('not json'));
    for (const computer of ['anna', 'ben']) await shelf.put(replayed(1_000), computer, patient());
    expect(await seqFound(shelf, head)).toBe(1_000);
  });
});
