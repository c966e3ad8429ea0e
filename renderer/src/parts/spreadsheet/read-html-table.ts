import { dayFromNumber, dayNumber } from '#core/kernel/day';
import { faultOf, type CellFault, type GivenRow, type GivenTable } from '#core/sheets/given';

/** Day 0 of spreadsheets, as far as their days are counted since March 1900. */
const dayZero = dayNumber('1899-12-30');
/** A number format of days: it names a year and a day, outside of what is quoted. */
const dayFormat = /[yjå]{2,4}/i;

interface ReadCell {
  readonly text: string;
  readonly fault?: CellFault | undefined;
}

/** The format of a cell, as LibreOffice (`sdnum`) or Excel (`mso-number-format`) says it. */
function formatOf(cell: Element): string {
  return (
    cell.getAttribute('sdnum')?.split(';').at(-1) ??
    /mso-number-format:\s*"?([^;"]*)/i.exec(cell.getAttribute('data-style') ?? '')?.[1] ??
    ''
  );
}

/** The text in a cell, with its line breaks: a break of the source is a space, as everywhere in a page. */
function textOf(cell: Element): string {
  let text = '';
  for (const node of cell.childNodes) {
    if (node.nodeType === Node.TEXT_NODE) text += (node.textContent ?? '').replace(/\s*[\r\n]\s*/g, ' ');
    else if (node instanceof Element) {
      if (node.tagName === 'BR') text += '\n';
      else text += textOf(node);
    }
  }
  return text;
}

function readCell(cell: Element): ReadCell {
  const shown = textOf(cell).trim();
  const value = cell.getAttribute('sdval') ?? cell.getAttribute('x:num');
  const format = formatOf(cell);
  const isText = format.includes('@');
  const number = value === null || value === '' || isText ? null : Number(value);
  if (number === null || !Number.isFinite(number)) return { text: shown, fault: faultOf(shown, isText) };
  const isDay =
    dayFormat.test(format) && /d|t/i.test(format) && Number.isInteger(number) && number > 60 && number < 2_958_466;
  if (isDay) return { text: dayFromNumber(dayZero + number) };
  // What the cell shows says more than its value, unless digits are left out.
  if (/E[+-]?\d/i.test(shown) || shown.startsWith('#'))
    return { text: String(number), fault: faultOf(String(number), false) };
  return { text: shown, fault: faultOf(shown, false) };
}

/** The page with its styles as plain data: the content policy of the window holds for it too, and says so for each of them. */
function withoutStyles(html: string): string {
  return html
    .replace(/<style\b[^]*?<\/style\s*>/gi, '')
    .replace(/<[a-z][^>]*>/gi, (tag) => tag.replace(/\sstyle\s*=/gi, ' data-style='));
}

/** The first table of a page on the clipboard; `null` where there is none. Nothing in the page runs or is fetched. */
export function readHtmlTable(html: string): GivenTable | null {
  const table = new DOMParser().parseFromString(withoutStyles(html), 'text/html').querySelector('table');
  if (table === null) return null;
  const rows: GivenRow[] = [];
  let merged = 0;
  const above = new Map<number, { readonly cell: ReadCell; readonly left: number }>();
  for (const row of table.querySelectorAll('tr')) {
    const cells: string[] = [];
    const faults = new Map<number, CellFault>();
    const put = ({ text, fault }: ReadCell): void => {
      if (fault !== undefined) faults.set(cells.length, fault);
      cells.push(text);
    };
    const fill = (): void => {
      for (let open = above.get(cells.length); open !== undefined; open = above.get(cells.length)) {
        if (open.left <= 1) above.delete(cells.length);
        else above.set(cells.length, { ...open, left: open.left - 1 });
        put(open.cell);
        merged += 1;
      }
    };
    for (const cell of row.querySelectorAll(':scope > td, :scope > th')) {
      fill();
      const read = readCell(cell);
      const down = Math.min(10_000, Number(cell.getAttribute('rowspan') ?? 1) || 1);
      const across = Math.min(200, Number(cell.getAttribute('colspan') ?? 1) || 1);
      if (down > 1) above.set(cells.length, { cell: read, left: down - 1 });
      put(read);
      for (let more = 1; more < across; more += 1) put({ text: '' });
    }
    fill();
    rows.push({ number: rows.length + 1, cells, ...(faults.size === 0 ? {} : { faults }) });
  }
  return { name: '', rows, merged, isSeparated: false };
}
