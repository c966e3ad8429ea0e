import { rulesOf, type Head, type PendingIntent } from './commit';
import { encodeCommit, hashEntry, noHash } from './encoding';

/** Acts that wait for their place, as the commits that they would be behind a head. */
export function pendingAsCommits(
  ledger: string,
  head: Head | null,
  intents: readonly PendingIntent[],
): readonly Uint8Array[] {
  const entries: Uint8Array[] = [];
  let seq = head?.seq ?? 0;
  let prev = head?.hash ?? noHash;
  for (const intent of intents) {
    seq += 1;
    const bytes = encodeCommit({ ...intent, ledger, seq, prev, rules: rulesOf(intent) });
    entries.push(bytes);
    prev = hashEntry(bytes);
  }
  return entries;
}
