import type { JournalFailure } from '#core/ipc/journal-channels';
import type { CallFailure } from '#core/ipc/channel';
import { done, type Result } from '#core/kernel/result';
import { ask } from '../platform/bridge';
import type { Journal } from './journal';

/** The journal of a ledger, kept by main. */
export function bridgeJournal(ledger: string): Journal {
  return {
    summary: () => ask('journal.summary', { ledger }),
    commits: (after) => ask('journal.commits', { ledger, after }),
    beginning: () => ask('journal.beginning', { ledger }),
    bad: () => ask('journal.bad', { ledger }),
    note: async (notes) => withoutValue(await ask('journal.note', { ledger, notes: [...notes] })),
    keepCommits: async (entries) =>
      withoutValue(await ask('journal.keepCommits', { ledger, entries: entries as Uint8Array<ArrayBuffer>[] })),
  };
}

function withoutValue(
  answer: Result<unknown, JournalFailure | CallFailure>,
): Result<null, JournalFailure | CallFailure> {
  return answer.ok ? done : answer;
}
