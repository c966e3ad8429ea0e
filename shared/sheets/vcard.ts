import type { GivenRow, GivenTable } from './given';

/** Cards of an address book (vCard 2.1, 3.0 and 4.0) as rows: one a card, with what a person of ours has. */

const headings = ['Name', 'E-mail', 'Phone', 'Mobile', 'Organisation', 'More'] as const;

interface Line {
  readonly name: string;
  readonly parameters: string;
  readonly value: string;
}

/** Lines as they were before they were folded, those of quoted-printable values included. */
function unfolded(text: string): readonly string[] {
  const lines: string[] = [];
  for (const line of text.split(/\r\n|\r|\n/)) {
    const before = lines.at(-1);
    if (before !== undefined && /^[ \t]/.test(line)) lines[lines.length - 1] = before + line.slice(1);
    else if (before !== undefined && before.endsWith('=') && /;(?:ENCODING=)?QUOTED-PRINTABLE[;:]/i.test(before))
      lines[lines.length - 1] = before.slice(0, -1) + line;
    else lines.push(line);
  }
  return lines;
}

/** The colon that ends the name of a property; one inside of quoted parameters does not. */
function lineOf(text: string): Line | null {
  const parts = /^((?:[A-Za-z0-9-]+\.)?[A-Za-z0-9-]+)((?:;(?:[^":;]|"[^"]*")*)*):([^]*)$/.exec(text);
  if (parts === null) return null;
  const [, name = '', parameters = '', value = ''] = parts;
  return {
    name: name.slice(name.indexOf('.') + 1).toUpperCase(),
    parameters: parameters.toUpperCase(),
    value: /QUOTED-PRINTABLE/i.test(parameters) ? fromQuotedPrintable(value) : value,
  };
}

function fromQuotedPrintable(text: string): string {
  return text.replace(/(?:=[0-9A-F]{2})+/gi, (run) => {
    const encoded = run.replace(/=/g, '%');
    try {
      return decodeURIComponent(encoded);
    } catch {
      return String.fromCharCode(
        ...run
          .slice(1)
          .split('=')
          .map((hex) => Number.parseInt(hex, 16)),
      );
    }
  });
}

function unescaped(value: string): string {
  return value.replace(/\\([nN,;:\\])/g, (_, what: string) => (what === 'n' || what === 'N' ? '\n' : what)).trim();
}

/** The parts of a structured value. */
function partsOf(value: string): readonly string[] {
  return value.split(/(?<!\\);/).map(unescaped);
}

function cardRow(lines: readonly Line[], number: number): GivenRow {
  const all = (name: string): readonly Line[] => lines.filter((line) => line.name === name && line.value.trim() !== '');
  const [family = '', given = ''] = partsOf(all('N')[0]?.value ?? '');
  const name = unescaped(all('FN')[0]?.value ?? '') || [given, family].filter((part) => part !== '').join(' ');
  const emails = all('EMAIL').map(({ value }) => unescaped(value));
  const numbers = all('TEL')
    .filter(({ parameters }) => !/FAX|PAGER/.test(parameters))
    .map(({ parameters, value }) => ({ isMobile: /CELL/.test(parameters), value: unescaped(value) }));
  const mobile = numbers.find(({ isMobile }) => isMobile);
  const phone = numbers.find(({ isMobile }) => !isMobile);
  const rest = [
    ...emails.slice(1),
    ...numbers.filter((one) => one !== mobile && one !== phone).map(({ value }) => value),
  ];
  const organisation = partsOf(all('ORG')[0]?.value ?? '')
    .filter((part) => part !== '')
    .join(' / ');
  return {
    number,
    cells: [name, emails[0] ?? '', phone?.value ?? '', mobile?.value ?? '', organisation, rest.join(', ')],
  };
}

export function isVcard(text: string): boolean {
  return /^\uFEFF?\s*BEGIN:VCARD\s*$/im.test(text.slice(0, 4096)) && /^\uFEFF?\s*BEGIN:VCARD/i.test(text);
}

/** Cards as a table; its rows count the cards. A card that does not end is read as far as it goes. */
export function vcardTable(text: string): GivenTable {
  const rows: GivenRow[] = [{ number: 0, cells: [...headings] }];
  let card: Line[] | null = null;
  const finish = (): void => {
    if (card !== null) rows.push(cardRow(card, rows.length));
    card = null;
  };
  for (const written of unfolded(text)) {
    const line = lineOf(written);
    if (line === null) continue;
    if (line.name === 'BEGIN' && line.value.trim().toUpperCase() === 'VCARD') {
      finish();
      card = [];
    } else if (line.name === 'END' && line.value.trim().toUpperCase() === 'VCARD') finish();
    else card?.push(line);
  }
  finish();
  return { name: '', rows, merged: 0, isSeparated: false };
}
