import type { Head } from '#core/ledger/commit';
import { orderActs } from '#core/ledger/kept/order-acts';
import { Replica } from '#core/ledger/replica';
import { StoreError } from '../store-error';
import type { ActJudge } from './kept-place';

/** Judges acts with a copy of the account of its own, which it brings up to date from the commits that are in order. */
export function replicaJudge(): ActJudge {
  let replica: Replica | null = null;

  const catchUp = async (
    copy: Replica,
    head: Head | null,
    commits: (after: number) => Promise<readonly Uint8Array[]>,
  ): Promise<void> => {
    while ((copy.head?.seq ?? 0) < (head?.seq ?? 0)) {
      const entries = await commits(copy.head?.seq ?? 0);
      if (entries.length === 0) return;
      const received = copy.receive(entries);
      if (received.ok) continue;
      if (received.failure.kind !== 'diverged') throw new StoreError(received.failure);
      return;
    }
  };

  const judge: ActJudge = async (open, head, commits, ledger) => {
    for (let again = 0; again < 2; again += 1) {
      replica ??= Replica.empty(ledger);
      await catchUp(replica, head, commits);
      if (replica.head?.hash === head?.hash) {
        const judged = orderActs(replica.fork(), open);
        if (!judged.ok) throw new StoreError(judged.failure);
        return judged.judged;
      }
      // Another branch counts now.
      replica = null;
    }
    return null;
  };
  return Object.assign(judge, { needsCommits: true } as const);
}
