import { rulesVersion, type Commit, type Head } from './commit';
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
    if (!decoded.ok)
      return {
        ok: false,
        failure: { kind: 'corrupt', place: `seq ${String((head?.seq ?? 0) + 1)}`, detail: decoded.problem },
      };
    const { commit } = decoded;
    if (commit.ledger !== ledger)
      return { ok: false, failure: { kind: 'identity-changed', expected: ledger, actual: commit.ledger } };
    if (head !== null && commit.seq < head.seq) continue;
    const hash = hashEntry(bytes);
    if (head !== null && commit.seq === head.seq) {
      if (hash !== head.hash)
        return {
          ok: false,
          failure: { kind: 'diverged', seq: commit.seq, detail: 'another commit stands where one is known' },
        };
      continue;
    }
    if (commit.seq !== (head?.seq ?? 0) + 1)
      return {
        ok: false,
        failure: { kind: 'corrupt', place: `seq ${String(commit.seq)}`, detail: 'commits are missing before it' },
      };
    if (commit.prev !== (head?.hash ?? noHash))
      return {
        ok: false,
        failure: { kind: 'diverged', seq: commit.seq, detail: 'it does not follow the commit that is known' },
      };
    if (commit.rules > rulesVersion) return { ok: false, failure: { kind: 'outdated', rules: commit.rules } };
    commits.push(commit);
    head = { seq: commit.seq, hash };
  }
  return { ok: true, commits, head };
}
