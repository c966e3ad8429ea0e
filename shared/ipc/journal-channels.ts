import { z } from 'zod';
import type { Head, PendingIntent } from '../ledger/commit';
import type { StoreFailure } from '../ledger/store';
import { channel } from './channel';

const id = z.string().min(1).max(200);

/** An act as it is kept before it has a place in the ledger. */
export const pendingIntentSchema: z.ZodType<PendingIntent> = z.strictObject({
  id,
  day: z.string().length(10),
  at: z.string().max(40),
  by: id,
  device: id,
  do: z.string().min(1).max(100),
  args: z.unknown(),
  chosen: z
    .array(z.strictObject({ number: z.string().max(200).exactOptional(), seat: id.exactOptional() }))
    .exactOptional(),
  key: z.string().max(64).exactOptional(),
  rules: z.literal([1, 2]).exactOptional(),
  basis: z.strictObject({ seq: z.int().min(1), hash: z.string().length(64) }).exactOptional(),
});

/**
 * Act that waits for a person because it could not be applied as it was meant: with its refusals, or with the choice that
 * was made instead. The journal keeps it as it is and does not look inside.
 */
export interface KeptAttention {
  readonly id: string;
  readonly [field: string]: unknown;
}

/**
 * One thing the journal keeps for good.
 * `intent`: an act of this computer; the same id again replaces it, as when another choice was made.
 * `attention`: the act with this id waits for the person.
 * `closed`: an intent that is not to be done any more, or an attention item that was dropped.
 */
export type JournalNote =
  | { readonly kind: 'intent'; readonly intent: PendingIntent }
  | { readonly kind: 'attention'; readonly item: KeptAttention }
  | { readonly kind: 'closed'; readonly id: string };

export const journalNoteSchema: z.ZodType<JournalNote> = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('intent'), intent: pendingIntentSchema }),
  z.strictObject({ kind: z.literal('attention'), item: z.looseObject({ id }) }),
  z.strictObject({ kind: z.literal('closed'), id }),
]);

/** Summary of what the journal knows, apart from the commits themselves. */
export interface JournalSummary {
  readonly head: Head | null;
  /** The commit behind which the commits that are kept begin, `journal.beginning` its account; `null` where they begin with the first. */
  readonly base: Head | null;
  /** Intents without a commit of the same id, in the order in which they were noted first, without the closed ones. */
  readonly open: readonly PendingIntent[];
  readonly attention: readonly KeptAttention[];
  readonly closed: readonly string[];
}

/** `full`: no room; `unwritable`: the disk refuses; `diverged`: a commit that is kept already differs; `unknown-ledger`: not open. */
export type JournalFailure =
  | { readonly kind: 'full'; readonly detail: string }
  | { readonly kind: 'unwritable'; readonly detail: string }
  | { readonly kind: 'diverged'; readonly seq: number; readonly detail: string }
  | { readonly kind: 'unknown-ledger' };

/** Bytes of one stored entry; a batch of many acts is large, but no single one needs more. */
export const entrySchema: z.ZodType<Uint8Array> = z
  .instanceof(Uint8Array)
  .refine((bytes) => bytes.length <= 64 * 1024 * 1024);

/** Questions about the journal, from which the window's model can be rebuilt: `journal.*`. */
export const journalChannels = {
  'journal.summary': channel<JournalSummary, JournalFailure>()(z.strictObject({ ledger: id })),
  /** Commits with seq greater than `after`, in order, a page at a time; empty at the end. */
  'journal.commits': channel<readonly Uint8Array[], JournalFailure>()(
    z.strictObject({ ledger: id, after: z.int().min(0) }),
  ),
  /** Checkpoint of the account at `base`; `null` where there is none. */
  'journal.beginning': channel<Uint8Array | null, JournalFailure>()(z.strictObject({ ledger: id })),
  /** Places of the commits that are kept whose signature is not their key's own; asked before they are replayed. */
  'journal.bad': channel<readonly number[], StoreFailure | JournalFailure>()(z.strictObject({ ledger: id })),
  /** Answers when all of it is on the disk; together or not at all. */
  'journal.note': channel<null, JournalFailure>()(
    z.strictObject({ ledger: id, notes: z.array(journalNoteSchema).min(1).max(10_000) }),
  ),
  /** Answers when they are on the disk. Commits that are kept already change nothing. */
  'journal.keepCommits': channel<null, JournalFailure>()(
    z.strictObject({ ledger: id, entries: z.array(entrySchema).max(100_000) }),
  ),
} as const;
