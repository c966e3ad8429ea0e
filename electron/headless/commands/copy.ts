import { failed, succeeded } from '#core/kernel/result';
import type { LedgerStore, StoreFailure, StoreResult } from '#core/ledger/store';
import { CheckpointShelf } from '../../main/ledger/checkpoint-shelf';
import { neverAborted } from '../../main/stores/abort';
import { beginningOf } from '../../main/stores/expected-head';
import { copyLedger } from '../../main/stores/copy-ledger';
import { notForCarrying } from '../../main/ledger/ledger-checked-store';
import type { OpenedStore } from '../../main/stores/registry';
import { openNewStore, openStore, presentAddress } from '../places';
import { readLedger } from '../read-ledger';
import { takingPart } from '../taking-part';
import { takeWords, type Command } from './command';
import { failureLine } from './store-commands';

/** Lets an empty target begin where a shortened source does, with the checkpoint that it begins with. */
async function beginCopy(source: LedgerStore, target: LedgerStore): Promise<StoreResult<null>> {
  const begins = await beginningOf(source, neverAborted);
  const there = await target.head(neverAborted);
  if (!begins.ok || !there.ok) return begins.ok ? (there.ok ? succeeded(null) : there) : begins;
  if (begins.value === null || there.value !== null) return succeeded(null);
  if (target.beginning === undefined) return failed({ kind: 'shortened', begins: begins.value });
  const copied = await new CheckpointShelf(source, '').copyFirst(begins.value, target, neverAborted);
  return copied.ok ? target.beginning.shorten(begins.value, neverAborted) : copied;
}

/** Opens the place that is copied to. In one that only carries files, this program is the computer that puts the ledger in order. */
async function openTarget(from: string, to: string): Promise<StoreResult<OpenedStore>> {
  const opened = await openNewStore(to);
  if (!opened.ok || opened.value.store.info.exclusive) return opened;
  await opened.value.store.close();
  const reading = await readLedger(from);
  if (!reading.ok) return reading;
  return reading.value.register.isProtected
    ? failed(notForCarrying)
    : openNewStore(to, await takingPart(reading.value.replica.ledger, null));
}

/** Copies a ledger byte for byte; a copy that was broken off goes on where it ended. */
export const copy: Command = {
  name: 'copy',
  usage: ['copy STORE STORE                          copies a ledger to another place, which may hold its beginning'],
  run: async (words, print) => {
    const [from, to] = takeWords(words, 'STORE', 'STORE');
    const source = openStore(await presentAddress(from), { ledger: null, mayBeEmpty: false });
    const target = await openTarget(from, await presentAddress(to));
    if (!source.ok || !target.ok) {
      print(failureLine(source.ok ? (target as { readonly failure: StoreFailure }).failure : source.failure));
      return 1;
    }
    try {
      const begun = await beginCopy(source.value.store, target.value.store);
      if (!begun.ok) {
        print(failureLine(begun.failure));
        return 1;
      }
      const copied = await copyLedger(source.value.store, target.value.store, print);
      print(copied.ok ? `copied: ${String(copied.value?.seq ?? 0)} commits` : failureLine(copied.failure));
      return copied.ok ? 0 : 1;
    } finally {
      await source.value.store.close();
      await target.value.store.close();
    }
  },
};
