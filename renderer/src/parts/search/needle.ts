import FuzzyMatcher from '@leeoniya/ufuzzy';
import { compactNumber } from '#core/kernel/phone-number';
import { foldText, foldWithPlaces } from './fold';

/** Letters of every script, and one mistake in a word: a wrong, missing, doubled or swapped letter, but not the first. Digits must be right. */
const matcher = new FuzzyMatcher({
  unicode: true,
  intraMode: 1,
  interSplit: "[^\\p{L}\\d']+",
  intraSplit: '\\p{Ll}\\p{Lu}',
  intraBound: '\\p{L}\\d|\\d\\p{L}|\\p{Ll}\\p{Lu}',
  intraChars: "[\\p{L}\\d']",
  intraContr: "'\\p{L}{1,2}\\b",
});

/** Between the fields of one thing. The first field is its name. */
export const fieldEnd = '\n';

/** Typed text, made ready for comparing. */
export interface Needle {
  /** Each must be found, in any order. */
  readonly terms: readonly string[];
  /** The terms as the matcher takes them; `null` where there is nothing but signs in it. */
  readonly words: readonly (string | null)[];
  readonly whole: string;
  /** What was typed as one phone number or code, where it looks like one. */
  readonly value: string | null;
}

/** Less than this would find every number there is. */
const leastDigits = 3;

const isNumber = /^\+?\d+$/;

export function needleOf(typed: string): Needle | null {
  const whole = foldText(typed.trim());
  const terms = whole.split(/\s+/).filter((term) => term !== '');
  if (terms.length === 0) return null;
  const words = terms.map((term) => {
    const word = term.replace(/[^\p{L}\d']+/gu, ' ').trim();
    return word === '' ? null : word;
  });
  const compact = compactNumber(typed);
  const isValue = terms.length > 1 && isNumber.test(compact) && compact.length >= leastDigits;
  return { terms, words, whole, value: isValue ? compact : null };
}

/** Indexes of the folded texts in which everything typed is found, as it is or with a mistake. */
export function findIn(texts: readonly string[], { terms, words, value }: Needle): readonly number[] {
  // The matcher reads only; its types do not say so.
  const haystack = texts as string[];
  let found: number[] | null = null;
  for (const [index, word] of words.entries()) {
    const term = terms[index] ?? '';
    const left: readonly number[] = found ?? texts.map((_, at) => at);
    found =
      word === null
        ? left.filter((at) => haystack[at]?.includes(term))
        : (matcher.filter(haystack, word, found ?? undefined) ?? []);
    if (found.length === 0) break;
  }
  if (value === null) return found ?? [];
  const all = new Set(found);
  haystack.forEach((text, at) => {
    if (text.includes(value)) all.add(at);
  });
  return [...all].sort((one, other) => one - other);
}

/** So many hits are told apart in everything; more than that are not read to the end. */
export const mostThorough = 500;

const isLetter = /[\p{L}\d]/u;
const whole = 0;
const atStart = 1;
const atWord = 2;
const inside = 3;
const mistyped = 5;
const worse = 0.5;

/**
 * Measures how well a folded text fits, the smaller the better: whole names, then beginnings, words, anything inside, and mistakes last.
 * `isThorough` tells mistyped words from mistyped parts of words, which takes a hundred times longer.
 */
export function scoreOf(text: string, needle: Needle, isThorough: boolean): number {
  const nameEnd = text.indexOf(fieldEnd);
  const nameLength = nameEnd === -1 ? text.length : nameEnd;
  if (nameLength === needle.whole.length && text.startsWith(needle.whole)) return whole;
  let sum = 0;
  for (const [index, term] of needle.terms.entries())
    sum += scoreOfTerm(text, term, isThorough ? (needle.words[index] ?? null) : null, nameLength);
  return sum / needle.terms.length + Math.min(nameLength, 99) / 1000;
}

function scoreOfTerm(text: string, term: string, word: string | null, nameLength: number): number {
  const at = text.indexOf(term);
  if (at === -1) return mistyped + (word !== null && isWholeWord(text, word) ? 0 : worse);
  if (at === 0) return atStart;
  const outside = at > nameLength ? worse : 0;
  for (let next = at; next !== -1; next = text.indexOf(term, next + 1))
    if (!isLetter.test(text[next - 1] ?? ' ')) return atWord + (next > nameLength ? worse : 0);
  return inside + outside;
}

/** Tells whether a mistyped word is one of the text's words, not a part of one. */
function isWholeWord(text: string, word: string): boolean {
  const stretches = mistypedStretches(text, word);
  const from = stretches[0]?.[0] ?? 0;
  const to = stretches[stretches.length - 1]?.[1] ?? 0;
  return !isLetter.test(text[from - 1] ?? ' ') && !isLetter.test(text[to] ?? ' ');
}

/** A stretch of a text, from the first letter to before the last. */
export type Stretch = readonly [from: number, to: number];

/** Finds the parts of a text that were meant by what was typed, in order and without overlap. */
export function marksIn(text: string, { terms, words, whole, value }: Needle): readonly Stretch[] {
  const { folded, from } = foldWithPlaces(text);
  const found: Stretch[] = [];
  for (const [index, term] of terms.entries()) {
    const at = folded.indexOf(term);
    if (at !== -1) found.push([at, at + term.length]);
    else found.push(...mistypedStretches(folded, words[index] ?? null));
  }
  // A number is written with gaps or without, on either side.
  const digits = value ?? (terms.length === 1 && isNumber.test(whole) ? whole : null);
  if (found.length < terms.length && digits !== null && compactNumber(text).includes(digits)) return [[0, text.length]];
  return joinStretches(found.map(([start, end]) => [from[start] ?? 0, from[end] ?? text.length]));
}

function mistypedStretches(folded: string, word: string | null): readonly Stretch[] {
  if (word === null) return [];
  const hits = matcher.filter([folded], word);
  if (hits === null || hits.length === 0) return [];
  const ranges = matcher.info(hits, [folded], word).ranges[0] ?? [];
  return Array.from({ length: ranges.length / 2 }, (_, index): Stretch => [
    ranges[2 * index] ?? 0,
    ranges[2 * index + 1] ?? 0,
  ]);
}

function joinStretches(stretches: readonly Stretch[]): readonly Stretch[] {
  const joined: Stretch[] = [];
  for (const [from, to] of [...stretches].sort((one, other) => one[0] - other[0])) {
    const last = joined[joined.length - 1];
    if (last !== undefined && from <= last[1]) joined[joined.length - 1] = [last[0], Math.max(last[1], to)];
    else joined.push([from, to]);
  }
  return joined;
}

/** What was folded once: lists of things that stay the same are looked through at every key. */
const foldedNames = new WeakMap<object, string>();

function foldedNameOf(item: { readonly name: string }): string {
  let folded = foldedNames.get(item);
  if (folded === undefined) {
    const compact = compactNumber(item.name);
    // A number is found as it is stored too, whatever groups it is shown in.
    folded = foldText(item.name) + (compact !== item.name && isNumber.test(compact) ? fieldEnd + compact : '');
    foldedNames.set(item, folded);
  }
  return folded;
}

/** The things that fit by their names, with how well; best first. Things are values: one whose name changes is another one. */
export function rankedMatches<T extends { readonly name: string }>(
  items: readonly T[],
  needle: Needle,
): readonly { readonly item: T; readonly score: number }[] {
  const texts = items.map(foldedNameOf);
  const found = findIn(texts, needle);
  const isThorough = found.length <= mostThorough;
  return found
    .flatMap((at) => {
      const item = items[at];
      return item === undefined ? [] : [{ item, score: scoreOf(texts[at] ?? '', needle, isThorough) }];
    })
    .sort((one, other) => one.score - other.score);
}

/** The best of some things by their names, best first; in their own order while nothing is typed. */
export function bestMatches<T extends { readonly name: string }>(
  items: Iterable<T>,
  typed: string,
  most: number,
): readonly T[] {
  const all = [...items];
  const needle = needleOf(typed);
  return needle === null
    ? all.slice(0, most)
    : rankedMatches(all, needle)
        .slice(0, most)
        .map(({ item }) => item);
}
