import type { Day } from '../kernel/day';
import type { Head } from './commit';
import type { Presence } from './presence';

/** Plan of what a shorter history takes out of a place. */
export interface ShorteningPlan {
  /** The commit behind which the place is to begin. */
  readonly to: Head;
  /** Day of the last act that goes. */
  readonly day: Day;
  readonly acts: number;
  readonly bytes: number;
  /** Computers that have not seen all of it, as far as they have said: they begin again from the checkpoint. */
  readonly behind: readonly Presence[];
  /** Computers for which newer acts stay, as they have not seen those yet. */
  readonly unseenBy: readonly Presence[];
}

/** Reason why nothing can go: everything there is newer than asked for, or these computers have not seen it yet. */
export interface NothingToShorten {
  readonly to: null;
  readonly unseenBy: readonly Presence[];
}

/**
 * Outlook on a shorter history of the place at which an account is shared. `carried`: a program copies the folder, and its history stays whole.
 * `unchecked`: this computer began from a checkpoint, and has not read everything before it yet. `begun`: an act says that the history
 * begins there, and the removal was broken off. `nothing`: nothing can go. `plan`: what would go, and the bytes of the history there now
 * and afterwards, a checkpoint of the account counted where it begins with one. `first` is the day of the first act there.
 */
export type ShorteningOutlook =
  | { readonly kind: 'carried' | 'unchecked' }
  | { readonly kind: 'begun'; readonly to: Head }
  | { readonly kind: 'nothing'; readonly unseenBy: readonly Presence[]; readonly first: Day | null }
  | {
      readonly kind: 'plan';
      readonly plan: ShorteningPlan;
      readonly first: Day;
      readonly now: number;
      readonly then: number;
    };
