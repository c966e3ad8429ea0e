import type { Head } from '../../shared/ledger/commit';
import type { StoreFailure } from '../../shared/ledger/store';

/** A commit that the rules refuse when it is replayed: it has its place in the ledger, but no effect anywhere. */
export interface VoidedCommit {
  readonly seq: number;
  readonly id: string;
  readonly refusals: readonly { readonly code: string }[];
}

/** The part of a replica that checking needs. */
export interface CheckedReplica<Step> {
  readonly head: Head | null;
  prepareReceive(
    entries: readonly Uint8Array[],
  ): { readonly ok: true; readonly step: Step; readonly voided: readonly VoidedCommit[] } | { readonly ok: false; readonly failure: StoreFailure };
  accept(step: Step): void;
}

/**
 * `start` forgets everything. `receive`: entries that are in the ledger already, from here or from others; the refused ones are void.
 * `judge`: entries that want to go out on top of what was received; nothing changes.
 */
export type CheckRequest =
  | { readonly kind: 'start'; readonly ledger: string }
  | { readonly kind: 'receive'; readonly entries: readonly Uint8Array[] }
  | { readonly kind: 'judge'; readonly entries: readonly Uint8Array[] };

export type CheckAnswer =
  | { readonly ok: true; readonly head: Head | null; readonly voided: readonly VoidedCommit[] }
  | { readonly ok: false; readonly failure: StoreFailure };

/** Replays entries with the rules. It has no clock, no files and no process of its own. */
export class LedgerChecker<Step> {
  private replica: CheckedReplica<Step> | null = null;

  constructor(private readonly makeReplica: (ledger: string) => CheckedReplica<Step>) {}

  answer(request: CheckRequest): CheckAnswer {
    if (request.kind === 'start') {
      this.replica = this.makeReplica(request.ledger);
      return { ok: true, head: null, voided: [] };
    }
    const { replica } = this;
    if (replica === null) return { ok: false, failure: { kind: 'defect', detail: 'The check was not started.' } };
    const prepared = replica.prepareReceive(request.entries);
    if (!prepared.ok) return prepared;
    const { voided } = prepared;
    if (request.kind === 'receive') replica.accept(prepared.step);
    else if (voided.length > 0) return { ok: false, failure: refusedByRules(voided) };
    return { ok: true, head: replica.head, voided };
  }
}

function refusedByRules(voided: readonly VoidedCommit[]): StoreFailure {
  const reasons = voided.map(({ seq, refusals }) => `${seq} (${refusals.map(({ code }) => code).join(', ')})`);
  return { kind: 'defect', detail: `The rules refuse these commits, so nothing was sent: ${reasons.join('; ')}.` };
}
