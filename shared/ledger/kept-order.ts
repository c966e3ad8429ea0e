import type { Refusal } from '../rules/refusals';
import type { Abort, StoreResult } from './store-failure';

/**
 * Standing of an act that was handed over to be put in order.
 * `waiting`: the keeper has not seen it, or has not answered. `ordered`: it has its place, which only a change of keeper by
 * force can take from it. `settled`: more than half of the computers have it; its place never changes.
 * `refused`: the keeper says that it does not hold, and why.
 */
export type ActStanding =
  | { readonly kind: 'waiting' }
  | { readonly kind: 'ordered'; readonly seq: number }
  | { readonly kind: 'settled'; readonly seq: number }
  | { readonly kind: 'refused'; readonly refusals: readonly Refusal[] };

/** A computer that takes part in ordering. `lastSeen` is when something of it was seen last, ISO 8601 in UTC. */
export interface KeptComputer {
  readonly id: string;
  /** Name that its people gave it; empty while nothing of it says so. */
  readonly name: string;
  readonly lastSeen: string | null;
  /** The commit up to which it has everything. */
  readonly has: number;
  /** True when it counts where it is asked whether most have something. */
  readonly counts: boolean;
}

/** Computer that puts acts in order, as far as this computer knows. */
export interface Office {
  readonly term: number;
  /** `null` while nobody holds it. */
  readonly keeper: KeptComputer | null;
  readonly isHere: boolean;
  readonly computers: readonly KeptComputer[];
  /** The newest commit that is in order. */
  readonly orderedTo: number;
  /** Commits up to this seq never change their place. */
  readonly settledTo: number;
  /** The keeper as it was when a term was lost or is being voted on. */
  readonly election: { readonly term: number; readonly candidate: string; readonly votes: number } | null;
}

/** Ways in which the office passes to another computer. */
export type OfficeChange =
  /** By the keeper, to a computer that has the whole log. */
  | { readonly kind: 'handOver'; readonly to: string }
  /** By an administrator's computer: it becomes keeper once more than half of the computers have voted for it. */
  | { readonly kind: 'stand' }
  /** By an owner where no majority can be had. What is in order but not settled may lose its place. */
  | { readonly kind: 'force' };

/**
 * Ordering in a place that only carries files. Acts are handed over instead of appended; commits come by `read` as ever.
 * A store that has this answers `append` only for entries that the place has lost, from whoever may put them back.
 */
export interface KeptOrder {
  /**
   * Hands over acts of this computer, in their order, encoded as commits; the place that these have in the ledger does not
   * count. An act that was handed over before, by its id, is not handed over again, so repeating is harmless. Answers where
   * each act stands, by id.
   */
  submit(entries: readonly Uint8Array[], signal: Abort): Promise<StoreResult<ReadonlyMap<string, ActStanding>>>;
  office(signal: Abort): Promise<StoreResult<Office>>;
  change(change: OfficeChange, signal: Abort): Promise<StoreResult<Office>>;
}
