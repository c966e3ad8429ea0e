import type { JournalFailure, JournalNote } from '#core/ipc/journal-channels';
import { failed, succeeded, type Result } from '#core/kernel/result';
import type { Head, PendingIntent } from '#core/ledger/commit';
import { beginsProtection } from '#core/ledger/admission';
import { sha256Hex } from '../files/sha256';
import type { Journal } from './journal';

/** Commits of a ledger as they are stored, and the acts that wait for their place behind them. */
export interface LedgerContents {
  readonly head: Head | null;
  readonly entries: readonly Uint8Array[];
  readonly waiting: readonly PendingIntent[];
}

/** Commits and waiting acts that come from elsewhere. */
export type Brought = Pick<LedgerContents, 'entries' | 'waiting'>;

/** Commits and waiting acts from elsewhere beside what is kept here. `parted`: other commits stand in the same places. */
export type KeptBeside =
  | { readonly kind: 'absent' | 'parted' }
  | { readonly kind: 'kept'; readonly commits: number; readonly waiting: number };

/** Everything that a journal keeps; not while a joined one begins behind its first commits. */
export async function contentsIn(journal: Journal): Promise<Result<LedgerContents, JournalFailure>> {
  if (journal.base !== null)
    return failed({
      kind: 'diverged',
      seq: journal.base.seq,
      detail: 'The first commits of the ledger are not here yet.',
    });
  const entries: Uint8Array[] = [];
  for (;;) {
    const page = await journal.commits(entries.length);
    if (!page.ok) return page;
    if (page.value.length === 0) break;
    entries.push(...page.value);
  }
  return succeeded({ head: journal.newest, entries, waiting: journal.summary().open });
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
  return isSigned(here) || isSigned(brought) ? { entries: brought.entries, waiting: [] } : brought;
}

/** Effect of bringing commits and waiting acts to a journal; nothing changes. */
export function besideKept(journal: Journal, { entries, waiting }: Brought): KeptBeside {
  const seq = journal.newest?.seq ?? 0;
  const both = Math.min(seq, entries.length);
  const last = entries[both - 1];
  // What is before the beginning of a joined journal cannot be compared.
  const isKnown = both >= (journal.base?.seq ?? 0);
  if (last !== undefined && isKnown && sha256Hex(last) !== journal.hashAt(both)) return { kind: 'parted' };
  return { kind: 'kept', commits: entries.length - both, waiting: unknownActs(journal, waiting).length };
}

/** Contents of a journal after it: the longer chain, and every act that has no place in it yet. */
export function bothTogether(here: LedgerContents, journal: Journal, { entries, waiting }: Brought): Brought {
  return {
    entries: here.entries.length > entries.length ? here.entries : entries,
    waiting: [...here.waiting, ...unknownActs(journal, waiting)],
  };
}

/** Brings commits and waiting acts to a journal. Answers why it could not; then nothing has changed. */
export async function bringTo(journal: Journal, brought: Brought): Promise<JournalFailure | null> {
  const { entries, waiting } = brought;
  const seq = journal.newest?.seq ?? 0;
  if (besideKept(journal, brought).kind === 'parted')
    return { kind: 'diverged', seq, detail: 'The file holds other commits in the places of those that are kept here.' };
  const kept = await journal.keepCommits(entries.slice(seq));
  if (!kept.ok) return kept.failure;
  const notes = unknownActs(journal, waiting).map((intent): JournalNote => ({ kind: 'intent', intent }));
  if (notes.length === 0) return null;
  const noted = await journal.note(notes);
  return noted.ok ? null : noted.failure;
}
