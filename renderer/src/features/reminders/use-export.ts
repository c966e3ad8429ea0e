import { useCallback } from 'react';
import { useCalendarExport } from '../../state/reminder-hooks';
import { useText } from '../../text/text';
import { useToasts } from '../../ui/Toast';

/** Exports what comes to a calendar and says what came of it; nothing where the person cancelled. */
export function useExport(): () => Promise<void> {
  const exportCalendar = useCalendarExport();
  const toasts = useToasts();
  const { text } = useText();
  return useCallback(async () => {
    const answer = await exportCalendar();
    if (!answer.ok) {
      const { kind } = answer.failure;
      const why = kind === 'full' || kind === 'unwritable' ? kind : 'other';
      toasts.show({ tone: 'refusal', title: text('reminders.notExported'), details: text(`reminders.notExported.${why}`) });
    } else if (answer.value?.events === 0) toasts.show({ tone: 'info', title: text('reminders.nothingToExport') });
    else if (answer.value !== null) toasts.show({ tone: 'success', title: text('reminders.exported', { count: answer.value.events }) });
  }, [exportCalendar, toasts, text]);
}
