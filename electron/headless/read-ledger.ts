import { failed, succeeded } from '#core/kernel/result';
import { Replica, type Received } from '#core/ledger/replica';
import type { LedgerStore, StoreReport, StoreResult } from '#core/ledger/store';
import { CheckpointShelf } from '../main/ledger/checkpoint-shelf';
import { openStore, presentAddress } from '../main/stores/registry';

export interface LedgerReading {
  readonly replica: Replica;
  readonly voided: Received['voided'];
  readonly report: StoreReport;
}

const page = { entries: 2000, bytes: 16 * 1024 * 1024 };

/**
 * Replays the ledger at an address, chain and rules checked: from its first commit, or from the newest checkpoint that two
 * computers agree on. Changes nothing there.
 */
export async function readLedger(
  address: string,
  from: 'beginning' | 'checkpoint' = 'beginning',
): Promise<StoreResult<LedgerReading>> {
  const opened = openStore(await presentAddress(address), { ledger: null, mayBeEmpty: false });
  if (!opened.ok) return opened;
  const { store } = opened.value;
  try {
    return await readStore(store, address, from);
  } finally {
    await store.close();
  }
}

async function readStore(
  store: LedgerStore,
  address: string,
  from: 'beginning' | 'checkpoint',
): Promise<StoreResult<LedgerReading>> {
  const { signal } = new AbortController();
  const report = await store.check(signal);
  if (!report.ok) return report;
  const { ledger, head } = report.value;
  if (ledger === null) return failed({ kind: 'corrupt', place: address, detail: 'there is no ledger' });
  const found =
    from === 'checkpoint' && head !== null ? await new CheckpointShelf(store, ledger).newest(head, signal) : null;
  if (found !== null && !found.ok) return found;
  const replica = found?.value?.replica ?? Replica.empty(ledger);
  const voided: Received['voided'][number][] = [];
  for (;;) {
    const read = await store.read(replica.head?.seq ?? 0, page, signal);
    if (!read.ok) return read;
    const { entries } = read.value;
    if (entries.length === 0) return succeeded({ replica, voided, report: report.value });
    const received = replica.receive(entries);
    if (!received.ok) return received;
    voided.push(...received.voided);
  }
}
