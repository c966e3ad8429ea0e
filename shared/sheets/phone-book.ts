import { compareText } from '../kernel/text';
import { cleanLine } from '../kernel/typed-text';
import type { NumberKind } from '../model/rows';
import type { SheetRows } from './sheet';
import { placeOfNumber } from './written';

/** Somebody or something that phones of a place can call. */
export interface PhoneEntry {
  readonly id: string;
  readonly name: string;
  /** Path from the place that is asked about downwards. */
  readonly place: string;
  readonly email: string;
  readonly numbers: readonly { readonly kind: NumberKind; readonly value: string }[];
}

export type PhoneBookFormat = 'vcf' | 'yealink' | 'snom' | 'grandstream';

/** Everybody in a place who has a number, and the numbers of its groups and voice menus, by name. */
export function phoneBookOf(rows: SheetRows, groupId: string): readonly PhoneEntry[] {
  const numbers = new Map<string, { readonly kind: NumberKind; readonly value: string }[]>();
  const sorted = [...rows.rows('numbers')].sort((one, other) => compareText(one.value, other.value));
  for (const number of sorted) {
    const place = placeOfNumber(rows, number);
    if (place === null || !rows.isWithin(place, groupId)) continue;
    const seat = number.seatId === null ? undefined : rows.row('seats', number.seatId);
    const owner = number.userId ?? seat?.userId ?? number.groupId ?? number.menuId;
    if (owner === null || owner === undefined) continue;
    const known = numbers.get(owner);
    if (known === undefined) numbers.set(owner, [number]);
    else known.push(number);
  }
  function placeName(id: string): string {
    const names: string[] = [];
    for (const group of rows.ancestry(id)) {
      if (group.id === groupId) break;
      names.push(group.name);
    }
    return names.reverse().join(' / ');
  }
  const entries: PhoneEntry[] = [];
  for (const user of rows.rows('users')) {
    if (user.lifecycle === 'archived' || !rows.isWithin(user.groupId, groupId)) continue;
    const own =
      numbers.get(user.id) ??
      (/^\+\d{7,15}$/.test(user.phone) ? [{ kind: 'landline' as const, value: user.phone }] : []);
    if (own.length > 0)
      entries.push({ id: user.id, name: user.name, place: placeName(user.groupId), email: user.email, numbers: own });
  }
  for (const [id, own] of numbers) {
    const group = rows.row('groups', id);
    const menu = rows.row('menus', id);
    if (group !== undefined)
      entries.push({ id, name: group.name, place: placeName(group.parentId ?? id), email: '', numbers: own });
    if (menu !== undefined)
      entries.push({ id, name: menu.name, place: placeName(menu.groupId), email: '', numbers: own });
  }
  return entries.sort((one, other) => compareText(one.name, other.name) || compareText(one.id, other.id));
}

function xml(text: string): string {
  return cleanLine(text).replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');
}

const declaration = '<?xml version="1.0" encoding="UTF-8"?>';

/** A text in a card: separators and line breaks escaped. */
function cardText(text: string): string {
  return text.replace(/[\\;,]/g, '\\$&').replace(/\r\n|\r|\n/g, '\\n');
}

/** Number of bytes a character takes in UTF-8. */
function bytesOf(character: string): number {
  const point = character.codePointAt(0) ?? 0;
  return point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4;
}

/** A line of at most 75 bytes, the rest on lines that begin with a space. */
function foldedLine(line: string): string {
  const parts: string[] = [];
  let part = '';
  let bytes = 0;
  for (const character of line) {
    const more = bytesOf(character);
    if (bytes + more > 75) {
      parts.push(part);
      part = ' ';
      bytes = 1;
    }
    part += character;
    bytes += more;
  }
  return [...parts, part].join('\r\n');
}

function card({ id, name, place, email, numbers }: PhoneEntry): readonly string[] {
  return [
    'BEGIN:VCARD',
    'VERSION:4.0',
    `UID:${cardText(id)}`,
    `FN:${cardText(name)}`,
    ...numbers.map(({ kind, value }) =>
      kind === 'sip'
        ? /^sips?:/.test(value)
          ? `IMPP:${value}`
          : `TEL;TYPE=voice:${cardText(value)}`
        : `TEL;VALUE=uri;TYPE="voice${kind === 'mobile' ? ',cell' : ''}":tel:${value}`,
    ),
    ...(email === '' ? [] : [`EMAIL:${cardText(email)}`]),
    ...(place === '' ? [] : [`ORG:${cardText(place)}`]),
    'END:VCARD',
  ].map(foldedLine);
}

/** A directory as phones of several makers read it: names, each with its numbers. */
function directory(root: string, entries: readonly PhoneEntry[], title: string | null): string {
  return [
    declaration,
    `<${root}>`,
    ...(title === null ? [] : [`  <Title>${xml(title)}</Title>`]),
    ...entries.flatMap(({ name, numbers }) => [
      '  <DirectoryEntry>',
      `    <Name>${xml(name)}</Name>`,
      ...numbers.map(({ value }) => `    <Telephone>${xml(value)}</Telephone>`),
      '  </DirectoryEntry>',
    ]),
    `</${root}>`,
    '',
  ].join('\n');
}

/** Snom shows one number an entry, so who has several stands there several times. */
function oneNumberEach(entries: readonly PhoneEntry[]): readonly PhoneEntry[] {
  return entries.flatMap((entry) => entry.numbers.map((number) => ({ ...entry, numbers: [number] })));
}

/** Grandstream wants first and last name apart; the last word is the last name. */
function grandstreamContact({ name, email, numbers }: PhoneEntry, index: number): readonly string[] {
  const words = cleanLine(name).split(' ');
  const last = words.length > 1 ? (words.pop() ?? '') : '';
  return [
    '  <Contact>',
    `    <id>${String(index + 1)}</id>`,
    `    <FirstName>${xml(words.join(' '))}</FirstName>`,
    `    <LastName>${xml(last)}</LastName>`,
    ...numbers.map(
      ({ kind, value }) =>
        `    <Phone type="${kind === 'mobile' ? 'Cell' : 'Work'}"><phonenumber>${xml(value)}</phonenumber><accountindex>0</accountindex></Phone>`,
    ),
    ...(email === '' ? [] : [`    <Mail type="Work">${xml(email)}</Mail>`]),
    '  </Contact>',
  ];
}

/** A phone book as a file. */
export function phoneBookFile(format: PhoneBookFormat, entries: readonly PhoneEntry[], title: string): string {
  switch (format) {
    case 'vcf':
      return entries
        .flatMap(card)
        .map((line) => `${line}\r\n`)
        .join('');
    case 'yealink':
      return directory('YealinkIPPhoneDirectory', entries, null);
    case 'snom':
      return directory('SnomIPPhoneDirectory', oneNumberEach(entries), title);
    case 'grandstream':
      return [declaration, '<AddressBook>', ...entries.flatMap(grandstreamContact), '</AddressBook>', ''].join('\n');
  }
}
