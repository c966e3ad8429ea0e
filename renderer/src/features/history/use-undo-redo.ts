import { useCallback } from 'react';
import type { HistoryStep } from '../../data/history-steps';
import type { ActOutcome } from '../../data/session';
import { useHistorySteps, useRedo, useUndo } from '../../state/model-hooks';
import { useSession } from '../../state/session-context';
import { actSentence } from '../../text/acts/act-sentence';
import { namesThen } from '../../text/acts/names-then';
import { refusalSentence } from '../../text/refusals/refusal-sentence';
import { useText, type TextKey } from '../../text/text';
import { useNames } from '../../text/use-names';
import { useToasts } from '../../ui/Toast';

export interface UndoRedo {
  readonly undoable: readonly HistoryStep[];
  readonly redoable: readonly HistoryStep[];
  readonly undo: () => Promise<boolean>;
  readonly redo: () => Promise<boolean>;
  /** Takes back this many steps, newest first; stops at the first that cannot be. */
  readonly undoMany: (count: number) => Promise<void>;
  readonly sentenceOf: (step: HistoryStep) => string;
}

/** Undo and redo with what they take back said in passing. */
export function useUndoRedo(): UndoRedo {
  const { undoable, redoable } = useHistorySteps();
  const { model } = useSession();
  const undoStep = useUndo();
  const redoStep = useRedo();
  const toasts = useToasts();
  const writer = useText();
  const names = useNames();

  const sentenceOf = useCallback(
    (step: HistoryStep) => actSentence(step.act, writer, namesThen(model, step.act.changes, writer)),
    [model, writer],
  );

  const tell = useCallback(
    (step: HistoryStep | undefined, outcome: ActOutcome | null, said: TextKey): boolean => {
      if (step === undefined || outcome === null) return false;
      if (outcome.ok) {
        toasts.show({ tone: 'info', title: writer.text(said, { what: sentenceOf(step) }) });
        return true;
      }
      if (outcome.kind === 'refused')
        for (const refusal of outcome.refusals.slice(0, 2)) {
          const { message, help, rule } = refusalSentence(refusal, writer, names);
          toasts.show({ tone: 'refusal', title: message, details: help ?? undefined, rule: rule ?? undefined });
        }
      else if (outcome.kind === 'cancelled') toasts.show({ tone: 'info', title: writer.text('acting.cancelled') });
      else
        toasts.show({
          tone: 'refusal',
          title: writer.text(outcome.kind === 'outdated' ? 'acting.outdated' : 'acting.notStored'),
        });
      return false;
    },
    [toasts, writer, names, sentenceOf],
  );

  const undo = useCallback(
    async () => tell(undoable[0], await undoStep(), 'history.undone'),
    [tell, undoable, undoStep],
  );
  const redo = useCallback(
    async () => tell(redoable[0], await redoStep(), 'history.redone'),
    [tell, redoable, redoStep],
  );
  const undoMany = useCallback(
    async (count: number) => {
      for (let step = 0; step < count; step += 1) if (!tell(undoable[step], await undoStep(), 'history.undone')) return;
    },
    [tell, undoable, undoStep],
  );

  return { undoable, redoable, undo, redo, undoMany, sentenceOf };
}
