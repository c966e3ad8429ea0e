import { useCallback } from 'react';
import { useSavedFile } from '../../state/export-hooks';
import { useSession } from '../../state/session-context';
import { useText } from '../../text/text';
import { useToasts } from '../../ui/Toast';

/** Exports what comes to a calendar and says what came of it; nothing where the person cancelled. */
export function useExport(): () => Promise<void> {
  const save = useSavedFile();
  const { ledger } = useSession();
  const toasts = useToasts();
  const { text } = useText();
  return useCallback(async () => {
    const answer = await save({ what: 'calendar', ledger });
    if (!answer.ok) {
      const { kind } = answer.failure;
      const why = kind === 'full' || kind === 'unwritable' ? kind : 'other';
      toasts.show({
        tone: 'refusal',
        title: text('reminders.notExported'),
        details: text(`reminders.notExported.${why}`),
      });
    } else if (answer.value?.entries === 0) toasts.show({ tone: 'info', title: text('reminders.nothingToExport') });
    else if (answer.value !== null)
      toasts.show({ tone: 'success', title: text('reminders.exported', { count: answer.value.entries }) });
  }, [save, ledger, toasts, text]);
}
