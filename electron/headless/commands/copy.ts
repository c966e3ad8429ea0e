import type { StoreFailure } from '#core/ledger/store';
import { copyLedger } from '../../main/stores/copy-ledger';
import { openNewStore, openStore } from '../places';
import { takeWords, type Command } from './command';
import { failureLine } from './store-commands';

/** Copies a ledger byte for byte; a copy that was broken off goes on where it ended. */
export const copy: Command = {
  name: 'copy',
  usage: ['copy STORE STORE                          copies a ledger to another place, which may hold its beginning'],
  run: async (words, print) => {
    const [from, to] = takeWords(words, 'STORE', 'STORE');
    const source = openStore(from, { ledger: null, mayBeEmpty: false });
    const target = await openNewStore(to);
    if (!source.ok || !target.ok) {
      print(failureLine(source.ok ? (target as { readonly failure: StoreFailure }).failure : source.failure));
      return 1;
    }
    try {
      const copied = await copyLedger(source.value.store, target.value.store, print);
      print(copied.ok ? `copied: ${String(copied.value?.seq ?? 0)} commits` : failureLine(copied.failure));
      return copied.ok ? 0 : 1;
    } finally {
      await source.value.store.close();
      await target.value.store.close();
    }
  },
};
