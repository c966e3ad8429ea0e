/** Formats of which a number needs nothing: none, text, and days, which are known without. */
const plainFormats: ReadonlySet<number> = new Set([0, 14, 15, 16, 17, 18, 19, 20, 21, 22, 45, 46, 47, 49]);
const stylesPart = 'xl/styles.xml';
const sheetPart = /^xl\/worksheets\/[^/]+\.xml$/;
/** Beginning of a cell with its attributes; one that is closed at once holds nothing. */
const cellStart = /<(?:\w+:)?c(?=[\s>/])([^>]*)>/g;
const cellFormats = /<(?:\w+:)?cellXfs\b[^>]*>([\s\S]*?)<\/(?:\w+:)?cellXfs>/;
const cellFormat = /<(?:\w+:)?xf\b([^>]*)>/g;

function numberIn(attributes: string, name: string): number {
  return Number(new RegExp(`\\b${name}\\s*=\\s*["'](\\d+)["']`).exec(attributes)?.[1] ?? 0);
}

/** The formats of numbers by the style of a cell; `null` where they are kept otherwise than everybody keeps them. */
export function formatsByStyle(styles: string): readonly number[] | null {
  const section = cellFormats.exec(styles)?.[1];
  return section === undefined
    ? null
    : [...section.matchAll(cellFormat)].map(([, attributes = '']) => numberIn(attributes, 'numFmtId'));
}

/** Tells whether a sheet holds a number whose style gives it a look of its own. */
function holdsShaped(sheet: string, shaped: ReadonlySet<number>): boolean {
  for (const [, attributes = ''] of sheet.matchAll(cellStart)) {
    if (attributes.endsWith('/')) continue;
    const type = /\bt\s*=\s*["'](\w+)["']/.exec(attributes)?.[1] ?? 'n';
    if (type === 'n' && shaped.has(numberIn(attributes, 's'))) return true;
  }
  return false;
}

/** Tells whether numbers of a workbook may look otherwise than their values, so that the style of each cell is needed. */
export function hasShapedNumbers(parts: ReadonlyMap<string, Uint8Array>): boolean {
  const all = [...parts.keys()];
  const styleParts = all.filter((name) => /styles/i.test(name));
  if (styleParts.length === 0) return false;
  const sheets = all.filter((name) => sheetPart.test(name));
  // Elsewhere than where everybody keeps them: as if there were some.
  if (styleParts.length > 1 || styleParts[0] !== stylesPart || sheets.length === 0) return true;
  const decoder = new TextDecoder();
  const formats = formatsByStyle(decoder.decode(parts.get(stylesPart)));
  if (formats === null) return true;
  const shaped = new Set(formats.flatMap((format, style) => (plainFormats.has(format) ? [] : [style])));
  return shaped.size > 0 && sheets.some((name) => holdsShaped(decoder.decode(parts.get(name)), shaped));
}
