import { sameJson } from '../kernel/json';
import { finish, partOf, type Sliced } from '../kernel/slices';
import { execute, executeInSlices, type CommitRecord, type IntentCall } from '../intents/execute';
import { netChanges } from '../model/change-log';
import { Model } from '../model/model';
import type { ModelParts } from '../model/model-view';
import { tableNames, type Change, type Rows, type TableName } from '../model/rows';
import { answer, stepsOfSmartList } from '../queries/answer';
import type { SmartListEntry, SmartListName } from '../queries/smart-lists';
import type { Source } from '../queries/question';
import type { ChangedChoice } from '../rules/act';
import type { Refusal, Warning } from '../rules/refusals';
import { rulesVersion, type Commit, type Head, type PendingIntent } from './commit';
import { decodeCommit, encodeCommit, hashEntry, noHash } from './encoding';
import { mergeAttention, stillOpen, type AttentionItem } from './attention';
import { CommitRecords } from './records';
import type { StoreFailure } from './store';

export type { AttentionItem, CommitRecord };

/** A change that is prepared but not yet visible: persist it, then accept it. */
export interface Step {
  /** Net row changes. */
  readonly changes: readonly Change[];
  /** Every change in the order in which it is made; what `accept` does. */
  readonly sequence: readonly Change[];
  readonly head: Head | null;
  readonly pending: readonly PendingIntent[];
  readonly attention: readonly AttentionItem[];
  /** Commit records that are new or have changed, in order. */
  readonly putRecords: readonly CommitRecord[];
  readonly removeRecords: readonly string[];
}

/** Everything a replica is; `rows` include the effect of the pending intents, `records` has theirs last. */
export interface ReplicaState {
  readonly ledger: string;
  readonly head: Head | null;
  readonly pending: readonly PendingIntent[];
  readonly attention: readonly AttentionItem[];
  readonly records: readonly CommitRecord[];
  readonly rows: { readonly [T in TableName]: readonly Rows[T][] };
}

/** The author's side of an act, given by the edge. */
export interface ActContext {
  readonly commit: string;
  readonly by: string;
  readonly day: string;
  readonly at: string;
  readonly device: string;
}

export type PreparedAct =
  | {
      readonly ok: true;
      readonly warnings: readonly Warning[];
      readonly commit: string;
      readonly step: Step;
      readonly intent: PendingIntent;
    }
  | { readonly ok: false; readonly refusals: readonly Refusal[] };

/** Outcome of receiving a page of commits. */
export interface Received {
  readonly ok: true;
  readonly step: Step;
  /** Commits of the ledger that the rules refuse: void for every reader. */
  readonly voided: readonly { readonly seq: number; readonly id: string; readonly refusals: readonly Refusal[] }[];
  /** Own acts that are now part of the ledger. */
  readonly confirmed: readonly string[];
  /** Own acts that no longer hold; now in the attention list. */
  readonly refused: readonly AttentionItem[];
  /** Own acts for which another choice was made. */
  readonly changed: readonly AttentionItem[];
}

export type PreparedReceive = Received | { readonly ok: false; readonly failure: StoreFailure };

/** Own acts that do not hold, with the reason, said by the computer that puts acts in order. */
export type Answers = ReadonlyMap<string, readonly Refusal[]>;

const noAnswers: Answers = new Map();

interface Position {
  head: Head | null;
  pending: readonly PendingIntent[];
  attention: readonly AttentionItem[];
}

type Replayed =
  | { readonly ok: true; readonly record: CommitRecord; readonly changedChoices: readonly ChangedChoice[] }
  | { readonly ok: false; readonly refusals: readonly Refusal[] };

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
    frozen?: ModelParts,
  ) {
    this.model = below?.model.fork() ?? (frozen === undefined ? new Model() : Model.on(frozen));
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
    replica.position = { head: state.head, pending: state.pending, attention: state.attention };
    return replica;
  }

  /** A replica whose rows are a frozen account: nothing is built that is not asked for. */
  static resume(state: Omit<ReplicaState, 'rows'>, frozen: ModelParts): Replica {
    const replica = new Replica(state.ledger, undefined, frozen);
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

  private *actInPlace(call: IntentCall, context: ActContext): Sliced<PreparedAct> {
    const seq = (this.head?.seq ?? 0) + this.pending.length + 1;
    const result = yield* executeInSlices(
      this.model,
      this.commits,
      call,
      { by: context.by, day: context.day, commit: context.commit, seq },
      { warn: true },
    );
    if (!result.ok) return result;
    const chosen = result.chosen.length > 0 ? { chosen: result.chosen } : {};
    const intent: PendingIntent = {
      id: context.commit,
      day: context.day,
      at: context.at,
      by: context.by,
      device: context.device,
      do: call.do,
      args: call.args,
      ...chosen,
    };
    const record: CommitRecord = { ...intent, seq, changes: result.changes };
    const step: Step = {
      ...this.position,
      changes: result.net,
      sequence: result.changes,
      pending: [...this.pending, intent],
      putRecords: [record],
      removeRecords: [],
    };
    return { ok: true, warnings: result.warnings, commit: context.commit, step, intent };
  }

  /**
   * Tries acts one after the other on top of each other, going on past those that are refused, and says why each of them is;
   * nothing for one that would be done. Nothing is left of it.
   */
  tryEach(calls: readonly IntentCall[], context: ActContext): readonly (readonly Refusal[])[] {
    const seq = (this.head?.seq ?? 0) + this.pending.length + 1;
    const refusals = calls.map((call, index) => {
      // What each makes gets ids of its own.
      const result = execute(
        this.model,
        this.commits,
        call,
        { by: context.by, day: context.day, commit: `${context.commit}-${String(index)}`, seq },
        { warn: false },
      );
      return result.ok ? [] : result.refusals;
    });
    this.model.rollback(0);
    return refusals;
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
  prepareReceive(entries: readonly Uint8Array[], answers: Answers = noAnswers): PreparedReceive {
    const before = {
      position: this.position,
      records: [...this.commits.all().slice(this.commits.length - this.pending.length)],
      kept: this.commits.length - this.pending.length,
    };
    const received = finish(this.receiveInPlace(entries, answers));
    // Back to where things stood: nothing is visible before it is accepted.
    this.model.rollback(0);
    this.commits.truncate(Math.min(before.kept, this.commits.length));
    for (const record of before.records) this.commits.push(record);
    this.position = before.position;
    return received;
  }

  /** The same with rests in between. This replica must not change before it is done; giving it up leaves nothing behind. */
  prepareReceiveInSlices(entries: readonly Uint8Array[], answers: Answers = noAnswers): Sliced<PreparedReceive> {
    return this.fork().receiveInPlace(entries, answers);
  }

  /** Takes in the ledger's next entries at once: for replicas that nothing has to be persisted for. */
  receive(entries: readonly Uint8Array[], answers: Answers = noAnswers): PreparedReceive {
    const received = finish(this.receiveInPlace(entries, answers));
    this.model.settle();
    this.acceptedSteps += 1;
    return received;
  }

  private *receiveInPlace(entries: readonly Uint8Array[], answers: Answers): Sliced<PreparedReceive> {
    const chain = this.checkChain(entries);
    if (!chain.ok) return chain;
    const mark = this.model.mark();
    const voided: { seq: number; id: string; refusals: readonly Refusal[] }[] = [];
    const confirmed: string[] = [];
    const putRecords: CommitRecord[] = [];
    const pending = [...this.pending];
    const firstPending = this.commits.length - pending.length;
    let index = 0;
    // Own acts that come back just as they were sent are confirmed as they stand.
    for (; index < chain.commits.length; index += 1) {
      const commit = chain.commits[index] as Commit;
      const own = pending[0];
      const record = own === undefined ? undefined : this.commits.find(own.id);
      if (own === undefined || record?.seq !== commit.seq || !isSameAct(own, commit)) break;
      pending.shift();
      confirmed.push(own.id);
    }
    const rest = chain.commits.slice(index);
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
      for (const commit of rest) {
        const before = done;
        done += 1;
        if (this.commits.find(commit.id) !== undefined) continue;
        const record = yield* partOf(this.replay(commit, commit.seq, commit.chosen), (part) => ({
          done: before + part.done / part.of,
          of,
        }));
        yield { done, of };
        const own = pending.find((act) => act.id === commit.id);
        if (record.ok) putRecords.push(record.record);
        else voided.push({ seq: commit.seq, id: commit.id, refusals: record.refusals });
        if (own !== undefined && record.ok) confirmed.push(own.id);
        if (own !== undefined && record.ok && record.changedChoices.length > 0)
          changed.push({ ...aboutAct(own), changed: record.changedChoices });
        if (own !== undefined && !record.ok) refused.push({ ...aboutAct(own), refusals: record.refusals });
      }
      let seq = rest[rest.length - 1]?.seq ?? chain.head?.seq ?? 0;
      for (const own of pending) {
        if (rest.some((commit) => commit.id === own.id)) continue;
        const before = done;
        done += 1;
        const answer = answers.get(own.id);
        if (answer !== undefined) {
          refused.push({ ...aboutAct(own), refusals: answer });
          continue;
        }
        const again = yield* partOf(this.replay(own, seq + 1, own.chosen), (part) => ({
          done: before + part.done / part.of,
          of,
        }));
        yield { done, of };
        if (!again.ok) {
          refused.push({ ...aboutAct(own), refusals: again.refusals });
          continue;
        }
        seq += 1;
        putRecords.push(again.record);
        kept.push({ ...own, ...(again.record.chosen === undefined ? {} : { chosen: again.record.chosen }) });
        if (again.changedChoices.length > 0) changed.push({ ...aboutAct(own), changed: again.changedChoices });
      }
    }
    this.position = {
      head: chain.head,
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
    return { ok: true, step, voided, confirmed, refused, changed };
  }

  /** Takes back a pending act, as changes that are recorded like any other. */
  private takeBack(record: CommitRecord): void {
    for (let index = record.changes.length - 1; index >= 0; index -= 1) {
      const change = record.changes[index];
      if (change !== undefined) this.model.record({ ...change, before: change.after, after: change.before } as Change);
    }
  }

  private *replay(act: PendingIntent, seq: number, chosen: PendingIntent['chosen']): Sliced<Replayed> {
    const result = yield* executeInSlices(
      this.model,
      this.commits,
      act,
      { by: act.by, day: act.day, commit: act.id, seq, chosen },
      { warn: false },
    );
    if (!result.ok) return result;
    const picked = result.chosen.length > 0 ? { chosen: result.chosen } : {};
    const record: CommitRecord = {
      id: act.id,
      seq,
      at: act.at,
      day: act.day,
      by: act.by,
      device: act.device,
      do: act.do,
      args: act.args,
      ...picked,
      changes: result.changes,
    };
    this.commits.push(record);
    return { ok: true, record, changedChoices: result.changedChoices };
  }

  /** Tells whether entries continue this replica's ledger, each naming the hash of the one before; entries it has already are passed over. */
  private checkChain(
    entries: readonly Uint8Array[],
  ):
    | { readonly ok: true; readonly commits: readonly Commit[]; readonly head: Head | null }
    | { readonly ok: false; readonly failure: StoreFailure } {
    let head = this.head;
    const commits: Commit[] = [];
    for (const bytes of entries) {
      const decoded = decodeCommit(bytes);
      if (!decoded.ok)
        return {
          ok: false,
          failure: { kind: 'corrupt', place: `seq ${String((head?.seq ?? 0) + 1)}`, detail: decoded.problem },
        };
      const { commit } = decoded;
      if (commit.ledger !== this.ledger)
        return { ok: false, failure: { kind: 'identity-changed', expected: this.ledger, actual: commit.ledger } };
      if (head !== null && commit.seq < head.seq) continue;
      const hash = hashEntry(bytes);
      if (head !== null && commit.seq === head.seq) {
        if (hash !== head.hash)
          return {
            ok: false,
            failure: { kind: 'diverged', seq: commit.seq, detail: 'another commit stands where one is known' },
          };
        continue;
      }
      if (commit.seq !== (head?.seq ?? 0) + 1)
        return {
          ok: false,
          failure: { kind: 'corrupt', place: `seq ${String(commit.seq)}`, detail: 'commits are missing before it' },
        };
      if (commit.prev !== (head?.hash ?? noHash))
        return {
          ok: false,
          failure: { kind: 'diverged', seq: commit.seq, detail: 'it does not follow the commit that is known' },
        };
      if (commit.rules > rulesVersion) return { ok: false, failure: { kind: 'outdated', rules: commit.rules } };
      commits.push(commit);
      head = { seq: commit.seq, hash };
    }
    return { ok: true, commits, head };
  }

  /** Makes a prepared step visible. */
  accept(step: Step): void {
    this.model.apply(step.sequence);
    if (
      step.removeRecords.length === 0 &&
      step.putRecords.every((record) => this.commits.find(record.id) === undefined)
    ) {
      for (const record of step.putRecords) this.commits.push(record);
      this.settleAt(step);
      return;
    }
    const gone = new Set([...step.removeRecords, ...step.putRecords.map((record) => record.id)]);
    // Records that go or change are those of pending acts, which stand last.
    const tail = this.commits.truncate(this.commits.length - this.pending.length);
    for (const record of [...tail].reverse()) if (!gone.has(record.id)) this.commits.push(record);
    for (const record of step.putRecords) this.commits.push(record);
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
    for (const intent of this.pending.slice(0, limit)) {
      seq += 1;
      const bytes = encodeCommit({ ...intent, ledger: this.ledger, seq, prev, rules: rulesVersion });
      entries.push(bytes);
      prev = hashEntry(bytes);
    }
    return { entries, expected: this.head };
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

function aboutAct(act: PendingIntent): Pick<AttentionItem, 'id' | 'do' | 'args' | 'at' | 'day' | 'by'> {
  return { id: act.id, do: act.do, args: act.args, at: act.at, day: act.day, by: act.by };
}

function isSameAct(own: PendingIntent, commit: Commit): boolean {
  return (
    own.id === commit.id &&
    own.do === commit.do &&
    own.by === commit.by &&
    own.day === commit.day &&
    sameJson(own.args, commit.args) &&
    sameJson(own.chosen ?? null, commit.chosen ?? null)
  );
}
