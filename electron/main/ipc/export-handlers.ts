import path from 'node:path';
import { failed, succeeded } from '#core/kernel/result';
import { addDays, type Day } from '#core/kernel/day';
import type { Coming } from '#core/queries/coming';
import type { RequestOf } from '#core/ipc/channels';
import type { ExportFailure } from '#core/ipc/export-channels';
import type { StoreResult } from '#core/ledger/store';
import { dayIn } from '../calendar-day';
import { fileNameOf, writeChosenFile } from '../files/chosen-file';
import { calendarFile } from '../exports/calendar-file';
import { tableFile } from '../exports/table-file';
import { workbookFile } from '../exports/workbook-file';
import { mainTexts } from '../texts';
import type { Caller, Handlers } from './handlers';

/** Request to the person for a file: a dialog of the system with a name that is suggested. */
export interface AskedFile {
  readonly title: string;
  /** Name of files of this kind, for people. */
  readonly kind: string;
  readonly name: string;
  readonly extension: string;
  /** Other kinds that the person may choose instead, by the ending of the name. */
  readonly others?: readonly { readonly kind: string; readonly extension: string }[];
}

export interface ExportHandlerParts {
  readonly coming: (
    from: Day,
    to: Day,
  ) => Promise<StoreResult<{ readonly ledger: string; readonly coming: Coming } | null>>;
  /** The path that the person chose, `null` when they cancelled. The window never names one. */
  readonly askForFile: (asked: AskedFile, caller: Caller) => Promise<string | null>;
}

/** A file for other programs, before anybody was asked where it goes. */
interface Export {
  readonly asked: AskedFile;
  readonly entries: number;
  readonly content: (file: string) => string | Uint8Array | Promise<Uint8Array>;
}

/** Days that a calendar file looks ahead. */
const daysAhead = 731;

export function exportHandlers({ coming, askForFile }: ExportHandlerParts): Handlers<'exports.'> {
  return {
    'exports.save': async (request, caller) => {
      const made = request.what === 'calendar' ? await calendarExport(request.ledger, coming) : exportOf(request);
      if ('failure' in made) return failed(made.failure);
      const { asked, entries, content } = made;
      if (entries === 0) return succeeded({ entries });
      const file = await askForFile(asked, caller);
      if (file === null) return succeeded(null);
      const failure = await writeChosenFile(file, await content(file));
      return failure === null ? succeeded({ entries }) : failed(failure);
    },
  };
}

type Saved = RequestOf<'exports.save'>;

function exportOf(request: Exclude<Saved, { readonly what: 'calendar' }>): Export {
  if (request.what === 'table') return tableExport(request);
  return request.what === 'workbook' ? workbookExport(request) : phoneBookExport(request);
}

function workbookExport({ name, tables }: Extract<Saved, { readonly what: 'workbook' }>): Export {
  const { saveTitle, workbookKind } = mainTexts().table;
  return {
    asked: { title: saveTitle, kind: workbookKind, name: fileNameOf(name, 'xlsx'), extension: 'xlsx' },
    entries: tables.reduce((sum, { rows }) => sum + rows.length - 1, 0),
    content: () => workbookFile(tables),
  };
}

function phoneBookExport({ name, format, entries, text }: Extract<Saved, { readonly what: 'phoneBook' }>): Export {
  const { saveTitle, phoneBookKind } = mainTexts().table;
  const extension = format === 'vcf' ? 'vcf' : 'xml';
  return {
    asked: { title: saveTitle, kind: phoneBookKind, name: fileNameOf(name, extension), extension },
    entries,
    content: () => text,
  };
}

function tableExport({ name, rows, separator, only }: Extract<Saved, { readonly what: 'table' }>): Export {
  const { saveTitle, fileKind, workbookKind } = mainTexts().table;
  return {
    asked: {
      title: saveTitle,
      kind: fileKind,
      name: fileNameOf(name, 'csv'),
      extension: 'csv',
      others: only === 'csv' ? [] : [{ kind: workbookKind, extension: 'xlsx' }],
    },
    entries: rows.length - 1,
    content: (file) =>
      path.extname(file).toLowerCase() === '.xlsx'
        ? workbookFile([{ name, contents: (rows[0] ?? []).map(() => 'text'), rows }])
        : tableFile(rows, separator),
  };
}

async function calendarExport(
  ledger: string,
  coming: ExportHandlerParts['coming'],
): Promise<Export | { readonly failure: ExportFailure }> {
  const now = new Date();
  // A day to either side, as the account's zone is known only from the answer.
  const aboutToday = dayIn('UTC', now.getTime());
  const asked = await coming(addDays(aboutToday, -1), addDays(aboutToday, daysAhead));
  if (!asked.ok) return { failure: { kind: 'not-ready' } };
  const found = asked.value;
  if (found?.ledger !== ledger) return { failure: { kind: 'unknown-ledger' } };
  const today = dayIn(found.coming.timeZone, now.getTime());
  const ahead = { ...found.coming, events: found.coming.events.filter(({ day }) => day >= today) };
  const { saveTitle, fileKind, fileName } = mainTexts().calendar;
  return {
    asked: { title: saveTitle, kind: fileKind, name: fileNameOf(fileName(ahead.accountName), 'ics'), extension: 'ics' },
    entries: ahead.events.length,
    content: () => calendarFile(ledger, ahead, now, mainTexts()),
  };
}
