import type { JournalFailure } from '#core/ipc/journal-channels';
import type { StoreFailure } from '#core/ledger/store';

/** Translates a failure of the journal for an exchange with a store. */
export function storeFailureOf(failure: JournalFailure): StoreFailure {
  switch (failure.kind) {
    case 'full':
    case 'diverged':
      return failure;
    case 'unwritable':
      return { kind: 'read-only', detail: `The journal cannot be written. ${failure.detail}` };
    case 'unknown-ledger':
      return { kind: 'defect', detail: 'The journal is not open.' };
  }
}
