import { readCheckpoint } from '#core/ledger/checkpoint';
import type { CommitRecord } from '#core/ledger/replica';
import { type Model } from '#core/model/model';
import type { Change } from '#core/model/rows';
import { stepFromPieces } from './step-text';

/** A checkpoint with the steps since, as the tables hold them. */
export interface CheckpointAndSteps {
  readonly checkpoint: Uint8Array;
  /** The pieces of each step, oldest first. */
  readonly steps: readonly (readonly string[])[];
}

/** The model and the commit records that a checkpoint and the steps since amount to. */
export interface KeptState {
  readonly model: Model;
  /** By id; in no order that means anything. */
  readonly records: ReadonlyMap<string, CommitRecord>;
}

/** Opens a checkpoint and does the steps since on top; `null` where it cannot be read, or is of another account. */
export function openKept(ledger: string, { checkpoint, steps }: CheckpointAndSteps): KeptState | null {
  const read = readCheckpoint(checkpoint);
  if (!read.ok || read.checkpoint.ledger !== ledger) return null;
  const { model } = read.checkpoint;
  const records = new Map(read.checkpoint.records.map((record) => [record.id, record]));
  for (const pieces of steps) {
    const step = stepFromPieces(pieces);
    for (const [table, id, row] of step.rows)
      model.apply([{ table, id, before: model.row(table, id), after: row ?? undefined } as Change]);
    for (const id of step.removedRecords) records.delete(id);
    for (const record of step.records) records.set(record.id, record);
  }
  return { model, records };
}

/** Records in the order of a replica: the confirmed ones by their place in the ledger, then those of pending acts. */
export function inOrder(
  records: ReadonlyMap<string, CommitRecord>,
  pending: readonly { readonly id: string }[],
): readonly CommitRecord[] {
  const waiting = new Set(pending.map(({ id }) => id));
  return [
    ...[...records.values()].filter(({ id }) => !waiting.has(id)).sort((one, other) => one.seq - other.seq),
    ...pending.flatMap(({ id }) => records.get(id) ?? []),
  ];
}
