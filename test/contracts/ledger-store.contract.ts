import { describe, expect, it } from 'vitest';
import type { StorePresence } from '#core/ledger/presence';
import type { LedgerStore } from '#core/ledger/store';
import { direct, type Direct } from '../support/direct';
import { entriesAfter, headAfter, namesOf } from '../support/ledger-entries';
import {
  appendCompeting,
  appendOneByOne,
  appendToWhatStands,
  everything,
  failureOf,
  patient,
  readAll,
} from '../support/store-calls';
import { placeForEach, type StorePlace } from './store-place';

/** The computer that the stores of a place are opened as, where they are opened as one. */
const computerHere = 'anna-1';

/** What every store must do. A new store is right when this passes. */
export function describeLedgerStore(name: string, makePlace: () => Promise<StorePlace>): void {
  describe(`a ${name} store`, () => {
    const { open } = placeForEach(makePlace);

    describe('without entries', () => {
      it('has no head, no entries and no ledger', async () => {
        const store = open();
        expect(await store.head(patient())).toBeNull();
        expect(await store.read(0, everything, patient())).toMatchObject({ entries: [], head: null });
        expect(await store.check(patient())).toEqual({
          reachable: true,
          writable: true,
          ledger: null,
          head: null,
          remarks: [],
        });
      });

      it('answers null for a blob that nobody put', async () => {
        expect(await open().getBlob('snapshot-1', patient())).toBeNull();
      });
    });

    describe('appending and reading', () => {
      it('answers the head of what was appended, byte for byte as it was given', async () => {
        const store = open();
        const entries = entriesAfter(null, 3);
        expect(await store.append(entries, null, patient())).toEqual(headAfter(entries[2]!));
        expect(await store.head(patient())).toEqual(headAfter(entries[2]!));
        expect(await readAll(store)).toEqual(entries);
      });

      it('keeps the order over many appends of different sizes', async () => {
        const store = open();
        const all = entriesAfter(null, 60);
        let done = 0;
        for (const size of [1, 2, 3, 10, 1, 20, 23]) {
          const head = done === 0 ? null : headAfter(all[done - 1]!);
          await store.append(all.slice(done, done + size), head, patient());
          done += size;
        }
        expect(await readAll(store)).toEqual(all);
        expect(await readAll(open())).toEqual(all);
      });

      it('shows another store what was appended through the first', async () => {
        const [one, other] = [open(), open()];
        await appendOneByOne(one, 2);
        expect(await other.head(patient())).toEqual(await one.head(patient()));
        await appendOneByOne(other, 1, { author: 'bob' });
        expect(namesOf(await readAll(one))).toEqual(['anna-1', 'anna-2', 'bob-3']);
      });

      it('says whose ledger it holds', async () => {
        const store = open();
        await store.append(entriesAfter(null, 1, { ledger: 'ledger-of-anna' }), null, patient());
        expect((await store.check(patient())).ledger).toBe('ledger-of-anna');
        expect((await open().check(patient())).ledger).toBe('ledger-of-anna');
      });

      it('changes nothing by being checked', async () => {
        const store = open();
        const head = await appendOneByOne(store, 2);
        const first = await store.check(patient());
        expect(await store.check(patient())).toEqual(first);
        expect(first).toMatchObject({ reachable: true, writable: true, head, remarks: [] });
        expect(await readAll(store)).toHaveLength(2);
      });

      it('gives out bytes that a caller can change without changing the ledger', async () => {
        const store = open();
        const entries = entriesAfter(null, 1);
        await store.append(entries, null, patient());
        (await readAll(store))[0]!.fill(0);
        expect(await readAll(store)).toEqual(entries);
      });
    });

    describe('reading page by page', () => {
      it('starts after the seq it is given, also in the middle of an append', async () => {
        const store = open();
        const entries = entriesAfter(null, 10);
        await store.append(entries, null, patient());
        expect((await store.read(4, everything, patient())).entries).toEqual(entries.slice(4));
        expect((await store.read(10, everything, patient())).entries).toEqual([]);
      });

      it('gives no more entries than asked for, and the head they lead towards', async () => {
        const store = open();
        const entries = entriesAfter(null, 10);
        await store.append(entries.slice(0, 6), null, patient());
        await store.append(entries.slice(6), headAfter(entries[5]!), patient());
        const page = await store.read(3, { entries: 5, bytes: 1_000_000 }, patient());
        expect(page).toMatchObject({ entries: entries.slice(3, 8), head: headAfter(entries[9]!) });
      });

      it('gives no more bytes than asked for, but always one entry', async () => {
        const store = open();
        const entries = entriesAfter(null, 6, { noteLength: 500 });
        await store.append(entries, null, patient());
        const size = entries[0]!.length;
        expect((await store.read(0, { entries: 100, bytes: size * 3 + 10 }, patient())).entries).toHaveLength(3);
        expect((await store.read(0, { entries: 100, bytes: 1 }, patient())).entries).toHaveLength(1);
      });
    });

    describe('comparing before it appends', () => {
      it('refuses with the head when another came first, and changes nothing', async () => {
        const [one, other] = [open(), open()];
        const head = await appendOneByOne(one, 1);
        const theirs = await appendOneByOne(other, 1, { author: 'bob' });
        const failure = await failureOf(one.append(entriesAfter(head, 1), head, patient()));
        expect(failure).toEqual({ kind: 'head-moved', head: theirs });
        expect(namesOf(await readAll(one))).toEqual(['anna-1', 'bob-2']);
      });

      it('refuses a second opening of the ledger', async () => {
        const head = await appendOneByOne(open(), 1);
        expect(await failureOf(open().append(entriesAfter(null, 1, { author: 'bob' }), null, patient()))).toEqual({
          kind: 'head-moved',
          head,
        });
      });

      it('refuses a repeated append, so that it cannot happen twice', async () => {
        const store = open();
        const head = await appendOneByOne(store, 1);
        const entries = entriesAfter(head, 2);
        const after = await store.append(entries, head, patient());
        expect(await failureOf(store.append(entries, head, patient()))).toEqual({ kind: 'head-moved', head: after });
        expect(await readAll(store)).toHaveLength(3);
      });

      it('says that the ledgers have parted when it never had the expected head', async () => {
        const store = open();
        await appendOneByOne(store, 3);
        const foreign = headAfter(entriesAfter(null, 3, { author: 'eve' })[2]!);
        expect(await failureOf(store.append(entriesAfter(foreign, 1), foreign, patient()))).toMatchObject({
          kind: 'diverged',
          seq: 3,
        });
        const earlier = headAfter(entriesAfter(null, 2, { author: 'eve' })[1]!);
        expect(await failureOf(store.append(entriesAfter(earlier, 1), earlier, patient()))).toMatchObject({
          kind: 'diverged',
          seq: 2,
        });
      });

      it('says that it is behind when it ends before the expected head', async () => {
        const store = open();
        const head = await appendOneByOne(store, 1);
        const later = headAfter(entriesAfter(null, 4)[3]!);
        expect(await failureOf(store.append(entriesAfter(later, 1), later, patient()))).toMatchObject({
          kind: 'behind',
          head,
        });
      });

      it('refuses the entries of another ledger', async () => {
        const store = open();
        const head = await appendOneByOne(store, 1, { ledger: 'ledger-a' });
        const failure = await failureOf(store.append(entriesAfter(head, 1, { ledger: 'ledger-b' }), head, patient()));
        expect(failure).toEqual({ kind: 'identity-changed', expected: 'ledger-b', actual: 'ledger-a' });
      });

      it('takes none of the entries when one of them does not follow', async () => {
        const store = open();
        const head = await appendOneByOne(store, 1);
        const good = entriesAfter(head, 3);
        const broken = [good[0]!, entriesAfter(headAfter(good[0]!), 1, { author: 'eve' })[0]!, good[2]!];
        expect((await failureOf(store.append(broken, head, patient()))).kind).toBe('defect');
        expect((await failureOf(store.append([good[0]!, good[2]!], head, patient()))).kind).toBe('defect');
        expect((await failureOf(store.append([], head, patient()))).kind).toBe('defect');
        expect(await store.head(patient())).toEqual(head);
      });

      it('refuses bytes that are not one line of a commit', async () => {
        const store = open();
        const twoLines = Buffer.concat([entriesAfter(null, 1)[0]!, Buffer.from('\n')]);
        expect((await failureOf(store.append([twoLines], null, patient()))).kind).toBe('defect');
        expect((await failureOf(store.append([Buffer.from('not json')], null, patient()))).kind).toBe('defect');
        expect(await store.head(patient())).toBeNull();
      });
    });

    describe('used by many at once', () => {
      it('gives every place in the ledger to exactly one of those who compete for it', async () => {
        const authors = ['anna', 'bob', 'cleo', 'dan'];
        await Promise.all(authors.map((author) => appendCompeting(open(), 15, author)));
        const entries = await readAll(open());
        expect(entries).toHaveLength(60);
        for (const author of authors) expect(namesOf(entries).filter((id) => id.startsWith(author))).toHaveLength(15);
      });

      it('lets exactly one of several openings win', async () => {
        const openings = ['anna', 'bob', 'cleo', 'dan'].map((author) =>
          open()
            .append(entriesAfter(null, 1, { author, ledger: `ledger-of-${author}` }), null, patient())
            .then(
              () => author,
              () => null,
            ),
        );
        const winners = (await Promise.all(openings)).filter((author) => author !== null);
        expect(winners).toHaveLength(1);
        expect((await open().check(patient())).ledger).toBe(`ledger-of-${winners[0]}`);
      });

      it('shows readers only whole appends in order while others append', async () => {
        const writer = open();
        const reader = open();
        let head = await writer.append(entriesAfter(null, 3), null, patient());
        let seen = 0;
        const watchUntil = async (): Promise<void> => {
          while (seen < 60) {
            const page = await reader.read(0, everything, patient());
            expect(page.entries.length % 3).toBe(0);
            expect(page.entries.length).toBeGreaterThanOrEqual(seen);
            seen = page.entries.length;
            await new Promise((resolve) => setImmediate(resolve));
          }
        };
        const write = async (): Promise<void> => {
          while (head.seq < 60) head = await writer.append(entriesAfter(head, 3), head, patient());
        };
        await Promise.all([watchUntil(), write()]);
      });
    });

    describe('being aborted', () => {
      it('settles every call at once when the signal was aborted before', async () => {
        const store = open();
        const signal = AbortSignal.abort();
        const calls = [
          store.check(signal),
          store.head(signal),
          store.read(0, everything, signal),
          store.append(entriesAfter(null, 1), null, signal),
          store.putBlob('snapshot-1', Uint8Array.of(1), signal),
          store.getBlob('snapshot-1', signal),
        ];
        for (const call of calls) expect(await failureOf(call)).toEqual({ kind: 'aborted' });
        expect(await store.head(patient())).toBeNull();
        expect(await store.getBlob('snapshot-1', patient())).toBeNull();
      });

      it('leaves a whole append or none when it is aborted on the way', async () => {
        const store = open();
        let head = await appendOneByOne(store, 1);
        for (let round = 0; round < 12; round += 1) {
          const control = new AbortController();
          const entries = entriesAfter(head, 3);
          const outcome = store.append(entries, head, control.signal).then(
            () => 'appended',
            () => 'aborted',
          );
          for (let tick = 0; tick < round * 3; tick += 1) await new Promise((resolve) => setImmediate(resolve));
          control.abort();
          const said = await outcome;
          const whole = headAfter(entries[2]!);
          // A server may still be at work on what was given up. What is appended next settles it: only one can be next.
          const settled = await appendToWhatStands(store, 'ben');
          if (said === 'appended') expect(settled.before).toEqual(whole);
          else expect([head, whole]).toContainEqual(settled.before);
          head = settled.after;
        }
        expect(await readAll(store)).toHaveLength(head.seq);
      });
    });

    describe('blobs', () => {
      it('gives back what was put, to every store', async () => {
        const bytes = Uint8Array.from({ length: 5000 }, (_, index) => index % 256);
        await open().putBlob('snapshot-000000000041', bytes, patient());
        expect(await open().getBlob('snapshot-000000000041', patient())).toEqual(bytes);
      });

      it('ignores the same bytes again and refuses others under the same name', async () => {
        const store = open();
        await store.putBlob('snapshot-1', Uint8Array.of(1, 2), patient());
        await store.putBlob('snapshot-1', Uint8Array.of(1, 2), patient());
        expect((await failureOf(store.putBlob('snapshot-1', Uint8Array.of(1, 3), patient()))).kind).toBe('corrupt');
        expect(await store.getBlob('snapshot-1', patient())).toEqual(Uint8Array.of(1, 2));
      });

      it('removes what nobody needs any more, once and again, and takes it in again', async () => {
        const store = open();
        await store.putBlob('checkpoint-1', Uint8Array.of(1, 2), patient());
        await store.putBlob('snapshot-1', Uint8Array.of(3), patient());
        for (let times = 0; times < 2; times += 1) await store.dropBlob?.('checkpoint-1', patient());
        expect(await open().getBlob('checkpoint-1', patient())).toBeNull();
        expect(await store.getBlob('snapshot-1', patient())).toEqual(Uint8Array.of(3));
        await store.putBlob('checkpoint-1', Uint8Array.of(4), patient());
        expect(await open().getBlob('checkpoint-1', patient())).toEqual(Uint8Array.of(4));
      });

      it('refuses names that could lead out of its place', async () => {
        for (const name of ['../ledger.json', 'a/b', 'a\\b', '', '.hidden', 'Upper']) {
          expect((await failureOf(open().putBlob(name, Uint8Array.of(1), patient()))).kind).toBe('defect');
        }
      });
    });

    describe('words of computers on themselves', () => {
      const word = (text: string): Uint8Array => Uint8Array.from(Buffer.from(text));
      const here = (store: Direct<LedgerStore>): Direct<StorePresence> => {
        if (store.presence === undefined) throw new Error('This kind of place carries no words');
        return direct(store.presence);
      };
      const wordsIn = async (store: Direct<LedgerStore>): Promise<readonly string[]> =>
        (await here(store).all(patient())).map((each) => Buffer.from(each).toString()).sort();

      it('are none where nobody has said anything', async () => {
        expect(await wordsIn(open())).toEqual([]);
      });

      it('are the last one of each, and no part of the ledger', async () => {
        const store = open();
        const entries = entriesAfter(null, 2);
        await store.append(entries, null, patient());
        await here(store).say(computerHere, word('hello'), patient());
        await here(store).say(computerHere, word('here'), patient());
        expect(await wordsIn(open())).toEqual(['here']);
        expect(await readAll(open())).toEqual(entries);
        expect(await store.check(patient())).toMatchObject({ head: headAfter(entries[1]!), remarks: [] });
      });

      it('are refused where they are too long, or of a computer whose id is no name', async () => {
        const store = open();
        await store.append(entriesAfter(null, 1), null, patient());
        for (const [computer, text] of [
          ['../elsewhere', 'x'],
          ['a/b', 'x'],
          ['', 'x'],
          [computerHere, 'x'.repeat(100_000)],
        ] as const) {
          expect((await failureOf(here(store).say(computer, word(text), patient()))).kind).toBe('defect');
        }
        expect(await wordsIn(store)).toEqual([]);
      });
    });

    describe('watching', () => {
      it('hints when another store appends, and no more after the watch has ended', async () => {
        const [one, other] = [open(), open()];
        await appendOneByOne(other, 1);
        expect(one.info.watch).toBe(one.watch !== undefined);
        let hints = 0;
        const hinted = new Promise<void>((resolve) => {
          const stop = one.watch?.(() => {
            hints += 1;
            stop?.();
            resolve();
          });
        });
        let head = await other.head(patient());
        const endless = (async () => {
          while (hints === 0) {
            head = await other.append(entriesAfter(head, 1), head, patient());
            await new Promise((resolve) => setTimeout(resolve, 20));
          }
        })();
        await Promise.all([hinted, endless]);
        await appendOneByOne(other, 2);
        await new Promise((resolve) => setTimeout(resolve, 50));
        expect(hints).toBe(1);
      });
    });
  });
}
