import { describe, expect, it } from 'vitest';
import {
  commandEntries,
  commandFinder,
  wordsFor,
  type CommandFinder,
  type CommandId,
} from '../../../../renderer/src/parts/commands';
import { english } from '../../../../renderer/src/text/english';
import { german } from '../../../../renderer/src/text/german';
import { moreInEnglish, moreInGerman, type TypedFor } from './more-typed-words';
import { newcomersInEnglish, newcomersInGerman } from './newcomers-words';
import { othersWordsInEnglish } from './others-words-english';
import { othersWordsInGerman } from './others-words-german';
import { weeksWordsInEnglish } from './week-words-english';
import { weeksWordsInGerman } from './week-words-german';
import { typedInEnglish, typedInGerman, type TypedWords } from './typed-words';

function finderIn(language: 'en' | 'de'): CommandFinder {
  const texts = { en: english, de: german }[language];
  return commandFinder(
    commandEntries.map(({ id, name }) => ({ id, name: texts[name], words: wordsFor[language][id] })),
  );
}

function astray(find: CommandFinder, list: TypedWords): readonly string[] {
  return list.flatMap(([typed, ...right]) => {
    const first = find(typed).ids.slice(0, 3);
    return first.some((id) => right.includes(id)) ? [] : [`${typed}: ${first.join(', ')}`];
  });
}

/** Each typed word with every command under which it stands. */
function listOf(typedFor: TypedFor): TypedWords {
  const right = new Map<string, CommandId[]>();
  for (const [id, words] of Object.entries(typedFor))
    for (const typed of words.split(', ')) right.set(typed, [...(right.get(typed) ?? []), id as CommandId]);
  return [...right].map(([typed, ids]) => [typed, ...ids]);
}

describe('finding a command by what people call it', () => {
  it('leads a hundred English words to the right command within the first three', () => {
    expect(typedInEnglish.length).toBeGreaterThanOrEqual(100);
    expect(astray(finderIn('en'), typedInEnglish)).toEqual([]);
  });

  it('leads a hundred German words to the right command within the first three', () => {
    expect(typedInGerman.length).toBeGreaterThanOrEqual(100);
    expect(astray(finderIn('de'), typedInGerman)).toEqual([]);
  });

  it('leads some four hundred more in each language there, from the tasks of the manual, mistyped and compound too', () => {
    for (const [language, typedFor] of [
      ['en', moreInEnglish],
      ['de', moreInGerman],
    ] as const) {
      const list = listOf(typedFor);
      expect(list.length).toBeGreaterThan(390);
      expect(astray(finderIn(language), list)).toEqual([]);
    }
  });

  it('leads what somebody types who never saw it there, in both languages', () => {
    expect(newcomersInEnglish.length).toBeGreaterThanOrEqual(60);
    expect(newcomersInGerman.length).toBeGreaterThanOrEqual(60);
    expect(astray(finderIn('en'), newcomersInEnglish)).toEqual([]);
    expect(astray(finderIn('de'), newcomersInGerman)).toEqual([]);
  });

  it('leads what is typed in the course of a week there, as a question, in the imperative or with a figure in it too', () => {
    expect(weeksWordsInEnglish.length).toBeGreaterThanOrEqual(250);
    expect(weeksWordsInGerman.length).toBeGreaterThanOrEqual(250);
    expect(astray(finderIn('en'), weeksWordsInEnglish)).toEqual([]);
    expect(astray(finderIn('de'), weeksWordsInGerman)).toEqual([]);
  });

  it('leads what people type who know other programs there, in both languages', () => {
    expect(othersWordsInEnglish.length).toBeGreaterThanOrEqual(250);
    expect(othersWordsInGerman.length).toBeGreaterThanOrEqual(190);
    expect(astray(finderIn('en'), othersWordsInEnglish)).toEqual([]);
    expect(astray(finderIn('de'), othersWordsInGerman)).toEqual([]);
  });

  it('takes words of one family, compounds and swapped letters for what they mean', () => {
    const german = finderIn('de');
    expect(german('Lizenzverlaengerungen').ids.slice(0, 3)).toContain('licenses.renew');
    expect(german('Bewohnerinnen anelgen').ids.slice(0, 3)).toContain('people.create');
    expect(finderIn('en')('renewals').ids[0]).toBe('licenses.renew');
  });

  it('forgives a wrong letter and words that say nothing', () => {
    expect(finderIn('en')('how do I alocate licenses').ids.slice(0, 3)).toContain('licenses.allocate');
    expect(finderIn('de')('ich möchte eine Person anlegn').ids.slice(0, 3)).toContain('people.create');
  });

  it('finds nothing for what no command does', () => {
    expect(finderIn('en')('zzqx').ids).toEqual([]);
  });

  it('says where every word was mistyped, so that a mistyped name comes first', () => {
    const find = finderIn('en');
    expect(find('riversdie')).toMatchObject({ isGuess: true });
    expect(find('alocate')).toMatchObject({ isGuess: true });
    expect(find('alocate licenses')).toMatchObject({ isGuess: false });
  });
});
