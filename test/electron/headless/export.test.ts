import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { languages } from '#core/kernel/language';
import { sheetKinds } from '#core/sheets/fields';
import { vcardTable } from '#core/sheets/vcard';
import { AccountInAFolder, trellis } from '../../support/a-shared-account';
import { awkwardAccount } from '../../support/awkward-account';
import { temporaryFolder } from '../../support/temporary-folder';

let account: AccountInAFolder;
let folder: string;
beforeEach(async () => {
  account = await AccountInAFolder.made(awkwardAccount);
  folder = await temporaryFolder();
});

async function exported(table: string, format: string, ...options: readonly string[]): Promise<string> {
  const out = join(folder, `out.${format}`);
  const { code } = await trellis('export', account.address, table, '--format', format, '--out', out, ...options);
  expect(code).toBe(0);
  return out;
}

describe('a table that leaves', () => {
  it.each(
    sheetKinds.flatMap((kind) =>
      ['csv', 'xlsx'].flatMap((format) => languages.map((language) => [kind, format, language] as const)),
    ),
  )('with %s as %s in %s changes nothing when it comes back', async (kind, format, language) => {
    const out = await exported(kind, format, '--language', language);
    const { code, answer } = await account.import(await readFile(out));
    expect({ code, kind: answer.kind, counts: { ...answer.counts, same: 0 } }).toEqual({
      code: 0,
      kind,
      counts: { new: 0, changed: 0, same: 0, wrong: 0, leftOut: 0 },
    });
    expect(answer.counts.same).toBeGreaterThan(1);
  });

  it('as CSV has every cell quoted, phone numbers as they are, and nothing that a spreadsheet could run', async () => {
    const people = await readFile(await exported('people', 'csv'), 'utf8');
    expect(people).toContain('"+4930901801"');
    expect(people).toContain(`"'=SUM(A1)"`);
    const lines = people.trim().split('\r\n');
    expect(lines.every((line) => /^\uFEFF?"(?:[^"]|"")*"(?:,"(?:[^"]|"")*")*$/.test(line))).toBe(true);
    const devices = await readFile(await exported('devices', 'csv'), 'utf8');
    expect(devices).toContain(`"'=A1"`);
  });

  it('holds the whole account as one workbook, from which each table can be read', async () => {
    const bytes = await readFile(await exported('all', 'xlsx'));
    for (const kind of sheetKinds) {
      const { answer } = await account.import(bytes, '--kind', kind);
      expect({ kind, ...answer.counts, same: 0 }).toEqual({ kind, new: 0, changed: 0, same: 0, wrong: 0, leftOut: 0 });
    }
  });

  it('as CSV of everything is a folder with a file each, and as JSON one object', async () => {
    const out = join(folder, 'tables');
    await trellis('export', account.address, 'all', '--format', 'csv', '--out', out);
    expect((await readdir(out)).sort()).toEqual(sheetKinds.map((kind) => `${kind}.csv`).sort());
    const json = JSON.parse(await readFile(await exported('all', 'json'), 'utf8')) as {
      readonly people: readonly object[];
    };
    expect(json.people).toContainEqual(expect.objectContaining({ name: 'Müller, Anna', phone: '+4930901801' }));
  });

  it('is only of the group that is named', async () => {
    const people = await readFile(await exported('people', 'json', '--group', 'h3'), 'utf8');
    expect((JSON.parse(people) as readonly { readonly id: string }[]).map(({ id }) => id)).toEqual(['anna', 'formula']);
  });
});

describe('a phone book', () => {
  it('as cards is read back with the same names and numbers', async () => {
    const text = await readFile(await exported('people', 'vcf'), 'utf8');
    expect(text.split('\r\n').every((line) => Buffer.byteLength(line) <= 75)).toBe(true);
    const rows = vcardTable(text).rows.slice(1);
    expect(rows.map(({ cells }) => cells[0])).toContain('Müller, Anna');
    expect(rows.find(({ cells }) => cells[0] === 'Müller, Anna')?.cells[2]).toBe('tel:+4930901803');
  });
  it.each([
    [
      'yealink',
      /<YealinkIPPhoneDirectory>[^]*<Name>Cole &amp; Sons &lt;Ltd&gt;<\/Name>\s*<Telephone>4711<\/Telephone>/,
    ],
    ['snom', /<SnomIPPhoneDirectory>\s*<Title>Account<\/Title>[^]*<Telephone>\+4930901803<\/Telephone>/],
    ['grandstream', /<AddressBook>[^]*<LastName>Anna<\/LastName>[^]*<phonenumber>\+4930901803<\/phonenumber>/],
  ])('for %s names everybody who has a number', async (format, expected) => {
    expect(await readFile(await exported('people', format), 'utf8')).toMatch(expected);
  });
});
