import { normaliseText } from '../kernel/text';
import { isFieldOf, sheetKinds, type SheetField, type SheetKind } from './fields';
import kept from './presets.json';

/** The tables of a program that people export from, told by their headings. */
export interface Preset {
  readonly id: string;
  readonly kind: SheetKind;
  readonly headings: readonly string[];
  /** Fields of ours by its headings. */
  readonly fields: ReadonlyMap<string, SheetField>;
  /** Headings whose cells are never shown or stored. */
  readonly drop: ReadonlySet<string>;
  /** Headings that only this program has together: with them a part of its columns is enough. */
  readonly telling: readonly string[];
  /** Headings as they are compared. */
  readonly keys: ReadonlySet<string>;
}

/** A heading as it is compared: letters and digits only, without what programs put before and behind it. */
export function headingKey(heading: string): string {
  return normaliseText(heading)
    .replace(/\[[^\]]*\]/g, ' ')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
}

/** The keys by which a heading may be known: itself, and the word in brackets behind it. */
export function headingKeys(heading: string): readonly string[] {
  const inBrackets = /\[([^\]]*)\]/.exec(heading)?.[1];
  const own = headingKey(heading);
  const keys = inBrackets === undefined ? [own] : [headingKey(inBrackets), own];
  // `Name [displayName] Required` is `Name`, too.
  return [...new Set([...keys, own.replace(/required$/, '')])].filter((key) => key !== '');
}

/** Headings of secrets, whatever program they come from. */
const secrets =
  /^(?:initial)?(?:pass ?word|passwort|kennwort|pwd|pin|pin ?code|puk|secret|auth ?password|web ?password|sip ?password|voicemail ?pin|password ?hash.*|switch ?code)(?:profile)?$/;

/** Tells whether cells under a heading are secrets that are dropped before anything is shown or stored. */
export function isSecret(heading: string, preset: Preset | null): boolean {
  return headingKeys(heading).some((key) => secrets.test(key) || preset?.drop.has(key) === true);
}

interface KeptPreset {
  readonly id: string;
  readonly headings: readonly string[];
  readonly map: { readonly [heading: string]: string };
  readonly drop?: readonly string[];
  readonly telling: readonly string[];
}

function presetOf({ id, headings, map, drop, telling }: KeptPreset): Preset {
  const names = Object.entries(map);
  const kind = sheetKinds.find((one) => names.every(([, field]) => isFieldOf(one, field))) ?? 'people';
  return {
    id,
    kind,
    headings,
    fields: new Map(names.map(([heading, field]) => [headingKey(heading), field as SheetField])),
    drop: new Set((drop ?? []).map(headingKey)),
    telling: telling.map((heading) => headingKeys(heading)[0] ?? ''),
    keys: new Set(headings.flatMap(headingKeys)),
  };
}

export const presets: readonly Preset[] = (kept as readonly unknown[] as readonly KeptPreset[]).map(presetOf);

/** Number of its headings that a row must have, and the share of them, to be of a preset. */
const fewest = 3;
const share = 0.6;

/** The preset whose headings a row has; `null` when it is of none. */
export function presetOfRow(cells: readonly string[]): Preset | null {
  const given = cells.filter((cell) => cell.trim() !== '');
  let best: { readonly preset: Preset; readonly score: number } | null = null;
  for (const preset of presets) {
    const known = given.filter((cell) => headingKeys(cell).some((key) => preset.keys.has(key))).length;
    const keys = new Set(given.flatMap(headingKeys));
    const isTold = preset.telling.every((key) => keys.has(key));
    if (!isTold && (known < fewest || known < share * preset.headings.length)) continue;
    const score = known / preset.headings.length + known / given.length;
    if (best === null || score > best.score) best = { preset, score };
  }
  return best?.preset ?? null;
}
