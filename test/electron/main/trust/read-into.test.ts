import { describe, expect, it } from 'vitest';
import { failed } from '#core/kernel/result';
import { Replica } from '#core/ledger/replica';
import type { LedgerStore, StoreFailure } from '#core/ledger/store';
import { MemoryStore } from '../../../../electron/main/stores/memory';
import { OwnKeys } from '../../../../electron/main/trust/own-keys';
import { ProvedCopy } from '../../../../electron/main/trust/proved-copy';
import { readInto } from '../../../../electron/main/trust/read-into';
import { entriesAfter } from '../../../support/ledger-entries';

const ledger = 'ledger-a';
const page = { entries: 2, bytes: 1_000_000 };
const never = new AbortController().signal;
const noKey: StoreFailure = { kind: 'forbidden', detail: 'There is no key for it.' };

/** A copy with nothing in it, and a place with eleven acts of which the page after some entry can be read when `isReadable` says so. */
async function aPlace(unreadable: number, isReadable: (copy: ProvedCopy) => boolean) {
  const copy = new ProvedCopy(Replica.empty(ledger), new OwnKeys([]));
  const store = new MemoryStore();
  await store.append(entriesAfter(null, 11, { ledger }), null, never);
  const read: number[] = [];
  const place: Pick<LedgerStore, 'read'> = {
    read: (after, limit, signal) => {
      read.push(after);
      return after === unreadable && !isReadable(copy)
        ? Promise.resolve(failed(noKey))
        : store.read(after, limit, signal);
    },
  };
  const pages: number[] = [];
  const outcome = readInto(copy, place as LedgerStore, page, never, ({ entries }) => void pages.push(entries.length));
  return { copy, outcome, pages, read };
}

describe('reading a place to its end', () => {
  it('takes every page in its order, and fetches none of them twice', async () => {
    const { copy, outcome, pages, read } = await aPlace(0, () => true);
    expect(await outcome).toMatchObject({ ok: true });
    expect(copy.head?.seq).toBe(11);
    expect(pages).toEqual([2, 2, 2, 2, 2, 1]);
    expect(read).toEqual([0, 2, 4, 6, 8, 10, 11]);
  });

  it('reads once more what could not be read before all that comes before it was known', async () => {
    const { copy, outcome, pages } = await aPlace(6, ({ head }) => (head?.seq ?? 0) >= 6);
    expect(await outcome).toMatchObject({ ok: true });
    expect(copy.head?.seq).toBe(11);
    expect(pages).toEqual([2, 2, 2, 2, 2, 1]);
  });

  it('takes what comes before a page that cannot be read at all, and says why that cannot', async () => {
    const { copy, outcome, pages } = await aPlace(4, () => false);
    expect(await outcome).toEqual({ ok: false, failure: noKey });
    expect(copy.head?.seq).toBe(4);
    expect(pages).toEqual([2, 2]);
  });
});
