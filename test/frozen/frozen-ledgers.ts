import path from 'node:path';
import { decodeCommit } from '#core/ledger/encoding';
import { Replica } from '#core/ledger/replica';
import type { DigestAnswer } from '#core/queries/digest';

/** What a frozen ledger must come to: its newest commit, the hash of the whole state, and the commits that are void. */
export interface FrozenDigests {
  readonly [file: string]: { readonly head: string; readonly state: string; readonly commits: number; readonly voided: number };
}

/** Where the ledgers of one version of the rules lie. */
export function frozenFolder(under: string, rules: number): string {
  return path.join(under, `rules-${String(rules)}`);
}

/** Replays a ledger from its first commit and says what it comes to. */
export function freeze(entries: readonly Uint8Array[]): FrozenDigests[string] {
  const first = decodeCommit(entries[0] ?? new Uint8Array());
  if (!first.ok) throw new Error(first.problem);
  const replica = Replica.empty(first.commit.ledger);
  const received = replica.receive(entries);
  if (!received.ok) throw new Error(JSON.stringify(received.failure));
  const digest = replica.ask('digest', {}, { day: first.commit.day, by: 'owner' }) as DigestAnswer;
  return { head: replica.head?.hash ?? '', state: digest.hash, commits: entries.length, voided: received.voided.length };
}
