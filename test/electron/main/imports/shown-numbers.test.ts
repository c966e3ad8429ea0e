import { describe, expect, it } from 'vitest';
import { hasShapedNumbers } from '../../../../electron/main/imports/shown-numbers';

const styles = `<styleSheet><cellStyleXfs><xf numFmtId="164"/></cellStyleXfs><cellXfs count="3">
  <xf numFmtId="0"/><xf numFmtId='164' fontId="1"/><xf numFmtId="14"/></cellXfs></styleSheet>`;

function shaped(cells: string, parts: { readonly [name: string]: string } = {}): boolean {
  const all = new Map(
    Object.entries({
      'xl/styles.xml': styles,
      'xl/worksheets/sheet1.xml': `<worksheet><cols><col min="1"/></cols><sheetData><row r="1">${cells}</row></sheetData></worksheet>`,
      ...parts,
    }),
  );
  return hasShapedNumbers(new Map([...all].map(([name, text]) => [name, new TextEncoder().encode(text)])));
}

describe('a workbook', () => {
  it('needs the style of each cell where a number has a format of its own', () => {
    expect(shaped('<c r="A1" s="1"><v>42</v></c>')).toBe(true);
    expect(shaped('<c r="A1" s="1" t="n"><v>42</v></c>')).toBe(true);
    expect(shaped("<x:c r='A1' s='1'><x:v>42</x:v></x:c>")).toBe(true);
  });

  it('needs none where only texts, empty cells, days and plain numbers stand in it', () => {
    expect(shaped('<c r="A1" s="1" t="s"><v>0</v></c><c r="B1" s="1" t="inlineStr"><is><t>1</t></is></c>')).toBe(false);
    expect(shaped('<c r="A1" s="1"/><c r="B1" s="2"><v>45000</v></c><c r="C1"><v>42</v></c>')).toBe(false);
  });

  it('needs them where its styles are not what everybody writes', () => {
    expect(shaped('<c r="A1"><v>42</v></c>', { 'xl/other-styles.xml': styles })).toBe(true);
    expect(shaped('<c r="A1"><v>42</v></c>', { 'xl/styles.xml': '<styleSheet/>' })).toBe(true);
  });
});
