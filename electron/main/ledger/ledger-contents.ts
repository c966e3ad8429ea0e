import type { JournalFailure, JournalNote } from '#core/ipc/journal-channels';
import { failed, succeeded, type Result } from '#core/kernel/result';
import type { Head, PendingIntent } from '#core/ledger/commit';
import { beginsProtection } from '#core/ledger/admission';
import { sha256Hex } from '../files/sha256';
import type { Journal } from './journal';
import { beginsAsNamed } from './named-beginning';

/** Account with which a shortened history begins, as a checkpoint at the commit behind which it does (G12). */
export interface LedgerBeginning {
  readonly head: Head;
  readonly bytes: Uint8Array;
}

/** Commits of a ledger as they are stored, and the acts that wait for their place behind them. */
export interface LedgerContents {
  readonly head: Head | null;
  /** `null` where the commits begin with the first. */
  readonly beginning: LedgerBeginning | null;
  readonly entries: readonly Uint8Array[];
  readonly waiting: readonly PendingIntent[];
}

/** Commits and waiting acts that come from elsewhere. */
export type Brought = Pick<LedgerContents, 'beginning' | 'entries' | 'waiting'>;

/** Place of the last commit that comes with it. */
function endOf({ beginning, entries }: Pick<Brought, 'beginning' | 'entries'>): number {
  return (beginning?.head.seq ?? 0) + entries.length;
}

/** Commits and waiting acts from elsewhere beside what is kept here. `parted`: other commits stand in the same places. */
export type KeptBeside =
  | { readonly kind: 'absent' | 'parted' }
  | { readonly kind: 'kept'; readonly commits: number; readonly waiting: number };

/** Everything that a journal keeps; not while a joined one begins behind commits that can still come. */
export async function contentsIn(journal: Journal): Promise<Result<LedgerContents, JournalFailure>> {
  const { base } = journal;
  const beginning = await journal.checkpoint();
  if (base !== null && (beginning === null || !(await beginsAsNamed(journal))))
    return failed({ kind: 'diverged', seq: base.seq, detail: 'The first commits of the ledger are not here yet.' });
  const entries: Uint8Array[] = [];
  for (;;) {
    const page = await journal.commits(endOf({ beginning, entries }));
    if (!page.ok) return page;
    if (page.value.length === 0) break;
    entries.push(...page.value);
  }
  return succeeded({ head: journal.newest, beginning, entries, waiting: journal.summary().open });
}

/** Acts that a journal neither waits for nor has done or given up, and that are in none of the commits that come with them. */
function unknownActs(journal: Journal, waiting: readonly PendingIntent[]): readonly PendingIntent[] {
  const summary = journal.summary();
  const known = new Set([
    ...summary.open.map(({ id }) => id),
    ...summary.attention.map(({ id }) => id),
    ...summary.closed,
  ]);
  return waiting.filter(({ id }) => !known.has(id) && !journal.holdsCommit(id));
}

const signature = Buffer.from('"sig":"');

/** Tells whether the acts of an account are signed, so that it is a protected one. */
export function isSigned({ entries, waiting }: Brought): boolean {
  return (
    waiting.some(({ key, do: name }) => key !== undefined || beginsProtection(name)) ||
    entries.some((entry) => Buffer.from(entry.buffer, entry.byteOffset, entry.byteLength).includes(signature))
  );
}

/**
 * The part of it that may come to an account from elsewhere. Acts are signed only when they get their place: those of a protected account that wait for
 * it are known to their own computer alone, and nobody else may put them there.
 */
export function admissible(here: Brought, brought: Brought): Brought {
  return isSigned(here) || isSigned(brought) ? { ...brought, waiting: [] } : brought;
}

/** Effect of bringing commits and waiting acts to a journal; nothing changes. */
export function besideKept(journal: Journal, brought: Brought): KeptBeside {
  const { beginning, entries, waiting } = brought;
  const seq = journal.newest?.seq ?? 0;
  const begins = beginning?.head.seq ?? 0;
  const both = Math.min(seq, endOf(brought));
  // What is between the end of a journal and a later beginning is nowhere, so neither goes on from the other.
  if (seq > 0 && both < begins) return { kind: 'parted' };
  const last = entries[both - begins - 1];
  const hash = last === undefined ? (beginning?.head.hash ?? null) : sha256Hex(last);
  // What is before the beginning of a joined journal cannot be compared.
  const isKnown = seq > 0 && both >= (journal.base?.seq ?? 0);
  if (hash !== null && isKnown && hash !== journal.hashAt(both)) return { kind: 'parted' };
  return { kind: 'kept', commits: endOf(brought) - both, waiting: unknownActs(journal, waiting).length };
}

/** Contents of a journal after it: the longer chain, and every act that has no place in it yet. */
export function bothTogether(here: LedgerContents, journal: Journal, brought: Brought): Brought {
  const { waiting } = brought;
  const { beginning, entries } = endOf(here) > endOf(brought) ? here : brought;
  return {
    beginning,
    entries,
    waiting: [...here.waiting, ...unknownActs(journal, waiting)],
  };
}

/** Brings commits and waiting acts to a journal. Answers why it could not; then nothing has changed. */
export async function bringTo(journal: Journal, brought: Brought): Promise<JournalFailure | null> {
  const { beginning, entries, waiting } = brought;
  const seq = journal.newest?.seq ?? 0;
  if (besideKept(journal, brought).kind === 'parted')
    return { kind: 'diverged', seq, detail: 'The file holds other commits in the places of those that are kept here.' };
  if (seq === 0 && beginning !== null) {
    const begun = await journal.beginWith(beginning.head, beginning.bytes);
    if (!begun.ok) return begun.failure;
  }
  const kept = await journal.keepCommits(entries.slice(Math.max(0, seq - (beginning?.head.seq ?? 0))));
  if (!kept.ok) return kept.failure;
  const notes = unknownActs(journal, waiting).map((intent): JournalNote => ({ kind: 'intent', intent }));
  if (notes.length === 0) return null;
  const noted = await journal.note(notes);
  return noted.ok ? null : noted.failure;
}
