import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { makeFolder } from '../../main/files/make-folder';
import { isSheetKind, sheetKinds, writtenFields, type SheetKind } from '#core/sheets/fields';
import { phoneBookFile, phoneBookOf, type PhoneBookFormat } from '#core/sheets/phone-book';
import type { FieldRow } from '#core/model/rows';
import { ownFieldsOf, ownSheetField } from '#core/sheets/own-fields';
import type { SheetRows } from '#core/sheets/sheet';
import { languages, type Language } from '#core/kernel/language';
import { writtenTables } from '#core/sheets/written-tables';
import { tableFile } from '../../main/exports/table-file';
import { workbookFile } from '../../main/exports/workbook-file';
import { readLedger } from '../read-ledger';
import { takeLanguage, takeOption, takeWords, UsageError, type Command } from './command';

const phoneBooks: readonly PhoneBookFormat[] = ['vcf', 'yealink', 'snom', 'grandstream'];
const formats = ['csv', 'xlsx', 'json', ...phoneBooks] as const;
type Format = (typeof formats)[number];

function isPhoneBook(format: Format): format is PhoneBookFormat {
  return phoneBooks.some((one) => one === format);
}

/** The rows of a table as objects: fields by name, as texts; amounts are numbers, what is empty is left out. */
function objectsOf(
  kind: SheetKind,
  rows: readonly (readonly string[])[],
  own: readonly FieldRow[],
): readonly { readonly [field: string]: string | number }[] {
  return rows.slice(1).map((row) =>
    Object.fromEntries(
      [...writtenFields[kind], ...own.map(ownSheetField)].flatMap((field, column) => {
        const text = row[column] ?? '';
        const isNumber = field === 'quantity' || own[column - writtenFields[kind].length]?.kind === 'number';
        return text === '' ? [] : [[field, isNumber ? Number(text) : text] as const];
      }),
    ),
  );
}

async function write(
  rows: SheetRows,
  groupId: string,
  kinds: readonly SheetKind[],
  format: Format,
  language: Language,
  out: string,
): Promise<void> {
  if (isPhoneBook(format)) {
    const title = rows.row('groups', groupId)?.name ?? '';
    await writeFile(out, phoneBookFile(format, phoneBookOf(rows, groupId), title));
    return;
  }
  const tables = writtenTables(rows, groupId, kinds, language);
  if (format === 'xlsx') await writeFile(out, await workbookFile(tables));
  else if (format === 'json') {
    const objects = tables.map(
      ({ kind, rows: table }) => [kind, objectsOf(kind, table, ownFieldsOf(rows, kind))] as const,
    );
    const only = kinds.length === 1 ? objects[0]?.[1] : Object.fromEntries(objects);
    await writeFile(out, `${JSON.stringify(only, null, 2)}\n`);
  } else if (tables.length === 1) await writeFile(out, tableFile(tables[0]?.rows ?? [], ','));
  else {
    await makeFolder(out);
    for (const { kind, rows: table } of tables) await writeFile(path.join(out, `${kind}.csv`), tableFile(table, ','));
  }
}

export const exportCommand: Command = {
  name: 'export',
  usage: [
    `export STORE TABLE|all --format FORMAT --out FILE [--group ID] [--language ${languages.join('|')}]`,
    '                                          writes people, groups, numbers, devices or allocations as csv, xlsx or',
    '                                          json, or who can be called as vcf, yealink, snom or grandstream',
  ],
  run: async (words, print) => {
    const wanted = takeOption(words, '--format');
    const format = formats.find((one) => one === wanted);
    const out = takeOption(words, '--out');
    const group = takeOption(words, '--group');
    const language = takeLanguage(words);
    const [address, table] = takeWords(words, 'STORE', 'TABLE');
    if (format === undefined) throw new UsageError(`--format is one of ${formats.join(', ')}`);
    if (out === null) throw new UsageError('export needs --out');
    if (table !== 'all' && !isSheetKind(table)) throw new UsageError(`there is no table ${table}`);
    if (isPhoneBook(format) && table !== 'all' && table !== 'people')
      throw new UsageError('a phone book is written from people');
    const reading = await readLedger(address);
    if (!reading.ok) {
      print(JSON.stringify({ error: { code: 'STORE', place: JSON.stringify(reading.failure) } }));
      return 2;
    }
    const { model } = reading.value.replica;
    const groupId = group ?? model.account.rootId;
    if (model.row('groups', groupId) === undefined) {
      print(JSON.stringify({ error: { code: 'NOT_FOUND', place: `group ${groupId}` } }));
      return 2;
    }
    try {
      await write(model, groupId, table === 'all' ? sheetKinds : [table], format, language, out);
    } catch (error) {
      print(JSON.stringify({ error: { code: 'UNWRITABLE', place: error instanceof Error ? error.message : out } }));
      return 2;
    }
    return 0;
  },
};
