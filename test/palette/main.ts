import { commandFinder } from '../../renderer/src/parts/commands/find-commands';
import { commandEntries } from '../../renderer/src/parts/commands/command-list';
import { wordsFor } from '../../renderer/src/parts/commands/words';
import { english } from '../../renderer/src/text/english';
import { german } from '../../renderer/src/text/german';

const titles: { readonly [language: string]: { readonly [key: string]: string } } = { en: english, de: german };
const shown = 3;

function main(language: string, typed: string): number {
  const texts = titles[language];
  if (texts === undefined || typed === '') {
    console.error(`palette: a language (${Object.keys(titles).join(', ')}) and what is typed, please.`);
    return 2;
  }
  const words = wordsFor[language as keyof typeof wordsFor];
  const title = (id: string): string => texts[commandEntries.find((entry) => entry.id === id)?.name ?? ''] ?? id;
  const find = commandFinder(commandEntries.map(({ id }) => ({ id, name: title(id), words: words[id] })));
  for (const id of find(typed).ids.slice(0, shown)) console.log(title(id));
  return 0;
}

const [language = '', ...typed] = process.argv.slice(2);
process.exitCode = main(language, typed.join(' '));
