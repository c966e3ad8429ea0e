import { openStore } from '../main/stores/registry';
import { Replica, type Received } from '#core/ledger/replica';
import { StoreError, type StoreFailure, type StoreReport } from '#core/ledger/store';

export type LedgerReading =
  | { readonly ok: true; readonly replica: Replica; readonly voided: Received['voided']; readonly report: StoreReport }
  | { readonly ok: false; readonly failure: StoreFailure };

const page = { entries: 2000, bytes: 16 * 1024 * 1024 };

/** Replays the ledger at an address from its first commit, chain and rules checked. Changes nothing there. */
export async function readLedger(address: string): Promise<LedgerReading> {
  const opened = openStore(address, { ledger: null, mayBeEmpty: false });
  if (!opened.ok) return opened;
  const { store } = opened;
  const { signal } = new AbortController();
  try {
    const report = await store.check(signal);
    if (report.ledger === null)
      return { ok: false, failure: { kind: 'corrupt', place: address, detail: 'there is no ledger' } };
    const replica = Replica.empty(report.ledger);
    const voided: Received['voided'][number][] = [];
    for (;;) {
      const { entries } = await store.read(replica.head?.seq ?? 0, page, signal);
      if (entries.length === 0) return { ok: true, replica, voided, report };
      const received = replica.receive(entries);
      if (!received.ok) return received;
      voided.push(...received.voided);
    }
  } catch (error) {
    if (error instanceof StoreError) return { ok: false, failure: error.failure };
    throw error;
  } finally {
    await store.close();
  }
}
