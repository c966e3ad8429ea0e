import type { Language } from '#core/kernel/language';
import { writePath } from '#core/kernel/written-path';
import { wordIn } from '#core/sheets/words';

/** One document to print: a page in HTML, and the line at the foot of each of its pages, `null` for none. */
export interface Paper {
  /** Name of the file, without its ending. */
  readonly name: string;
  readonly html: string;
  readonly footer: string | null;
}

/** A text as HTML. */
export function escaped(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');
}

/** Looks of all papers. Sizes in millimetres and points: this is paper. */
const paperStyle = `
@page { size: A4; margin: 16mm 14mm 18mm; }
* { box-sizing: border-box; }
html { font: 9.5pt/1.4 'Inter Variable', 'Noto Sans', 'DejaVu Sans', sans-serif; color: #16191d; }
body { margin: 0; }
h1 { font-size: 26pt; line-height: 1.15; margin: 0 0 4mm; letter-spacing: -0.01em; overflow-wrap: anywhere; }
h2 { font-size: 14pt; margin: 0 0 3mm; break-after: avoid; }
section { margin: 0 0 9mm; }
p { margin: 0 0 3mm; }
.quiet { color: #5b6470; }
.cover { height: 262mm; display: flex; flex-direction: column; justify-content: center; break-after: page; }
.cover .what { font-size: 12pt; font-weight: 600; color: #2f5fd0; margin-bottom: 2mm; }
.cover dl { display: grid; grid-template-columns: 38mm 1fr; gap: 2mm 4mm; margin: 8mm 0 0; border-top: 0.3mm solid #c9ced6; padding-top: 6mm; }
.cover dt { color: #5b6470; }
.cover dd { margin: 0; overflow-wrap: anywhere; }
table { width: 100%; border-collapse: collapse; table-layout: fixed; }
thead { display: table-header-group; }
tr, tbody.together { break-inside: avoid; }
tbody.together tr:not(:last-child) td { border-bottom: 0; padding-bottom: 0; }
th, td { text-align: left; vertical-align: top; padding: 1.3mm 2mm 1.3mm 0; border-bottom: 0.2mm solid #dfe3e8; overflow-wrap: anywhere; }
th { font-size: 8pt; font-weight: 600; color: #5b6470; border-bottom: 0.4mm solid #8a93a0; }
td.count, th.count { text-align: right; padding-right: 6mm; font-variant-numeric: tabular-nums; }
.of { color: #5b6470; font-size: 8pt; display: block; }
.numbers { font-variant-numeric: tabular-nums; }
.sign { break-inside: avoid; }
.lines { display: grid; grid-template-columns: 1fr 1fr; gap: 6mm 12mm; margin-top: 6mm; }
.lines h3 { font-size: 10pt; margin: 0; }
.line { border-top: 0.3mm solid #16191d; margin-top: 16mm; padding-top: 1mm; font-size: 8pt; color: #5b6470; }
`;

/** A page of its own around a body. Scripts do not run there and nothing is fetched but the letters. */
export function paperPage(language: Language, title: string, body: string, style = ''): string {
  return `<!doctype html>
<html lang="${language}"><head><meta charset="utf-8"><title>${escaped(title)}</title>
<link rel="stylesheet" href="letters.css"><style>${paperStyle}${style}</style></head>
<body>
${body}
</body></html>
`;
}

type Columns = readonly (readonly [name: string, width: string])[];
type Rows = readonly (readonly string[])[];

/** A table whose headings stand again on each page; columns whose names begin with `#` hold figures. */
export function table(columns: Columns, rows: Rows): string {
  return tableOf(columns, [rows], '<tbody>');
}

/** A table of rows that belong together, without lines between them and, where there is room, on one page. */
export function groupedTable(columns: Columns, groups: readonly Rows[]): string {
  return tableOf(columns, groups, '<tbody class="together">');
}

function tableOf(columns: Columns, groups: readonly Rows[], begin: string): string {
  const cell = (tag: 'th' | 'td', index: number, html: string): string =>
    `<${tag}${columns[index]?.[0].startsWith('#') === true ? ' class="count"' : ''}${tag === 'th' ? ' scope="col"' : ''}>${html}</${tag}>`;
  const head = columns.map(([name], index) => cell('th', index, escaped(name.replace(/^#/, '')))).join('');
  const line = (row: readonly string[]): string =>
    `<tr>${row.map((html, index) => cell('td', index, html)).join('')}</tr>`;
  const bodies = groups.map((rows) => `${begin}${rows.map(line).join('\n')}</tbody>`).join('');
  const widths = columns.map(([, width]) => `<col style="width:${width}">`).join('');
  return `<table><colgroup>${widths}</colgroup><thead><tr>${head}</tr></thead>${bodies}</table>`;
}

/** A name, and small below it where it lies. */
export function named(name: string, path: readonly string[]): string {
  return `${escaped(name)}${path.length === 0 ? '' : `<span class="of">${escaped(writePath(path))}</span>`}`;
}

/** Name of a license type: of one's own as it is, of the vendors' in the language. */
export function licenseIn(language: Language, typeId: string): string {
  return wordIn(language, 'license', typeId) ?? typeId;
}
