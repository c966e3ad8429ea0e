import { succeeded } from '#core/kernel/result';
import type { Abort, LedgerStore, ReadLimit, ReadPage, StoreResult } from '#core/ledger/store';
import type { ProvedCopy } from './proved-copy';

/**
 * Reads a place to its end into a copy. While one page is replayed the next is fetched, opened and its signatures are checked, so that
 * proving runs beside the replay on another core.
 */
export async function readInto(
  copy: ProvedCopy,
  store: LedgerStore,
  limit: ReadLimit,
  signal: Abort,
  onPage: (page: ReadPage) => void = () => undefined,
): Promise<StoreResult<null>> {
  let after = copy.head?.seq ?? 0;
  let next = fetchAndProve(copy, store, after, limit, signal);
  for (;;) {
    const fetched = await next;
    if (!fetched.ok) return fetched;
    const { page, evidence } = fetched.value;
    if (page.entries.length === 0) return succeeded(null);
    after += page.entries.length;
    next = fetchAndProve(copy, store, after, limit, signal);
    // The threads get their work before this one is busy with replaying.
    await new Promise((resolve) => setImmediate(resolve));
    const received = copy.receiveProved(page, await evidence);
    if (!received.ok) {
      // What is under way ends by itself; its outcome matters to nobody any more.
      void next.then((left) => (left.ok ? left.value.evidence : null));
      return received;
    }
    onPage(page);
  }
}

interface ProvedPage {
  readonly page: ReadPage;
  readonly evidence: ReturnType<ProvedCopy['prove']>;
}

async function fetchAndProve(
  copy: ProvedCopy,
  store: LedgerStore,
  after: number,
  limit: ReadLimit,
  signal: Abort,
): Promise<StoreResult<ProvedPage>> {
  const page = await store.read(after, limit, signal);
  return page.ok ? succeeded({ page: page.value, evidence: copy.prove(page.value) }) : page;
}
