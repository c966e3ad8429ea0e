import { succeeded } from '#core/kernel/result';
import type { Abort, LedgerStore, ReadLimit, ReadPage, StoreResult } from '#core/ledger/store';
import type { ProvedCopy } from './proved-copy';

/** Pages that are under way beside the one that is replayed, so that the threads that prove are never without work. */
const pagesAhead = 3;

/**
 * Reads a place to its end into a copy. While one page is replayed the next ones are fetched, opened and their signatures are checked,
 * so that proving runs beside the replay, on every core.
 */
export async function readInto(
  copy: ProvedCopy,
  store: LedgerStore,
  limit: ReadLimit,
  signal: Abort,
  onPage: (page: ReadPage) => void = () => undefined,
): Promise<StoreResult<null>> {
  const fetch = (after: number): Promise<Fetched> => fetchAndProve(copy, store, after, limit, signal);
  const following = async (before: Promise<Fetched>): Promise<Fetched> => {
    const last = await before;
    return last.ok && last.value.page.entries.length > 0 ? fetch(last.value.end) : last;
  };
  let newest = fetch(copy.head?.seq ?? 0);
  let underWay = [newest];
  for (;;) {
    while (underWay.length <= pagesAhead) underWay.push((newest = following(newest)));
    const [next = newest, ...later] = underWay;
    let fetched = await next;
    underWay = later;
    if (!fetched.ok) {
      // Now that everything before it is known it may be readable: a key may have been missing.
      fetched = await (newest = fetch(copy.head?.seq ?? 0));
      underWay = [];
      if (!fetched.ok) return fetched;
    }
    const { page, evidence } = fetched.value;
    if (page.entries.length === 0) return succeeded(null);
    // The threads get their work before this one is busy with replaying.
    await new Promise((resolve) => setImmediate(resolve));
    const received = copy.receiveProved(page, await evidence);
    if (!received.ok) return received;
    onPage(page);
  }
}

interface FetchedPage {
  readonly page: ReadPage;
  /** Place of its last entry. */
  readonly end: number;
  readonly evidence: ReturnType<ProvedCopy['prove']>;
}

type Fetched = StoreResult<FetchedPage>;

async function fetchAndProve(
  copy: ProvedCopy,
  store: LedgerStore,
  after: number,
  limit: ReadLimit,
  signal: Abort,
): Promise<Fetched> {
  const read = await store.read(after, limit, signal);
  if (!read.ok) return read;
  const page = read.value;
  const evidence = copy.prove(page);
  // Where an earlier page ends the reading, nobody waits for this one any more.
  void evidence.catch(() => undefined);
  return succeeded({ page, end: after + page.entries.length, evidence });
}
