import { finish, partOf, type Sliced } from '../kernel/slices';
import { asMeant, countryOfAccount } from '../intents/as-meant';
import type { CommitRecord, IntentCall } from '../intents/commit-history';
import { executeInSlices } from '../intents/execute';
import { netChanges } from '../model/change-log';
import { Model } from '../model/model';
import { tableNames, type Change } from '../model/rows';
import { answer, stepsOfSmartList } from '../queries/answer';
import type { SmartListEntry, SmartListName } from '../queries/smart-lists';
import type { Source } from '../queries/question';
import { isProtected } from '../rules/keys';
import { refuse, type Refusal } from '../rules/refusals';
import type { RulesVersion } from '../rules/version';
import {
  isAppendOfMember,
  beginsProtection,
  ownKeyOf,
  refuseShutOut,
  refuseUnadmitted,
  refuseUnproved,
  type Evidence,
} from './admission';
import { checkChain } from './chain';
import { rulesOf, rulesVersion, type Commit, type Head, type PendingIntent } from './commit';
import { encodeCommit, hashEntry, noHash } from './encoding';
import {
  aboutAct,
  contextOf,
  isSameAct,
  isSameContent,
  noteAuthors,
  recordOf,
  refusalsOfEach,
  replayEach,
  stepOfAct,
  withFreeIds,
  type Replayed,
  type ReplayedPending,
} from './acts';
import { mergeAttention, stillOpen, type AttentionItem } from './attention';
import { CommitRecords } from './records';
import type { ActContext, ForeignAppend, PreparedAct, PreparedReceive, ReplicaState, Step } from './steps';

export type { AttentionItem, CommitRecord };
export type { ActContext, ForeignAppend, PreparedAct, PreparedReceive, Received, ReplicaState, Step } from './steps';

/** Own acts that do not hold, with the reason, said by the computer that puts acts in order. */
export type Answers = ReadonlyMap<string, readonly Refusal[]>;

const noAnswers: Answers = new Map();

interface Position {
  head: Head | null;
  pending: readonly PendingIntent[];
  attention: readonly AttentionItem[];
}

/**
 * One copy of an account: the ledger's state as far as it is known, with the own pending intents on top.
 * It knows no clock, no storage and no store: what happens is handed in, what changes is handed out as a `Step`.
 *
 * ```ts
 * import { Replica } from '#core/ledger/replica';
 *
 * const replica = Replica.empty('ledger');
 * const now = { by: 'owner', day: '2026-06-01', at: '2026-06-01T08:00:00.000Z', device: 'laptop' };
 * const opening = { do: 'account.open', args: { name: 'Sunrise', timeZone: 'Europe/Berlin' } };
 * const prepared = replica.prepareAct(opening, { ...now, commit: 'c1' });
 * replica.model.isOpen; // → false
 * replica.accept(prepared.step);
 * replica.ask('tree', {}, now).name; // → 'Sunrise'
 * replica.pending.map((act) => act.do); // → ['account.open']
 * ```
 */
export class Replica {
  readonly model: Model;
  private readonly commits: CommitRecords;
  private position: Position = { head: null, pending: [], attention: [] };
  private acceptedSteps = 0;

  private constructor(
    readonly ledger: string,
    below?: Replica,
    model = below?.model.fork() ?? new Model(),
  ) {
    this.model = model;
    this.commits = below?.commits.fork() ?? new CommitRecords();
    if (below === undefined) return;
    this.position = below.position;
    this.acceptedSteps = below.acceptedSteps;
  }

  /** The same copy to try something on, which nobody sees; it holds as long as this one stays as it is. */
  fork(): Replica {
    return new Replica(this.ledger, this);
  }

  static empty(ledger: string): Replica {
    return new Replica(ledger);
  }

  static restore(state: ReplicaState): Replica {
    const replica = new Replica(state.ledger);
    for (const table of tableNames)
      for (const row of state.rows[table])
        replica.model.apply([{ table, id: row.id, before: undefined, after: row } as Change]);
    for (const record of state.records) replica.commits.push(record);
    noteAuthors(replica.model, state.records);
    replica.position = { head: state.head, pending: state.pending, attention: state.attention };
    return replica;
  }

  /** A replica that goes on with a model, such as one of a checkpoint. */
  static resume(state: Omit<ReplicaState, 'rows'>, model: Model): Replica {
    const replica = new Replica(state.ledger, undefined, model);
    for (const record of state.records) replica.commits.push(record);
    replica.position = { head: state.head, pending: state.pending, attention: state.attention };
    return replica;
  }

  get head(): Head | null {
    return this.position.head;
  }

  get pending(): readonly PendingIntent[] {
    return this.position.pending;
  }

  get attention(): readonly AttentionItem[] {
    return this.position.attention;
  }

  get records(): readonly CommitRecord[] {
    return this.commits.all();
  }

  /** The record of a commit, or of a pending act. */
  record(commitId: string): CommitRecord | undefined {
    return this.commits.find(commitId);
  }

  /** Grows with every accepted step. */
  get version(): number {
    return this.acceptedSteps;
  }

  /** Everything, for storing it elsewhere. */
  state(): ReplicaState {
    const rows = Object.fromEntries(
      tableNames.map((table) => [table, [...this.model.rows(table)]]),
    ) as unknown as ReplicaState['rows'];
    return { ledger: this.ledger, ...this.position, records: [...this.commits.all()], rows };
  }

  /** Works out an act of the person at this replica, without making it visible. */
  prepareAct(call: IntentCall, context: ActContext): PreparedAct {
    const prepared = finish(this.actInPlace(call, context));
    this.model.rollback(0);
    return prepared;
  }

  /** The same with rests in between. This replica must not change before it is done; giving it up leaves nothing behind. */
  prepareActInSlices(call: IntentCall, context: ActContext): Sliced<PreparedAct> {
    return this.fork().actInPlace(call, context);
  }

  private *actInPlace(typed: IntentCall, context: ActContext): Sliced<PreparedAct> {
    const meant = asMeant(typed, countryOfAccount(this.model));
    if (!meant.ok) return meant;
    const { call } = meant;
    const unadmitted = this.refuseThisComputer(call, context);
    if (unadmitted.length > 0) return { ok: false, refusals: unadmitted };
    const done = yield* this.addToPending({
      id: context.commit,
      day: context.day,
      at: context.at,
      by: context.by,
      device: context.device,
      rules: rulesVersion,
      do: call.do,
      args: call.args,
      ...(context.key == null || !isProtected(this.model) ? {} : { key: context.key }),
    });
    return done.ok ? { ...done, warnings: [...meant.warnings, ...done.warnings] } : done;
  }

  /** Works out an act as it was noted once, with what was chosen then; what has to be chosen anew is told (U1). */
  prepareAgain(intent: PendingIntent): PreparedAct {
    const prepared = finish(this.addToPending(intent));
    this.model.rollback(0);
    return prepared;
  }

  private *addToPending(act: PendingIntent): Sliced<PreparedAct> {
    const seq = (this.head?.seq ?? 0) + this.pending.length + 1;
    const rules = this.versionFor(act);
    const prev = this.pending.length === 0 ? (this.head?.hash ?? noHash) : undefined;
    const result = yield* executeInSlices(
      this.model,
      this.commits,
      act,
      contextOf(act, { seq, rules, ledger: this.ledger, prev }),
      { warn: true },
    );
    if (!result.ok) return result;
    return {
      ok: true,
      warnings: result.warnings,
      commit: act.id,
      ...stepOfAct(this.position, act, rules, seq, result),
    };
  }

  /** The version under which an act of one's own counts: its own, or that of the ledger, which never goes back. */
  private versionFor(act: PendingIntent): RulesVersion {
    return this.model.size('ledger') > 0 ? rulesVersion : rulesOf(act);
  }

  /** S1, S3, S4: why an act of this computer would count for nobody. */
  private refuseThisComputer(call: IntentCall, { by, key }: ActContext): readonly Refusal[] {
    // An act that brings its key along is signed by that one.
    if (key === undefined || !isProtected(this.model) || ownKeyOf(call) !== undefined) return [];
    return key === null ? [refuse('UNSIGNED', { by })] : refuseUnadmitted(this.model, { ...call, by }, key);
  }

  /**
   * Tries acts one after the other on top of each other, going on past those that are refused, and says why each of them is;
   * nothing for one that would be done. Nothing is left of it.
   */
  tryEach(calls: readonly IntentCall[], context: ActContext): readonly (readonly Refusal[])[] {
    return finish(this.fork().eachInPlace(calls, context));
  }

  /** The same with rests in between. This replica must not change before it is done. */
  tryEachInSlices(calls: readonly IntentCall[], context: ActContext): Sliced<readonly (readonly Refusal[])[]> {
    return this.fork().eachInPlace(calls, context);
  }

  private eachInPlace(calls: readonly IntentCall[], context: ActContext): Sliced<readonly (readonly Refusal[])[]> {
    const seq = (this.head?.seq ?? 0) + this.pending.length + 1;
    return refusalsOfEach(this.model, this.commits, calls, { ...context, seq });
  }

  /** Takes an attention item off the list: the person dropped it. */
  prepareDrop(attentionId: string): Step {
    return {
      ...this.position,
      attention: this.attention.filter((item) => item.id !== attentionId),
      changes: [],
      sequence: [],
      putRecords: [],
      removeRecords: [],
    };
  }

  /** Works out what the ledger's next entries change, without making it visible. */
  prepareReceive(entries: readonly Uint8Array[], answers: Answers = noAnswers, evidence?: Evidence): PreparedReceive {
    const before = {
      position: this.position,
      records: [...this.commits.all().slice(this.commits.length - this.pending.length)],
      kept: this.commits.length - this.pending.length,
    };
    const received = finish(this.receiveInPlace(entries, answers, evidence));
    // Back to where things stood: nothing is visible before it is accepted.
    this.model.rollback(0);
    this.commits.truncate(Math.min(before.kept, this.commits.length));
    for (const record of before.records) this.commits.push(record);
    this.position = before.position;
    return received;
  }

  /** The same with rests in between. This replica must not change before it is done; giving it up leaves nothing behind. */
  prepareReceiveInSlices(
    entries: readonly Uint8Array[],
    answers: Answers = noAnswers,
    evidence?: Evidence,
  ): Sliced<PreparedReceive> {
    return this.fork().receiveInPlace(entries, answers, evidence);
  }

  /**
   * Works out the way back to an earlier commit, because others' commits follow it in the shared place, with `pending` on top:
   * the own acts among those that gave way, and those that waited already. Without making it visible.
   */
  prepareRewind(to: Head | null, pending: readonly PendingIntent[]): Step {
    return finish(this.fork().rewindInPlace(to, pending));
  }

  private *rewindInPlace(to: Head | null, pending: readonly PendingIntent[]): Sliced<Step> {
    const mark = this.model.mark();
    const confirmed = this.commits.length - this.pending.length;
    const all = this.commits.all();
    let keep = confirmed;
    while (keep > 0 && (all[keep - 1]?.seq ?? 0) > (to?.seq ?? 0)) keep -= 1;
    const removed: string[] = [];
    for (const record of this.commits.truncate(keep)) {
      this.takeBack(record);
      removed.push(record.id);
    }
    const again = yield* this.replayPending(pending, to?.seq ?? 0, noAnswers);
    const sequence = this.model.changesSince(mark);
    const put = new Set(again.records.map((record) => record.id));
    return {
      head: to,
      pending: again.kept,
      attention: mergeAttention(this.attention, [...again.refused, ...again.changed]),
      changes: netChanges(sequence),
      sequence,
      putRecords: again.records,
      removeRecords: removed.filter((id) => !put.has(id)),
    };
  }

  /** Does own acts again on top of a seq, one after the other. */
  private replayPending(pending: readonly PendingIntent[], from: number, answers: Answers): Sliced<ReplayedPending> {
    const replay = (own: PendingIntent, seq: number, rules: RulesVersion): Sliced<Replayed> =>
      this.replayOwn(own, seq, rules);
    return replayEach(pending, from, answers, { replay, versionFor: (own) => this.versionFor(own) });
  }

  /** Takes in the ledger's next entries at once: for replicas that nothing has to be persisted for. */
  receive(entries: readonly Uint8Array[], answers: Answers = noAnswers, evidence?: Evidence): PreparedReceive {
    const received = finish(this.receiveInPlace(entries, answers, evidence));
    this.model.settle();
    this.acceptedSteps += 1;
    return received;
  }

  private *receiveInPlace(
    entries: readonly Uint8Array[],
    answers: Answers,
    evidence: Evidence | null = null,
  ): Sliced<PreparedReceive> {
    const chain = checkChain(this.ledger, this.head, entries);
    if (!chain.ok) return chain;
    const mark = this.model.mark();
    const voided: { seq: number; id: string; refusals: readonly Refusal[] }[] = [];
    const confirmed: string[] = [];
    const putRecords: CommitRecord[] = [];
    const pending = [...this.pending];
    const firstPending = this.commits.length - pending.length;
    let index = 0;
    const appends = evidence?.appends ?? [];
    const soundAppends = appends.every((append) => isAppendOfMember(this.model, append, append.last));
    // Own acts that come back just as they were sent are confirmed as they stand.
    for (; soundAppends && index < chain.commits.length; index += 1) {
      const commit = chain.commits[index] as Commit;
      const own = pending[0];
      const record = own === undefined ? undefined : this.commits.find(own.id);
      if (own === undefined || record?.seq !== commit.seq || !isSameAct(own, commit)) break;
      if (refuseUnproved(this.model, commit, evidence).length > 0) break;
      pending.shift();
      confirmed.push(own.id);
    }
    const rest = chain.commits.slice(index);
    let { head } = chain;
    let foreign: ForeignAppend | undefined;
    let append = {
      first: rest[0]?.seq ?? 0,
      mark,
      records: 0,
      voided: 0,
      put: 0,
      refused: 0,
      changed: 0,
      confirmed: 0,
    };
    const refused: AttentionItem[] = [];
    const changed: AttentionItem[] = [];
    const kept: PendingIntent[] = [];
    const removed: string[] = [];
    const isReplayed = rest.length > 0 || pending.some((own) => answers.has(own.id));
    if (isReplayed) {
      for (const record of this.commits.truncate(firstPending + confirmed.length)) {
        this.takeBack(record);
        removed.push(record.id);
      }
      const of = rest.length + pending.length;
      let done = 0;
      const beginAppend = (first: number): void => {
        append = {
          first,
          mark: this.model.mark(),
          records: this.commits.length,
          voided: voided.length,
          put: putRecords.length,
          refused: refused.length,
          changed: changed.length,
          confirmed: confirmed.length,
        };
      };
      beginAppend(append.first);
      for (const commit of rest) {
        const before = done;
        done += 1;
        const ends = appends.find(({ last }) => last === commit.seq);
        const known = this.commits.find(commit.id);
        // G11: the same act again is harmless, an id with another content is not.
        if (known !== undefined && !isSameContent(known, commit) && commit.rules > 1)
          voided.push({ seq: commit.seq, id: commit.id, refusals: [refuse('ID_TAKEN', { id: commit.id })] });
        if (known === undefined) {
          const record = yield* partOf(this.replayProved(commit, evidence), (part) => ({
            done: before + part.done / part.of,
            of,
          }));
          yield { done, of };
          const own = pending.find((act) => isSameContent(act, commit));
          if (record.ok) putRecords.push(record.record);
          else voided.push({ seq: commit.seq, id: commit.id, refusals: record.refusals });
          if (own !== undefined && record.ok) confirmed.push(own.id);
          if (own !== undefined && record.ok && record.changedChoices.length > 0)
            changed.push({ ...aboutAct(own), changed: record.changedChoices });
          if (own !== undefined && !record.ok) refused.push({ ...aboutAct(own), refusals: record.refusals });
        }
        if (ends === undefined) continue;
        if (!isAppendOfMember(this.model, ends, append.first)) {
          foreign = { first: append.first, last: ends.last, key: ends.key };
          break;
        }
        beginAppend(commit.seq + 1);
      }
      if (foreign !== undefined) {
        // It is no part of the ledger: everything stands as before it.
        this.model.rollback(append.mark);
        this.commits.truncate(append.records);
        voided.length = append.voided;
        putRecords.length = append.put;
        refused.length = append.refused;
        changed.length = append.changed;
        confirmed.length = append.confirmed;
        rest.length = rest.findIndex(({ seq }) => seq === foreign?.first);
        const next = chain.commits.find(({ seq }) => seq === foreign?.first);
        head = next === undefined || next.seq === 1 ? null : { seq: next.seq - 1, hash: next.prev };
      }
      const waiting = pending.filter((act) => !rest.some((commit) => isSameContent(act, commit)));
      const free = withFreeIds(waiting, (id) => this.commits.find(id) !== undefined);
      const again = yield* partOf(this.replayPending(free, head?.seq ?? 0, answers), (part) => ({
        done: done + part.done,
        of,
      }));
      putRecords.push(...again.records);
      kept.push(...again.kept);
      refused.push(...again.refused);
      changed.push(...again.changed);
    }
    this.position = {
      head,
      pending: isReplayed ? kept : pending,
      attention: mergeAttention(stillOpen(this.attention, putRecords), [...refused, ...changed]),
    };
    const sequence = this.model.changesSince(mark);
    const put = new Set(putRecords.map((record) => record.id));
    const step: Step = {
      ...this.position,
      changes: netChanges(sequence),
      sequence,
      putRecords,
      removeRecords: removed.filter((id) => !put.has(id)),
    };
    return { ok: true, step, voided, confirmed, refused, changed, ...(foreign === undefined ? {} : { foreign }) };
  }

  /** Takes back a pending act, as changes that are recorded like any other. */
  private takeBack(record: CommitRecord): void {
    for (let index = record.changes.length - 1; index >= 0; index -= 1) {
      const change = record.changes[index];
      if (change !== undefined) this.model.record({ ...change, before: change.after, after: change.before } as Change);
    }
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
    const { chosen: _before, ...rest } = act;
    const picked = result.chosen.length > 0 ? { chosen: result.chosen } : {};
    const record = recordOf({ ...rest, ...picked }, seq, result);
    this.commits.push(record);
    return { ok: true, record, changedChoices: result.changedChoices };
  }

  /** Makes a prepared step visible. */
  accept(step: Step): void {
    this.model.apply(step.sequence);
    this.commits.exchange(step.removeRecords, step.putRecords, this.commits.length - this.pending.length);
    this.settleAt(step);
  }

  private settleAt(step: Step): void {
    this.position = { head: step.head, pending: step.pending, attention: step.attention };
    this.acceptedSteps += 1;
  }

  /** The oldest pending intents, encoded on top of the head. */
  outgoing(limit: number): { readonly entries: readonly Uint8Array[]; readonly expected: Head | null } {
    const entries: Uint8Array[] = [];
    let seq = this.head?.seq ?? 0;
    let prev = this.head?.hash ?? noHash;
    for (const intent of this.pending.slice(0, Math.max(limit, this.protectedUpTo()))) {
      seq += 1;
      const bytes = encodeCommit({ ...intent, ledger: this.ledger, seq, prev, rules: rulesOf(intent) });
      entries.push(bytes);
      prev = hashEntry(bytes);
    }
    return { entries, expected: this.head };
  }

  /**
   * Number of pending acts that go out in one append: an account that is protected before it was shared is never readable in its place,
   * not even its first acts.
   */
  private protectedUpTo(): number {
    return this.head === null ? this.pending.findIndex(({ do: name }) => beginsProtection(name)) + 1 : 0;
  }

  /** Answers a query as of a day, for a reader. */
  ask(query: string, args: unknown, on: { readonly day: string; readonly by: string }): unknown {
    return answer(this.source, query, args, on);
  }

  /** A smart list as steps, for pausing between them; to be left when the version grows. */
  stepsOfSmartList(
    list: SmartListName,
    on: { readonly day: string; readonly by: string },
  ): Iterator<SmartListEntry | null> {
    return stepsOfSmartList(this.source, list, on);
  }

  private get source(): Source {
    return { model: this.model, history: this.commits, attention: this.attention, version: this.acceptedSteps };
  }
}
