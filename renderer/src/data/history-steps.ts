import { isNeverUndone } from '#core/intents/never-undone';
import type { CommitRecord } from '#core/ledger/replica';

/** One act that can be taken back, or done again. `act` is what the person did; `target` is the commit that an `undo` names. */
export interface HistoryStep {
  readonly target: string;
  readonly act: CommitRecord;
}

/** Newest first. */
export interface HistorySteps {
  readonly undoable: readonly HistoryStep[];
  readonly redoable: readonly HistoryStep[];
}

function undoneCommit(record: CommitRecord): string | null {
  if (record.do !== 'undo' || typeof record.args !== 'object' || record.args === null) return null;
  const { commit } = record.args as { readonly commit?: unknown };
  return typeof commit === 'string' ? commit : null;
}

/**
 * Acts that one person at one installation can take back, read from the history alone, so that it is the same after a restart.
 * An undo is itself a commit: taking it back is redo, and the redo can be taken back again. A new act ends what could be redone.
 */
export function historySteps(records: Iterable<CommitRecord>, by: string, device: string): HistorySteps {
  const undoable: HistoryStep[] = [];
  const redoable: HistoryStep[] = [];
  for (const record of records) {
    if (record.do === 'history.shorten') dropUpTo(record, undoable, redoable);
    if (record.by !== by || record.device !== device || isNeverUndone(record.do)) continue;
    const target = undoneCommit(record);
    if (target === null) {
      undoable.push({ target: record.id, act: record });
      redoable.length = 0;
    } else if (!moveStep(undoable, redoable, target, record.id)) {
      moveStep(redoable, undoable, target, record.id);
    }
  }
  return { undoable: undoable.reverse(), redoable: redoable.reverse() };
}

/** Takes out what is from before the beginning of the history (G12). */
function dropUpTo({ args }: CommitRecord, ...lists: HistoryStep[][]): void {
  const { seq } = args as { readonly seq: number };
  for (const steps of lists) steps.splice(0, steps.length, ...steps.filter(({ act }) => act.seq > seq));
}

function moveStep(from: HistoryStep[], to: HistoryStep[], target: string, newTarget: string): boolean {
  const step = from.find((candidate) => candidate.target === target);
  if (step === undefined) return false;
  from.splice(from.indexOf(step), 1);
  to.push({ target: newTarget, act: step.act });
  return true;
}
