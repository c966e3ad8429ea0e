import { finish, type Sliced } from '../kernel/slices';
import { asMeant, countryOfAccount } from '../intents/as-meant';
import type { CommitRecord, IntentCall } from '../intents/commit-history';
import { executeInSlices } from '../intents/execute';
import { Model } from '../model/model';
import { tableNames, type Change } from '../model/rows';
import { answer, stepsOfSmartList } from '../queries/answer';
import type { SmartListEntry, SmartListName } from '../queries/smart-lists';
import type { Source } from '../queries/question';
import { isProtected } from '../rules/keys';
import { refuse, type Refusal } from '../rules/refusals';
import { beginsProtection, ownKeyOf, refuseUnadmitted, type Evidence } from './admission';
import { rulesOf, rulesVersion, type Head, type PendingIntent } from './commit';
import { encodeCommit, hashEntry, noHash } from './encoding';
import { contextOf, noteAuthors, stepOfAct, versionOn } from './acts';
import type { AttentionItem } from './attention';
import { noAnswers, Receiving, type Answers } from './receiving';
import { CommitRecords } from './records';
import { Trial } from './trial';
import type { VoidCommit } from './void-commits';
import type { ActContext, Position, PreparedAct, PreparedReceive, ReplicaState, Step } from './steps';

export type { Answers, AttentionItem, CommitRecord };
export type { ActContext, ForeignAppend, PreparedAct, PreparedReceive, Received, ReplicaState, Step } from './steps';

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
  private position: Position = { head: null, pending: [], attention: [], voided: [] };
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
    replica.position = positionOf(state);
    return replica;
  }

  /** A replica that goes on with a model, such as one of a checkpoint. */
  static resume(state: Omit<ReplicaState, 'rows'>, model: Model): Replica {
    const replica = new Replica(state.ledger, undefined, model);
    for (const record of state.records) replica.commits.push(record);
    replica.position = positionOf(state);
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

  /** Commits of the ledger that count for nobody, the newest of them, in order. */
  get voided(): readonly VoidCommit[] {
    return this.position.voided;
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
    const rules = versionOn(this.model, act);
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
    return finish(this.beginTrial(context).refusalsOf(calls));
  }

  /** The same with rests in between, and as often as some of the acts have changed. It holds as long as this replica stays as it is. */
  beginTrial({ commit, device, by, day }: ActContext): Trial {
    const seq = (this.head?.seq ?? 0) + this.pending.length + 1;
    const { model, commits } = this.fork();
    return new Trial(model, commits, { commit, device, by, day, seq });
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
    return finish(this.fork().receiving().goBack(to, pending));
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
    const received = yield* this.receiving().takeIn(entries, answers, evidence);
    if (received.ok) this.position = positionOf(received.step);
    return received;
  }

  private receiving(): Receiving {
    return new Receiving(this.ledger, this.model, this.commits, this.position);
  }

  /** Makes a prepared step visible. */
  accept(step: Step): void {
    this.model.apply(step.sequence);
    this.commits.exchange(step.removeRecords, step.putRecords, this.commits.length - this.pending.length);
    this.settleAt(step);
  }

  private settleAt(step: Step): void {
    this.position = positionOf(step);
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
    return {
      model: this.model,
      history: this.commits,
      attention: this.attention,
      voided: this.voided,
      version: this.acceptedSteps,
    };
  }
}

function positionOf({ head, pending, attention, voided }: Position): Position {
  return { head, pending, attention, voided };
}
