// @vitest-environment jsdom
import { execFile } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { sheetKinds } from '#core/sheets/fields';
import { readSeparated } from '#core/sheets/separated-text';
import { readHtmlTable } from '../../renderer/src/parts/spreadsheet/read-html-table';
import { writeHtmlTable } from '../../renderer/src/ui/table-clipboard';
import { tableFile } from '../../electron/main/exports/table-file';
import { AccountInAFolder, trellis } from '../support/a-shared-account';
import { awkwardAccount } from '../support/awkward-account';
import { temporaryFolder } from '../support/temporary-folder';

// The page that reads the clipboard brings bytes of its own kind; those of files are Node's.
Object.assign(globalThis, { Uint8Array: Object.getPrototypeOf(Buffer) as unknown });

const execute = promisify(execFile);

/** Opens a file in LibreOffice and saves it there, as a person would who changes nothing. */
async function saved(folder: string, name: string, to: string, ...filter: readonly string[]): Promise<Uint8Array> {
  await execute(
    'soffice',
    [
      `-env:UserInstallation=file://${join(folder, 'profile')}`,
      '--headless',
      ...filter,
      '--convert-to',
      to,
      '--outdir',
      join(folder, 'saved'),
      join(folder, name),
    ],
    { timeout: 120_000 },
  );
  const extension = to.split(':')[0] ?? to;
  return readFile(join(folder, 'saved', name.replace(/\.\w+$/, `.${extension}`)));
}

/** What LibreOffice asks when it opens CSV, answered with comma, UTF-8, and quoted cells as text. */
const quotedIsText = '--infilter=CSV:44,34,76,1,,0,true,false';
const asCsv = 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false';

async function states(account: AccountInAFolder, bytes: Uint8Array, kind: string): Promise<unknown> {
  const { answer, error } = await account.import(bytes, '--kind', kind);
  return error ?? { ...answer.counts, wrongRows: answer.rows.filter(({ state }) => state !== 'same') };
}
const nothingToDo = { new: 0, changed: 0, wrong: 0, wrongRows: [] };

describe.each(sheetKinds)('a table with %s that LibreOffice has saved', (kind) => {
  it('as workbook is nothing to do', async () => {
    const account = await AccountInAFolder.made(awkwardAccount);
    const folder = await temporaryFolder();
    await trellis('export', account.address, kind, '--format', 'xlsx', '--out', join(folder, 'table.xlsx'));
    expect(await states(account, await saved(folder, 'table.xlsx', 'xlsx'), kind)).toMatchObject(nothingToDo);
  });
  it('as CSV, opened with quoted cells as text, is nothing to do', async () => {
    const account = await AccountInAFolder.made(awkwardAccount);
    const folder = await temporaryFolder();
    await trellis('export', account.address, kind, '--format', 'csv', '--out', join(folder, 'table.csv'));
    expect(await states(account, await saved(folder, 'table.csv', asCsv, quotedIsText), kind)).toMatchObject(
      nothingToDo,
    );
  });
  it('from the clipboard, and back on it, is nothing to do', async () => {
    const account = await AccountInAFolder.made(awkwardAccount);
    const folder = await temporaryFolder();
    await trellis('export', account.address, kind, '--format', 'csv', '--out', join(folder, 'table.csv'));
    const table = readSeparated(await readFile(join(folder, 'table.csv'), 'utf8'), ',').table.rows.map(({ cells }) =>
      cells.map((cell) => cell.replace(/^'(?=[=+\-@])/, '')),
    );
    await writeFile(join(folder, 'pasted.html'), writeHtmlTable(table));
    const pasted = await saved(folder, 'pasted.html', 'xlsx', '--infilter=HTML (StarCalc)');
    expect(await states(account, pasted, kind)).toMatchObject(nothingToDo);
    await writeFile(join(folder, 'copied.xlsx'), pasted);
    const copied = await saved(folder, 'copied.xlsx', 'html:HTML (StarCalc)');
    const back = readHtmlTable(Buffer.from(copied).toString('utf8'));
    const rows = (back?.rows ?? []).map(({ cells }) => cells);
    expect(await states(account, Buffer.from(tableFile(rows, ',')), kind)).toMatchObject(nothingToDo);
  });
});
