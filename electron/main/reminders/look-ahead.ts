import { type Evidence, ownKeyOf } from '#core/ledger/admission';
import { noHash } from '#core/ledger/encoding';
import type { PendingIntent } from '#core/ledger/commit';
import { pendingAsCommits } from '#core/ledger/pending-as-commits';
import type { Replica } from '#core/ledger/replica';
import { comingFor, type Coming } from '#core/queries/coming';
import type { ComingRequest } from '../ledger/ledger-check';

interface OnTop {
  readonly base: Replica;
  readonly baseHash: string;
  readonly applied: readonly string[];
  readonly replica: Replica;
}

/** Own acts are signed as they are sent. Until then they count as signed: nobody but this computer has them. */
const allGood: Evidence = { bad: [], appends: null };

function asSigned(intent: PendingIntent): PendingIntent & { readonly sig?: string } {
  const key = intent.key ?? ownKeyOf(intent);
  return key === undefined ? intent : { ...intent, key, sig: 'not yet' };
}

/**
 * Looks at what comes in a replica with the acts on top that wait for their place: an account that is shared with nobody
 * yet consists of nothing else. The copy with the acts is kept, so that the next look replays only what was added.
 */
export class LookAhead {
  private onTop: OnTop | null = null;

  coming(base: Replica, { pending, by, from, to }: ComingRequest): Coming | null {
    return comingFor(this.withActs(base, pending).model, by, from, to);
  }

  private withActs(base: Replica, pending: readonly PendingIntent[]): Replica {
    if (pending.length === 0) {
      this.onTop = null;
      return base;
    }
    const baseHash = base.head?.hash ?? noHash;
    const { onTop } = this;
    const continues =
      onTop !== null &&
      onTop.base === base &&
      onTop.baseHash === baseHash &&
      onTop.applied.every((id, index) => pending[index]?.id === id);
    const replica = continues ? onTop.replica : base.fork();
    const fresh = pending.slice(continues ? onTop.applied.length : 0);
    // As commits: one that the rules refuse is passed over, as it would be in the ledger.
    if (fresh.length > 0)
      replica.receive(pendingAsCommits(replica.ledger, replica.head, fresh.map(asSigned)), undefined, allGood);
    this.onTop = { base, baseHash, applied: pending.map(({ id }) => id), replica };
    return replica;
  }
}
