import { useState, type ReactNode } from 'react';
import { useCommandHandlers } from '../../parts/commands';
import { MailDialog } from './MailDialog';
import { RemindersDialog } from './RemindersDialog';
import { useExport } from './use-export';

/** The commands about reminders, and the list that they open. */
export function Reminders(): ReactNode {
  const [isOpen, setOpen] = useState(false);
  const [isMailOpen, setMailOpen] = useState(false);
  const exportCalendar = useExport();
  useCommandHandlers({
    'account.reminders': { run: () => setOpen(true) },
    'account.mail': { run: () => setMailOpen(true) },
    'account.exportReminders': { run: () => void exportCalendar() },
  });
  return (
    <>
      <RemindersDialog isOpen={isOpen} onClose={() => setOpen(false)} />
      {isMailOpen ? <MailDialog onClose={() => setMailOpen(false)} /> : null}
    </>
  );
}
