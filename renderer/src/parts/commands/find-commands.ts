import { foldText } from '../search/fold';
import type { CommandId } from './command-list';
import { kinship, likeness, stemOf } from './typed-word';

/** A command as it is looked for: its name, and the words by which people call it. */
export interface CommandToFind {
  readonly id: CommandId;
  readonly name: string;
  readonly words: string;
}

/** Commands that were found, the best first. */
export interface FoundCommands {
  readonly ids: readonly CommandId[];
  /** No word of it was known, but as one with a mistake: a name may rather be meant. */
  readonly isGuess: boolean;
}

export type CommandFinder = (typed: string) => FoundCommands;

/** Words that say nothing about what is wanted, in all languages of the window, folded. */
const emptyWords = new Set(
  (
    'a an the to of for in on at my me i we you it is are do does how can could want need please make with from into and or this that ' +
    'show see view all some her his their our your something somebody someone ' +
    'ein eine einen einer einem der die das den dem des zu zum zur im in an am auf fur von vom mit und oder ich wir sie es ist ' +
    'ihr ihm ihnen ihre seine unsere um du dir mir euch wie kann kannst konnen mochte will bitte gib zeig mach mein meine machen tun man was jemand jemandem etwas soll zeigen ansehen anzeigen sehen'
  ).split(' '),
);

interface Phrase {
  readonly words: readonly string[];
  /** What it counts: names more than other words, and what stands first more than what is said at last. */
  readonly weight: number;
}

interface Known {
  readonly id: CommandId;
  readonly phrases: readonly Phrase[];
}

function wordsOf(text: string): string[] {
  const all = foldText(text)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');
  // A figure, as in “40 flats”, says how many and not what.
  const meant = all.filter((word) => !emptyWords.has(word) && !/^\p{N}+$/u.test(word));
  // “What if” consists of such words alone.
  return meant.length === 0 ? all : meant;
}

const weightOfName = 1.06;
const stepDown = 0.006;
const leastWeight = 0.94;
const leastScore = 0.3;
/** What a phrase counts that says more than was typed. */
const unsaid = 0.72;
/** What words count that are scattered over the phrases of a command. */
const scattered = 0.6;

/**
 * Finds commands by what is typed: by the phrase that says it best, whatever form its words have, whether they are mistyped or
 * part of a compound. Rare words count more than those that many commands share.
 */
export function commandFinder(commands: readonly CommandToFind[]): CommandFinder {
  const known: readonly Known[] = commands.map(({ id, name, words }) => ({
    id,
    phrases: [
      { words: wordsOf(name), weight: weightOfName },
      ...words
        .split(',')
        .map((phrase, index) => ({ words: wordsOf(phrase), weight: Math.max(leastWeight, 1 - stepDown * index) })),
    ],
  }));
  const vocabulary = [...new Set(known.flatMap(({ phrases }) => phrases.flatMap(({ words }) => words)))];
  const commandsWith = new Map<string, number>();
  for (const { phrases } of known)
    for (const stem of new Set(phrases.flatMap(({ words }) => words.map(stemOf))))
      commandsWith.set(stem, (commandsWith.get(stem) ?? 0) + 1);
  /** How much a word tells: one that leads to half of all commands tells little. */
  const tells = (word: string): number => Math.log(1 + known.length / (commandsWith.get(stemOf(word)) ?? 1));

  return (typed) => {
    const words = wordsOf(typed);
    const wanted = words.map((word) => {
      const meant = new Map<string, number>();
      let best = '';
      for (const one of vocabulary) {
        const like = likeness(word, one);
        if (like === 0) continue;
        meant.set(one, like);
        if (like > (meant.get(best) ?? 0)) best = one;
      }
      return { meant, weight: tells(meant.size === 0 ? word : best) };
    });
    const isGuess = !words.some((word) => vocabulary.some((one) => kinship(word, one) > 0));
    const all = wanted.reduce((sum, { weight }) => sum + weight, 0);
    if (all === 0) return { ids: [], isGuess };

    function scoreOf({ phrases }: Known): number {
      let bestPhrase = 0;
      const bestOfWord = wanted.map(() => 0);
      for (const { words, weight } of phrases) {
        let said = 0;
        const covered = new Set<string>();
        for (const [index, { meant, weight: worth }] of wanted.entries()) {
          let like = 0;
          let by = '';
          for (const word of words) {
            const one = meant.get(word) ?? 0;
            if (one > like) {
              like = one;
              by = word;
            }
          }
          if (like === 0) continue;
          covered.add(by);
          said += worth * like;
          bestOfWord[index] = Math.max(bestOfWord[index] ?? 0, like * weight);
        }
        if (said === 0) continue;
        const full = words.reduce((sum, word) => sum + tells(word), 0);
        const part = [...covered].reduce((sum, word) => sum + tells(word), 0) / full;
        bestPhrase = Math.max(bestPhrase, (said / all) * (unsaid + (1 - unsaid) * part) * weight);
      }
      const spread = wanted.reduce((sum, { weight }, index) => sum + weight * (bestOfWord[index] ?? 0), 0) / all;
      return Math.max(bestPhrase, spread * scattered) + spread * 0.1;
    }

    const ids = known
      .map((command) => ({ id: command.id, score: scoreOf(command) }))
      .filter(({ score }) => score >= leastScore)
      .sort((one, other) => other.score - one.score || (one.id < other.id ? -1 : 1))
      .map(({ id }) => id);
    return { ids, isGuess };
  };
}
