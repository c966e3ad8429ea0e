import { describe, expect, it } from 'vitest';
import { readTable } from '../../../../renderer/src/parts/spreadsheet/read-table';
import { writeHtmlTable, writeTabbed } from '../../../../renderer/src/ui/table-clipboard';

function cells(html: string, text = ''): readonly (readonly string[])[] {
  const read = readTable({ text, html });
  if (!read.ok) throw new Error(read.kind);
  return read.table.rows.map((row) => row.cells);
}

describe('a table of a page on the clipboard', () => {
  it('says days and texts exactly, as LibreOffice writes them', () => {
    const html = `<meta http-equiv="content-type" content="text/html; charset=utf-8"/><table cellspacing="0">
      <tr><td align="left">Name</td><td>Bis</td><td>Nummer</td><td>Code</td></tr>
      <tr><td align="left">Müller,
        Anna</td><td align="right" sdval="46387" sdnum="1031;0;TT.MM.JJ">31.12.26</td>
        <td align="left" sdnum="1033;0;@">+4930901801</td><td align="right" sdval="42" sdnum="1033;0;00000">00042</td></tr>
    </table>`;
    expect(cells(html, 'Name\tBis\nMüller, Anna\t31.12.26')).toEqual([
      ['Name', 'Bis', 'Nummer', 'Code'],
      ['Müller, Anna', '2026-12-31', '+4930901801', '00042'],
    ]);
  });
  it('keeps line breaks, and gives a merged cell to each of its rows', () => {
    expect(cells('<table><tr><td rowspan=2>Block A</td><td>1<br>2</td></tr><tr><td>3</td></tr></table>')).toEqual([
      ['Block A', '1\n2'],
      ['Block A', '3'],
    ]);
  });
  it('is what Trellis itself wrote', () => {
    const table = [
      ['Name', 'Number'],
      ['=SUM(A1)', '+4930901801'],
      ['"Anna" <Berg> & Co', '00123'],
    ];
    expect(cells(writeHtmlTable(table))).toEqual(table);
    expect(cells('', writeTabbed(table))).toEqual([table[0], ["'=SUM(A1)", '+4930901801'], table[2]]);
  });
  it('is left where it is no table, and tabs are never split at commas', () => {
    expect(cells('<p>Name Number</p>', 'Name\tNumber\nBerg, Anna\t1,2')).toEqual([
      ['Name', 'Number'],
      ['Berg, Anna', '1,2'],
    ]);
  });
});
