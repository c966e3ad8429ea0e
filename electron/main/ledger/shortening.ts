import { succeeded } from '#core/kernel/result';
import type { Day } from '#core/kernel/day';
import type { Head } from '#core/ledger/commit';
import { decodeCommit, hashEntry } from '#core/ledger/encoding';
import { readPresence, type Presence } from '#core/ledger/presence';
import type { NothingToShorten, ShorteningPlan } from '#core/ledger/shorter-history';
import type { Abort, LedgerStore, StoreResult } from '#core/ledger/store';
import { CheckpointShelf } from './checkpoint-shelf';
import { namedBeginning, type NamedBeginning } from './named-beginning';

/** Moment up to which acts go although a computer has not seen them: this long ago, in milliseconds. */
const longAgo = 180 * 24 * 3_600_000;

/** What planning needs to know of one commit. */
interface SeenCommit {
  readonly head: Head;
  readonly day: Day;
  readonly at: string;
  readonly bytes: number;
  /** Commit that it took back. */
  readonly takesBack: string | null;
}

/** The commits of a place, as far as they are there, in what planning needs of them. */
export class CommitsInPlace {
  private readonly commits: SeenCommit[] = [];
  private readonly seqs = new Map<string, number>();
  private readonly named: NamedBeginning[] = [];

  add(entries: readonly Uint8Array[]): void {
    for (const entry of entries) {
      const decoded = decodeCommit(entry);
      if (!decoded.ok) continue;
      const { id, seq, day, at, do: name, args } = decoded.commit;
      const takesBack = name === 'undo' ? (args as { readonly commit: string }).commit : null;
      this.commits.push({ head: { seq, hash: hashEntry(entry) }, day, at, bytes: entry.length, takesBack });
      this.seqs.set(id, seq);
      const beginning = namedBeginning(entry);
      if (beginning !== null) this.named.push(beginning);
    }
  }

  /** Day of the first one; `null` where there is none. */
  get first(): Day | null {
    return this.commits[0]?.day ?? null;
  }

  get bytes(): number {
    return this.commits.reduce((sum, { bytes }) => sum + bytes, 0);
  }

  /** Beginnings that acts name, oldest first. */
  get beginnings(): readonly NamedBeginning[] {
    return this.named;
  }

  /**
   * The most that can go: what was done before a day, what every computer has seen that has said how far it is or what is older than 180
   * days, and nothing that was taken back later than where the history would begin.
   */
  plan(
    words: readonly Presence[],
    now: string,
    { before, begins }: { readonly before: Day | null; readonly begins: number },
  ): ShorteningPlan | NothingToShorten {
    const seen = words.reduce((least, { seq }) => Math.min(least, seq), Number.MAX_SAFE_INTEGER);
    const limit = new Date(Date.parse(now) - longAgo).toISOString();
    let last = -1;
    let unseenBy: readonly Presence[] = [];
    for (const [index, { head, day, at }] of this.commits.entries()) {
      if (before !== null && day >= before) break;
      if (head.seq > seen && at > limit) {
        unseenBy = words.filter(({ seq }) => seq < head.seq);
        break;
      }
      last = index;
    }
    last = this.beforeWhatWasTakenBack(last);
    const end = this.commits[last];
    if (end === undefined || end.head.seq <= begins) return { to: null, unseenBy };
    const going = this.commits.slice(0, last + 1).filter(({ head }) => head.seq > begins);
    return {
      to: end.head,
      day: end.day,
      acts: going.length,
      bytes: going.reduce((sum, { bytes }) => sum + bytes, 0),
      behind: words.filter(({ seq }) => seq < end.head.seq),
      unseenBy,
    };
  }

  /** The last commit at or before one that nothing behind it has taken back (G12). */
  private beforeWhatWasTakenBack(from: number): number {
    let last = from;
    for (let index = this.commits.length - 1; index > last; index -= 1) {
      const { takesBack } = this.commits[index] as SeenCommit;
      const target = takesBack === null ? undefined : this.seqs.get(takesBack);
      const end = this.commits[last]?.head.seq;
      if (target === undefined || end === undefined || target > end) continue;
      last = this.commits.findIndex(({ head }) => head.seq === target) - 1;
      // What was between may have been taken back by acts that were looked at already.
      index = this.commits.length;
    }
    return last;
  }
}

/** Words of other computers in a place, the newest of each. */
export async function othersIn(
  place: Pick<LedgerStore, 'presence'>,
  here: string,
  signal: Abort,
): Promise<StoreResult<readonly Presence[]>> {
  const words = (await place.presence?.all(signal)) ?? succeeded([]);
  if (!words.ok) return words;
  const newest = new Map<string, Presence>();
  for (const word of words.value) {
    const read = readPresence(Buffer.from(word).toString('utf8'));
    if (read !== null && read.computer !== here && (newest.get(read.computer)?.at ?? '') < read.at)
      newest.set(read.computer, read);
  }
  return succeeded([...newest.values()]);
}

/**
 * Lets a place begin where an act of the account says so by now, and removes what is from before it: entries, and every checkpoint up to
 * `head` that still tells of them. Done again it ends what was broken off.
 */
export async function finishShortening(
  place: LedgerStore,
  {
    ledger,
    beginnings,
    head,
  }: { readonly ledger: string; readonly beginnings: readonly Head[]; readonly head: number },
  signal: Abort,
): Promise<StoreResult<null>> {
  const newest = beginnings.at(-1);
  if (newest === undefined || place.beginning === undefined) return succeeded(null);
  const before = await place.beginning.at(signal);
  if (!before.ok) return before;
  const shortened = await place.beginning.shorten({ seq: newest.seq, hash: newest.hash }, signal);
  if (!shortened.ok) return shortened;
  const also = [...beginnings.map(({ seq }) => seq), before.value?.seq ?? 0].filter((seq) => seq > 0);
  return new CheckpointShelf(place, ledger).dropUpTo(head, also, signal);
}
