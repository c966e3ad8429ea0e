import { useEffect, useState } from 'react';
import type { CallFailure } from '#core/ipc/channel';
import type { LedgerFailure } from '#core/ipc/ledger-channels';
import type { Day } from '#core/kernel/day';
import { failed, type Result } from '#core/kernel/result';
import type { ShorteningOutlook } from '#core/ledger/shorter-history';
import { useAccount } from '../../state/session-context';
import type { ShorteningCalls } from '../../state/shortening-calls';

export type FoundOutlook = Result<ShorteningOutlook, LedgerFailure | CallFailure>;

/** Times it is looked again where somebody else adds to the place meanwhile. */
const tries = 3;

async function look(
  { outlook }: ShorteningCalls,
  synchronise: () => Promise<void>,
  before: Day,
  signal: AbortSignal,
): Promise<FoundOutlook> {
  for (let count = 1; ; count += 1) {
    // What others did must be here first.
    await synchronise();
    if (signal.aborted) return failed({ kind: 'aborted' });
    const found = await outlook(before, signal);
    if (found.ok || found.failure.kind !== 'head-moved' || count >= tries) return found;
  }
}

/**
 * Looks for what would go of what was done before a day; `null` while it is looked for, and for no day. Looked for again when `again` is
 * another number.
 */
export function useOutlook(before: Day | null, again: number): FoundOutlook | null {
  const { shortening, synchroniser } = useAccount();
  const [seen, setSeen] = useState<{ readonly key: string; readonly found: FoundOutlook } | null>(null);
  const key = `${before ?? ''} ${String(again)}`;
  useEffect(() => {
    if (shortening === undefined || before === null) return undefined;
    const given = new AbortController();
    void look(shortening, synchroniser.synchronise, before, given.signal).then((found) => {
      if (!given.signal.aborted) setSeen({ key, found });
    });
    return () => given.abort();
  }, [shortening, synchroniser, before, key]);
  return seen?.key === key ? seen.found : null;
}
