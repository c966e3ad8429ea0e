import MiniSearch from 'minisearch';
import { foldText } from '../search/fold';
import type { CommandId } from './command-list';

/** A command as it is looked for: its name, and the words by which people call it. */
export interface CommandToFind {
  readonly id: CommandId;
  readonly name: string;
  readonly words: string;
}

export type CommandFinder = (typed: string) => readonly CommandId[];

/** Words that say nothing about what is wanted, in all languages of the window, folded. */
const emptyWords = new Set(
  (
    'a an the to of for in on at my me i we you it is are do does how can could want need please with from into and or this that ' +
    'ein eine einen einer einem der die das den dem des zu zum zur im in an am auf fur von vom mit und oder ich wir sie es ist ' +
    'wie kann mochte will bitte mein meine machen tun'
  ).split(' '),
);
const leastForPrefix = 3;
const leastForMistake = 5;
const mistakesShare = 0.2;

function wordsOf(text: string): string[] {
  return foldText(text)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');
}

/**
 * Finds commands by what is typed: by their names first, then by the words people use for them, forgiving a wrong letter.
 * A phrase of the words that is typed as it stands comes before commands that merely share a word.
 */
export function commandFinder(commands: readonly CommandToFind[]): CommandFinder {
  const index = new MiniSearch<CommandToFind>({
    fields: ['name', 'words'],
    tokenize: wordsOf,
    processTerm: (term) => (emptyWords.has(term) ? null : term),
    searchOptions: {
      boost: { name: 2 },
      prefix: (term) => term.length >= leastForPrefix,
      fuzzy: (term) => (term.length >= leastForMistake ? mistakesShare : false),
    },
  });
  index.addAll(commands);
  const phrases = new Map(
    commands.map(({ id, name, words }) => [
      id as string,
      [name, ...words.split(',')].map((phrase) => wordsOf(phrase).join(' ')),
    ]),
  );
  return (typed) => {
    const phrase = wordsOf(typed).join(' ');
    // The words of a phrase that is known need not be weighed against each other.
    const known = (id: string): number => (phrases.get(id)?.includes(phrase) === true ? 1 : 0);
    return index
      .search(typed)
      .map(({ id, score }) => ({ id: id as CommandId, score, known: known(id as string) }))
      .sort((one, other) => other.known - one.known || other.score - one.score || (one.id < other.id ? -1 : 1))
      .map(({ id }) => id);
  };
}
