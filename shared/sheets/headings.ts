import { fieldWords } from './field-words';
import { isFieldOf, keyFields, otherKeys, sheetKinds, type SheetField, type SheetKind } from './fields';
import type { OwnHeadings } from './own-fields';
import { headingKey, headingKeys, isSecret, presetOfRow, presets, type Preset } from './presets';

/** Reading of a row of headings. */
export interface Headings {
  readonly kind: SheetKind;
  readonly preset: Preset | null;
  readonly columns: readonly (SheetField | null)[];
  /** Number of columns that are known. */
  readonly known: number;
}

/** Fields of a kind by column; the second column of a field is not taken over. */
function columnsOf(
  cells: readonly string[],
  kind: SheetKind,
  preset: Preset | null,
  more: ReadonlyMap<string, SheetField>,
  own: OwnHeadings,
): readonly (SheetField | null)[] {
  const words = fieldWords(kind);
  const seen = new Set<SheetField>();
  return cells.map((cell) => {
    if (cell.trim() === '' || isSecret(cell, preset)) return null;
    const keys = headingKeys(cell);
    const named = keys.map((key) => preset?.fields.get(key)).find((found) => found !== undefined);
    // What a program calls by its own name is that, and nothing that only sounds alike.
    const isOwn = preset !== null && named === undefined && keys.some((key) => preset.keys.has(key));
    const said = more.get(headingKey(cell));
    const assigned = said !== undefined && isFieldOf(kind, said) ? said : undefined;
    const field = assigned ?? named ?? (isOwn ? undefined : (first(keys, words) ?? own[kind]?.get(headingKey(cell))));
    if (field === undefined || seen.has(field)) return null;
    seen.add(field);
    return field;
  });
}

function first(keys: readonly string[], words: ReadonlyMap<string, SheetField>): SheetField | undefined {
  return keys.map((key) => words.get(key)).find((found) => found !== undefined);
}

const noMore: ReadonlyMap<string, SheetField> = new Map();

/** Tells whether known columns are those of headings, and not a word that happens to stand in a row of data. */
function areHeadings(kind: SheetKind, columns: readonly (SheetField | null)[], filled: number): boolean {
  const known = columns.filter((field) => field !== null);
  return (
    known.length > 0 &&
    (known.includes(keyFields[kind]) ||
      known.length === filled ||
      (known.length > 1 && known.length * 2 >= Math.min(filled, 4)))
  );
}

/** Score for how well a kind fits what is known of a row: its key counts, and so does whatever only it has. */
function fit(kind: SheetKind, columns: readonly (SheetField | null)[]): number {
  const known = columns.filter((field) => field !== null);
  const hasKey = known.includes(keyFields[kind]);
  const hasOther = otherKeys[kind].some((field) => field !== 'id' && known.includes(field));
  return known.length + (hasKey ? 0.6 : hasOther ? 0.5 : 0);
}

/** Reading of a row that is taken as headings of a kind, or of whatever kind fits best; `null` when it names no columns. */
export function headingsIn(
  cells: readonly string[],
  wanted: SheetKind | null,
  chosen: Preset | null = null,
  more: ReadonlyMap<string, SheetField> = noMore,
  own: OwnHeadings = {},
): Headings | null {
  const filled = cells.filter((cell) => cell.trim() !== '').length;
  if (filled === 0) return null;
  const preset = chosen ?? presetOfRow(cells);
  if (preset !== null && (wanted === null || wanted === preset.kind)) {
    const columns = columnsOf(cells, preset.kind, preset, more, own);
    const known = columns.filter((field) => field !== null).length;
    if (known > 0) return { kind: preset.kind, preset, columns, known };
  }
  let best: (Headings & { readonly fit: number }) | null = null;
  for (const kind of wanted === null ? sheetKinds : [wanted]) {
    const columns = columnsOf(cells, kind, null, more, own);
    if (!areHeadings(kind, columns, filled)) continue;
    const found = {
      kind,
      preset: null,
      columns,
      known: columns.filter((field) => field !== null).length,
      fit: fit(kind, columns),
    };
    if (best === null || found.fit > best.fit) best = found;
  }
  return best;
}

/** Columns by the place that a preset's headings have in its files: its template may be translated. */
export function columnsByPlace(preset: Preset, width: number): readonly (SheetField | null)[] {
  const seen = new Set<SheetField>();
  return Array.from({ length: width }, (_, index) => {
    const heading = preset.headings[index];
    const field = heading === undefined ? undefined : preset.fields.get(headingKey(heading));
    if (field === undefined || seen.has(field)) return null;
    seen.add(field);
    return field;
  });
}

/** The preset that is also known by the places of its columns, where no heading of it is known. */
export function presetByPlace(cells: readonly string[], firstRow: readonly string[]): Preset | null {
  const preset = presets.find(({ id }) => id === 'microsoft365');
  if (preset === undefined || cells.length !== preset.headings.length || cells.some((cell) => cell.trim() === ''))
    return null;
  return /^[^\s@]+@[^\s@]+$/.test((firstRow[0] ?? '').trim()) && (firstRow[3] ?? '').trim() !== '' ? preset : null;
}
