import type { Answer, CallFailure } from '#core/ipc/channel';
import type { JournalFailure } from '#core/ipc/journal-channels';
import { ask } from '../platform/bridge';
import { JournalUnavailable, type Journal } from './journal';

function valueOf<Value>(answer: Answer<Value, JournalFailure | CallFailure>): Value {
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
