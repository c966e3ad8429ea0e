import { failed, succeeded, type Result } from '#core/kernel/result';
import type { Head } from '#core/ledger/commit';
import { decodeCommit, hashEntry } from '#core/ledger/encoding';
import type { Healing } from '#core/ledger/healing';
import type { Abort, LedgerStore, StoreFailure, StoreResult } from '#core/ledger/store';
import { beginningOf } from '../stores/expected-head';
import type { JournalFailure } from '#core/ipc/journal-channels';
import type { OwnKeys } from '../trust/own-keys';
import { storeFailureOf } from './journal-failure';
import type { LedgerCheckService } from './ledger-check-service';

/** Part of the journal that healing needs: the bytes of every commit that this computer knows. */
export interface HealingJournal {
  readonly newest: Head | null;
  /** The commit behind which it begins; `null` where it has the first. */
  readonly base?: Head | null;
  hashAt(seq: number): string | null;
  commits(
    after: number,
    limit?: { readonly entries: number; readonly bytes: number },
  ): Promise<Result<readonly Uint8Array[], JournalFailure>>;
  cutBack(to: Head | null, device: string): Promise<Result<null, JournalFailure>>;
}

export interface HealingParts {
  readonly store: LedgerStore;
  readonly journal: HealingJournal;
  /** This installation: what `device` of its commits says. */
  readonly device: string;
  readonly now: () => string;
  readonly onHealed: (healing: Healing) => void;
  readonly check?: Pick<LedgerCheckService, 'register'>;
  readonly own?: OwnKeys | undefined;
}

/** Number of commits that are put back in one append: each is a file of its own in a folder. */
const putBackPage = { entries: 500, bytes: 4 * 1024 * 1024 };

/** A page that ends at least so many commits later: below that, as large as is ordinary. */
export function pageUpTo(entries: number): { readonly entries: number; readonly bytes: number } {
  return entries <= putBackPage.entries ? putBackPage : { entries, bytes: Number.MAX_SAFE_INTEGER };
}

/**
 * The commit at which the first append of a protected account must not end before, where this computer fills an empty place:
 * whoever reads it has to know the key that signs the append by then. 0 in an unprotected one.
 */
export async function leastAppend({
  check,
  own,
  keys,
}: {
  readonly check?: Pick<LedgerCheckService, 'register'> | undefined;
  readonly own?: OwnKeys | undefined;
  readonly keys?: { readonly own: OwnKeys };
}): Promise<StoreResult<number>> {
  const mine = own ?? keys?.own;
  if (check === undefined || mine === undefined) return succeeded(0);
  const register = await check.register();
  if (!register.ok || !register.value.isProtected) return register.ok ? succeeded(0) : register;
  const counting = mine.counting(register.value);
  return succeeded(register.value.computers.find(({ id }) => id === counting?.id)?.admitted.seq ?? 0);
}
const oneEntry = { entries: 1, bytes: 1 };

/** Way in which the place and the journal have parted: `null` where the place goes on from where the journal ends, or ends there. */
export function partingOf(journal: HealingJournal, head: Head | null): 'behind' | 'forked' | null {
  const { newest } = journal;
  if (newest === null) return null;
  if (head === null) return 'behind';
  const kept = journal.hashAt(head.seq);
  // What is before the beginning of the journal cannot be compared, nor put back from here.
  if (head.seq < (journal.base?.seq ?? 0)) return 'behind';
  if (head.seq < newest.seq) return kept === head.hash ? 'behind' : 'forked';
  return kept === null || kept === head.hash ? null : 'forked';
}

/**
 * Puts back byte for byte what a restored or emptied place has lost. Others may do the same at the same time: who is first
 * has done it for all.
 */
export async function putBack(parts: HealingParts, from: Head | null, signal: Abort): Promise<StoreFailure | null> {
  const { store, journal } = parts;
  let head = from;
  let count = 0;
  const to = await momentOf(journal, from);
  const least = await leastAppend(parts);
  if (!least.ok) return least.failure;
  while ((head?.seq ?? 0) < (journal.newest?.seq ?? 0)) {
    const done = head?.seq ?? 0;
    const entries = await journal.commits(done, pageUpTo(least.value - done));
    if (!entries.ok) return storeFailureOf(entries.failure);
    if (entries.value.length === 0) break;
    const appended = await store.append(entries.value, head, signal);
    if (!appended.ok) return appended.failure;
    head = appended.value;
    count += entries.value.length;
  }
  parts.onHealed({ kind: 'put-back', at: parts.now(), to, count });
  return null;
}

async function momentOf(journal: HealingJournal, head: Head | null): Promise<string | null> {
  if (head === null) return null;
  const entries = await journal.commits(head.seq - 1, oneEntry);
  const [entry] = entries.ok ? entries.value : [];
  const decoded = entry === undefined ? null : decodeCommit(entry);
  return decoded?.ok === true ? decoded.commit.at : null;
}

/**
 * Lets the place count where it holds others' commits: the journal goes back to the last commit that both have, and the own acts
 * after it wait again. Answers how the copy that asked has to follow.
 */
export async function giveWay(parts: HealingParts, there: Head, signal: Abort): Promise<StoreFailure> {
  const { journal, device } = parts;
  const found = await lastCommon(parts, Math.min(there.seq, journal.newest?.seq ?? 0), signal);
  if (!found.ok) return found.failure;
  const common = found.value;
  const lost = await journal.commits(common?.seq ?? 0, {
    entries: Number.MAX_SAFE_INTEGER,
    bytes: Number.MAX_SAFE_INTEGER,
  });
  const own = lost.ok ? lost.value.filter((entry) => isOf(entry, device)).length : 0;
  const cut = await journal.cutBack(common, device);
  if (!cut.ok) return storeFailureOf(cut.failure);
  parts.onHealed({
    kind: 'gave-way',
    at: parts.now(),
    common,
    own,
    others: (lost.ok ? lost.value.length : 0) - own,
  });
  return {
    kind: 'diverged',
    seq: (common?.seq ?? 0) + 1,
    common,
    detail: `From commit ${(common?.seq ?? 0) + 1} on the place holds others than this computer had.`,
  };
}

function isOf(entry: Uint8Array, device: string): boolean {
  const decoded = decodeCommit(entry);
  return decoded.ok && decoded.commit.device === device;
}

/** The last commit that the place and the journal both have, found by halves: the chain makes everything before it the same. */
async function lastCommon(
  { store, journal }: HealingParts,
  upTo: number,
  signal: Abort,
): Promise<StoreResult<Head | null>> {
  let same = 0;
  let other = upTo + 1;
  const base = journal.base ?? null;
  const begins = await beginningOf(store, signal);
  if (!begins.ok) return begins;
  if (begins.value !== null && begins.value.seq >= (base?.seq ?? 0)) {
    // What was before the beginning of the place nobody can compare any more.
    if (journal.hashAt(begins.value.seq) !== begins.value.hash) return succeeded(null);
    same = begins.value.seq;
  } else if (base !== null) {
    const page = await store.read(base.seq - 1, oneEntry, signal);
    if (!page.ok) return page;
    const [entry] = page.value.entries;
    // What was before the beginning is another history: everything begins anew.
    if (entry === undefined || hashEntry(entry) !== base.hash) return succeeded(null);
    same = base.seq;
  }
  while (other - same > 1) {
    const middle = Math.floor((same + other) / 2);
    const page = await store.read(middle - 1, oneEntry, signal);
    if (!page.ok) return page;
    const [entry] = page.value.entries;
    if (entry === undefined)
      return failed({ kind: 'offline', detail: 'The place keeps changing while it is compared.' });
    if (hashEntry(entry) === journal.hashAt(middle)) same = middle;
    else other = middle;
  }
  const hash = journal.hashAt(same);
  return { ok: true, value: hash === null ? null : { seq: same, hash } };
}
