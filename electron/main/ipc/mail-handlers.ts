import { failed, succeeded } from '#core/kernel/result';
import { addDays, isDay, type Day } from '#core/kernel/day';
import type { Coming } from '#core/queries/coming';
import type { StoreResult } from '#core/ledger/store';
import { dayIn } from '../calendar-day';
import { fileNameOf, writeChosenFile } from '../files/chosen-file';
import { letterAbout, letterBytes, mailtoOf } from '../mail/letter';
import type { MailDesk } from '../mail/mail-desk';
import { mainTexts } from '../texts';
import type { AskedFile } from './export-handlers';
import type { Caller, Handlers } from './handlers';

export interface MailHandlerParts {
  readonly mail: Pick<MailDesk, 'settings' | 'setServer' | 'sendReminders' | 'try'>;
  readonly coming: (
    from: Day,
    to: Day,
  ) => Promise<StoreResult<{ readonly ledger: string; readonly coming: Coming } | null>>;
  readonly askForFile: (asked: AskedFile, caller: Caller) => Promise<string | null>;
  /** Opens an address in the program that the system has for it. */
  readonly openProgram: (address: string) => Promise<void>;
  /** Looks at once for what is due. */
  readonly look: () => Promise<void>;
}

/** The window names a reminder, and main writes about it: so nothing but reminders is written, and to nobody else. */
export function mailHandlers({ mail, coming, askForFile, openProgram, look }: MailHandlerParts): Handlers<'mail.'> {
  return {
    'mail.settings': async () => succeeded(await mail.settings()),
    'mail.setServer': ({ server, password }) => mail.setServer(server, password),
    'mail.sendReminders': async ({ sends }) => {
      const set = await mail.sendReminders(sends);
      if (set.ok && sends) void look();
      return set;
    },
    'mail.try': () => mail.try(),
    'mail.write': async ({ ledger, day, blockId, by }, caller) => {
      if (!isDay(day)) return failed({ kind: 'gone' });
      const asked = await coming(addDays(day, -1), addDays(day, 1));
      if (!asked.ok) return failed({ kind: 'not-ready' });
      const found = asked.value;
      if (found?.ledger !== ledger) return failed({ kind: 'unknown-ledger' });
      const { events, accountName, timeZone } = found.coming;
      const reminder = events.find(
        (event) => event.kind === 'reminder' && event.day === day && event.blockId === blockId,
      );
      if (reminder?.kind !== 'reminder') return failed({ kind: 'gone' });
      const today = dayIn(timeZone, Date.now());
      const texts = mainTexts();
      const letter = letterAbout([reminder], { to: reminder.recipients, accountName, today }, texts);
      if (by === 'program') {
        try {
          await openProgram(mailtoOf(letter));
        } catch {
          // No program of this system takes such an address.
          return failed({ kind: 'no-program' });
        }
        return succeeded('opened' as const);
      }
      const { server } = await mail.settings();
      const { saveTitle, fileKind } = texts.mail;
      const file = await askForFile(
        { title: saveTitle, kind: fileKind, name: fileNameOf(letter.subject, 'eml'), extension: 'eml' },
        caller,
      );
      if (file === null) return succeeded(null);
      const bytes = await letterBytes(letter, { draft: true, ...(server === null ? {} : { from: server.from }) });
      const failure = await writeChosenFile(file, bytes);
      return failure === null ? succeeded('saved' as const) : failed(failure);
    },
  };
}
