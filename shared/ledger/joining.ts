import type { Head } from './commit';

/**
 * A checkpoint that somebody has put down and that is not used. `unconfirmed`: only one computer says so. `damaged`: it is half there or
 * not what its name says. `forged`: the signatures are not those of two computers that are let in. `other`: a newer version made it, or
 * it is of another history.
 */
export interface PassedOver {
  readonly seq: number;
  readonly because: 'unconfirmed' | 'damaged' | 'forged' | 'other';
}

/** Beginning of a newcomer. */
export interface Joining {
  /** The commit whose account was taken from a checkpoint; `null` where the whole ledger is replayed. */
  readonly from: Head | null;
  /** End of the ledger at that moment. */
  readonly head: Head | null;
  readonly passedOver: readonly PassedOver[];
}
