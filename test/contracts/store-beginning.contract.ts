import { describe, expect, it } from 'vitest';
import type { Abort, LedgerStore, StoreBeginning } from '#core/ledger/store';
import { direct, type Direct } from '../support/direct';
import { entriesAfter, headAfter, namesOf } from '../support/ledger-entries';
import { appendCompeting, appendOneByOne, everything, failureOf, patient, readAll } from '../support/store-calls';
import { placeForEach, type StorePlace } from './store-place';

/** What every store must do whose entries may begin behind a later commit. */
export function describeStoreBeginning(name: string, makePlace: () => Promise<StorePlace>): void {
  describe(`a ${name} store that is shortened`, () => {
    const used = placeForEach(makePlace);
    const { open } = used;
    const beginning = (store: Direct<LedgerStore>): Direct<StoreBeginning> => {
      if (store.beginning === undefined) throw new Error('This kind of place always begins with the first entry');
      return direct(store.beginning);
    };
    /** Appends of several sizes, of which one reaches over commit 7. */
    const filled = async (store: Direct<LedgerStore>): Promise<readonly Uint8Array[]> => {
      const all = entriesAfter(null, 14);
      for (const [from, to] of [
        [0, 1],
        [1, 3],
        [3, 5],
        [5, 9],
        [9, 10],
        [10, 14],
      ] as const)
        await store.append(all.slice(from, to), from === 0 ? null : headAfter(all[from - 1]!), patient());
      return all;
    };

    it('begins with the first entry until somebody shortens it', async () => {
      const store = open();
      expect(await beginning(store).at(patient())).toBeNull();
      await filled(store);
      expect(await beginning(store).at(patient())).toBeNull();
    });

    it.each([5, 7, 13, 14])('gives what comes behind commit %i, byte for byte, to whoever reads it', async (seq) => {
      const [one, other] = [open(), open()];
      const all = await filled(one);
      await readAll(other);
      const to = headAfter(all[seq - 1]!);
      await beginning(one).shorten(to, patient());
      for (const store of [one, other, open()]) {
        expect(await beginning(store).at(patient())).toEqual(to);
        expect(await store.head(patient())).toEqual(headAfter(all[13]!));
        expect(await readAll(store, seq)).toEqual(all.slice(seq));
        if (seq < 13) expect((await store.read(seq + 1, everything, patient())).entries).toEqual(all.slice(seq + 1));
      }
    });

    it('says to whoever asks for an earlier entry that it is gone, and where it begins', async () => {
      const store = open();
      const all = await filled(store);
      const begins = headAfter(all[6]!);
      await beginning(store).shorten(begins, patient());
      for (const after of [0, 1, 6])
        expect(await failureOf(open().read(after, everything, patient()))).toEqual({ kind: 'shortened', begins });
      const old = headAfter(all[2]!);
      expect(await failureOf(store.append(entriesAfter(old, 1), old, patient()))).toEqual({
        kind: 'shortened',
        begins,
      });
    });

    it('goes on being appended to, and compares as before', async () => {
      const [one, other] = [open(), open()];
      const all = await filled(one);
      await beginning(one).shorten(headAfter(all[6]!), patient());
      const head = headAfter(all[13]!);
      const more = entriesAfter(head, 3);
      expect(await other.append(more, head, patient())).toEqual(headAfter(more[2]!));
      expect((await failureOf(one.append(entriesAfter(head, 1, { author: 'bob' }), head, patient()))).kind).toBe(
        'head-moved',
      );
      const foreign = headAfter(entriesAfter(headAfter(all[8]!), 1, { author: 'eve' })[0]!);
      expect((await failureOf(one.append(entriesAfter(foreign, 1), foreign, patient()))).kind).toBe('diverged');
      expect((await failureOf(one.append(entriesAfter(null, 1), null, patient()))).kind).toBe('head-moved');
      await Promise.all(['bob', 'cleo'].map((author) => appendCompeting(open(), 10, author)));
      expect(await readAll(open(), 7)).toHaveLength(30);
    });

    it('can be shortened again, by another, and to the same commit once more', async () => {
      const [one, other] = [open(), open()];
      const all = await filled(one);
      await beginning(one).shorten(headAfter(all[2]!), patient());
      await beginning(other).shorten(headAfter(all[9]!), patient());
      for (const seq of [10, 3]) await beginning(one).shorten(headAfter(all[seq - 1]!), patient());
      expect(await beginning(one).at(patient())).toEqual(headAfter(all[9]!));
      expect(namesOf(await readAll(open(), 10))).toEqual(['anna-11', 'anna-12', 'anna-13', 'anna-14']);
    });

    it('begins behind no commit that it does not hold', async () => {
      const store = open();
      const all = await filled(store);
      const foreign = headAfter(entriesAfter(headAfter(all[5]!), 1, { author: 'eve' })[0]!);
      expect((await failureOf(beginning(store).shorten(foreign, patient()))).kind).toBe('diverged');
      expect(await readAll(open())).toEqual(all);
    });

    it('takes what follows a commit in an empty place, once that is said', async () => {
      const store = open();
      const all = entriesAfter(null, 9);
      const begins = headAfter(all[4]!);
      await beginning(store).shorten(begins, patient());
      expect(await store.append(all.slice(5), begins, patient())).toEqual(headAfter(all[8]!));
      expect(await readAll(open(), 5)).toEqual(all.slice(5));
      expect(await beginning(open()).at(patient())).toEqual(begins);
    });

    it('holds everything that counts wherever shortening was broken off, and ends it when it is done again', async () => {
      let hasEnded = false;
      for (let steps = 0; !hasEnded; steps += steps < 12 ? 1 : 5) {
        await used.anew();
        const all = await filled(open());
        const to = headAfter(all[6]!);
        const outcome = await used.place.open().beginning?.shorten(to, abortedAfter(steps));
        hasEnded = outcome?.ok === true;
        const after = open();
        const begins = await beginning(after).at(patient());
        expect([null, to]).toContainEqual(begins);
        expect(await readAll(after, begins?.seq ?? 0)).toEqual(all.slice(begins?.seq ?? 0));
        await beginning(after).shorten(to, patient());
        expect(await readAll(open(), 7)).toEqual(all.slice(7));
        await appendOneByOne(after, 1, { author: 'bob' });
        expect(await readAll(after, 13)).toHaveLength(2);
      }
    });
  });
}

/** A signal that is aborted once it has been looked at so often: it breaks work off in each of its steps. */
function abortedAfter(looks: number): Abort {
  let left = looks;
  return {
    get aborted() {
      left -= 1;
      return left < 0;
    },
    addEventListener: () => undefined,
    removeEventListener: () => undefined,
  };
}
