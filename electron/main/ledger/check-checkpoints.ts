import { finish } from '#core/kernel/slices';
import { beginningIn, withoutOld } from '#core/ledger/gone-records';
import { readCheckpoint, writeCheckpoint } from '#core/ledger/checkpoint';
import { Replica } from '#core/ledger/replica';
import type { CheckpointsOf } from './ledger-check';

/** Checkpoints of the replica that checks: every commit in them has been replayed here before. */
export const checkCheckpoints: CheckpointsOf<Replica> = {
  open(ledger, bytes) {
    const read = readCheckpoint(bytes);
    if (!read.ok || read.checkpoint.ledger !== ledger) return null;
    const { head, model, records } = read.checkpoint;
    return Replica.resume({ ledger, head, pending: [], attention: [], voided: [], records }, model);
  },
  write({ ledger, head, model, records }, isBeginning) {
    const begins = isBeginning ? (head?.seq ?? 0) : (beginningIn(model)?.seq ?? 0);
    return finish(writeCheckpoint({ ledger, head, model, records: withoutOld(records, begins) }));
  },
};
