import type { Answer } from '../../../shared/ipc/channel';
import { ask } from '../platform/bridge';
import type { Journal } from './journal';

/** The journal did not take or give something; `failure` says why. */
export class JournalUnavailable extends Error {
  constructor(readonly failure: { readonly kind: string; readonly detail?: string }) {
    super(failure.detail ?? failure.kind);
    this.name = 'JournalUnavailable';
  }
}

function valueOf<Value>(answer: Answer<Value, { readonly kind: string; readonly detail?: string }>): Value {
  if (!answer.ok) throw new JournalUnavailable(answer.failure);
  return answer.value;
}

/** The journal of a ledger, kept by main. */
export function bridgeJournal(ledger: string): Journal {
  return {
    summary: async () => valueOf(await ask('journal.summary', { ledger })),
    commits: async (after) => valueOf(await ask('journal.commits', { ledger, after })),
    note: async (notes) => {
      valueOf(await ask('journal.note', { ledger, notes: [...notes] }));
    },
    keepCommits: async (entries) => {
      valueOf(await ask('journal.keepCommits', { ledger, entries: entries as Uint8Array<ArrayBuffer>[] }));
    },
  };
}
