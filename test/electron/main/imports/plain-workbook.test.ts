import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { unzipSync, zipSync } from 'fflate';
import { readXlsx, writeXlsx, type Sheet } from 'hucre';
import { describe, expect, it } from 'vitest';
import { workbookFile } from '../../../../electron/main/exports/workbook-file';
import { readPlainWorkbook } from '../../../../electron/main/imports/plain-workbook';

const given = path.resolve(import.meta.dirname, '..', '..', '..', 'support', 'files', 'xlsx');

/** What rows are made of: the rest of a sheet nobody looks at. */
function seen({ name, rows, rowDefs, merges, hidden, veryHidden }: Sheet): unknown {
  const hiddenRows = [...(rowDefs ?? [])].flatMap(([row, { hidden: isHidden }]) => (isHidden === true ? [row] : []));
  // Cells behind the last that has something count for nobody.
  const filled = rows.map((row) => {
    const values = [...row];
    while (values.length > 0 && (values.at(-1) ?? '') === '') values.pop();
    return values;
  });
  return { name, rows: filled, hiddenRows, merges: merges ?? [], isHidden: hidden === true || veryHidden === true };
}

/** Reads a workbook by its cells' pattern, and expects that the library reads it so: true where the pattern fitted. */
async function readsAlike(bytes: Uint8Array): Promise<boolean> {
  const plain = await readPlainWorkbook(new Map(Object.entries(unzipSync(bytes))));
  if (plain === null) return false;
  const { sheets } = await readXlsx(bytes);
  expect(plain.map(seen)).toEqual(sheets.map(seen));
  return true;
}

const encoder = new TextEncoder();
const styles = `<styleSheet><cellXfs><xf numFmtId="0"/><xf numFmtId="49"/><xf numFmtId="14"/><xf numFmtId="165"/></cellXfs></styleSheet>`;

const around = writeXlsx({ sheets: [{ name: 'People', rows: [['x']] }] });

/** A workbook of one sheet, whose XML and shared texts are written by hand. */
async function workbook(sheetXml: string, texts = '<si><t>Anna</t></si>'): Promise<Uint8Array> {
  const parts = unzipSync(await around);
  const [sheet = ''] = Object.keys(parts).filter((name) => name.startsWith('xl/worksheets/') && name.endsWith('.xml'));
  return zipSync(
    {
      ...parts,
      [sheet]: encoder.encode(sheetXml),
      'xl/sharedStrings.xml': encoder.encode(`<?xml version="1.0"?><sst count="1">${texts}</sst>`),
      'xl/styles.xml': encoder.encode(styles),
    },
    { level: 0 },
  );
}

function sheetOf(cells: string): string {
  return `<?xml version="1.0"?><worksheet><dimension ref="A1"/><sheetData>${cells}</sheetData></worksheet>`;
}

describe('a workbook of plain cells', () => {
  it('is read as the library reads it, with gaps, hidden rows, merged cells and letters of every kind', async () => {
    const rows = [
      ['Name', 'E-mail', 'Note'],
      ['Müller & Söhne <b>', '', ' two  spaces '],
      [],
      ['_x0041_ "quoted"', 'Ö😀', '00042'],
    ];
    expect(await readsAlike(await workbookFile([{ name: 'A', contents: ['text', 'text', 'text'], rows }]))).toBe(true);
    const sheets = [
      {
        name: 'Numbers',
        rows: [
          ['Name', 'Count'],
          ['Anna', 4.5],
          ['Ben', true],
          [null, -3],
        ],
      },
      { name: 'Empty', rows: [] },
      { name: 'Hidden', rows: [['x']], hidden: true, merges: [{ startRow: 0, startCol: 0, endRow: 0, endCol: 3 }] },
    ];
    expect(await readsAlike(await writeXlsx({ sheets }))).toBe(true);
    const written = [
      '<row r="1" spans="1:2" ht="20" customHeight="1"><c r="A1" s="1" t="s"><v>0</v></c><c r="B1" s="3"/></row>',
      '<row r="3" hidden="1"><c r="C3" t="inlineStr"><is><t xml:space="preserve"> a&amp;&#66; </t></is></c></row><row r="4"/>',
      '\n<row r="6" x14ac:dyDescent="0.25">\n<c r="B6" t="str"><v>_x0042_</v></c><c r="D6"><v>1E3</v></c></row>\n',
    ];
    expect(await readsAlike(await workbook(sheetOf(written.join(''))))).toBe(true);
  });

  it('is left to the library as soon as one cell is anything else', async () => {
    const cells = [
      '<c r="A1"><f>1+1</f><v>2</v></c>',
      '<c r="A1" s="2"><v>45000</v></c>',
      '<c r="A1" s="3"><v>42</v></c>',
      '<c r="A1" t="e"><v>#REF!</v></c>',
      '<c r="A1" t="s"><v>7</v></c>',
      '<c r="A2" t="s"><v>0</v></c>',
      '<c t="s"><v>0</v></c>',
      '<c r="A1" t="inlineStr"><is><r><t>a</t></r></is></c>',
      '<c r="A1" t="str"><v><![CDATA[a]]></v></c>',
      '<c r="B1"><v>1</v></c><c r="A1"><v>1</v></c>',
      '<c r="A1" t="d"><v>2026-06-01</v></c>',
      '<!-- --><c r="A1"><v>1</v></c>',
    ];
    for (const one of cells)
      expect([one, await readsAlike(await workbook(sheetOf(`<row r="1">${one}</row>`)))]).toEqual([one, false]);
    const rich = await workbook(sheetOf('<row r="1"><c r="A1" t="s"><v>0</v></c></row>'), '<si><r><t>a</t></r></si>');
    expect(await readsAlike(rich)).toBe(false);
  });

  it.each(readdirSync(given))('reads %s as the library does, or leaves it to it', async (name) => {
    await readsAlike(readFileSync(path.join(given, name)));
  });

  it('reads any cells as the library does, or leaves them to it', async () => {
    const part = fc.constantFrom(
      ...[
        '<row r="1">',
        '<row r="2" hidden="true">',
        '<row r="3"/>',
        '<row>',
        '</row>',
        '</row>',
        '\n',
        '<x/>',
        'text',
      ],
      ...['<c r="A1" t="s">', '<c r="B1" t="s">', '<c r="A2">', '<c r="AB2" s="1">', '<c r="C2" s="2">', '<c r="A3"/>'],
      ...[
        '<c r="D2" t="str">',
        '<c r="D1" t="inlineStr">',
        '<c r="E1" t="b">',
        '<c r="a1">',
        '<c r="A1" t="q">',
        '<c>',
      ],
      ...[
        '<v>0</v></c>',
        '<v>0</v></c>',
        '<v></v></c>',
        '<v/></c>',
        '<v>1</v></c>',
        '<v>a&lt;_x0041_&#x42;&b;</v></c>',
      ],
      ...[
        '<is><t>a</t></is></c>',
        '<is><t> </t></is></c>',
        '</c>',
        '<v>0x10</v></c>',
        '<v> 1</v></c>',
        '<v>-1e2</v></c>',
      ],
    );
    let plain = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(part, { maxLength: 12 }), fc.boolean(), async (parts, isWrapped) => {
        const cells = isWrapped ? `<row r="1">${parts.join('')}</row>` : parts.join('');
        const bytes = await workbook(sheetOf(cells));
        if (await readsAlike(bytes)) plain += 1;
      }),
      { numRuns: 500 },
    );
    expect(plain).toBeGreaterThan(5);
  });
});
