import { finish } from '#core/kernel/slices';
import { writeCheckpoint } from '#core/ledger/checkpoint';
import { AccountDatabase } from './account-database';
import { inOrder, openKept } from './kept-state';

/** Takes the steps that are in the tables into a new checkpoint; the steps that come meanwhile stay. */
export type RenewCheckpoint = (ledger: string) => Promise<void>;

/**
 * Reads the tables, writes a new checkpoint and puts it in the place of the old one and its steps, in one transaction: whatever
 * ends it before leaves the old one with its steps. It takes its time, so the window has it done in a worker.
 */
export const renewCheckpoint: RenewCheckpoint = async (ledger) => {
  const database = await AccountDatabase.open(ledger);
  try {
    const stored = await database.read();
    if (stored === null || stored.steps.length === 0) return;
    const kept = openKept(ledger, stored);
    if (kept === null) return;
    const { head, pending } = stored;
    const bytes = finish(writeCheckpoint({ ledger, head, model: kept.model, records: inOrder(kept.records, pending) }));
    await database.putCheckpoint(bytes, stored);
  } finally {
    database.close();
  }
};

/** Has a checkpoint renewed beside the window. */
export const renewInWorker: RenewCheckpoint = (ledger) =>
  new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./checkpoint-worker.ts', import.meta.url), { type: 'module' });
    const end = (settle: () => void): void => {
      worker.terminate();
      settle();
    };
    worker.onmessage = () => end(resolve);
    worker.onerror = (event) => end(() => reject(new Error(event.message)));
    worker.postMessage(ledger);
  });
