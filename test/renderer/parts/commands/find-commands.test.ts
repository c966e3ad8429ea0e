import { describe, expect, it } from 'vitest';
import { commandEntries, commandFinder, wordsFor, type CommandFinder } from '../../../../renderer/src/parts/commands';
import { english } from '../../../../renderer/src/text/english';
import { german } from '../../../../renderer/src/text/german';
import { typedInEnglish, typedInGerman, type TypedWords } from './typed-words';

function finderIn(language: 'en' | 'de'): CommandFinder {
  const texts = { en: english, de: german }[language];
  return commandFinder(
    commandEntries.map(({ id, name }) => ({ id, name: texts[name], words: wordsFor[language][id] })),
  );
}

function astray(find: CommandFinder, list: TypedWords): readonly string[] {
  return list.flatMap(([typed, ...right]) => {
    const first = find(typed).slice(0, 3);
    return first.some((id) => right.includes(id)) ? [] : [`${typed}: ${first.join(', ')}`];
  });
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

  it('forgives a wrong letter and words that say nothing', () => {
    expect(finderIn('en')('how do I alocate licenses').slice(0, 3)).toContain('licenses.allocate');
    expect(finderIn('de')('ich möchte eine Person anlegn').slice(0, 3)).toContain('people.create');
  });

  it('finds nothing for what no command does', () => {
    expect(finderIn('en')('zzqx')).toEqual([]);
  });
});
