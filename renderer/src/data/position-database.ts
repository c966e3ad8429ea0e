import Dexie from 'dexie';

interface PositionRecord {
  readonly key: string;
  readonly text: string;
}

/** Keeper of where a person was in the window, by account: apart from the model, and no loss when it is gone. */
export interface PositionKeeper {
  read(key: string): Promise<unknown>;
  write(key: string, place: unknown): Promise<void>;
}

export function openPositionDatabase(): PositionKeeper {
  const dexie = new Dexie('trellis-places', { chromeTransactionDurability: 'relaxed' });
  dexie.version(1).stores({ places: 'key' });
  const places = dexie.table<PositionRecord, string>('places');
  return {
    read: async (key) => {
      const record = await places.get(key);
      return record === undefined ? null : (JSON.parse(record.text) as unknown);
    },
    write: async (key, place) => {
      await places.put({ key, text: JSON.stringify(place) });
    },
  };
}
