import { FileText, Mail } from 'lucide-react';
import type { ReactNode } from 'react';
import { writeReminder } from '../../state/mail-hooks';
import { useSession } from '../../state/session-context';
import { useText } from '../../text/text';
import { IconButton } from '../../ui/IconButton';
import { useToasts } from '../../ui/Toast';

/** Two ways to write about a reminder oneself: in one's mail program, or as a file that such programs open. */
export function WriteReminder({
  day,
  blockId,
  about,
}: {
  readonly day: string;
  readonly blockId: string;
  /** What it is about, for those who hear the buttons. */
  readonly about: string;
}): ReactNode {
  const { text } = useText();
  const toasts = useToasts();
  const { ledger } = useSession();

  async function write(by: 'program' | 'file'): Promise<void> {
    const answer = await writeReminder({ ledger, day, blockId, by });
    if (answer.ok) {
      if (answer.value === 'saved') toasts.show({ tone: 'success', title: text('mail.saved') });
      return;
    }
    const { kind } = answer.failure;
    const why = kind === 'full' || kind === 'unwritable' || kind === 'no-program' || kind === 'gone' ? kind : 'other';
    toasts.show({ tone: 'refusal', title: text('mail.notWritten'), details: text(`mail.notWritten.${why}`) });
  }

  return (
    <span className="reminders-write">
      <IconButton
        size="small"
        icon={Mail}
        label={text('mail.write', { about })}
        onPress={() => void write('program')}
      />
      <IconButton
        size="small"
        icon={FileText}
        label={text('mail.save', { about })}
        onPress={() => void write('file')}
      />
    </span>
  );
}
