import { describe, expect, it } from 'vitest';
import { writeXlsx } from 'hucre';
import { AccountInAFolder } from '../../support/a-shared-account';
import { awkwardAccount } from '../../support/awkward-account';

type Content = string | Uint8Array | (() => Promise<Uint8Array>);

function utf16(text: string, mark: boolean): Uint8Array {
  return Buffer.concat([Buffer.from(mark ? [0xff, 0xfe] : []), Buffer.from(text, 'utf16le')]);
}
function bigEndian(text: string): Uint8Array {
  return Buffer.from(text, 'utf16le').swap16();
}

/** What a file is, and what becomes of its rows: `state` or the code of the first problem, by row. */
type AwkwardFile = readonly [what: string, content: Content, rows: readonly string[], options?: readonly string[]];
const files: readonly AwkwardFile[] = [
  ['UTF-16 with its mark', utf16('Name\tE-mail\r\nJürgen\tj@example.org\r\n', true), ['2 new']],
  ['UTF-16 without a mark', utf16('Name;E-Mail\nJürgen;j@example.org\n', false), ['2 new']],
  ['UTF-16, high byte first', bigEndian('Name;E-Mail\nJürgen;j@example.org\n'), ['2 new']],
  ['a byte order mark before the headings', '\uFEFFName;E-Mail\nAnna;a@example.org\n', ['2 new']],
  ['line breaks of an old Mac', 'Name;E-Mail\rAnna;a@example.org\rBen;b@example.org\r', ['2 new', '3 new']],
  ['headings with stars, brackets and signs', '#Name*;E-Mail [privat]\nAnna;a@example.org\n', ['2 new']],
  ['bars between cells', 'Name|E-mail|Role\nAnna, B.|a@example.org|Resident\n', ['2 new']],
  ['a separator that is told', 'sep=|\nName|E-mail\nAnna|a@example.org\n', ['3 new']],
  ['headings in German, in another order', 'Rolle;Nachname;Vorname\nBewohner;Berg;Anna\n', ['2 new']],
  [
    'the headings again on every page',
    'Name;E-Mail\nAnna;a@example.org\nName;E-Mail\nBen;b@example.org\n',
    ['2 new', '4 new'],
  ],
  ['totals in several lines', 'Name;Telefon\nAnna;030 901805\nZwischensumme;1\nGesamt: 1;\n', ['2 new']],
  ['a cell too many', 'Name;E-Mail\nMüller; Anna;a@example.org\n', ['2 BEYOND_HEADINGS']],
  ['cells too few', 'Name;E-Mail;Telefon\nAnna\nBen;b@example.org\n', ['2 new', '3 new']],
  ['two columns for one field', 'Name;E-Mail;Mail\nAnna;a@example.org;other@example.org\n', ['2 new']],
  [
    'cells that the spreadsheet had no value for',
    'Name;Telefon\n#REF!;1\n#NV;2\nErr:502;3\n',
    ['2 ERROR_VALUE', '3 ERROR_VALUE', '4 ERROR_VALUE'],
  ],
  ['an error where nobody looks', 'Name;Quadratmeter\nAnna;#REF!\n', ['2 new']],
  ['numbers with their digits gone', 'Nummer\n4.93012E+11\n4,93012E+11\n', ['2 SCIENTIFIC', '3 SCIENTIFIC']],
  [
    'a serial of sixteen digits in CSV',
    'Seriennummer;Modell\n1234567890123456;A\n"1234567890123457";B\n',
    ['2 TOO_MANY_DIGITS', '3 new'],
  ],
  [
    'quotes that never close',
    'Name;E-Mail\n"Anna;a@example.org\n"Ben;b@example.org\n',
    ['2 QUOTE_NOT_CLOSED', '3 QUOTE_NOT_CLOSED'],
  ],
  [
    'a quote that would take in a row',
    'Name,E-mail\nAnna,"a@example.org\nBen,b@example.org"\n',
    ['2 QUOTE_NOT_CLOSED', '3 new'],
  ],
  ['inches in a name', 'Seriennummer;Modell\nX-1;Panel 7"\nX-2;Panel 10"\n', ['2 new', '3 new']],
  ['a line break inside of quotes', 'Name;E-Mail\n"Anna\nBerg";a@example.org\nBen;b@example.org\n', ['2 new', '3 new']],
  [
    'days that say too little',
    'Pool;Lizenz;Menge;Gültig bis\nSunrise;Link Plus;4;03/04/2027\nSunrise;Link Plus;4;46112\n',
    ['2 AMBIGUOUS_DAY', '3 INVALID'],
  ],
  [
    'amounts with dots and none',
    'Pool;Lizenz;Menge\nSunrise;Link Plus;1.000.000\nSunrise;Ringover Smart;viele\n',
    ['2 POOL_EXCEEDED', '3 INVALID'],
  ],
  ['a place that is there twice', 'Name;Gruppe\nAnna;Haus 9\nBen;Haus 3 › Wohnung 3/4\n', ['2 NOT_FOUND', '3 new']],
  [
    'card of an address book with folded lines',
    'BEGIN:VCARD\r\nVERSION:4.0\r\nFN:Anna\r\n  Berg\r\nTEL;VALUE=uri;TYPE="voice,cell":tel:+49-171-1234568\r\nEND:VCARD\r\n',
    ['1 new'],
  ],
  [
    'group addresses with one name column',
    'Group name;Address;Central\nErdgeschoss;0/-/-;\nKüche;0/1/-;\nLicht;0/1/1;\n',
    ['2 new', '3 new'],
    ['--group', 'h3'],
  ],
  [
    'Google users with paths of groups',
    'First Name [Required],Last Name [Required],Email Address [Required],Password [Required],Org Unit Path [Required]\nAnna,Berg,a@example.org,secret,/Sunrise/Haus 3\n',
    ['2 new'],
  ],
  [
    'Entra with its version above and keys in brackets',
    'version:v1.0\nName [displayName] Required,User name [userPrincipalName] Required,Initial password [passwordProfile] Required\nAnna Berg,a@example.org,secret\n',
    ['3 new'],
  ],
  [
    'Vodia with a sign before its first heading',
    '#alias;first_name;last_name;cell;email;mb_pin\n77;Anna;Berg;0171 1234568;a@example.org;1234\n',
    ['2 new'],
  ],
  [
    '2N with one heading twice',
    'EmployeeID,User Name,User Mail,Phone Number 1,Group Call,Phone Number 2,Group Call,Virtual Number,Switch Code\n1,Anna Berg,a@example.org,030 901805,0,,0,78,99\n',
    ['2 new'],
  ],
  [
    'a template of Microsoft in another language',
    'Nom d’utilisateur,Prénom,Nom,Nom complet,Poste,Service,Bureau,Tél. bureau,Tél. mobile,Télécopie,Autre adresse,Adresse,Ville,Région,Code,Pays\na@example.org,Anna,Berg,Anna Berg,,,,030 901805,,,,,,,,\n',
    ['2 new'],
  ],
  [
    'a workbook with numbers as numbers',
    () =>
      writeXlsx({
        sheets: [
          { name: 'Notes', rows: [['nothing here']] },
          {
            name: 'Numbers',
            rows: [['Nummer'], [4_930_901_805], [1.2345678901234567e15], ['+4930901801']],
            columns: [{ style: { numFmt: '0' } }],
          },
        ],
      }),
    ['2 new', '3 TOO_MANY_DIGITS', '4 same'],
  ],
];

describe('an awkward file', () => {
  it.each(files.map((file) => [file[0], file] as const))('is read for what it is: %s', async (_what, file) => {
    const [, content, expected, options = []] = file;
    const account = await AccountInAFolder.made(awkwardAccount);
    const before = await account.digest();
    const { answer, error } = await account.import(
      typeof content === 'function' ? await content() : content,
      ...options,
    );
    expect(error).toBeUndefined();
    expect(answer.rows.map(({ row, state, problems }) => `${String(row)} ${problems?.[0]?.code ?? state}`)).toEqual(
      expected,
    );
    expect(JSON.stringify(answer)).not.toContain('secret');
    expect(await account.digest()).toBe(before);
  });
});
