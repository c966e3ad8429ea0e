import type { Head } from '../commit';
import type { Judgements } from './judgements';
import { beforeLog, type LogFile, type LogPosition, type RefusedAct, type TermFile } from './kept-file';
import type { KnownFiles } from './known-files';

/** A term that somebody holds: who keeps it, and from where on. */
export interface HeldTerm {
  readonly term: number;
  readonly how: 'first' | 'forced' | 'handed' | 'elected';
  readonly keeper: string;
  readonly base: LogPosition;
  readonly hash: string;
  /** When it began, by the clock of whoever began it. */
  readonly at: string;
}

/** Of two terms with one number, the one that more had to agree to counts. */
const weight: Record<HeldTerm['how'], number> = { first: 0, forced: 1, handed: 2, elected: 3 };

/**
 * The log that counts among all the files that are known: of several terms the highest whose base can be followed, and on it
 * what its keeper put in order. It grows with what comes in and is made anew only when another branch counts.
 */
export class KeptLog {
  term: HeldTerm | null = null;
  private list: LogFile[] = [];
  private heads: (Head | null)[] = [];
  private readonly places = new Map<string, number>();
  private readonly answeredOuts = new Set<string>();
  private readonly acts = new Map<string, number>();
  private readonly refusedActs = new Map<string, RefusedAct>();
  private readonly memberMemory = new Map<string, readonly string[]>();
  private rewinds = 0;

  constructor(
    private readonly known: KnownFiles,
    private readonly judgements: Judgements,
  ) {}

  get files(): readonly LogFile[] {
    return this.list;
  }

  /** Grows whenever what was in the log before is so no more. */
  get timesRewound(): number {
    return this.rewinds;
  }

  get tip(): LogPosition {
    return { seq: this.list.length, hash: this.list[this.list.length - 1]?.hash ?? beforeLog.hash };
  }

  get lastTerm(): number {
    return this.list[this.list.length - 1]?.term ?? 0;
  }

  get head(): Head | null {
    return this.headAfter(this.list.length);
  }

  /** The newest commit after that many files of the log. */
  headAfter(seq: number): Head | null {
    return this.heads[seq - 1] ?? null;
  }

  /** Place of a file in the log, counted from 1; `undefined` when it is not part of the log that counts. */
  seqOf(hash: string): number | undefined {
    return this.places.get(hash);
  }

  isAnswered(out: string): boolean {
    return this.answeredOuts.has(out);
  }

  /** The place in the log at which an act became a commit. */
  seqOfAct(id: string): number | undefined {
    return this.acts.get(id);
  }

  refusalOf(id: string): RefusedAct | undefined {
    return this.acts.has(id) ? undefined : this.refusedActs.get(id);
  }

  /** The computers that count, as of the end of the log. */
  get members(): readonly string[] {
    return this.membersAfter(this.tip.hash) ?? [];
  }

  /** The computers that count after a file of any branch; `null` where it cannot be followed to its beginning. */
  membersAfter(hash: string): readonly string[] | null {
    const open: LogFile[] = [];
    let members: readonly string[] | undefined;
    for (let at = hash; members === undefined;) {
      if (at === beforeLog.hash) members = [];
      else if (this.memberMemory.has(at)) members = this.memberMemory.get(at) ?? [];
      else {
        const file = this.known.logs.get(at);
        if (file === undefined) return null;
        open.push(file);
        at = file.previous;
      }
    }
    for (const file of open.reverse()) {
      if (file.alone === true) members = [file.by];
      if (file.leaves !== undefined) members = members.filter((computer) => computer !== file.leaves);
      if (file.joins !== undefined && !members.includes(file.joins)) members = [...members, file.joins].sort();
      this.memberMemory.set(file.hash, members);
    }
    return members;
  }

  /** The place of the newest file that changed who counts, counted from 1. */
  get lastMemberChange(): number {
    for (let seq = this.list.length; seq > 0; seq -= 1) {
      const file = this.list[seq - 1];
      if (file !== undefined && (file.alone === true || file.joins !== undefined || file.leaves !== undefined))
        return seq;
    }
    return 0;
  }

  /** Finds out anew what counts. `changed` are the files that have become known since the last time. */
  update(changed: { readonly terms: boolean; readonly logs: readonly LogFile[] }): void {
    // Who keeps a term rests on its base, which may only now be complete.
    const isDoubled = changed.logs.some((file) => this.standsBesideAnother(file));
    const mayRest = changed.terms || this.term === null || changed.logs.some((file) => this.mayComplete(file));
    if (mayRest || isDoubled) this.chooseTerm(isDoubled);
    else if (changed.logs.length > 0) this.extend();
  }

  private standsBesideAnother(file: LogFile): boolean {
    return file.previous !== this.tip.hash && (file.previous === beforeLog.hash || this.places.has(file.previous));
  }

  private mayComplete(file: LogFile): boolean {
    return (
      this.known.following(file.hash).length > 0 ||
      this.known.terms.some((term) => 'base' in term && term.base.hash === file.hash)
    );
  }

  private chooseTerm(isDoubled: boolean): void {
    for (const term of this.heldTerms()) {
      if (term.hash === this.term?.hash && !isDoubled) {
        this.extend();
        return;
      }
      const base = this.filesUpTo(term.base);
      if (base === null) continue;
      this.follow(term, base);
      return;
    }
    this.follow(null, []);
  }

  /** The terms that somebody holds, the one that counts most first. */
  private heldTerms(): readonly HeldTerm[] {
    const held = this.known.terms.flatMap((file) => this.heldTerm(file) ?? []);
    return held.sort((one, other) => compareTerms(other, one));
  }

  private heldTerm(file: TermFile): HeldTerm | null {
    const { term, hash, at } = file;
    switch (file.what) {
      case 'first':
      case 'forced':
        return { term, hash, at, how: file.what, keeper: file.by, base: file.base };
      case 'handed':
        return { term, hash, at, how: 'handed', keeper: file.to, base: file.base };
      case 'take': {
        const members = this.membersAfter(file.base.hash);
        if (members === null) return null;
        const votes = members.filter((member) => {
          const cast = this.known.votesIn(term).filter((vote) => vote.by === member);
          const [vote] = cast;
          return cast.length === 1 && vote?.to === file.by && file.votes.includes(vote.hash);
        });
        if (!this.judgements.isMost(votes.length, members.length)) return null;
        return { term, hash, at, how: 'elected', keeper: file.by, base: file.base };
      }
      case 'candidate':
      case 'vote':
        return null;
    }
  }

  /** The log from its beginning to a place, or `null` while files of it are missing. */
  private filesUpTo(place: LogPosition): readonly LogFile[] | null {
    if (place.hash === beforeLog.hash) return place.seq === 0 ? [] : null;
    if (this.places.get(place.hash) === place.seq) return this.list.slice(0, place.seq);
    const files: LogFile[] = [];
    for (let hash = place.hash; hash !== beforeLog.hash;) {
      const file = this.known.logs.get(hash);
      if (file === undefined || files.length >= place.seq) return null;
      files.push(file);
      hash = file.previous;
    }
    if (files.length !== place.seq) return null;
    files.reverse();
    let head: Head | null = null;
    for (const { commits } of files) {
      if (commits !== null && !isSameHead(commits.before, head)) return null;
      head = commits?.last ?? head;
    }
    return files;
  }

  /** Makes a branch the one that counts: what it has in common with the present one stays. */
  private follow(term: HeldTerm | null, base: readonly LogFile[]): void {
    this.term = term;
    let common = 0;
    while (common < base.length && this.list[common]?.hash === base[common]?.hash) common += 1;
    const rest = base.slice(common);
    // Beyond the base, what the keeper of this very term put in order stays as long as nothing else stands there by right.
    if (rest.length === 0 && term !== null)
      while (this.nextIn(term, common)?.hash === this.list[common]?.hash) {
        if (this.list[common] === undefined) break;
        common += 1;
      }
    if (common < this.list.length) this.cutTo(common);
    for (const file of rest) if (!this.push(file)) return;
    this.extend();
  }

  private extend(): void {
    const { term } = this;
    if (term === null) return;
    for (let next = this.nextIn(term, this.list.length); next !== null; next = this.nextIn(term, this.list.length))
      if (!this.push(next)) return;
  }

  /** A keeper that ordered twice at one place (a restored or doubled installation): everybody takes the same one. */
  private nextIn(term: HeldTerm, seq: number): LogFile | null {
    const previous = this.list[seq - 1]?.hash ?? beforeLog.hash;
    const head = this.headAfter(seq);
    let next: LogFile | null = null;
    for (const file of this.known.following(previous)) {
      if (file.term !== term.term || file.by !== term.keeper || file.seq !== seq + 1) continue;
      if (file.commits !== null && !isSameHead(file.commits.before, head)) continue;
      if (next === null || file.hash < next.hash) next = file;
    }
    return next;
  }

  private push(file: LogFile): boolean {
    const head = this.head;
    if (file.commits !== null && !isSameHead(file.commits.before, head)) return false;
    this.list.push(file);
    const seq = this.list.length;
    this.heads.push(file.commits?.last ?? head);
    this.places.set(file.hash, seq);
    for (const out of file.answers) this.answeredOuts.add(out);
    for (const id of file.ids) if (!this.acts.has(id)) this.acts.set(id, seq);
    for (const refused of file.refused)
      if (!this.refusedActs.has(refused.id)) this.refusedActs.set(refused.id, refused);
    return true;
  }

  private cutTo(length: number): void {
    const kept = this.list.slice(0, length);
    this.rewinds += 1;
    this.list = [];
    this.heads = [];
    this.places.clear();
    this.answeredOuts.clear();
    this.acts.clear();
    this.refusedActs.clear();
    for (const file of kept) this.push(file);
  }
}

function compareTerms(one: HeldTerm, other: HeldTerm): number {
  return (
    one.term - other.term ||
    weight[one.how] - weight[other.how] ||
    compareTexts(one.keeper, other.keeper) ||
    compareTexts(one.hash, other.hash)
  );
}

export function compareTexts(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}

/** The commit before the first is named by zeros and has no head. */
function isSameHead(before: Head, head: Head | null): boolean {
  return head === null
    ? before.seq === 0 && /^0+$/.test(before.hash)
    : before.seq === head.seq && before.hash === head.hash;
}
