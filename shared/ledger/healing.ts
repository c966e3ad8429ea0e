import type { Head } from './commit';
import type { PassedOver } from './joining';
import type { FolderWay } from './folder-guess';

/**
 * Notes on what was put in order by itself between a computer and a shared place, newest last.
 * `put-back`: the place had been restored or emptied, and `count` commits were added again; `to` is the moment of the last commit
 * that it still had, `null` where it was empty. `gave-way`: from some commit on the place held others' commits; `own` acts of this
 * computer wait again, `others` are sent by their authors' computers. `read-whole`: no checkpoint could be used when this computer joined,
 * so the whole ledger was read. `checked-whole`: the account was opened from a checkpoint, and replaying the `count` commits before it has
 * come to the same. `began-again`: the place begins later by now than this computer was, which began again from the checkpoint there, with
 * the `waiting` acts that wait. `checkpoint-wrong`: it has come to something else, and the account was made anew from the ledger.
 */
export type Healing =
  | { readonly kind: 'put-back'; readonly at: string; readonly to: string | null; readonly count: number }
  | {
      readonly kind: 'gave-way';
      readonly at: string;
      readonly common: Head | null;
      readonly own: number;
      readonly others: number;
    }
  | { readonly kind: 'read-whole'; readonly at: string; readonly because: PassedOver['because'] }
  | { readonly kind: 'checked-whole'; readonly at: string; readonly count: number }
  | { readonly kind: 'began-again'; readonly at: string; readonly waiting: number }
  | { readonly kind: 'checkpoint-wrong'; readonly at: string };

/** A commit of somebody else that only this computer has: it is back in the ledger once their computer has synchronised. */
export interface MissingCommit {
  readonly id: string;
  readonly by: string;
  readonly day: string;
  readonly do: string;
}

/** Facts about a shared place beside its commits. */
export interface PlaceState {
  readonly healed: readonly Healing[];
  readonly missing: readonly MissingCommit[];
  /** True when this computer can put back what is damaged or missing in the place. */
  readonly canRepair: boolean;
  /** Commits before the checkpoint that this computer was joined from, and how many of them have been replayed; `null` where there are none. */
  readonly wholeCheck: { readonly done: number; readonly of: number } | null;
  /** How acts are put in order in the folder; `null` where the place is none. */
  readonly folderWay: FolderWay | null;
  /** True when acts had to give way in a folder of a server: a program copies it instead. */
  readonly gaveWay: boolean;
  /** A second version of a file in a folder of a server, as programs that copy make them; `null` where there is none. */
  readonly conflictCopy: string | null;
}
