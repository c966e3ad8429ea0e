import type { CallFailure } from '#core/ipc/channel';
import type { JournalFailure, JournalNote, JournalSummary } from '#core/ipc/journal-channels';
import type { Step } from '#core/ledger/replica';
import type { StoredLists } from './account-database';

/**
 * The files main keeps beside the tables: the commits as their bytes, every act of this computer, and what waits for the person.
 * What is given is on the disk when the promise settles. What is known already changes nothing.
 */
export interface Journal {
  summary(): Promise<JournalSummary>;
  /** Commits with seq greater than `after`, in order; empty at the end. */
  commits(after: number): Promise<readonly Uint8Array[]>;
  /** All of them or none. */
  note(notes: readonly JournalNote[]): Promise<void>;
  keepCommits(entries: readonly Uint8Array[]): Promise<void>;
}

/** The journal did not take or give something; `failure` says why. */
export class JournalUnavailable extends Error {
  constructor(readonly failure: JournalFailure | CallFailure) {
    super('detail' in failure ? failure.detail : failure.kind);
    this.name = 'JournalUnavailable';
  }
}

/** What a step means for the journal: acts that are new or were chosen for anew, and what began or ceased to wait for the person. */
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
