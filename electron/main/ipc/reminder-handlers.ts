import { BrowserWindow, dialog } from 'electron';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { CalendarFailure, ReminderSettings } from '../../../shared/ipc/reminder-channels';
import { addDays, type Day } from '../../../shared/kernel/day';
import type { Coming } from '../../../shared/queries/coming';
import { StoreError } from '../../../shared/ledger/store';
import { dayIn } from '../calendar-day';
import { calendarFile } from '../reminders/calendar-file';
import { errorCode } from '../stores/file-failure';
import { mainTexts } from '../texts';
import { answered, failed, type Caller, type Handlers } from './handlers';

export interface ReminderHandlerParts {
  readonly coming: (from: Day, to: Day) => Promise<{ readonly ledger: string; readonly coming: Coming } | null>;
  readonly settings: () => ReminderSettings;
  readonly stayInTray: (stays: boolean) => Promise<ReminderSettings>;
}

/** How far a calendar file looks ahead, in days. */
const daysAhead = 731;

export function reminderHandlers({ coming, settings, stayInTray }: ReminderHandlerParts): Handlers<'reminders.'> {
  return {
    'reminders.settings': () => answered(settings()),
    'reminders.stayInTray': async ({ stays }) => answered(await stayInTray(stays)),
    'reminders.exportCalendar': async ({ ledger }, caller) => {
      const now = new Date();
      // A day to either side, as the account's zone is known only from the answer.
      const aboutToday = dayIn('UTC', now.getTime());
      const found = await comingOrFailure(() => coming(addDays(aboutToday, -1), addDays(aboutToday, daysAhead)));
      if (found === 'not-ready') return failed({ kind: 'not-ready' });
      if (found?.ledger !== ledger) return failed({ kind: 'unknown-ledger' });
      const today = dayIn(found.coming.timeZone, now.getTime());
      const ahead = { ...found.coming, events: found.coming.events.filter(({ day }) => day >= today) };
      const events = ahead.events.length;
      if (events === 0) return answered({ events });
      const file = await askForFile(ahead.accountName, caller);
      if (file === null) return answered(null);
      const failure = await write(file, calendarFile(ledger, ahead, now, mainTexts()));
      return failure === null ? answered({ events }) : failed(failure);
    },
  };
}

async function comingOrFailure<T>(work: () => Promise<T>): Promise<T | 'not-ready'> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof StoreError) return 'not-ready';
    throw error;
  }
}

async function askForFile(accountName: string, caller: Caller): Promise<string | null> {
  const { saveTitle, fileKind, fileName } = mainTexts().calendar;
  const options = {
    title: saveTitle,
    defaultPath: `${fileName(accountName).replace(/[\p{Cc}<>:"/\\|?*]/gu, ' ').trim()}.ics`,
    filters: [{ name: fileKind, extensions: ['ics'] }],
  };
  const parent = BrowserWindow.getAllWindows().find((window) => window.webContents.id === caller.contentsId);
  const chosen = await (parent === undefined ? dialog.showSaveDialog(options) : dialog.showSaveDialog(parent, options));
  if (chosen.canceled || chosen.filePath === undefined || chosen.filePath === '') return null;
  return path.extname(chosen.filePath) === '' ? `${chosen.filePath}.ics` : chosen.filePath;
}

async function write(file: string, text: string): Promise<CalendarFailure | null> {
  try {
    await writeFile(file, text);
    return null;
  } catch (error) {
    const code = errorCode(error);
    if (code === '') throw error;
    return code === 'ENOSPC' || code === 'EDQUOT'
      ? { kind: 'full', detail: `There is no room left on the disk (${code}).` }
      : { kind: 'unwritable', detail: `The file cannot be written (${code}).` };
  }
}
