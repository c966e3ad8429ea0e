import { afterEach, beforeEach } from 'vitest';
import type { LedgerStore } from '#core/ledger/store';
import { direct, type Direct } from '../support/direct';

/** One fresh, empty place for a ledger, which several stores can be opened on as several computers would. */
export interface StorePlace {
  readonly open: () => LedgerStore;
  readonly remove: () => Promise<void>;
}

/** The place of the test that runs, and the stores that it has opened on it. */
export interface PlaceInUse {
  readonly place: StorePlace;
  /** Opens a store that is closed after the test. */
  readonly open: () => Direct<LedgerStore>;
  /** Removes the place and makes another. */
  readonly anew: () => Promise<void>;
}

/** Gives each test of a suite a place of its own, and tidies up behind it. */
export function placeForEach(makePlace: () => Promise<StorePlace>): PlaceInUse {
  let place: StorePlace;
  let stores: Direct<LedgerStore>[];
  beforeEach(async () => {
    place = await makePlace();
    stores = [];
  });
  afterEach(async () => {
    await Promise.all(stores.map((store) => store.close()));
    await place.remove();
  });
  return {
    get place() {
      return place;
    },
    open: () => {
      const store = direct(place.open());
      stores.push(store);
      return store;
    },
    anew: async () => {
      await place.remove();
      place = await makePlace();
    },
  };
}
