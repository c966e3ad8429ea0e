import { readFile } from 'node:fs/promises';
import { beforeEach, describe, expect, it } from 'vitest';
import { AccountInAFolder } from '../../support/a-shared-account';

const sunrise = [
  { do: 'group.create', args: { id: 'sunrise', parentId: 'root', kind: 'complex', name: 'Sunrise' } },
  { do: 'group.create', args: { id: 'h3', parentId: 'sunrise', kind: 'building', name: 'Haus 3' } },
  { do: 'group.create', args: { id: 'h4', parentId: 'sunrise', kind: 'building', name: 'Haus 4' } },
  { do: 'group.create', args: { id: 'w34', parentId: 'h3', kind: 'apartment', name: 'Wohnung 3/4', code: '304' } },
  { do: 'group.create', args: { id: 'w1', parentId: 'h4', kind: 'apartment', name: 'Wohnung 1' } },
  { do: 'block.add', args: { id: 'b1', groupId: 'root', typeId: 'ringover.smart', quantity: 1, source: 'purchase' } },
  { do: 'number.add', args: { id: 'n1', kind: 'landline', value: '+4930901801' } },
  { do: 'number.add', args: { id: 'n2', kind: 'landline', value: '+4930901802' } },
  {
    do: 'user.create',
    args: { id: 'ada', groupId: 'w34', name: 'Ada Albrecht', email: 'ada@example.org', phone: '+4930901801' },
  },
  { do: 'device.register', args: { id: 'd1', groupId: 'h3', serial: '0C:11:05:AA:BB:CC', model: 'Panel' } },
];

let account: AccountInAFolder;
beforeEach(async () => {
  account = await AccountInAFolder.made(sunrise);
});

async function names(): Promise<readonly string[]> {
  const opened = await account.open();
  const found = [...opened.replica.model.rows('users')].map(({ name }) => name).sort();
  await opened.close();
  return found;
}

describe('people from a file', () => {
  it('are two where a cell begins with a word in quotes', async () => {
    const rows = 'Name\tE-mail\n"Anna" Berg\ta@example.org\nBen Cole\tb@example.org\n';
    const { code, answer } = await account.import(rows, '--apply');
    expect(code).toBe(0);
    expect(answer.rows).toMatchObject([
      { row: 2, state: 'new' },
      { row: 3, state: 'new' },
    ]);
    expect(await names()).toEqual(['"Anna" Berg', 'Ada Albrecht', 'Ben Cole', 'Owner']);
  });
  it('of one column keep the comma in their name', async () => {
    const { answer } = await account.import('Name\nBerg, Anna\nCole, Ben\n', '--apply');
    expect(answer.counts).toMatchObject({ new: 2, wrong: 0 });
    expect(await names()).toEqual(['Ada Albrecht', 'Berg, Anna', 'Cole, Ben', 'Owner']);
  });
  it('have one name where first and last name stand apart', async () => {
    const { answer } = await account.import('First name\tLast name\tE-mail\nAnna\tBerg\ta@example.org\n', '--apply');
    expect(answer.columns).toEqual({ 'First name': 'firstName', 'Last name': 'lastName', 'E-mail': 'email' });
    expect(await names()).toContain('Anna Berg');
  });
  it('stand below a title and above a total, which are left out and said', async () => {
    const { answer } = await account.import(
      'Residents of Sunrise;;\n;;\nName;E-Mail;Rolle\nAnna Berg;a@example.org;Bewohner\nSumme: 1;;\n',
    );
    expect(answer).toMatchObject({
      counts: { new: 1, wrong: 0 },
      leftOut: [
        { row: 1, reason: 'aboveHeadings' },
        { row: 5, reason: 'total' },
      ],
      rows: [{ row: 4, state: 'new' }],
    });
  });
  it('are known although invisible characters stand in their names', async () => {
    const rows = `Name,E-mail\n\u200B,x@example.org\nAda Albrecht\u200B,ADA@example.org\n"Ben\nCole",mailto:b@example.org\nCara,c@example.org;\n`;
    const { answer } = await account.import(rows, '--apply');
    expect(answer.rows).toMatchObject([
      { row: 2, state: 'wrong', problems: [{ field: 'name', code: 'NAME_REQUIRED' }] },
      { row: 3, state: 'same', id: 'ada' },
      { row: 4, state: 'new' },
      { row: 5, state: 'new' },
    ]);
    const opened = await account.open();
    const emails = new Map([...opened.replica.model.rows('users')].map(({ name, email }) => [name, email]));
    await opened.close();
    expect(emails.get('Ben Cole')).toBe('b@example.org');
    expect(emails.get('Cara')).toBe('c@example.org');
  });
  it.each(['Haus 3 / Wohnung 3/4', 'Haus 3/Wohnung 3/4', 'Wohnung 3/4 ‹ Haus 3', 'Wohnung 3/4, Haus 3', '304'])(
    'are found in their apartment, written %s',
    async (place) => {
      const { answer } = await account.import(`Name;Wohnung\nAda Albrecht;${place}\n`, '--group', 'sunrise');
      expect(answer.rows).toMatchObject([{ state: 'same', id: 'ada' }]);
    },
  );
  it('make the groups that are missing only when that is wanted, and all is one act', async () => {
    const rows = 'Name;Gruppe\nAnna;Haus 5 / Wohnung 1\nBen;Haus 5 / Wohnung 2\n';
    expect((await account.import(rows, '--group', 'sunrise')).answer.counts).toMatchObject({ wrong: 2 });
    const { code, answer } = await account.import(rows, '--group', 'sunrise', '--make-groups', '--apply');
    expect({ code, made: answer.makesGroups }).toEqual({ code: 0, made: ['Haus 5', 'Wohnung 1', 'Wohnung 2'] });
    const opened = await account.open();
    const { model } = opened.replica;
    const commits = opened.replica.head?.seq;
    const place = [...model.rows('users')].find(({ name }) => name === 'Ben')?.groupId ?? '';
    const path = [...model.ancestry(place)].map((group) => `${group.kind} ${group.name}`);
    await opened.close();
    expect(path.slice(0, 3)).toEqual(['apartment Wohnung 2', 'building Haus 5', 'complex Sunrise']);
    expect(commits).toBe(3);
    expect((await account.import(rows, '--group', 'sunrise')).answer.counts).toMatchObject({ same: 2 });
  });
  it('are refused a license by the rules in order, with the pool and its numbers', async () => {
    const { code, answer } = await account.import('Name;Lizenz\nAnna;Ringover Smart\nBen;Ringover Smart\n');
    expect(code).toBe(1);
    expect(answer.rows).toMatchObject([
      { state: 'new' },
      {
        state: 'wrong',
        problems: [{ field: 'license', code: 'NO_LICENSE_AVAILABLE', params: { pool: 'root', limit: 1, needed: 2 } }],
      },
    ]);
  });
  it('change nothing when the same file comes again', async () => {
    const rows = 'Name;E-Mail;Telefon\nAnna;a@example.org;030 901805\nAda A.;ada@example.org;+49 (0)30 901801\n';
    const first = await account.import(rows, '--apply');
    expect(first.answer.rows[1]).toMatchObject({ state: 'changed', changes: { name: ['Ada Albrecht', 'Ada A.'] } });
    const again = await account.import(rows, '--apply');
    expect(again.answer.counts).toMatchObject({ new: 0, changed: 0, same: 2, wrong: 0 });
  });
  it('of another program lose their passwords before anything else', async () => {
    const rows =
      'Number,FirstName,LastName,EmailAddress,MobileNumber,AuthID,AuthPassword,PIN\n101,Anna,Berg,a@example.org,0171 1234567,x,hunter2,4711\n';
    const { answer } = await account.import(rows, '--apply');
    expect(answer).toMatchObject({ preset: '3cx', dropped: ['AuthID', 'AuthPassword', 'PIN'], counts: { new: 1 } });
    const opened = await account.open();
    const kept = JSON.stringify([...opened.replica.model.rows('users'), ...opened.replica.model.rows('numbers')]);
    await opened.close();
    expect(kept).toContain('+491711234567');
    expect(kept).toContain('"101"');
    expect(JSON.stringify(answer) + kept).not.toMatch(/hunter2|4711/);
  });
});

describe('numbers from a file', () => {
  it('are one however they are written, and never what a spreadsheet left of them', async () => {
    const rows = [
      'sep=;',
      'Nummer;Genutzt von',
      '+49 (0)30 901801;',
      '\u202A030\u200B 90\u00AD1802\u202C;',
      '030 901803 / 04;',
      '030 901804 Durchwahl 2;',
      '0301234;',
      '112;',
      '4,93012E+11;',
      'sip:anna.b@x;',
    ].join('\n');
    const { answer } = await account.import(rows);
    expect(answer.separator).toBe(';');
    expect(answer.rows.map(({ row, state, id, problems }) => [row, state, id ?? problems?.[0]?.code])).toEqual([
      [3, 'same', 'n1'],
      [4, 'same', 'n2'],
      [5, 'wrong', 'INVALID'],
      [6, 'wrong', 'INVALID'],
      [7, 'wrong', 'KIND_UNKNOWN'],
      [8, 'wrong', 'KIND_UNKNOWN'],
      [9, 'wrong', 'SCIENTIFIC'],
      [10, 'new', undefined],
    ]);
    expect(answer.rows[2]?.problems?.[0]?.params).toEqual({ problem: 'twoNumbers' });
    expect(answer.rows[3]?.problems?.[0]?.params).toEqual({ problem: 'extension' });
  });
  it.each([
    '+49—30—901801',
    '+49–30–901801',
    '＋４９３０９０１８０１',
    '+٤٩٣٠٩٠١٨٠١',
    '\u202A+4930901801\u202C',
    '+4930\u200B901\u00AD801',
    'tel:+49-30-901801',
    '0049 30 901801',
  ])('are read with signs that look right and are others: %s', async (typed) => {
    const { answer } = await account.import(`Nummer;Genutzt von\n${typed};\n`);
    expect(answer.rows).toMatchObject([{ row: 2, state: 'same', id: 'n1' }]);
  });
  it('of SIP differ where a dot or a digit stands elsewhere', async () => {
    const typed = ['sip:4711@10.1.11.1', 'sip:4711@10.11.1.1', 'sip:anna.b@x', 'sip:annab@x', 'SIP:annab@X:5060'];
    const { answer } = await account.import(`Nummer;Art\n${typed.map((one) => `${one};SIP\n`).join('')}`);
    expect(answer.rows.map(({ state }) => state)).toEqual(['new', 'new', 'new', 'new', 'wrong']);
    expect(answer.rows[4]?.problems?.[0]?.code).toBe('DUPLICATE_NUMBER');
  });
  it('that are short are of the kind that is said once for the column', async () => {
    const { code, answer } = await account.import('Nummer\n4711\n112\n', '--map', 'Nummer=value:sip', '--apply');
    expect({ code, counts: answer.counts }).toMatchObject({ code: 0, counts: { new: 2 } });
  });
});

describe('devices from a file', () => {
  it('are one in five spellings of a serial number', async () => {
    const spellings = ['0C:11:05:AA:BB:CD', '0c-11-05-aa-bb-cd', '0C11.05AA.BBCD', '0c1105aabbcd', '0C 11 05 AA BB CD'];
    const { answer } = await account.import(['Seriennummer', ...spellings].join('\n'));
    expect(answer.rows.map(({ state, problems }) => problems?.[0]?.code ?? state)).toEqual([
      'new',
      ...Array.from({ length: 4 }, () => 'DUPLICATE_SERIAL'),
    ]);
    const known = await account.import('Seriennummer\n0c-11-05-aa-bb-cc\n');
    expect(known.answer.rows).toMatchObject([{ state: 'same', id: 'd1' }]);
  });
});

describe('what was handed out, from a file', () => {
  it('asks once which of two days is meant', async () => {
    await account.act({ do: 'restriction.set', args: { groupId: 'sunrise', mode: 'own' } });
    const rows = 'Pool,License,Quantity,Valid until\nSunrise,Ringover Smart,1,03/04/2027\n';
    expect((await account.import(rows)).answer.rows).toMatchObject([
      { state: 'wrong', problems: [{ field: 'validUntil', code: 'AMBIGUOUS_DAY', typed: '03/04/2027' }] },
    ]);
    const { code } = await account.import(rows, '--map', 'Valid until=validUntil:dayFirst', '--apply');
    expect(code).toBe(0);
    const opened = await account.open();
    const blocks = [...opened.replica.model.rows('blocks')].map(({ validUntil }) => validUntil);
    await opened.close();
    expect(blocks).toContain('2027-04-03');
  });
});

describe('a building from ETS', () => {
  it('becomes floors and rooms, from CSV as from XML', async () => {
    const csv =
      '"Main";"Middle";"Sub";"Address"\r\n"Erdgeschoss";;;"0/-/-"\r\n;"Küche";;"0/0/-"\r\n;;"Licht";"0/0/1"\r\n;"Bad";;"0/1/-"\r\n"Obergeschoss";;;"1/-/-"\r\n';
    const { answer } = await account.import(csv, '--group', 'h3', '--apply');
    expect(answer).toMatchObject({
      kind: 'groups',
      preset: 'etsGroupAddresses3',
      counts: { new: 4, wrong: 0 },
      leftOut: [{ row: 4, reason: 'groupAddress' }],
    });
    const xml = `<?xml version="1.0" encoding="utf-8"?><GroupAddress-Export xmlns="http://knx.org/xml/ga-export/01">
      <GroupRange Name="Erdgeschoss" RangeStart="1" RangeEnd="2047">
        <GroupRange Name="Küche" RangeStart="1" RangeEnd="255"><GroupAddress Name="Licht" Address="0/0/1" /></GroupRange>
        <GroupRange Name="Flur &amp; Treppe" RangeStart="256" RangeEnd="511" />
      </GroupRange></GroupAddress-Export>`;
    const second = await account.import(xml, '--group', 'h3', '--apply');
    expect(second.answer.rows.map(({ state }) => state)).toEqual(['same', 'same', 'new']);
    const opened = await account.open();
    const { model } = opened.replica;
    const made = [...model.rows('groups')].filter(
      ({ parentId, id }) => model.isWithin(id, 'h3') && parentId !== 'sunrise',
    );
    await opened.close();
    expect(made.map(({ kind, name }) => `${kind} ${name}`).sort()).toEqual([
      'apartment Wohnung 3/4',
      'custom Bad',
      'custom Flur & Treppe',
      'custom Küche',
      'floor Erdgeschoss',
      'floor Obergeschoss',
    ]);
  });
});

describe('a file that is no table', () => {
  it.each([
    ['EMPTY', ''],
    ['PDF', '%PDF-1.7\n%âãÏÓ'],
    ['WEB_PAGE', '<html><table><tr><td>Name</td></tr></table></html>'],
    ['NO_HEADINGS', 'just some words\nand more\n'],
    ['XML', '<?xml version="1.0"?><Workbook></Workbook>'],
  ])('is named as what it is: %s', async (code, content) => {
    const { code: exit, error } = await account.import(content);
    expect({ exit, error }).toMatchObject({ exit: 2, error: { code } });
  });
  it('whose letters nobody can know is asked about, with the lines that differ', async () => {
    const bytes = Buffer.from('Name;E-Mail\nJ\xFCrgen;j@example.org\n', 'latin1');
    const before = await account.digest();
    const { code, error } = await account.import(bytes);
    expect(code).toBe(2);
    expect(error).toMatchObject({
      code: 'ENCODING_UNKNOWN',
      place: 'line 2',
      choices: [
        { encoding: 'windows-1252', lines: [{ number: 2, text: 'Jürgen;j@example.org' }] },
        { encoding: 'windows-1250' },
        { encoding: 'windows-1251', lines: [{ number: 2, text: 'Jьrgen;j@example.org' }] },
      ],
    });
    expect(await account.digest()).toBe(before);
    await account.import(bytes, '--encoding', '1252', '--apply');
    expect(await names()).toContain('Jürgen');
  });
});

describe('a workbook', () => {
  it('is read by what its cells show, and says what they lack', async () => {
    const zeros = await readFile('test/support/files/xlsx/zeros.xlsx');
    expect((await account.import(zeros, '--map', 'Code=name', '--kind', 'groups')).answer.rows).toMatchObject([
      { row: 2, state: 'new' },
    ]);
    const formulas = await readFile('test/support/files/xlsx/formulas.xlsx');
    const { answer } = await account.import(formulas, '--map', 'f=name');
    expect(answer.rows.map(({ problems }) => problems?.[0]?.code)).toEqual([
      undefined,
      undefined,
      undefined,
      'ERROR_VALUE',
      'FORMULA_WITHOUT_VALUE',
      'NAME_REQUIRED',
    ]);
    const merged = await readFile('test/support/files/xlsx/merged.xlsx');
    const made = await account.import(merged, '--map', 'Building=group', '--map', 'Flat=name', '--make-groups');
    expect(made.answer).toMatchObject({ counts: { new: 3 }, merged: 2, makesGroups: ['Block A'] });
  });
});
