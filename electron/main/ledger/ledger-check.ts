import type { Day } from '#core/kernel/day';
import type { Head, PendingIntent } from '#core/ledger/commit';
import type { JudgedActs } from '#core/ledger/kept/kept-computer';
import type { JudgedByRules, OpenActs } from '#core/ledger/kept/order-acts';
import type { KeyRegister } from '#core/intents/key-intents';
import type { Result } from '#core/kernel/result';
import type { GrantLetter } from '#core/ledger/grant-file';
import type { LetterAsked, LetterFailure } from '#core/ledger/grant-letters';
import type { Evidence } from '#core/ledger/admission';
import type { ForeignAppend } from '#core/ledger/steps';
import type { AppendSignature, StoreFailure } from '#core/ledger/store';
import type { Coming } from '#core/queries/coming';

/** A commit that the rules refuse when it is replayed: it has its place in the ledger, but no effect anywhere. */
export interface VoidedCommit {
  readonly seq: number;
  readonly id: string;
  readonly refusals: readonly { readonly code: string }[];
}

export type ReplayOutcome =
  | { readonly ok: true; readonly voided: readonly VoidedCommit[]; readonly foreign?: ForeignAppend | undefined }
  | { readonly ok: false; readonly failure: StoreFailure };

/** The part of a replica that checking needs. */
export interface CheckedReplica {
  readonly head: Head | null;
  /** Takes the entries in. */
  receive(entries: readonly Uint8Array[], answers: undefined, evidence: Evidence): ReplayOutcome;
  /** Says what taking them in would do, and does nothing. */
  prepareReceive(entries: readonly Uint8Array[], answers: undefined, evidence: Evidence): ReplayOutcome;
}

/**
 * `start` forgets everything, and begins with a checkpoint where one is given that fits. `checkpoint`: asks for one; `isBeginning`: as
 * what the history is to begin with, so that nothing of it is left in it. `receive`: entries that are in the ledger already, from here or
 * from others; the refused ones are void. `appends` are the signatures of the place; `bad` where the signatures were checked before.
 * `register`: the keys that count.
 * `letter`: what the account says in a file for another one, for a person; with entries on top that wait, which changes nothing.
 * `judge`: entries that want to go out on top of what was received; nothing changes.
 * `order`: acts of a kept place that wait for their place behind what was received; nothing changes.
 * `coming`: what comes between two days for a reader, with his acts that wait for their place on top; nothing changes.
 */
export type CheckRequest =
  | { readonly kind: 'start'; readonly ledger: string; readonly checkpoint?: Uint8Array }
  | { readonly kind: 'checkpoint'; readonly isBeginning?: boolean }
  | {
      readonly kind: 'receive';
      readonly entries: readonly Uint8Array[];
      readonly appends?: readonly AppendSignature[] | null;
      readonly bad?: readonly number[];
    }
  | { readonly kind: 'register' }
  | ({ readonly kind: 'letter' } & LetterRequest)
  | { readonly kind: 'judge'; readonly entries: readonly Uint8Array[] }
  | { readonly kind: 'order'; readonly open: readonly OpenActs[] }
  | ({ readonly kind: 'coming' } & ComingRequest);

export interface LetterRequest {
  readonly entries: readonly Uint8Array[];
  /** `null`: only the keys are asked for. */
  readonly asked: LetterAsked | null;
  readonly by: string;
}

/** Letter of the account, and the keys that count in it, with what waits on top. */
export interface LetterThere {
  readonly letter: Result<GrantLetter, LetterFailure> | null;
  readonly register: KeyRegister;
}

export interface ComingRequest {
  readonly pending: readonly PendingIntent[];
  readonly by: string;
  readonly from: Day;
  readonly to: Day;
}

export type CheckAnswer =
  | {
      readonly ok: true;
      readonly head: Head | null;
      readonly voided: readonly VoidedCommit[];
      readonly coming?: Coming | null;
      readonly judged?: readonly JudgedActs[];
      readonly checkpoint?: Uint8Array;
      readonly register?: KeyRegister;
      readonly letter?: LetterThere;
      /** Findings on the signatures of what was received. */
      readonly evidence?: Evidence;
      /** Entries that are no part of the ledger, at the end of what was given: they were left out. */
      readonly foreign?: ForeignAppend;
    }
  | { readonly ok: false; readonly failure: StoreFailure };

/** Ways to look at keys and signatures, where the process can. */
export interface SignaturesOf<R> {
  register(replica: R): KeyRegister;
  letter(replica: R, request: LetterRequest): Promise<LetterThere>;
  evidence(replica: R, entries: readonly Uint8Array[], appends: readonly AppendSignature[] | null): Promise<Evidence>;
}

/** Ways to make a checkpoint of a replica and a replica of it; `null` for bytes that are none of this ledger. */
export interface CheckpointsOf<R> {
  open(ledger: string, bytes: Uint8Array): R | null;
  write(replica: R, isBeginning: boolean): Uint8Array;
}

const unsigned: Evidence = { bad: [], appends: null };

/** Replays entries with the rules. It has no clock, no files and no process of its own. Requests are answered one after the other. */
export class LedgerChecker<R extends CheckedReplica> {
  private replica: R | null = null;

  constructor(
    private readonly makeReplica: (ledger: string) => R,
    private readonly lookAhead: (replica: R, request: ComingRequest) => Coming | null,
    private readonly order: (replica: R, open: readonly OpenActs[]) => JudgedByRules,
    private readonly checkpoints: CheckpointsOf<R> | null = null,
    private readonly signatures: SignaturesOf<R> | null = null,
  ) {}

  async answer(request: CheckRequest): Promise<CheckAnswer> {
    if (request.kind === 'start') {
      const { ledger, checkpoint } = request;
      const opened = checkpoint === undefined ? null : (this.checkpoints?.open(ledger, checkpoint) ?? null);
      this.replica = opened ?? this.makeReplica(ledger);
      return { ok: true, head: this.replica.head, voided: [] };
    }
    const { replica } = this;
    if (replica === null) return { ok: false, failure: { kind: 'defect', detail: 'The check was not started.' } };
    if (request.kind === 'checkpoint') {
      const checkpoint = this.checkpoints?.write(replica, request.isBeginning === true);
      return { ok: true, head: replica.head, voided: [], ...(checkpoint === undefined ? {} : { checkpoint }) };
    }
    if (request.kind === 'register') {
      const register = this.signatures?.register(replica);
      return { ok: true, head: replica.head, voided: [], ...(register === undefined ? {} : { register }) };
    }
    if (request.kind === 'letter') {
      const letter = await this.signatures?.letter(replica, request);
      return { ok: true, head: replica.head, voided: [], ...(letter === undefined ? {} : { letter }) };
    }
    if (request.kind === 'coming')
      return { ok: true, head: replica.head, voided: [], coming: this.lookAhead(replica, request) };
    if (request.kind === 'order') {
      const ordered = this.order(replica, request.open);
      return ordered.ok ? { ok: true, head: replica.head, voided: [], judged: ordered.judged } : ordered;
    }
    return request.kind === 'judge' ? this.judge(replica, request.entries) : this.receive(replica, request);
  }

  private async judge(replica: R, entries: readonly Uint8Array[]): Promise<CheckAnswer> {
    const evidence = await this.evidenceOf(replica, entries, null);
    const outcome = replica.prepareReceive(entries, undefined, evidence);
    if (!outcome.ok) return { ok: false, failure: outcome.failure };
    const { voided } = outcome;
    return voided.length > 0
      ? { ok: false, failure: refusedByRules(voided) }
      : { ok: true, head: replica.head, voided: [] };
  }

  private async receive(
    replica: R,
    { entries, appends = null, bad }: Extract<CheckRequest, { readonly kind: 'receive' }>,
  ): Promise<CheckAnswer> {
    const evidence = bad === undefined ? await this.evidenceOf(replica, entries, appends) : { bad, appends: null };
    const outcome = replica.receive(entries, undefined, evidence);
    if (!outcome.ok) return { ok: false, failure: outcome.failure };
    const voided = outcome.voided.map(({ seq, id, refusals }) => ({ seq, id, refusals }));
    const { foreign } = outcome;
    return { ok: true, head: replica.head, voided, evidence, ...(foreign === undefined ? {} : { foreign }) };
  }

  private evidenceOf(
    replica: R,
    entries: readonly Uint8Array[],
    appends: readonly AppendSignature[] | null,
  ): Promise<Evidence> {
    return this.signatures?.evidence(replica, entries, appends) ?? Promise.resolve(unsigned);
  }
}

function refusedByRules(voided: readonly VoidedCommit[]): StoreFailure {
  const reasons = voided.map(({ seq, refusals }) => `${seq} (${refusals.map(({ code }) => code).join(', ')})`);
  return { kind: 'defect', detail: `The rules refuse these commits, so nothing was sent: ${reasons.join('; ')}.` };
}
