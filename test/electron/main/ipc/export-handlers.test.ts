import { succeeded } from '#core/kernel/result';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import * as XLSX from '@e965/xlsx';
import { readXlsx } from 'hucre';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { answerCall, type AnyHandler } from '../../../../electron/main/ipc/call';
import { exportHandlers, type AskedFile } from '../../../../electron/main/ipc/export-handlers';
import { channels } from '#core/ipc/channels';
import { temporaryFolder } from '../../../support/temporary-folder';

const ourWindow = { contentsId: 7, frameUrl: 'app://trellis/', isMainFrame: true };

/** Main with a person who chooses this file, or cancels. */
function main(chosen: string | null) {
  const asked: AskedFile[] = [];
  const handlers = exportHandlers({
    coming: () => Promise.resolve(succeeded(null)),
    askForFile: (file) => {
      asked.push(file);
      return Promise.resolve(chosen);
    },
  });
  const save = (request: unknown, sender = ourWindow) =>
    answerCall(
      { definition: channels['exports.save'], handler: handlers['exports.save'] as AnyHandler, sender, request },
      { isOurWindow: (id) => id === 7, origin: 'app://trellis' },
      (error) => {
        throw error;
      },
    );
  return { asked, save };
}

function aTable(
  rows: readonly (readonly string[])[],
  more: { readonly name?: string; readonly separator?: ',' | ';' } = {},
) {
  return { what: 'table', name: 'Portfolio of Aurora', separator: ',', rows, ...more };
}

describe('saving a table', () => {
  it('is a workbook where the person chose one, in which everything stays text', async () => {
    const file = path.join(await temporaryFolder(), 'portfolio.xlsx');
    const rows = [
      ['Complex', 'Number'],
      ['=A1', '+4930901801'],
      ['007', ''],
    ];
    expect(await main(file).save(aTable(rows))).toEqual({ ok: true, value: { entries: 2 } });
    const { sheets } = await readXlsx(Uint8Array.from(readFileSync(file)));
    expect(sheets[0]?.rows.map((row) => row.map((cell) => cell ?? ''))).toEqual(rows);
  });

  it('brings back a name in which a workbook would see a character by its number', async () => {
    const file = path.join(await temporaryFolder(), 'panels.xlsx');
    const rows = [
      ['Name_x0041_', 'Panel'],
      ['AP_x00AB_1', '_x005F_x0041_x0042_'],
    ];
    await main(file).save(aTable(rows));
    const bytes = readFileSync(file);
    expect((await readXlsx(Uint8Array.from(bytes))).sheets[0]?.rows).toEqual(rows);
    const sheet = Object.values(XLSX.read(bytes).Sheets)[0];
    expect(XLSX.utils.sheet_to_json(sheet ?? {}, { header: 1 })).toEqual(rows);
  });

  it('writes what is shown where the person chose, so that a spreadsheet reads it back', async () => {
    const file = path.join(await temporaryFolder(), 'portfolio.csv');
    const rows = [
      ['Complex', 'Left'],
      ['Sunrise, "old" part', '12'],
      ['Zur Mühle\nHof', '0'],
    ];
    const { save, asked } = main(file);
    expect(await save(aTable(rows))).toEqual({ ok: true, value: { entries: 2 } });
    expect(asked).toEqual([
      {
        title: 'Export a table',
        kind: 'For other systems (CSV)',
        name: 'Portfolio of Aurora.csv',
        extension: 'csv',
        others: [{ kind: 'For people and spreadsheets (XLSX)', extension: 'xlsx' }],
      },
    ]);
    const written = readFileSync(file);
    expect([...written.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    expect(Papa.parse(written.toString('utf8').slice(1), { skipEmptyLines: true }).data).toEqual(rows);
  });

  it('puts the sign between cells that the language uses, and quotes every cell', async () => {
    const file = path.join(await temporaryFolder(), 'german.csv');
    await main(file).save(
      aTable(
        [
          ['Anlage', 'Übrig'],
          ['A; B', '3'],
        ],
        { separator: ';' },
      ),
    );
    expect(readFileSync(file, 'utf8')).toBe('\uFEFF"Anlage";"Übrig"\r\n"A; B";"3"\r\n');
  });

  it.each(['=1+1', '+4930555+1', '-2+3', '@SUM(A1)', '\t=1', ' =1', '=1\n2', '＝1', '\r+1'])(
    'keeps a spreadsheet from calculating %j',
    async (cell) => {
      const file = path.join(await temporaryFolder(), 'guarded.csv');
      await main(file).save(aTable([['Name'], [cell]]));
      const [, [read]] = Papa.parse(readFileSync(file, 'utf8').slice(1), { skipEmptyLines: true, newline: '\r\n' })
        .data as [unknown, [string]];
      expect(read).toBe(`'${cell}`);
    },
  );

  it('writes a phone number as it is, since nothing can be calculated from it', async () => {
    const file = path.join(await temporaryFolder(), 'numbers.csv');
    await main(file).save(aTable([['Number'], ['+4930555']]));
    expect(readFileSync(file, 'utf8')).toBe('\uFEFF"Number"\r\n"+4930555"\r\n');
  });

  it('suggests a name that leads nowhere, whatever the table is called', async () => {
    const { save, asked } = main(null);
    for (const name of ['../../etc/passwd', 'C:\\autorun.exe', '...', 'a\u0000b.sh'])
      await save(aTable([['A'], ['1']], { name }));
    expect(asked.map(({ name }) => name)).toEqual(['etc passwd.csv', 'C autorun.exe.csv', 'Trellis.csv', 'a b.sh.csv']);
  });

  it('leaves no trace where the person cancels, and asks nobody where there is nothing to write', async () => {
    const { save, asked } = main(null);
    expect(await save(aTable([['A'], ['1']]))).toEqual({ ok: true, value: null });
    expect(await save(aTable([['A']]))).toEqual({ ok: true, value: { entries: 0 } });
    expect(asked).toHaveLength(1);
  });

  it('replaces a file as a whole; what cannot be written stays as it was, and nothing else is left behind', async () => {
    const folder = await temporaryFolder();
    const own = path.join(folder, 'own');
    mkdirSync(own);
    const file = path.join(own, 'kept.csv');
    writeFileSync(file, 'before');
    await main(file).save(aTable([['A'], ['1']]));
    expect(readFileSync(file, 'utf8')).toBe('\uFEFF"A"\r\n"1"\r\n');
    // A folder stands where the file should go.
    expect(await main(own).save(aTable([['A'], ['1']]))).toMatchObject({ ok: false, failure: { kind: 'unwritable' } });
    expect(await main('/nowhere/at/all.csv').save(aTable([['A'], ['1']]))).toMatchObject({
      ok: false,
      failure: { kind: 'unwritable' },
    });
    expect(readdirSync(own)).toEqual(['kept.csv']);
    expect(readdirSync(folder).filter((name) => name.endsWith('.tmp'))).toEqual([]);
  });

  it.each<[string, unknown]>([
    ['names a path', { ...aTable([['A'], ['1']]), path: '/etc/passwd' }],
    ['has cells that are no text', aTable([['A'], [1 as unknown as string]])],
    ['has another separator', aTable([['A'], ['1']], { separator: '\n' as ',' })],
    ['has no rows at all', aTable([])],
    ['has a cell beyond all bounds', aTable([['A'], ['x'.repeat(10_001)]])],
    ['is of another kind', { what: 'program', name: 'x', text: '' }],
  ])('refuses a request that %s, before anybody is asked', async (_case, request) => {
    const { save, asked } = main(path.join(await temporaryFolder(), 'refused.csv'));
    expect(await save(request)).toMatchObject({ ok: false, failure: { kind: 'bad-request' } });
    expect(asked).toEqual([]);
  });

  it('refuses whoever is not the window', async () => {
    const { save, asked } = main(path.join(await temporaryFolder(), 'refused.csv'));
    expect(await save(aTable([['A'], ['1']]), { ...ourWindow, isMainFrame: false })).toEqual({
      ok: false,
      failure: { kind: 'not-allowed' },
    });
    expect(asked).toEqual([]);
  });
});

describe('saving a calendar', () => {
  it('is for the open account only', async () => {
    expect(await main(null).save({ what: 'calendar', ledger: 'another' })).toEqual({
      ok: false,
      failure: { kind: 'unknown-ledger' },
    });
  });
});
