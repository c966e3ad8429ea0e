import type { CallFailure } from '#core/ipc/channel';
import type { JournalFailure, JournalNote, JournalSummary } from '#core/ipc/journal-channels';
import type { Result } from '#core/kernel/result';
import type { StoreFailure } from '#core/ledger/store';
import type { Step } from '#core/ledger/replica';
import type { StoredLists } from './account-database';

/** Reason for which the journal did not take or give something. */
export type JournalTrouble = JournalFailure | StoreFailure | CallFailure;

/**
 * The files main keeps beside the tables: the commits as their bytes, every act of this computer, and what waits for the person.
 * What is given is on the disk when it answers. What is known already changes nothing.
 */
export interface Journal {
  summary(): Promise<Result<JournalSummary, JournalTrouble>>;
  /** Commits with seq greater than `after`, in order; empty at the end. */
  commits(after: number): Promise<Result<readonly Uint8Array[], JournalTrouble>>;
  /** Account behind which the commits begin, as a checkpoint; `null` where they begin with the first. */
  beginning(): Promise<Result<Uint8Array | null, JournalTrouble>>;
  /** Places of the commits whose signature is not their key's own. */
  bad(): Promise<Result<readonly number[], JournalTrouble>>;
  /** All of them or none. */
  note(notes: readonly JournalNote[]): Promise<Result<null, JournalTrouble>>;
  keepCommits(entries: readonly Uint8Array[]): Promise<Result<null, JournalTrouble>>;
}

/** Unwinds what is being stored when the journal refuses; caught where the act or the page began. */
export class JournalRefused extends Error {
  constructor(readonly failure: JournalTrouble) {
    super('detail' in failure ? failure.detail : failure.kind);
    this.name = 'JournalRefused';
  }
}

/** The value of what the journal answered; a refusal unwinds. */
export function fromJournal<Value>(result: Result<Value, JournalTrouble>): Value {
  if (!result.ok) throw new JournalRefused(result.failure);
  return result.value;
}

/** Notes for the journal of a step: acts that are new or were chosen for anew, and what began or ceased to wait for the person. */
export function notesOf(former: StoredLists, step: Step): readonly JournalNote[] {
  const formerPending = new Set(former.pending);
  const formerAttention = new Set(former.attention);
  // Closing an act that is still pending would end the act as well.
  const kept = new Set([...step.attention, ...step.pending].map((entry) => entry.id));
  return [
    ...step.pending
      .filter((intent) => !formerPending.has(intent))
      .map((intent): JournalNote => ({ kind: 'intent', intent })),
    ...step.attention
      .filter((item) => !formerAttention.has(item))
      .map((item): JournalNote => ({ kind: 'attention', item: { ...item } })),
    ...former.attention
      .filter((item) => !kept.has(item.id))
      .map((item): JournalNote => ({ kind: 'closed', id: item.id })),
  ];
}
