import type { Head, PendingIntent } from '../../../shared/ledger/commit';

/** One thing the journal keeps for good. `closed`: an intent that is not to be done any more, or an attention item that was dropped. */
export type JournalNote =
  | { readonly kind: 'intent'; readonly intent: PendingIntent }
  | { readonly kind: 'closed'; readonly id: string };

/** What the journal knows, apart from the commits themselves. */
export interface JournalSummary {
  readonly head: Head | null;
  /** Intents without a commit of the same id, in the order in which they were noted, without the closed ones. */
  readonly open: readonly PendingIntent[];
  /** Ids of what was closed. */
  readonly closed: ReadonlySet<string>;
}

/**
 * The files main keeps beside the tables: the commits as their bytes, and every act of this computer.
 * What is noted is on the disk when the promise settles. Notes and commits that are known already change nothing.
 */
export interface Journal {
  summary(): Promise<JournalSummary>;
  /** Commits with seq greater than `after`, in order; empty at the end. */
  commits(after: number): Promise<readonly Uint8Array[]>;
  note(note: JournalNote): Promise<void>;
  keepCommits(entries: readonly Uint8Array[]): Promise<void>;
}
