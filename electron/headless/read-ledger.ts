import { failed, succeeded } from '#core/kernel/result';
import { Replica, type Received } from '#core/ledger/replica';
import type { LedgerStore, StoreReport, StoreResult } from '#core/ledger/store';
import { openStore, presentAddress } from '../main/stores/registry';

export interface LedgerReading {
  readonly replica: Replica;
  readonly voided: Received['voided'];
  readonly report: StoreReport;
}

const page = { entries: 2000, bytes: 16 * 1024 * 1024 };

/** Replays the ledger at an address from its first commit, chain and rules checked. Changes nothing there. */
export async function readLedger(address: string): Promise<StoreResult<LedgerReading>> {
  const opened = openStore(await presentAddress(address), { ledger: null, mayBeEmpty: false });
  if (!opened.ok) return opened;
  const { store } = opened.value;
  try {
    return await readStore(store, address);
  } finally {
    await store.close();
  }
}

async function readStore(store: LedgerStore, address: string): Promise<StoreResult<LedgerReading>> {
  const { signal } = new AbortController();
  const report = await store.check(signal);
  if (!report.ok) return report;
  const { ledger } = report.value;
  if (ledger === null) return failed({ kind: 'corrupt', place: address, detail: 'there is no ledger' });
  const replica = Replica.empty(ledger);
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
