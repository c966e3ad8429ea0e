import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { Journal } from '../../../../electron/main/ledger/journal';
import type { VoidedCommit } from '../../../../electron/main/ledger/ledger-check';
import { LedgerCheckService } from '../../../../electron/main/ledger/ledger-check-service';
import { CheckedStore } from '../../../../electron/main/ledger/ledger-checked-store';
import { MemoryLedger, MemoryStore } from '../../../../electron/main/stores/memory';
import { direct, type Direct } from '../../../support/direct';
import { FakeProcesses } from '../../../support/checking';
import { entriesAfter, headAfter, namesOf } from '../../../support/ledger-entries';
import { appendOneByOne, everything, failureOf, patient, readAll } from '../../../support/store-calls';
import { temporaryFolder } from '../../../support/temporary-folder';

interface Computer {
  readonly store: Direct<CheckedStore>;
  readonly plain: Direct<MemoryStore>;
  readonly journal: Direct<Journal>;
  /** What a computer that is started again goes on with. */
  readonly kept: Journal;
  readonly processes: FakeProcesses;
  readonly voided: VoidedCommit[];
}

/** A computer with a journal of its own, on a ledger that others share. */
async function aComputer(ledger = new MemoryLedger(), journal?: Journal): Promise<Computer> {
  const own = journal ?? (await Journal.open(join(await temporaryFolder(), 'ledger-a')));
  const processes = new FakeProcesses();
  const plain = new MemoryStore(ledger);
  const voided: VoidedCommit[] = [];
  const check = new LedgerCheckService('ledger-a', own, processes.spawn);
  const store = new CheckedStore({
    store: plain,
    check,
    journal: own,
    device: 'laptop',
    now: () => '2026-05-01T10:00:00.000Z',
    onVoided: (found) => voided.push(...found),
    onHealed: () => undefined,
  });
  return { store: direct(store), plain: direct(plain), journal: direct(own), kept: own, processes, voided };
}

describe('a checked store', () => {
  it('hands on what others appended after the rules have seen it, and keeps it in the journal', async () => {
    const { store, plain, journal } = await aComputer();
    await appendOneByOne(plain, 5);
    expect(namesOf(await readAll(store))).toEqual(['anna-1', 'anna-2', 'anna-3', 'anna-4', 'anna-5']);
    expect(journal.newest).toEqual(await plain.head(patient()));
    expect(await journal.commits(0)).toEqual(await readAll(plain));
  });

  it('reports commits of others that the rules refuse, and goes on', async () => {
    const { store, plain, voided } = await aComputer();
    await appendOneByOne(plain, 1);
    await appendOneByOne(plain, 1, { author: 'mallory' });
    await appendOneByOne(plain, 1);
    expect(await readAll(store)).toHaveLength(3);
    expect(voided).toEqual([{ seq: 2, id: 'mallory-2', refusals: [{ code: 'NOT_PERMITTED' }] }]);
    await readAll(store);
    expect(voided).toHaveLength(1);
  });

  it('lets nothing out that the rules refuse, and says which and why', async () => {
    const { store, plain } = await aComputer();
    const head = await appendOneByOne(store, 1);
    const failure = await failureOf(store.append(entriesAfter(head, 2, { author: 'mallory' }), head, patient()));
    expect(failure).toMatchObject({ kind: 'defect', detail: expect.stringContaining('2 (NOT_PERMITTED)') });
    expect(await readAll(plain)).toHaveLength(1);
    await appendOneByOne(store, 1);
    expect(await readAll(plain)).toHaveLength(2);
  });

  it('keeps what it sent before it says so', async () => {
    const { store, journal } = await aComputer();
    const head = await appendOneByOne(store, 3);
    expect(journal.newest).toEqual(head);
  });

  it('answers that the head has moved without asking the store when the journal knows more', async () => {
    const { store, plain } = await aComputer();
    const first = await appendOneByOne(store, 1);
    const second = await appendOneByOne(store, 1);
    plain.setReachable(false);
    expect(await failureOf(store.append(entriesAfter(first, 1), first, patient()))).toEqual({
      kind: 'head-moved',
      head: second,
    });
  });

  it('brings the journal up to a window that knows more', async () => {
    const { store, plain, journal } = await aComputer();
    await appendOneByOne(plain, 6);
    expect((await store.read(4, everything, patient())).entries).toHaveLength(2);
    expect(journal.newest?.seq).toBe(6);
    const fresh = await aComputer(plain.ledger);
    const head = (await plain.head(patient()))!;
    await fresh.store.append(entriesAfter(head, 1), head, patient());
    expect(fresh.journal.newest?.seq).toBe(7);
  });

  it('lets the place count where it holds another past, and keeps its own aside', async () => {
    const { store, plain, journal } = await aComputer();
    await appendOneByOne(store, 4);
    plain.ledger.tamper(() => entriesAfter(null, 6, { author: 'eve' }));
    expect(await failureOf(store.read(0, everything, patient()))).toMatchObject({ kind: 'diverged', common: null });
    expect(journal.newest).toBeNull();
    expect(await readAll(store)).toHaveLength(6);
    // They were done at this computer, so they wait for their place again.
    expect(journal.summary().open.map(({ id }) => id)).toEqual(['anna-1', 'anna-2', 'anna-3', 'anna-4']);
    expect((await journal.missing('another')).map(({ id }) => id)).toEqual(['anna-1', 'anna-2', 'anna-3', 'anna-4']);
  });

  it('puts back what a restored place has lost', async () => {
    const { store, plain } = await aComputer();
    await appendOneByOne(store, 4);
    const original = plain.ledger.entries;
    plain.ledger.tamper(() => original.slice(0, 2));
    expect(await readAll(store)).toHaveLength(4);
    expect(plain.ledger.entries).toEqual(original);
  });

  it('lets nothing in whose chain does not hold', async () => {
    const { store, plain, journal } = await aComputer();
    await appendOneByOne(plain, 3);
    plain.ledger.tamper((entries) => [
      entries[0]!,
      entriesAfter(headAfter(entries[0]!), 1, { author: 'eve' })[0]!,
      entries[2]!,
    ]);
    expect((await failureOf(store.read(0, everything, patient()))).kind).toBe('corrupt');
    expect(journal.newest).toBeNull();
  });

  it('does not notice that the checking process was killed', async () => {
    const { store, plain, processes } = await aComputer();
    await appendOneByOne(store, 3);
    processes.killAll();
    await appendOneByOne(store, 2);
    const reading = readAll(store);
    processes.killAll();
    expect(await reading).toHaveLength(5);
    processes.endOver('judge', 1);
    await appendOneByOne(store, 1);
    expect(await readAll(plain)).toHaveLength(6);
    expect(processes.started).toBeGreaterThanOrEqual(3);
  });

  it('gives up on entries over which every checking process ends', async () => {
    const { store, plain, processes, journal } = await aComputer();
    await appendOneByOne(plain, 2);
    processes.endOver('receive', 100);
    expect((await failureOf(store.read(0, everything, patient()))).kind).toBe('defect');
    expect(journal.newest).toBeNull();
    processes.endOver('receive', 0);
    expect(await readAll(store)).toHaveLength(2);
  });

  it('starts from the journal alone, also without its store', async () => {
    const first = await aComputer();
    await appendOneByOne(first.store, 3);
    const again = await aComputer(first.plain.ledger, first.kept);
    const head = await appendOneByOne(again.store, 1);
    expect(again.processes.requests.slice(0, 3)).toEqual(['start', 'receive', 'judge']);
    expect(head.seq).toBe(4);
  });

  it('says that the outcome is unknown when an append landed but could not be kept here', async () => {
    const { store, plain, journal } = await aComputer();
    const head = await appendOneByOne(store, 1);
    plain.beforeNextAppend(() => journal.close());
    expect((await failureOf(store.append(entriesAfter(head, 1), head, patient()))).kind).toBe('unknown-outcome');
    expect(await readAll(plain)).toHaveLength(2);
  });

  it('settles soon after an abort, whatever it was doing', async () => {
    const { store, plain } = await aComputer();
    const head = await appendOneByOne(store, 1);
    plain.setLatency(600_000);
    const control = new AbortController();
    const calls = [
      store.head(control.signal),
      store.read(0, everything, control.signal),
      store.append(entriesAfter(head, 1), head, control.signal),
    ];
    setTimeout(() => control.abort(), 20);
    const kinds = await Promise.all(calls.map(async (call) => (await failureOf(call)).kind));
    expect(kinds[0]).toBe('aborted');
    expect(kinds[1]).toBe('aborted');
    expect(['aborted', 'unknown-outcome']).toContain(kinds[2]);
  });
});
