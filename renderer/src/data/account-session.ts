import { Turns } from '#core/kernel/turns';
import { Listeners } from '#core/kernel/listeners';
import type { Day } from '#core/kernel/day';
import { canonicalJson } from '#core/kernel/json';
import type { Head } from '#core/ledger/commit';
import { hashEntry } from '#core/ledger/encoding';
import type { Evidence } from '#core/ledger/admission';
import type { Answers, AttentionItem, CommitRecord, PreparedAct, Step } from '#core/ledger/replica';
import { done } from '#core/kernel/result';
import { currentKeyOf } from '#core/ledger/own-key';
import type { Trial } from '#core/ledger/trial';
import type { ReadPage, StoreFailure, StoreResult, Unsubscribe } from '#core/ledger/store';
import type { Change, UserRow } from '#core/model/rows';
import { compareText } from '#core/kernel/text';
import type { Answer, Queries, QueryName } from '#core/queries/registry';
import type { Refusal } from '#core/rules/refusals';
import { readingsOf } from './account-reading';
import type { Surroundings } from './clock';
import { historySteps, type HistorySteps } from './history-steps';
import { JournalRefused } from './journal';
import { changesTree, KeptAnswers } from './kept-answers';
import { Cancelled, LongWorkDesk, pacedWork, type Pace, type ActUnderWay } from './long-work';
import type { ActCall, ActOutcome, AccountSession, BegunPreview, Preview, RowsInMemory, TreeOfGroups } from './session';
import type { StoredReplica } from './stored-replica';

export interface SessionParts {
  readonly stored: StoredReplica;
  readonly surroundings: Surroundings;
  readonly by: string;
  readonly device: string;
  readonly pace: Pace;
  /** Ids of this computer's keys in the ledger, the newest last; main has the keys. */
  readonly keys: { ids: readonly string[] };
}

/** An id no commit can have taken: a preview is never stored. */
const previewCommit = 'preview';
/** A preview that takes no longer is answered at once, within the frame in which it was asked for. */
const previewMs = 8;

/**
 * The one place that executes intents. Every change goes through one queue: prepared, noted in the journal, stored in one
 * transaction, and only then visible. What is acknowledged is therefore on the disk, and two acts never interleave.
 */
export class LocalAccountSession implements AccountSession {
  readonly by: string;
  readonly longWork: LongWorkDesk;
  private readonly turns = new Turns();
  private readonly listeners = new Listeners();
  private readonly watchers = new Listeners<[changes: readonly Change[]]>();
  private seen = -1;
  private readonly answers = new KeptAnswers();
  private latestChange: ReturnType<AccountSession['latest']>;
  private knownTree: TreeOfGroups | null = null;
  private knownSteps: HistorySteps | null = null;
  private pendingIds: readonly string[] | null = null;
  private outdated = false;

  constructor(private readonly parts: SessionParts) {
    this.by = parts.by;
    this.longWork = new LongWorkDesk(parts.pace);
    this.latestChange = { version: this.version(), ids: null };
  }

  /** The same account with another person in front of it. */
  as(by: string): LocalAccountSession {
    return new LocalAccountSession({ ...this.parts, by });
  }

  /** Everybody who may be at this computer, by name. */
  people(): readonly UserRow[] {
    const present = [...this.parts.stored.replica.model.rows('users')].filter((user) => user.lifecycle !== 'archived');
    return present.sort((one, other) => compareText(one.name, other.name));
  }

  get ledger(): string {
    return this.parts.stored.replica.ledger;
  }

  get device(): string {
    return this.parts.device;
  }

  get model(): RowsInMemory {
    return this.parts.stored.replica.model;
  }

  get head(): Head | null {
    return this.parts.stored.replica.head;
  }

  /** Number of own acts that wait to be sent. */
  get waiting(): number {
    return this.parts.stored.replica.pending.length;
  }

  readonly version = (): number => this.parts.stored.replica.version;

  readonly reading = readingsOf(this);

  readonly latest = (): { readonly version: number; readonly ids: ReadonlySet<string> | null } => this.latestChange;

  readonly tree = (): TreeOfGroups => (this.knownTree ??= this.reading().rows);

  readonly today = (): Day => this.parts.surroundings.today(this.timeZone());

  private timeZone(): string {
    return this.parts.stored.replica.model.row('account', 'account')?.timeZone ?? 'UTC';
  }

  readonly ask = <Q extends QueryName>(query: Q, args: Queries[Q]['args'], day: Day): Answer<Q> => {
    this.forgetWhenChanged();
    const key = `${query} ${day} ${canonicalJson(args)}`;
    return this.answers.get(query, key, () =>
      this.parts.stored.replica.ask(query, args, { day, by: this.by }),
    ) as Answer<Q>;
  };

  readonly stepsOfSmartList: AccountSession['stepsOfSmartList'] = (list, day) =>
    this.parts.stored.replica.stepsOfSmartList(list, { day, by: this.by });

  readonly steps = (): HistorySteps => {
    this.forgetWhenChanged();
    this.knownSteps ??= historySteps(this.parts.stored.replica.records, this.by, this.parts.device);
    return this.knownSteps;
  };

  readonly record = (commit: string): CommitRecord | undefined => this.parts.stored.replica.record(commit);

  readonly pending = (): readonly string[] => {
    this.forgetWhenChanged();
    this.pendingIds ??= this.parts.stored.replica.pending.map((intent) => intent.id);
    return this.pendingIds;
  };

  readonly attention = (): readonly AttentionItem[] => this.parts.stored.replica.attention;

  /** `changes` are those of the one step since it was last looked, where they are known. */
  private forgetWhenChanged(changes: readonly Change[] | null = null): void {
    const version = this.version();
    if (version === this.seen) return;
    this.answers.forget(version === this.seen + 1 ? changes : null);
    this.seen = version;
    this.knownSteps = null;
    this.pendingIds = null;
  }

  readonly preview = (call: ActCall): Preview => {
    return previewOf(this.parts.stored.replica.prepareAct(call, this.contextOf(previewCommit)));
  };

  readonly beginPreview = (call: ActCall): BegunPreview => {
    const { replica } = this.parts.stored;
    const { version } = replica;
    const work = replica.prepareActInSlices(call, this.contextOf(previewCommit));
    const { pace } = this.parts;
    const until = pace.now() + previewMs;
    for (;;) {
      const slice = work.next();
      if (slice.done === true) return { preview: previewOf(slice.value) };
      if (pace.now() >= until) break;
    }
    const rest = async (signal: { readonly aborted: boolean }): Promise<Preview | null> => {
      try {
        const prepared = await pacedWork(work, pace, () => {
          if (signal.aborted || replica.version !== version) throw new Cancelled();
        });
        return replica.version === version ? previewOf(prepared) : null;
      } catch (error) {
        if (error instanceof Cancelled || replica.version !== version) return null;
        throw error;
      }
    };
    return { preview: null, rest };
  };

  readonly previewEach = (calls: readonly ActCall[]): readonly (readonly Refusal[])[] =>
    this.parts.stored.replica.tryEach(calls, this.contextOf(previewCommit));

  readonly beginPreviewOfEach = (): Trial => this.parts.stored.replica.beginTrial(this.contextOf(previewCommit));

  readonly newId = (): string => this.parts.surroundings.newCommitId();

  readonly act = (call: ActCall): Promise<ActOutcome> => this.turns.take(() => this.perform(call));

  readonly undo = (): Promise<ActOutcome | null> =>
    this.turns.take(() => this.takeBack(this.steps().undoable[0]?.target));

  readonly redo = (): Promise<ActOutcome | null> =>
    this.turns.take(() => this.takeBack(this.steps().redoable[0]?.target));

  private async takeBack(commit: string | undefined): Promise<ActOutcome | null> {
    return commit === undefined ? null : this.perform({ do: 'undo', args: { commit } });
  }

  private contextOf(commit: string) {
    const { surroundings, device } = this.parts;
    return { commit, by: this.by, day: this.today(), at: surroundings.now(), device, key: this.ownKey() };
  }

  /** Id of the key by which this computer acts; `null` where it has none. */
  readonly ownKey = (): string | null => currentKeyOf(this.model, this.parts.keys.ids);

  readonly tip = (): { readonly seq: number; readonly hash: string } => {
    const { entries, expected } = this.outgoing(Number.MAX_SAFE_INTEGER);
    const last = entries.at(-1);
    return last === undefined
      ? (expected ?? { seq: 0, hash: '' })
      : { seq: (expected?.seq ?? 0) + entries.length, hash: hashEntry(last) };
  };

  /** From now on this computer has other keys. */
  useKeys(ids: readonly string[]): void {
    this.parts.keys.ids = ids;
    // Whether this computer counts is shown, and depends on nothing in the account.
    this.answers.forget(null);
    this.listeners.tell();
  }

  private async perform(call: { readonly do: string; readonly args: unknown }): Promise<ActOutcome> {
    if (this.outdated) return { ok: false, kind: 'outdated' };
    const { stored, surroundings } = this.parts;
    const commit = surroundings.newCommitId();
    const underWay = this.longWork.begin(call);
    try {
      const prepared = await underWay.make(stored.replica.prepareActInSlices(call, this.contextOf(commit)));
      if (!prepared.ok) return { ok: false, kind: 'refused', refusals: prepared.refusals };
      const stopped = await this.storeAct(prepared.step, commit, underWay);
      if (stopped !== null) return stopped;
      this.tellListeners(prepared.step.changes);
      return { ok: true, warnings: prepared.warnings, commit };
    } catch (error) {
      if (error instanceof Cancelled) return { ok: false, kind: 'cancelled' };
      throw error;
    } finally {
      this.longWork.end();
    }
  }

  /** Why an act is not stored; `null` when it is. */
  private async storeAct(step: Step, commit: string, underWay: ActUnderWay): Promise<ActOutcome | null> {
    const { stored } = this.parts;
    try {
      await stored.persist(step, [], underWay);
      return null;
    } catch (error) {
      // Where even that cannot be written, the disk takes nothing at all, and most likely not the act either.
      await stored.withdraw(commit).catch(() => undefined);
      return error instanceof Cancelled
        ? { ok: false, kind: 'cancelled' }
        : { ok: false, kind: 'not-stored', detail: detailOf(error) };
    }
  }

  readonly dropAttention = (id: string): Promise<ActOutcome> => this.turns.take(() => this.drop(id));

  readonly retryAttention = (id: string, changedArgs?: unknown): Promise<ActOutcome> =>
    this.turns.take(async () => {
      const item = this.attention().find((candidate) => candidate.id === id);
      if (item === undefined) return { ok: true, warnings: [], commit: id };
      const outcome = await this.perform({ do: item.do, args: changedArgs ?? item.args });
      if (outcome.ok) await this.drop(id);
      return outcome;
    });

  private async drop(id: string): Promise<ActOutcome> {
    const { stored } = this.parts;
    if (!this.attention().some((item) => item.id === id)) return { ok: true, warnings: [], commit: id };
    try {
      await stored.persist(stored.replica.prepareDrop(id));
    } catch (error) {
      return { ok: false, kind: 'not-stored', detail: detailOf(error) };
    }
    this.tellListeners();
    return { ok: true, warnings: [], commit: id };
  }

  /** Begins with the account behind which the journal begins, in place of an empty one. */
  begin(): Promise<void> {
    return this.turns.take(async () => {
      await this.parts.stored.begin();
      this.knownTree = null;
      this.tellListeners();
    });
  }

  /** Entries of the shared ledger, in order, directly behind the head: one transaction. Waits for its turn among the acts. */
  receive(entries: readonly Uint8Array[], answers?: Answers): Promise<StoreResult<null>> {
    return this.receiveProved(entries, answers);
  }

  /** The same for a page of the place, with what main found out about its signatures. */
  receivePage({ entries, evidence }: ReadPage): Promise<StoreResult<null>> {
    return this.receiveProved(entries, undefined, evidence);
  }

  private receiveProved(
    entries: readonly Uint8Array[],
    answers?: Answers,
    evidence?: Evidence,
  ): Promise<StoreResult<null>> {
    return this.turns.take(async () => {
      const { stored } = this.parts;
      const prepared = await pacedWork(
        stored.replica.prepareReceiveInSlices(entries, answers, evidence),
        this.parts.pace,
        () => undefined,
      );
      if (!prepared.ok) {
        this.noteFailure(prepared.failure);
        return prepared;
      }
      try {
        await stored.persist(prepared.step, entries);
      } catch (error) {
        return { ok: false, failure: storeFailureOf(error) };
      }
      this.tellListeners(prepared.step.changes);
      return done;
    });
  }

  /** Back to the last commit that the shared place has as well; the own acts after it wait again, on top of it. */
  rewind(common: Head | null | undefined): Promise<StoreResult<null>> {
    return this.turns.take(async () => {
      const { stored } = this.parts;
      try {
        const step = await stored.stepBack(common);
        if (step === null) return done;
        await stored.persist(step);
        this.tellListeners(step.changes);
        return done;
      } catch (error) {
        return { ok: false, failure: storeFailureOf(error) };
      }
    });
  }

  /** What a failed exchange means for acts: none can be done on a history that only a newer version understands. */
  noteFailure(failure: StoreFailure): void {
    this.outdated ||= failure.kind === 'outdated';
  }

  /** Pending acts as entries on top of the head, as they are at this moment. */
  outgoing(limit: number): { readonly entries: readonly Uint8Array[]; readonly expected: Head | null } {
    return this.parts.stored.replica.outgoing(limit);
  }

  readonly subscribe: (listener: () => void) => Unsubscribe = this.listeners.add;

  readonly watchRows: AccountSession['watchRows'] = this.watchers.add;

  private tellListeners(changes: readonly Change[] = []): void {
    this.forgetWhenChanged(changes);
    // With more than one step at a time it is not known what all of them touched.
    const isOne = this.version() === this.latestChange.version + 1;
    this.latestChange = { version: this.version(), ids: isOne ? new Set(changes.map(({ id }) => id)) : null };
    if (changesTree(changes)) this.knownTree = null;
    this.watchers.tell(changes);
    this.listeners.tell();
  }

  /** Waits for every act that was asked for, so that the window can close; false where the person stays instead. */
  readonly finish = async (): Promise<boolean> => {
    let isStaying = false;
    const stayed = new Promise<void>((resolve) => {
      this.longWork.closeAfter(() => {
        isStaying = true;
        resolve();
      });
    });
    await Promise.race([this.turns.idle(), stayed]);
    this.longWork.closeAfter(null);
    return !isStaying;
  };

  readonly close = async (): Promise<void> => {
    await this.turns.idle();
    await this.parts.stored.rest();
    this.parts.stored.close();
  };
}

function previewOf(prepared: PreparedAct): Preview {
  return prepared.ok ? { ok: true, warnings: prepared.warnings, changes: prepared.step.changes } : prepared;
}

/** A page that could not be kept here is, for synchronising, what a store would have said of the same trouble. */
function storeFailureOf(error: unknown): StoreFailure {
  const failure = error instanceof JournalRefused ? error.failure : null;
  if (failure?.kind === 'diverged' || failure?.kind === 'full') return failure;
  if (failure?.kind === 'unwritable') return { kind: 'read-only', detail: failure.detail };
  const isFull = error instanceof Error && error.name === 'QuotaExceededError';
  return { kind: isFull ? 'full' : 'defect', detail: detailOf(error) };
}

function detailOf(error: unknown): string {
  return error instanceof Error ? `${error.name}: ${error.message}` : String(error);
}
