/** Endings that say number, case, time or kind of word in English and German, folded, the longest first. */
const endings = [
  'ierungen',
  'ierung',
  'ationen',
  'ations',
  'ieren',
  'ation',
  'ungen',
  'ments',
  'iert',
  'ings',
  'ions',
  'ment',
  'ate',
  'ern',
  'ers',
  'est',
  'ies',
  'ing',
  'ion',
  'ung',
  'al',
  'ed',
  'em',
  'en',
  'er',
  'es',
  'et',
  'st',
  'e',
  'n',
  's',
  't',
  'y',
] as const;
const shortestStem = 4;
const stems = new Map<string, string>();

/** Beginning that words of one family have in common: “verlängern” and “Verlängerung”, “renew” and “renewal”. Folded texts only. */
export function stemOf(word: string): string {
  const known = stems.get(word);
  if (known !== undefined) return known;
  const stem = withoutEndings(word);
  stems.set(word, stem);
  return stem;
}

function withoutEndings(word: string): string {
  let stem = /^ge(.{4,})(?:t|en)$/.exec(word)?.[1] ?? word;
  for (;;) {
    const ending = endings.find((one) => stem.endsWith(one) && stem.length - one.length >= shortestStem);
    if (ending === undefined) return stem;
    stem = stem.slice(0, -ending.length);
  }
}

/** Letters that have to be changed, left out, put in or swapped to make one word of the other, as far as `most`. */
function mistakesBetween(one: string, other: string, most: number): number {
  if (Math.abs(one.length - other.length) > most) return most + 1;
  let beforeLast: number[] = [];
  let last = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (let row = 1; row <= one.length; row += 1) {
    const next = [row];
    for (let column = 1; column <= other.length; column += 1) {
      const isSame = one[row - 1] === other[column - 1];
      let mistakes = Math.min(
        (last[column] ?? 0) + 1,
        (next[column - 1] ?? 0) + 1,
        (last[column - 1] ?? 0) + (isSame ? 0 : 1),
      );
      const isSwapped =
        row > 1 && column > 1 && one[row - 1] === other[column - 2] && one[row - 2] === other[column - 1];
      if (isSwapped) mistakes = Math.min(mistakes, (beforeLast[column - 2] ?? 0) + 1);
      next.push(mistakes);
    }
    beforeLast = last;
    last = next;
  }
  return last[other.length] ?? most + 1;
}

const shortestPart = 4;
/** A part of a compound that stands in its middle is at least so long. */
const surePart = 6;
const shortestBeginning = 3;

/** Measure of how well a word typed without a mistake means a known one, from 0 to 1: the same, of the same family, its beginning, or a part of a compound. */
export function kinship(typed: string, known: string): number {
  if (typed === known) return 1;
  if (stemOf(typed) === stemOf(known)) return 0.87;
  const share = Math.min(typed.length, known.length) / Math.max(typed.length, known.length);
  if (typed.length >= shortestBeginning && known.startsWith(typed)) return 0.6 + 0.3 * share;
  const typedStem = stemOf(typed);
  const knownStem = stemOf(known);
  if (knownStem.length >= shortestPart && typed.startsWith(knownStem)) return 0.45 + 0.35 * share;
  // A compound says at its end what it is, at its beginning of which kind.
  if (typedStem.length >= shortestPart && known.length > typed.length && known.includes(typedStem))
    return 0.4 + 0.3 * share;
  // A short word in the middle is chance: “vers” of “versions” in “Riversdie”.
  const isPart = knownStem.length >= surePart ? typed.includes(knownStem) : typedStem.endsWith(knownStem);
  if (knownStem.length >= shortestPart && typed.length > known.length && isPart) return 0.35 + 0.35 * share;
  return 0;
}

/** Measure of how well a typed word means a known one, from 0 to 1: as it is, or mistyped. */
export function likeness(typed: string, known: string): number {
  const kin = kinship(typed, known);
  if (kin > 0) return kin;
  const most = typed.length >= 8 ? 2 : typed.length >= 4 ? 1 : 0;
  const mistakes = most === 0 ? 1 : mistakesBetween(typed, known, most);
  return mistakes > most ? 0 : mistakes === 1 ? 0.75 : 0.55;
}
