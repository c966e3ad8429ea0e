/** Something the palette can find. */
export interface PaletteItem {
  readonly id: string;
  readonly name: string;
  /** Where it is, or the keys that do the same. */
  readonly hint: string;
}

/** How well a name fits what was typed: words by their beginnings first, then anywhere. `null` is not at all. */
export function matchScore(name: string, typed: string): number | null {
  const here = name.toLowerCase();
  const words = typed.toLowerCase().split(/\s+/).filter((word) => word !== '');
  let score = 0;
  for (const word of words) {
    const at = here.indexOf(word);
    if (at === -1) return null;
    const isWordStart = at === 0 || !/[\p{L}\p{N}]/u.test(here[at - 1] ?? ' ');
    score += (at === 0 ? 0 : isWordStart ? 1 : 4) + here.length / 1000;
  }
  return score;
}

/** The best of many, without sorting all of them. */
export function bestMatches<T extends { readonly name: string }>(items: Iterable<T>, typed: string, most: number): readonly T[] {
  const found: { readonly item: T; readonly score: number }[] = [];
  for (const item of items) {
    const score = matchScore(item.name, typed);
    if (score === null) continue;
    const worst = found[most - 1];
    if (worst !== undefined && worst.score <= score) continue;
    const at = found.findIndex((other) => other.score > score);
    found.splice(at === -1 ? found.length : at, 0, { item, score });
    if (found.length > most) found.pop();
  }
  return found.map((entry) => entry.item);
}
