import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readSheet } from '#core/sheets/columns';
import { readSeparated } from '#core/sheets/separated-text';
import { vcardTable } from '#core/sheets/vcard';
import { etsXmlTable } from '#core/sheets/ets';

const someCell = fc.string({ unit: fc.constantFrom('a', 'ß', '"', "'", ',', ';', '\t', ' ', '\n', '1', '=', '-') });
const someTable = fc
  .integer({ min: 2, max: 4 })
  .chain((width) =>
    fc.array(fc.array(someCell, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 6 }),
  );

function quoted(table: readonly (readonly string[])[], separator: string): string {
  return table.map((row) => row.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(separator)).join('\r\n');
}

describe('text with separators', () => {
  it('that is well quoted reads as it was written', () => {
    fc.assert(
      fc.property(someTable, fc.constantFrom(',', ';', '\t', '|'), (table, separator) => {
        const read = readSeparated(quoted(table, separator), separator).table.rows.map(({ cells }) => cells);
        expect(read).toEqual(table);
      }),
    );
  });

  it('never loses a line to a cell, whatever quotes stand in it', () => {
    fc.assert(
      fc.property(
        fc.array(fc.stringMatching(/^[a-z"]{0,8}$/), { minLength: 1, maxLength: 8 }),
        fc.constantFrom(',', ';', '\t'),
        (names, separator) => {
          const lines = names.map((name, index) => `${name}${separator}row${String(index)}@example.org`);
          const { rows } = readSeparated([`Name${separator}E-mail`, ...lines].join('\n')).table;
          for (const [index] of names.entries()) {
            const mark = `row${String(index)}@example.org`;
            const holders = rows.filter(({ cells }) => cells.some((cell) => cell.includes(mark)));
            expect(holders).toHaveLength(1);
            const inOneCell = holders[0]?.cells.filter((cell) => /row\d.*row\d/s.test(cell)) ?? [];
            expect(inOneCell).toEqual([]);
          }
        },
      ),
      { numRuns: 400 },
    );
  });

  it('of any kind is read or left without falling, and nothing of it is lost', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
        const { table } = readSeparated(text);
        readSheet(table);
        readSheet(table, { kind: 'people', order: ['name'] });
        vcardTable(text);
        etsXmlTable(text);
        const letters = (given: string): string => given.replace(/[^a-z]/gi, '');
        if (!/^\uFEFF?"?sep=/i.test(text))
          expect(letters(table.rows.flatMap(({ cells }) => cells).join(''))).toBe(letters(text));
      }),
      { numRuns: 500 },
    );
  });
});
