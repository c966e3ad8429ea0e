import type { Head } from '#core/ledger/commit';
import type { Abort, LedgerStore, StoreResult } from '#core/ledger/store';
import { neverAborted } from './abort';

const page = { entries: 500, bytes: 4 * 1024 * 1024 };

/** Appends what the other place does not have, page by page; it must hold a true beginning. */
export async function copyLedger(
  source: Pick<LedgerStore, 'read'>,
  target: Pick<LedgerStore, 'head' | 'append'>,
  print: (line: string) => void = () => undefined,
  signal: Abort = neverAborted,
): Promise<StoreResult<Head | null>> {
  const there = await target.head(signal);
  if (!there.ok) return there;
  let head = there.value;
  for (;;) {
    const read = await source.read(head?.seq ?? 0, page, signal);
    if (!read.ok) return read;
    const { entries, head: end } = read.value;
    if (entries.length === 0) {
      if ((end?.seq ?? 0) === (head?.seq ?? 0) && end?.hash === head?.hash) return { ok: true, value: head };
      const detail = 'The other place holds something that is not in this one.';
      return { ok: false, failure: { kind: 'diverged', seq: end?.seq ?? 0, detail } };
    }
    // The append compares what is there already: on anything but this ledger's own beginning it says no.
    const appended: StoreResult<Head> = await target.append(entries, head, signal);
    if (!appended.ok && appended.failure.kind === 'unknown-outcome') {
      const now = await target.head(signal);
      if (!now.ok) return now;
      head = now.value;
      continue;
    }
    if (!appended.ok) return appended;
    head = appended.value;
    print(`${String(head.seq)} of ${String(end?.seq ?? 0)} commits`);
  }
}
