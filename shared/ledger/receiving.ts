import type { CommitRecord } from '../intents/commit-history';
import { executeInSlices } from '../intents/execute';
import { isRestDue, partOf, type Sliced } from '../kernel/slices';
import { invertChanges, netChanges } from '../model/change-log';
import type { Model } from '../model/model';
import { refuse, type Refusal } from '../rules/refusals';
import type { RulesVersion } from '../rules/version';
import {
  aboutAct,
  contextOf,
  isSameAct,
  isSameContent,
  recordOf,
  replayEach,
  versionOn,
  withFreeIds,
  type Replayed,
  type ReplayedPending,
} from './acts';
import { isAppendOfMember, refuseShutOut, refuseUnproved, type AppendEvidence, type Evidence } from './admission';
import { mergeAttention, stillOpen, type AttentionItem } from './attention';
import { checkChain } from './chain';
import type { Commit, Head, PendingIntent } from './commit';
import type { CommitRecords } from './records';
import type { ForeignAppend, Position, PreparedReceive, Step } from './steps';
import { voidOf, voidUpTo, withVoid, type VoidCommit } from './void-commits';

/** An act is about so many rows' work. */
const actsWeight = 16;

/** Own acts that do not hold, with the reason, said by the computer that puts acts in order. */
export type Answers = ReadonlyMap<string, readonly Refusal[]>;

export const noAnswers: Answers = new Map();

/** Things found out about the commits that come in and about the own acts, in order; what an append adds can be left out again. */
interface Found {
  readonly voided: VoidCommit[];
  readonly confirmed: string[];
  readonly putRecords: CommitRecord[];
  readonly refused: AttentionItem[];
  readonly changed: AttentionItem[];
}

/** Beginning of an append: where everything stood before it. */
interface BeforeAppend {
  readonly first: number;
  readonly mark: number;
  readonly records: number;
  readonly found: { readonly [K in keyof Found]: number };
}

/**
 * Way of others' commits into a copy of the account: in their order, judged by the rules, with the own acts that wait done again
 * on top. It changes the model and the records it is given, and says what has changed as a `Step`; a copy that must not change
 * yet hands in a fork, or takes back what was done.
 */
export class Receiving {
  constructor(
    private readonly ledger: string,
    private readonly model: Model,
    private readonly commits: CommitRecords,
    private readonly position: Position,
  ) {}

  /** Takes in the ledger's next entries. */
  *takeIn(entries: readonly Uint8Array[], answers: Answers, evidence: Evidence | null): Sliced<PreparedReceive> {
    const chain = checkChain(this.ledger, this.position.head, entries);
    if (!chain.ok) return chain;
    const mark = this.model.mark();
    const found: Found = { voided: [], confirmed: [], putRecords: [], refused: [], changed: [] };
    const own = this.position.pending;
    const firstPending = this.commits.length - own.length;
    const sent = this.confirmAsSent(chain.commits, evidence);
    found.confirmed.push(...sent);
    const pending = own.slice(sent.length);
    const rest = chain.commits.slice(sent.length);
    let next: Pick<Position, 'head' | 'pending'> = { head: chain.head, pending };
    let foreign: ForeignAppend | undefined;
    const removed: string[] = [];
    if (rest.length > 0 || pending.some((act) => answers.has(act.id))) {
      removed.push(...this.takeBackTo(firstPending + sent.length));
      const of = rest.length + pending.length;
      foreign = yield* this.judge(rest, pending, evidence, found, of);
      const counted = foreign === undefined ? rest : rest.slice(0, placeIn(rest, foreign.first));
      const head = foreign === undefined ? chain.head : headBefore(chain.commits, foreign.first);
      const waiting = pending.filter((act) => !counted.some((commit) => isSameContent(act, commit)));
      const free = withFreeIds(waiting, (id) => this.commits.find(id) !== undefined);
      const again = yield* partOf(this.replayPending(free, head?.seq ?? 0, answers), (part) => ({
        done: rest.length + part.done,
        of,
      }));
      found.putRecords.push(...again.records);
      found.refused.push(...again.refused);
      found.changed.push(...again.changed);
      next = { head, pending: again.kept };
    }
    const attention = mergeAttention(stillOpen(this.position.attention, found.putRecords), [
      ...found.refused,
      ...found.changed,
    ]);
    const { voided, confirmed, refused, changed } = found;
    const position = { ...next, attention, voided: withVoid(this.position.voided, voided) };
    const step = this.stepSince(mark, position, found.putRecords, removed);
    return { ok: true, step, voided, confirmed, refused, changed, ...(foreign === undefined ? {} : { foreign }) };
  }

  /**
   * Goes back to an earlier commit, because others' commits follow it in the shared place, with `pending` on top: the own acts
   * among those that gave way, and those that waited already.
   */
  *goBack(to: Head | null, pending: readonly PendingIntent[]): Sliced<Step> {
    const mark = this.model.mark();
    const all = this.commits.all();
    let keep = this.commits.length - this.position.pending.length;
    while (keep > 0 && (all[keep - 1]?.seq ?? 0) > (to?.seq ?? 0)) keep -= 1;
    const removed = this.takeBackTo(keep);
    const again = yield* this.replayPending(pending, to?.seq ?? 0, noAnswers);
    const attention = mergeAttention(this.position.attention, [...again.refused, ...again.changed]);
    const voided = voidUpTo(this.position.voided, to?.seq ?? 0);
    return this.stepSince(mark, { head: to, pending: again.kept, attention, voided }, again.records, removed);
  }

  /** The own acts that come back just as they were sent: they are confirmed as they stand. */
  private confirmAsSent(commits: readonly Commit[], evidence: Evidence | null): readonly string[] {
    const appends = evidence?.appends ?? [];
    if (!appends.every((append) => isAppendOfMember(this.model, append, append.last))) return [];
    const confirmed: string[] = [];
    for (const [index, commit] of commits.entries()) {
      const own = this.position.pending[index];
      if (own === undefined || this.commits.find(own.id)?.seq !== commit.seq || !isSameAct(own, commit)) break;
      if (refuseUnproved(this.model, commit, evidence).length > 0) break;
      confirmed.push(own.id);
    }
    return confirmed;
  }

  /** Does the commits one after the other, up to an append that is no part of the ledger, which is given back. */
  private *judge(
    commits: readonly Commit[],
    pending: readonly PendingIntent[],
    evidence: Evidence | null,
    found: Found,
    of: number,
  ): Sliced<ForeignAppend | undefined> {
    const appends = evidence?.appends ?? [];
    let before = this.beforeAppend(commits[0]?.seq ?? 0, found);
    for (const [index, commit] of commits.entries()) {
      const ends = appends.find(({ last }) => last === commit.seq);
      yield* partOf(this.judgeOne(commit, pending, evidence, found), (part) => ({
        done: index + part.done / part.of,
        of,
      }));
      if (isRestDue(index * actsWeight)) yield { done: index + 1, of };
      if (ends === undefined) continue;
      if (!isAppendOfMember(this.model, ends, before.first)) return this.leaveOut(ends, before, found);
      before = this.beforeAppend(commit.seq + 1, found);
    }
    return undefined;
  }

  private *judgeOne(
    commit: Commit,
    pending: readonly PendingIntent[],
    evidence: Evidence | null,
    found: Found,
  ): Sliced<void> {
    const known = this.commits.find(commit.id);
    if (known !== undefined) {
      // G11: the same act again is harmless, an id with another content is not.
      if (!isSameContent(known, commit) && commit.rules > 1)
        found.voided.push(voidOf(commit, [refuse('ID_TAKEN', { id: commit.id })]));
      return;
    }
    const record = yield* this.replayProved(commit, evidence);
    if (record.ok) found.putRecords.push(record.record);
    else found.voided.push(voidOf(commit, record.refusals));
    const own = pending.find((act) => isSameContent(act, commit));
    if (own === undefined) return;
    if (!record.ok) {
      found.refused.push({ ...aboutAct(own), refusals: record.refusals });
      return;
    }
    found.confirmed.push(own.id);
    if (record.changedChoices.length > 0) found.changed.push({ ...aboutAct(own), changed: record.changedChoices });
  }

  private beforeAppend(first: number, found: Found): BeforeAppend {
    return {
      first,
      mark: this.model.mark(),
      records: this.commits.length,
      found: {
        voided: found.voided.length,
        confirmed: found.confirmed.length,
        putRecords: found.putRecords.length,
        refused: found.refused.length,
        changed: found.changed.length,
      },
    };
  }

  /** Leaves an append out that is no part of the ledger: everything stands as before it. */
  private leaveOut({ last, key }: AppendEvidence, before: BeforeAppend, found: Found): ForeignAppend {
    this.model.rollback(before.mark);
    this.commits.truncate(before.records);
    for (const kind of ['voided', 'confirmed', 'putRecords', 'refused', 'changed'] as const)
      found[kind].length = before.found[kind];
    return { first: before.first, last, key };
  }

  /** Takes back the newest records, down to a length, as changes that are recorded like any other; gives their ids. */
  private takeBackTo(length: number): string[] {
    return this.commits.truncate(length).map((record) => {
      for (const change of invertChanges(record.changes)) this.model.record(change);
      return record.id;
    });
  }

  /** Does own acts again on top of a seq, one after the other. */
  private replayPending(pending: readonly PendingIntent[], from: number, answers: Answers): Sliced<ReplayedPending> {
    const replay = (own: PendingIntent, seq: number, rules: RulesVersion): Sliced<Replayed> =>
      this.replayOwn(own, seq, rules);
    return replayEach(pending, from, answers, { replay, versionFor: (own) => versionOn(this.model, own) });
  }

  /** An act of the ledger, where it is proved whose it is. */
  private *replayProved(commit: Commit, evidence: Evidence | null): Sliced<Replayed> {
    const refusals = refuseUnproved(this.model, commit, evidence);
    return refusals.length > 0
      ? { ok: false, refusals }
      : yield* this.replay(commit, commit.seq, commit.rules, commit.prev);
  }

  /** An own act on top of what others did: this computer may have been shut out meanwhile. */
  private *replayOwn(own: PendingIntent, seq: number, rules: RulesVersion): Sliced<Replayed> {
    const refusals = refuseShutOut(this.model, own);
    return refusals.length > 0 ? { ok: false, refusals } : yield* this.replay(own, seq, rules);
  }

  private *replay(act: PendingIntent, seq: number, rules: RulesVersion, prev?: string): Sliced<Replayed> {
    const result = yield* executeInSlices(
      this.model,
      this.commits,
      act,
      contextOf(act, { seq, rules, ledger: this.ledger, prev }),
      { warn: false },
    );
    if (!result.ok) return result;
    const record = recordOf(act, seq, result);
    this.commits.push(record);
    return { ok: true, record, changedChoices: result.changedChoices };
  }

  private stepSince(
    mark: number,
    position: Position,
    putRecords: readonly CommitRecord[],
    removed: readonly string[],
  ): Step {
    const sequence = this.model.changesSince(mark);
    const put = new Set(putRecords.map((record) => record.id));
    const removeRecords = removed.filter((id) => !put.has(id));
    return { ...position, changes: netChanges(sequence), sequence, putRecords, removeRecords };
  }
}

function placeIn(commits: readonly Commit[], seq: number): number {
  return commits.findIndex((commit) => commit.seq === seq);
}

function headBefore(commits: readonly Commit[], seq: number): Head | null {
  const next = commits.find((commit) => commit.seq === seq);
  return next === undefined || next.seq === 1 ? null : { seq: next.seq - 1, hash: next.prev };
}
