import type { Commit, Head } from './commit';
import { decodeCommit, hashEntry, noHash } from './encoding';
import type { StoreFailure } from './store';

/** Tells whether entries continue a ledger from what is known of it on, each naming the hash of the one before; entries that are known already are passed over. */
export function checkChain(
  ledger: string,
  known: Head | null,
  entries: readonly Uint8Array[],
):
  | { readonly ok: true; readonly commits: readonly Commit[]; readonly head: Head | null }
  | { readonly ok: false; readonly failure: StoreFailure } {
  let head = known;
  const commits: Commit[] = [];
  for (const bytes of entries) {
    const decoded = decodeCommit(bytes);
    if (!decoded.ok && decoded.place === undefined)
      return {
        ok: false,
        failure: { kind: 'corrupt', place: `seq ${String((head?.seq ?? 0) + 1)}`, detail: decoded.problem },
      };
    const place = decoded.ok ? decoded.commit : decoded.place;
    if (place.ledger !== ledger)
      return { ok: false, failure: { kind: 'identity-changed', expected: ledger, actual: place.ledger } };
    if (head !== null && place.seq < head.seq) continue;
    const hash = hashEntry(bytes);
    if (head !== null && place.seq === head.seq) {
      if (hash !== head.hash)
        return {
          ok: false,
          failure: { kind: 'diverged', seq: place.seq, detail: 'another commit stands where one is known' },
        };
      continue;
    }
    if (place.seq !== (head?.seq ?? 0) + 1)
      return {
        ok: false,
        failure: { kind: 'corrupt', place: `seq ${String(place.seq)}`, detail: 'commits are missing before it' },
      };
    if (place.prev !== (head?.hash ?? noHash))
      return {
        ok: false,
        failure: { kind: 'diverged', seq: place.seq, detail: 'it does not follow the commit that is known' },
      };
    if (!decoded.ok) return { ok: false, failure: { kind: 'outdated', rules: place.rules } };
    commits.push(decoded.commit);
    head = { seq: place.seq, hash };
  }
  return { ok: true, commits, head };
}
