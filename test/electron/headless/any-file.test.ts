import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { writeXlsx } from 'hucre';
import { kindOfBytes } from '../../../electron/main/imports/file-kind';
import { readTables } from '../../../electron/main/imports/read-file';
import { zipOf } from '../../support/zip-of';
import { AccountInAFolder } from '../../support/a-shared-account';
import { awkwardAccount } from '../../support/awkward-account';

const starts = [
  'PK\x03\x04',
  '%PDF-',
  'BEGIN:VCARD\n',
  '<?xml ',
  'sep=;\n',
  '\xFF\xFE',
  '\xEF\xBB\xBF',
  'Name;E-Mail\n',
  '',
];

describe('a file of any bytes', () => {
  it('is answered, and nothing falls', async () => {
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...starts), fc.uint8Array({ maxLength: 400 }), async (start, rest) => {
        const bytes = Buffer.concat([Buffer.from(start, 'latin1'), rest]);
        const read = await readTables(bytes);
        if (!read.ok) expect(read.failure.code).toMatch(/^[A-Z_]+$/);
        else expect(read.value.tables.length).toBeGreaterThan(0);
      }),
      { numRuns: 300 },
    );
  });

  it('changes nothing in the account, whatever its cells are', async () => {
    const account = await AccountInAFolder.made(awkwardAccount);
    const digest = await account.digest();
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(fc.string({ unit: 'binary', maxLength: 12 }), { minLength: 3, maxLength: 3 }), {
          minLength: 1,
          maxLength: 5,
        }),
        fc.constantFrom(
          'Name;E-Mail;Gruppe',
          'Nummer;Art;Genutzt von',
          'Seriennummer;Modell;Gruppe',
          'Pool;Lizenz;Menge',
        ),
        async (rows, headings) => {
          const body = rows.map((row) => row.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(';')).join('\n');
          const { code, answer, error } = await account.import(`${headings}\n${body}`);
          if (error === undefined) {
            expect(answer.rows.length + answer.leftOut.length).toBeLessThanOrEqual(rows.length);
            expect([0, 1]).toContain(code);
          } else expect(code).toBe(2);
        },
      ),
      { numRuns: 25 },
    );
    expect(await account.digest()).toBe(digest);
  }, 60_000);
});

describe('a ZIP', () => {
  it.each([
    [
      'more parts than a workbook has',
      'TOO_MANY_PARTS',
      () => zipOf(Array.from({ length: 201 }, (_, index) => [`p${String(index)}`, 'x'] as const)),
    ],
    [
      'too much when it is unpacked',
      'TOO_LARGE_UNPACKED',
      () => zipOf([['xl/big.xml', Buffer.alloc(65 * 1024 * 1024)]]),
    ],
    [
      'an OpenDocument spreadsheet',
      'ODS',
      () =>
        zipOf([
          ['mimetype', 'application/vnd.oasis.opendocument.spreadsheet'],
          ['content.xml', '<x/>'],
        ]),
    ],
    [
      'a binary workbook',
      'BINARY_EXCEL',
      () =>
        zipOf([
          ['[Content_Types].xml', '<x/>'],
          ['xl/workbook.bin', 'x'],
        ]),
    ],
    [
      'a text document',
      'WORD',
      () =>
        zipOf([
          ['[Content_Types].xml', '<x/>'],
          ['word/document.xml', '<x/>'],
        ]),
    ],
    ['something else', 'ARCHIVE', () => zipOf([['readme.txt', 'hello']])],
    ['a workbook without its sheets', 'DAMAGED', () => zipOf([['[Content_Types].xml', '<x/>']])],
  ])('with %s is named: %s', async (_what, code, make) => {
    expect(await readTables(await make())).toMatchObject({ ok: false, failure: { code } });
  });
  it('of which a byte was changed is damaged or read as it was, never as something else', async () => {
    const rows = [
      ['Name', 'E-mail'],
      ['Anna Berg', 'anna@example.org'],
    ];
    const bytes = await writeXlsx({ sheets: [{ name: 'People', rows }] });
    const before = await readTables(bytes);
    await fc.assert(
      fc.asyncProperty(fc.nat(bytes.length - 1), fc.integer({ min: 1, max: 255 }), async (at, by) => {
        const changed = Uint8Array.from(bytes);
        changed[at] = (changed[at] ?? 0) ^ by;
        const read = await readTables(changed);
        if (read.ok) expect(read).toEqual(before);
        else expect(read.failure.code).toMatch(/^[A-Z_]+$/);
      }),
      { numRuns: 150 },
    );
  }, 60_000);
  it('is told by its content, whatever its name', () => {
    expect(kindOfBytes(Buffer.from('PK\x03\x04rest', 'latin1'))).toEqual({ kind: 'zip' });
  });
});
