import { useCallback } from 'react';
import type { Refusal } from '#core/rules/refusals';
import type { ActCall, ActOutcome } from '../../data/session';
import { isRefused, useAct, useUndo } from '../../state/model-hooks';
import { useSession } from '../../state/session-context';
import { useDay } from '../../state/view-hooks';
import { actSentence } from '../../text/acts/act-sentence';
import { namesIn } from '../../text/names';
import { refusalSentence, warningSentence } from '../../text/refusals/refusal-sentence';
import { useText } from '../../text/text';
import { useToasts } from '../../ui/Toast';
import { isAboutAmount, remedyLine } from '../explain';

export interface ActingOptions {
  /** Says in passing what was done and offers to take it back: for acts whose effect is not in sight. */
  readonly say?: boolean | undefined;
  /** The caller shows refusals itself, beside the field that they are about. */
  readonly keepRefusals?: boolean | undefined;
}

export type Acting = (call: ActCall, options?: ActingOptions) => Promise<ActOutcome>;

/** Does an act and says what came of it: refusals and warnings in plain words, and undo where it helps. */
export function useActing(): Acting {
  const act = useAct();
  const undo = useUndo();
  const { model, ask } = useSession();
  const { today } = useDay();
  const toasts = useToasts();
  const writer = useText();

  return useCallback(
    async (call, { say = false, keepRefusals = false } = {}) => {
      const { text } = writer;
      // What the act deletes has its name only before it.
      const sentence = say ? actSentence(call, writer, namesIn(model, writer)) : '';
      const outcome = await act(call);
      const names = namesIn(model, writer);
      const remedyOf = (refusal: Refusal, tried: ActCall): string | null => {
        if (!isAboutAmount(refusal)) return null;
        const explained = ask('explain', { do: tried.do, args: tried.args }, today);
        return isRefused(explained) || explained.remedy === null || explained.remedy.pool !== refusal['pool']
          ? null
          : remedyLine(explained.remedy, writer, names);
      };
      if (outcome.ok) {
        for (const warning of outcome.warnings.slice(0, 2))
          toasts.show({ tone: 'warning', title: warningSentence(warning, writer, names).message });
        if (say)
          toasts.show({ tone: 'success', title: sentence, action: { name: text('ui.undo'), run: () => void undo() } });
      } else if (outcome.kind === 'refused') {
        if (!keepRefusals)
          for (const refusal of outcome.refusals.slice(0, 3)) {
            const { message, help: rulesHelp, rule } = refusalSentence(refusal, writer, names);
            const help = remedyOf(refusal, call) ?? rulesHelp;
            toasts.show({ tone: 'refusal', title: message, details: help ?? undefined, rule: rule ?? undefined });
          }
      } else if (outcome.kind === 'cancelled') toasts.show({ tone: 'info', title: text('acting.cancelled') });
      else
        toasts.show({
          tone: 'refusal',
          title: text(outcome.kind === 'outdated' ? 'acting.outdated' : 'acting.notStored'),
          details: text(outcome.kind === 'outdated' ? 'acting.outdatedHelp' : 'acting.notStoredHelp'),
        });
      return outcome;
    },
    [act, undo, model, ask, today, toasts, writer],
  );
}
