import type { Result } from '../kernel/result';
import type { Head } from './commit';

/** Account that lies in a place, as far as its first and its last act tell; `null` where that cannot be read. */
export interface AccountThere {
  readonly name: string | null;
  /** Person who started it, and when, ISO 8601 in UTC. */
  readonly owner: string | null;
  readonly since: string | null;
  readonly acts: number;
  readonly lastAt: string | null;
}

/**
 * Everything that can go wrong with a store; each kind has one recovery.
 * `offline`: back off, keep the queue. `head-moved`: pull, replay, append. `unknown-outcome`: pull first, never resend blindly.
 * `unauthorised`: one prompt, keep the queue. `forbidden`: freeze, offer export. `identity-changed`: ask once, both are named.
 * `behind`: the place ends at `head`, which is part of what is known here, and was restored or emptied: put back what is missing.
 * `diverged`: from some commit on the place holds others' commits. The place counts; `common` is the last commit that both
 * have, `null` for none, and left out where it has not been looked for. `seq` is one that differs.
 * `waiting`: files are still arriving, `place` is the one that is missing or not whole: look again, append nothing.
 * `shortened`: what was asked for is from before the place's beginning, `begins`, and is not there any more: begin again from the
 * checkpoint at it.
 * `corrupt`: a file is whole and wrong; any copy that has its bytes can put them back. `outdated`: read-only until updated.
 * `only-carries-files`: two computers could create the same file there, so it cannot decide who comes first; a kept place can.
 * `full`, `read-only`: say so, keep the queue, try again. `aborted`: the caller asked. `defect`: our fault.
 */
export type StoreFailure =
  /** `isEmpty`: what should hold the ledger is there, and holds nothing. */
  | { readonly kind: 'offline'; readonly detail: string; readonly isEmpty?: true }
  | { readonly kind: 'head-moved'; readonly head: Head | null }
  | { readonly kind: 'unknown-outcome'; readonly detail: string }
  | { readonly kind: 'unauthorised'; readonly detail: string }
  | { readonly kind: 'forbidden'; readonly detail: string }
  | {
      readonly kind: 'identity-changed';
      readonly expected: string;
      readonly actual: string;
      /** The account that lies there, where that was looked at. */
      readonly there?: AccountThere;
    }
  | { readonly kind: 'behind'; readonly head: Head | null; readonly detail: string }
  | { readonly kind: 'diverged'; readonly seq: number; readonly detail: string; readonly common?: Head | null }
  | { readonly kind: 'shortened'; readonly begins: Head }
  | { readonly kind: 'waiting'; readonly place: string; readonly since: string; readonly detail: string }
  /** `isForeign`: somebody who is not let in has put it there. It is part of no ledger, and any computer that is let in can move it away. */
  | { readonly kind: 'corrupt'; readonly place: string; readonly detail: string; readonly isForeign?: true }
  | { readonly kind: 'outdated'; readonly rules: number }
  | { readonly kind: 'only-carries-files'; readonly detail: string }
  | { readonly kind: 'full'; readonly detail: string }
  | { readonly kind: 'read-only'; readonly detail: string }
  | { readonly kind: 'aborted' }
  | { readonly kind: 'defect'; readonly detail: string };

export type StoreResult<Value> = Result<Value, StoreFailure>;

/** The minimum of an abort signal the port needs; the platform's `AbortSignal` fits. */
export interface Abort {
  readonly aborted: boolean;
  addEventListener(type: 'abort', listener: () => void): void;
  removeEventListener(type: 'abort', listener: () => void): void;
}
