import Papa from 'papaparse';
import { asCell } from '#core/sheets/cells';

type PlainTable = readonly (readonly string[])[];

/** Rows as spreadsheets put plain text on the clipboard: tabs between cells, quotes where a cell needs them. */
export function writeTabbed(table: PlainTable): string {
  return Papa.unparse(
    table.map((row) => row.map(asCell)),
    { delimiter: '\t', newline: '\n' },
  );
}

function escaped(text: string): string {
  return text
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/\r\n|\r|\n/g, '<br style="mso-data-placement:same-cell">');
}

/**
 * The same as a table of a page: spreadsheets prefer it, and each cell says in the words of both of them that it is text,
 * so that +49, 007 and =A1 stay what they are.
 */
export function writeHtmlTable([head = [], ...rows]: PlainTable): string {
  const line =
    (tag: 'th' | 'td') =>
    (cells: readonly string[]): string =>
      `<tr>${cells.map((cell) => `<${tag} sdnum="1033;0;@" style="mso-number-format:'\\@'">${escaped(cell)}</${tag}>`).join('')}</tr>`;
  return `<meta charset="utf-8"><table><thead>${line('th')(head)}</thead><tbody>${rows.map(line('td')).join('')}</tbody></table>`;
}

/** Fills a copy that the person has asked for by key or menu; the page itself may not reach the clipboard. */
function fillClipboard(event: ClipboardEvent, table: PlainTable): void {
  event.clipboardData?.setData('text/plain', writeTabbed(table));
  event.clipboardData?.setData('text/html', writeHtmlTable(table));
  event.preventDefault();
  event.stopImmediatePropagation();
}

/** Copies from a menu. Answers whether the system took it. */
export function copyTable(table: PlainTable): boolean {
  let isFilled = false;
  const fill = (event: ClipboardEvent): void => {
    fillClipboard(event, table);
    isFilled = true;
  };
  document.addEventListener('copy', fill, { capture: true });
  try {
    document.execCommand('copy');
  } finally {
    document.removeEventListener('copy', fill, { capture: true });
  }
  return isFilled;
}

/** Tells whether a key for copying or pasting means what has the focus itself: a field, the tree, or a dialog. */
function belongsElsewhere(event: ClipboardEvent): boolean {
  if (document.querySelector('.dialog-scrim') !== null) return true;
  return (
    event.target instanceof HTMLElement &&
    (event.target.matches('input:not([type=checkbox]):not([type=radio]), textarea, [role=spinbutton]') ||
      event.target.isContentEditable ||
      event.target.closest('[data-command-scope="tree"]') !== null)
  );
}

/** Rows as a spreadsheet puts them on the clipboard: plain text, and the same as a table of a page, which says more. */
export interface PastedRows {
  readonly text: string;
  readonly html: string;
}

export interface TableClipboard {
  /** What is copied now; `null` for nothing. */
  readonly copied: () => PlainTable | null;
  readonly onCopied: (table: PlainTable) => void;
  readonly onPaste: ((given: PastedRows) => void) | undefined;
}

/** Copying and pasting by key while a table is on screen, wherever in the window the focus is but in fields, dialogs and the tree. Answers how to stop. */
export function listenToClipboard({ copied, onCopied, onPaste }: TableClipboard): () => void {
  function onCopy(event: ClipboardEvent): void {
    // Words that were marked with the mouse are meant first.
    if (belongsElsewhere(event) || document.getSelection()?.isCollapsed === false) return;
    const table = copied();
    if (table === null) return;
    fillClipboard(event, table);
    onCopied(table);
  }
  function onPasteEvent(event: ClipboardEvent): void {
    const text = event.clipboardData?.getData('text/plain') ?? '';
    if (onPaste === undefined || belongsElsewhere(event) || text.trim() === '') return;
    event.preventDefault();
    onPaste({ text, html: event.clipboardData?.getData('text/html') ?? '' });
  }
  document.addEventListener('copy', onCopy);
  document.addEventListener('paste', onPasteEvent);
  return () => {
    document.removeEventListener('copy', onCopy);
    document.removeEventListener('paste', onPasteEvent);
  };
}
