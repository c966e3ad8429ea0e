import type { Day } from '#core/kernel/day';
import type { Head, PendingIntent } from '#core/ledger/commit';
import type { JudgedActs } from '#core/ledger/kept/kept-computer';
import type { JudgedByRules, OpenActs } from '#core/ledger/kept/order-acts';
import type { StoreFailure } from '#core/ledger/store';
import type { Coming } from '#core/queries/coming';

/** A commit that the rules refuse when it is replayed: it has its place in the ledger, but no effect anywhere. */
export interface VoidedCommit {
  readonly seq: number;
  readonly id: string;
  readonly refusals: readonly { readonly code: string }[];
}

export type ReplayOutcome =
  | { readonly ok: true; readonly voided: readonly VoidedCommit[] }
  | { readonly ok: false; readonly failure: StoreFailure };

/** The part of a replica that checking needs. */
export interface CheckedReplica {
  readonly head: Head | null;
  /** Takes the entries in. */
  receive(entries: readonly Uint8Array[]): ReplayOutcome;
  /** Says what taking them in would do, and does nothing. */
  prepareReceive(entries: readonly Uint8Array[]): ReplayOutcome;
}

/**
 * `start` forgets everything, and begins with a checkpoint where one is given that fits. `checkpoint`: asks for one. `receive`: entries that are in the ledger already, from here or from others; the refused ones are void.
 * `judge`: entries that want to go out on top of what was received; nothing changes.
 * `order`: acts of a kept place that wait for their place behind what was received; nothing changes.
 * `coming`: what comes between two days for a reader, with his acts that wait for their place on top; nothing changes.
 */
export type CheckRequest =
  | { readonly kind: 'start'; readonly ledger: string; readonly checkpoint?: Uint8Array }
  | { readonly kind: 'checkpoint' }
  | { readonly kind: 'receive'; readonly entries: readonly Uint8Array[] }
  | { readonly kind: 'judge'; readonly entries: readonly Uint8Array[] }
  | { readonly kind: 'order'; readonly open: readonly OpenActs[] }
  | ({ readonly kind: 'coming' } & ComingRequest);

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
    }
  | { readonly ok: false; readonly failure: StoreFailure };

/** Ways to make a checkpoint of a replica and a replica of it; `null` for bytes that are none of this ledger. */
export interface CheckpointsOf<R> {
  open(ledger: string, bytes: Uint8Array): R | null;
  write(replica: R): Uint8Array;
}

/** Replays entries with the rules. It has no clock, no files and no process of its own. */
export class LedgerChecker<R extends CheckedReplica> {
  private replica: R | null = null;

  constructor(
    private readonly makeReplica: (ledger: string) => R,
    private readonly lookAhead: (replica: R, request: ComingRequest) => Coming | null,
    private readonly order: (replica: R, open: readonly OpenActs[]) => JudgedByRules,
    private readonly checkpoints: CheckpointsOf<R> | null = null,
  ) {}

  answer(request: CheckRequest): CheckAnswer {
    if (request.kind === 'start') {
      const { ledger, checkpoint } = request;
      const opened = checkpoint === undefined ? null : (this.checkpoints?.open(ledger, checkpoint) ?? null);
      this.replica = opened ?? this.makeReplica(ledger);
      return { ok: true, head: this.replica.head, voided: [] };
    }
    const { replica } = this;
    if (replica === null) return { ok: false, failure: { kind: 'defect', detail: 'The check was not started.' } };
    if (request.kind === 'checkpoint') {
      const checkpoint = this.checkpoints?.write(replica);
      return { ok: true, head: replica.head, voided: [], ...(checkpoint === undefined ? {} : { checkpoint }) };
    }
    if (request.kind === 'coming')
      return { ok: true, head: replica.head, voided: [], coming: this.lookAhead(replica, request) };
    if (request.kind === 'order') {
      const ordered = this.order(replica, request.open);
      return ordered.ok ? { ok: true, head: replica.head, voided: [], judged: ordered.judged } : ordered;
    }
    const outcome =
      request.kind === 'receive' ? replica.receive(request.entries) : replica.prepareReceive(request.entries);
    if (!outcome.ok) return { ok: false, failure: outcome.failure };
    const { voided } = outcome;
    if (request.kind === 'judge' && voided.length > 0) return { ok: false, failure: refusedByRules(voided) };
    return { ok: true, head: replica.head, voided: voided.map(({ seq, id, refusals }) => ({ seq, id, refusals })) };
  }
}

function refusedByRules(voided: readonly VoidedCommit[]): StoreFailure {
  const reasons = voided.map(({ seq, refusals }) => `${seq} (${refusals.map(({ code }) => code).join(', ')})`);
  return { kind: 'defect', detail: `The rules refuse these commits, so nothing was sent: ${reasons.join('; ')}.` };
}
