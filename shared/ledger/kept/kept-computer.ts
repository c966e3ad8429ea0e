import type { Head } from '../commit';
import { type Judgements, type Promised, soundJudgements } from './judgements';
import {
  type ActsFile,
  beforeLog,
  decodeKeptFile,
  type Draft,
  encodeKeptFile,
  type HasFile,
  isKeptPath,
  type KeptFile,
  type KeptHeader,
  keptFormat,
  type LogFile,
  type RefusedAct,
} from './kept-file';
import { compareTexts, type HeldTerm, KeptLog } from './kept-log';
import { KnownFiles } from './known-files';

export interface KeptComputerParts {
  readonly ledger: string;
  /** This computer's own name among the folders of the place. */
  readonly computer: string;
  /** Name for people. */
  readonly name: string;
  readonly judgements?: Judgements;
  /** Tells whether a computer may count when it is asked whether most have something; in a protected account, those with a key. */
  readonly admits?: (computer: string) => boolean;
}

/** Judgement of the rules on a file of acts: the commits that it became, and the acts that do not hold. */
export interface JudgedActs {
  readonly out: string;
  readonly entries: readonly Uint8Array[];
  readonly refused: readonly RefusedAct[];
}

/** Standing of an act that was handed over. */
export type ActStanding =
  | { readonly kind: 'unknown' }
  | { readonly kind: 'waiting' }
  | { readonly kind: 'refused'; readonly refusals: readonly unknown[] }
  /** `seq` is the commit that it became. */
  | { readonly kind: 'in-order' | 'settled'; readonly seq: number };

/** A file holds at most so much, so that a half-copied one is soon whole. */
const fileLimit = { lines: 200, bytes: 1024 * 1024 };

/**
 * View of one computer on a kept place: of the files that it knows it says who keeps the order, what is in order, what most
 * have, and which files it has to write itself. It decides by these files alone, so it can be made anew from them at any time.
 * A file that it wants to write is a draft: kept for good first, then taken in here, then laid into the folder.
 */
export class KeptComputer {
  readonly known = new KnownFiles();
  readonly log: KeptLog;
  private readonly judgements: Judgements;
  private promise: Promised = { term: 0, keeper: null };
  private readonly ownActs = new Map<string, ActsFile>();
  private readonly unanswered = new Set<ActsFile>();
  private lastHas: HasFile | null = null;
  private changedTerms = false;
  private changedLogs: LogFile[] = [];
  private rewindsSeen = 0;

  constructor(private readonly parts: KeptComputerParts) {
    this.judgements = parts.judgements ?? soundJudgements;
    this.log = new KeptLog(this.known, this.judgements);
  }

  get computer(): string {
    return this.parts.computer;
  }

  /** The last word of this computer on how far it has the log. */
  get newestReach(): HasFile | null {
    return this.lastHas;
  }

  /** Takes in a file; whether it is what its name says. Call `update` after the last one. */
  take(path: string, bytes: Uint8Array): boolean {
    if (this.known.knows(path)) return true;
    const decoded = isKeptPath(path) ? decodeKeptFile(path, bytes, this.parts.ledger) : null;
    if (decoded !== null) this.takeFile(decoded.file);
    return decoded !== null;
  }

  private takeFile(file: KeptFile): void {
    if (!this.known.take(file)) return;
    const isOwn = file.by === this.computer;
    switch (file.kind) {
      case 'out':
        this.unanswered.add(file);
        if (isOwn) for (const id of file.ids) this.ownActs.set(id, file);
        break;
      case 'log':
        this.changedLogs.push(file);
        break;
      case 'term':
        this.changedTerms = true;
        if (isOwn && file.what !== 'candidate')
          this.promiseTo(file.term, file.what === 'handed' || file.what === 'vote' ? file.to : file.by);
        break;
      case 'has':
        if (!isOwn) break;
        this.lastHas = file;
        this.promiseTo(file.term, file.keeper);
        break;
    }
  }

  /** Finds out what counts, after files have been taken in. */
  update(): void {
    if (!this.changedTerms && this.changedLogs.length === 0) return;
    const changed = { terms: this.changedTerms, logs: this.changedLogs };
    this.changedTerms = false;
    this.changedLogs = [];
    this.log.update(changed);
    if (this.log.timesRewound === this.rewindsSeen) return;
    // What another branch had answered may be open again.
    this.rewindsSeen = this.log.timesRewound;
    for (const out of this.known.outs.values()) this.unanswered.add(out);
  }

  /** At most one keeper is promised to a term; a promise is never taken back. */
  private promiseTo(term: number, keeper: string): void {
    if (term > this.promise.term) this.promise = { term, keeper };
  }

  // ---- what people do

  /** Begins a place in which there is nothing yet. */
  found(at: string): Draft {
    return this.termDraft({ what: 'first', term: electionStep, base: beforeLog }, at);
  }

  /** Hands acts over to whoever keeps the order; those that were handed over before are passed over. */
  hand(acts: readonly { readonly id: string; readonly line: Uint8Array }[]): readonly Draft[] {
    const drafts: Draft[] = [];
    let { number, previous } = this.endOfOwnActs();
    for (const lines of parcels(
      acts.filter(({ id }) => !this.ownActs.has(id) && this.log.seqOfAct(id) === undefined),
    )) {
      number += 1;
      const draft = encodeKeptFile({ ...this.common, kind: 'out', number, previous }, lines);
      drafts.push(draft);
      previous = hashOfPath(draft.path);
    }
    return drafts;
  }

  /** The end of what this computer has written: where its next file of acts goes on, also after its profile was restored. */
  private endOfOwnActs(): { number: number; previous: string } {
    const own = this.known.actsOf(this.computer);
    const next = new Map<string, ActsFile>();
    for (const file of own) {
      const rival = next.get(file.previous);
      if (rival === undefined || file.hash < rival.hash) next.set(file.previous, file);
    }
    let number = 0;
    let previous = beforeLog.hash;
    for (let file = next.get(previous); file !== undefined; file = next.get(previous)) {
      number = file.number;
      previous = file.hash;
    }
    return { number, previous };
  }

  /** Hands the office to another computer, or `null` when it is not this computer's to hand. */
  handOver(to: string, at: string): Draft | null {
    const { term } = this.log;
    if (term === null || !this.keepsOrder() || to === this.computer) return null;
    const next = term.term + 1;
    const isHanded = this.known.terms.some(
      (file) => file.by === this.computer && file.what === 'handed' && file.term === next,
    );
    if (isHanded || next % electionStep === 0) return null;
    return this.termDraft({ what: 'handed', term: next, to, base: this.log.tip }, at);
  }

  /** Asks the others for the office. */
  stand(at: string): Draft {
    const { tip, lastTerm } = this.log;
    return this.termDraft({ what: 'candidate', term: this.nextElection(), base: tip, lastTerm }, at);
  }

  /** Takes the office without asking: what only others had in order may have to be put in order again. */
  force(at: string): Draft {
    return this.termDraft({ what: 'forced', term: this.nextElection(), base: this.log.tip }, at);
  }

  /** Elections count in thousands, the handings over between two of them one by one: so a term has one keeper. */
  private nextElection(): number {
    const top = Math.max(this.promise.term, ...this.known.terms.map((file) => file.term), 0);
    return (Math.floor(top / electionStep) + 1) * electionStep;
  }

  // ---- what the program does by itself

  /** Tells whether this computer puts acts in order now. */
  keepsOrder(): boolean {
    const { term } = this.log;
    if (term?.keeper !== this.computer) return false;
    return this.promise.term < term.term || (this.promise.term === term.term && this.promise.keeper === this.computer);
  }

  /** The next file that this computer owes the others, or `null`. To be asked again after it has been taken in. */
  due(at: string): Draft | null {
    return this.vote(at) ?? this.takeOffice(at) ?? this.openTerm(at) ?? this.admitNext(at) ?? this.acknowledge(at);
  }

  private vote(at: string): Draft | null {
    const own = { lastTerm: this.log.lastTerm, seq: this.log.tip.seq };
    const candidates = this.known.terms
      .flatMap((file) => (file.what === 'candidate' && file.term > this.promise.term ? [file] : []))
      .sort((one, other) => one.term - other.term || compareTexts(one.hash, other.hash));
    for (const { term, by, lastTerm, base } of candidates) {
      if (!this.judgements.mayVoteFor({ lastTerm, seq: base.seq }, own)) continue;
      return this.termDraft({ what: 'vote', term, to: by }, at);
    }
    return null;
  }

  private takeOffice(at: string): Draft | null {
    if (this.promise.keeper !== this.computer) return null;
    for (const file of this.known.terms) {
      if (file.what !== 'candidate' || file.by !== this.computer || file.term !== this.promise.term) continue;
      const { term, base } = file;
      const isTaken = this.known.terms.some(
        (other) => other.what === 'take' && other.by === this.computer && other.term === term,
      );
      const members = this.log.membersAfter(base.hash);
      if (isTaken || members === null) continue;
      const votes = this.known.votesIn(term).filter((vote) => vote.to === this.computer && members.includes(vote.by));
      const voters = new Set(votes.map((vote) => vote.by));
      if (!this.judgements.isMost(voters.size, members.length)) continue;
      return this.termDraft({ what: 'take', term, base, votes: votes.map((vote) => vote.hash) }, at);
    }
    return null;
  }

  private openTerm(at: string): Draft | null {
    const { term, lastTerm, tip } = this.log;
    if (term === null || !this.keepsOrder() || lastTerm === term.term) return null;
    const joins = tip.seq === 0 ? { joins: this.computer } : {};
    return this.logDraft(term, { at, ...(term.how === 'forced' ? { alone: true } : joins) });
  }

  /** Lets the next computer count, one at a time: the one before has to be settled, and so has something of this term. */
  private admitNext(at: string): Draft | null {
    const { term, members } = this.log;
    if (term === null || !this.keepsOrder()) return null;
    const settled = this.settledSeq();
    if (settled === 0 || settled < this.log.lastMemberChange) return null;
    const newcomer = this.known
      .computers()
      .find(
        (computer) =>
          !members.includes(computer) &&
          (this.parts.admits?.(computer) ?? true) &&
          this.known.reachOf(computer).some((has) => this.isOf(term, has)),
      );
    return newcomer === undefined ? null : this.logDraft(term, { at, joins: newcomer });
  }

  private acknowledge(at: string): Draft | null {
    const { term, tip } = this.log;
    if (term === null || !this.judgements.mayAcknowledge(term, this.promise)) return null;
    const last = this.lastHas;
    if (last?.upTo === tip.hash && last.term === term.term && last.keeper === term.keeper) return null;
    return this.hasDraft(term, at);
  }

  /** Says again how far this computer has the log, so that others see when it was last there. */
  hasDraft(term: HeldTerm, at: string): Draft {
    const { tip } = this.log;
    return encodeKeptFile({
      ...this.common,
      kind: 'has',
      seq: tip.seq,
      upTo: tip.hash,
      term: term.term,
      keeper: term.keeper,
      at,
      name: this.parts.name,
    });
  }

  /** Files of acts that wait for their place, each computer's in their order; none where this computer does not keep it. */
  toOrder(limit: number): readonly ActsFile[] {
    const { term } = this.log;
    if (term === null || !this.keepsOrder() || this.log.lastTerm !== term.term) return [];
    for (const out of this.unanswered) if (this.log.isAnswered(out.hash)) this.unanswered.delete(out);
    const open = [...this.unanswered].sort(
      (one, other) => compareTexts(one.by, other.by) || one.number - other.number || compareTexts(one.hash, other.hash),
    );
    const chosen: ActsFile[] = [];
    const there = new Set<string>([beforeLog.hash]);
    let lines = 0;
    for (const out of open) {
      if (lines >= limit) break;
      if (!there.has(out.previous) && !this.log.isAnswered(out.previous)) continue;
      there.add(out.hash);
      chosen.push(out);
      lines += out.ids.length;
    }
    return chosen;
  }

  /** The acts of a file that have no place yet: an act that came twice gets one. */
  actsToOrder(out: ActsFile): readonly string[] {
    return out.ids.filter((id) => this.log.seqOfAct(id) === undefined);
  }

  /** Puts acts in order as the rules judged them on top of `head`; `null` when that is no longer where the log stands. */
  order(judged: readonly JudgedActs[], head: Head | null, at: string): Draft | null {
    const { term } = this.log;
    if (term === null || judged.length === 0 || !this.keepsOrder()) return null;
    if (this.log.head?.hash !== head?.hash || judged.some(({ out }) => this.log.isAnswered(out))) return null;
    const fields = {
      at,
      answers: judged.map(({ out }) => out),
      refused: judged.flatMap(({ refused }) => refused.map(({ id, refusals }) => ({ id, refusals: [...refusals] }))),
    };
    return this.logDraft(
      term,
      fields,
      judged.flatMap(({ entries }) => entries),
    );
  }

  /** Puts commits in order that were made elsewhere, such as those of an account that comes from another place. */
  orderEntries(entries: readonly Uint8Array[], at: string): Draft | null {
    const { term } = this.log;
    return term === null || !this.keepsOrder() ? null : this.logDraft(term, { at }, entries);
  }

  // ---- what holds

  /** Number of files of the log that most have in this term: they never change their place again, unless somebody forces. */
  settledSeq(): number {
    const { term, members } = this.log;
    if (term === null || members.length === 0) return 0;
    const reaches = members.map((member) =>
      this.known
        .reachOf(member)
        .reduce((reach, has) => (this.isOf(term, has) ? Math.max(reach, this.log.seqOf(has.upTo) ?? 0) : reach), 0),
    );
    const candidates = [...reaches].sort((one, other) => other - one);
    const seq =
      candidates.find((reach) =>
        this.judgements.isMost(reaches.filter((other) => other >= reach).length, members.length),
      ) ?? 0;
    return seq > 0 && this.log.files[seq - 1]?.term === term.term ? seq : 0;
  }

  /** Standing of an act that this computer knows by its id. */
  standingOf(id: string): ActStanding {
    const place = this.log.seqOfAct(id);
    const file = place === undefined ? undefined : this.log.files[place - 1];
    if (place !== undefined && file?.commits != null)
      return {
        kind: place <= this.settledSeq() ? 'settled' : 'in-order',
        seq: file.commits.before.seq + file.ids.indexOf(id) + 1,
      };
    const refused = this.log.refusalOf(id);
    if (refused !== undefined) return { kind: 'refused', refusals: refused.refusals };
    return { kind: this.ownActs.has(id) ? 'waiting' : 'unknown' };
  }

  /** The newest election that nobody has won yet. */
  openElection(): { readonly term: number; readonly candidate: string; readonly votes: number } | null {
    const now = this.log.term?.term ?? 0;
    const open = this.known.terms
      .flatMap((file) => (file.what === 'candidate' && file.term > now ? [file] : []))
      .sort((one, other) => other.term - one.term || compareTexts(one.hash, other.hash));
    const [newest] = open;
    if (newest === undefined) return null;
    const votes = this.known.votesIn(newest.term).filter((vote) => vote.to === newest.by);
    return { term: newest.term, candidate: newest.by, votes: new Set(votes.map((vote) => vote.by)).size };
  }

  private isOf(term: HeldTerm, has: HasFile): boolean {
    return has.term === term.term && has.keeper === term.keeper;
  }

  private get common(): { format: typeof keptFormat; ledger: string; by: string } {
    return { format: keptFormat, ledger: this.parts.ledger, by: this.computer };
  }

  private termDraft(fields: TermFields, at: string): Draft {
    return encodeKeptFile({ ...this.common, kind: 'term', at, name: this.parts.name, ...fields } as KeptHeader);
  }

  private logDraft(term: HeldTerm, fields: LogFields, entries: readonly Uint8Array[] = []): Draft {
    const { tip } = this.log;
    return encodeKeptFile(
      {
        ...this.common,
        kind: 'log',
        term: term.term,
        seq: tip.seq + 1,
        previous: tip.hash,
        answers: [],
        refused: [],
        ...fields,
      },
      entries,
    );
  }
}

const electionStep = 1000;

type Without<T, K extends PropertyKey> = T extends unknown ? Omit<T, K> : never;
type TermFields = Without<Extract<KeptHeader, { kind: 'term' }>, 'format' | 'ledger' | 'by' | 'kind' | 'at' | 'name'>;
type LogFields = Pick<Extract<KeptHeader, { kind: 'log' }>, 'at' | 'joins' | 'leaves' | 'alone'> &
  Partial<Pick<Extract<KeptHeader, { kind: 'log' }>, 'answers' | 'refused'>>;

function hashOfPath(path: string): string {
  return path.slice(path.lastIndexOf('-') + 1, path.lastIndexOf('.'));
}

function* parcels(acts: readonly { readonly line: Uint8Array }[]): Iterable<readonly Uint8Array[]> {
  let lines: Uint8Array[] = [];
  let bytes = 0;
  for (const { line } of acts) {
    if (lines.length > 0 && (lines.length >= fileLimit.lines || bytes + line.length > fileLimit.bytes)) {
      yield lines;
      lines = [];
      bytes = 0;
    }
    lines.push(line);
    bytes += line.length;
  }
  if (lines.length > 0) yield lines;
}
