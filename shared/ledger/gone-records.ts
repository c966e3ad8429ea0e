import type { CommitRecord } from '../intents/commit-history';
import type { ModelView } from '../model/model-view';
import type { Head } from './commit';

/** The commit behind which the history of an account begins, as the account itself says; `null` for the first. */
export function beginningIn(model: Pick<ModelView, 'row'>): Head | null {
  return model.row('ledger', 'ledger')?.begins ?? null;
}

/**
 * Records of a history that begins behind a seq: of those up to it nothing is left but that there were acts of these ids, which nobody else's
 * act may take (G11). The same whoever writes them, so that checkpoints of several computers are the same.
 */
export function withoutOld(records: readonly CommitRecord[], begins: number): readonly CommitRecord[] {
  return begins === 0 ? records : records.map((record) => (record.seq > begins ? record : goneRecord(record)));
}

function goneRecord({ id, seq }: CommitRecord): CommitRecord {
  return { id, seq, at: '', day: '', by: '', device: '', do: '', args: null, changes: [], isGone: true };
}
