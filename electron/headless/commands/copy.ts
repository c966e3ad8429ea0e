import type { Head } from '#core/ledger/commit';
import type { StoreFailure, StoreResult } from '#core/ledger/store';
import { neverAborted } from '../../main/stores/abort';
import { openNewStore } from '../../main/stores/registry';
import { openStore } from '../places';
import { takeWords, type Command } from './command';
import { failureLine } from './store-commands';

const page = { entries: 500, bytes: 4 * 1024 * 1024 };

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

type Store = Extract<ReturnType<typeof openStore>, { readonly ok: true }>['value']['store'];

/** Appends what the other place does not have, page by page; it must hold a true beginning. */
export async function copyLedger(
  source: Store,
  target: Store,
  print: (line: string) => void,
): Promise<StoreResult<Head | null>> {
  const there = await target.head(neverAborted);
  if (!there.ok) return there;
  let head = there.value;
  for (;;) {
    const read = await source.read(head?.seq ?? 0, page, neverAborted);
    if (!read.ok) return read;
    const { entries, head: end } = read.value;
    if (entries.length === 0) {
      if ((end?.seq ?? 0) === (head?.seq ?? 0) && end?.hash === head?.hash) return { ok: true, value: head };
      const detail = 'The other place holds something that is not in this one.';
      return { ok: false, failure: { kind: 'diverged', seq: end?.seq ?? 0, detail } };
    }
    // The append compares what is there already: on anything but this ledger's own beginning it says no.
    const appended: StoreResult<Head> = await target.append(entries, head, neverAborted);
    if (!appended.ok && appended.failure.kind === 'unknown-outcome') {
      const now = await target.head(neverAborted);
      if (!now.ok) return now;
      head = now.value;
      continue;
    }
    if (!appended.ok) return appended;
    head = appended.value;
    print(`${String(head.seq)} of ${String(end?.seq ?? 0)} commits`);
  }
}
