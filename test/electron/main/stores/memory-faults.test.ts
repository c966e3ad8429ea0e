import { direct } from '../../../support/direct';
import { describe, expect, it } from 'vitest';
import { MemoryLedger, MemoryStore } from '../../../../electron/main/stores/memory';
import { entriesAfter, namesOf } from '../../../support/ledger-entries';
import { appendOneByOne, failureOf, patient, readAll } from '../../../support/store-calls';

describe('faults of the memory store', () => {
  it('let an append land and still answer that its outcome is unknown', async () => {
    const store = direct(new MemoryStore());
    store.failNext('append', { kind: 'unknown-outcome', detail: 'cut' }, { afterEffect: true });
    expect((await failureOf(store.append(entriesAfter(null, 1), null, patient()))).kind).toBe('unknown-outcome');
    expect(await readAll(store)).toHaveLength(1);
  });

  it('keep an append from landing', async () => {
    const store = direct(new MemoryStore());
    store.failNext('append', { kind: 'full', detail: 'no room' });
    expect((await failureOf(store.append(entriesAfter(null, 1), null, patient()))).kind).toBe('full');
    expect(await readAll(store)).toHaveLength(0);
    await appendOneByOne(store, 1);
  });

  it('let another come first between looking and appending', async () => {
    const ledger = new MemoryLedger();
    const [store, other] = [direct(new MemoryStore(ledger)), direct(new MemoryStore(ledger))];
    const head = await appendOneByOne(store, 1);
    store.beforeNextAppend(async () => {
      await appendOneByOne(other, 1, { author: 'bob' });
    });
    expect((await failureOf(store.append(entriesAfter(head, 1), head, patient()))).kind).toBe('head-moved');
    expect(namesOf(await readAll(store))).toEqual(['anna-1', 'bob-2']);
  });

  it('make everything offline until it can be reached again, and hint then', async () => {
    const store = direct(new MemoryStore());
    let hints = 0;
    store.watch(() => (hints += 1));
    store.setReachable(false);
    expect((await failureOf(store.head(patient()))).kind).toBe('offline');
    store.setReachable(true);
    expect(await store.head(patient())).toBeNull();
    expect(hints).toBe(1);
  });

  it('replace the past, which an append on the old one notices', async () => {
    const store = direct(new MemoryStore());
    const head = await appendOneByOne(store, 2);
    store.ledger.tamper(() => entriesAfter(null, 2, { author: 'eve' }));
    expect((await failureOf(store.append(entriesAfter(head, 1), head, patient()))).kind).toBe('diverged');
  });

  it('end an abort long before a slow answer would come', async () => {
    const store = direct(new MemoryStore());
    store.setLatency(600_000);
    const control = new AbortController();
    const call = failureOf(store.head(control.signal));
    control.abort();
    expect(await call).toEqual({ kind: 'aborted' });
  });
});
