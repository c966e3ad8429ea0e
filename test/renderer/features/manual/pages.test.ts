import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { languages, type Language } from '#core/kernel/language';
import { ruleOfCode } from '#core/rules/refusals';
import { manualContents } from '../../../../renderer/src/features/manual';
import { commandEntries } from '../../../../renderer/src/parts/commands';
import { manualPages, type ManualPage } from '../../../../renderer/src/text/manual-pages';
import { catalogues } from '../../../../renderer/src/text/text';
import { outerScreens } from '../../../story/outer-screens';
import { screens } from '../../../story/screens';

const folder = path.join('docs', 'manual');

/** Kept elsewhere: what is new in English is the list of changes. */
function isElsewhere(language: Language, name: ManualPage): boolean {
  return language === 'en' && name === 'whats-new';
}

function page(language: Language, name: ManualPage): string {
  const file = isElsewhere(language, name) ? 'CHANGELOG.md' : path.join(folder, language, `${name}.md`);
  return readFileSync(file, 'utf8');
}

/** A name as the menus write it, without the dots that say that something is asked first. */
function plain(name: string): string {
  return name.replace(/…$/, '');
}

function headings(text: string): readonly string[] {
  return text.split('\n').filter((line) => /^#{2,3} /.test(line));
}

describe('the manual', () => {
  it.each(languages)('has every page in %s, and no other file', (language) => {
    expect(readdirSync(path.join(folder, language)).sort(), `the files of docs/manual/${language}`).toEqual(
      manualPages
        .filter((name) => !isElsewhere(language, name))
        .map((name) => `${name}.md`)
        .sort(),
    );
  });

  it('has a page for every command, which calls it as the menus do', () => {
    const without = commandEntries.flatMap(({ id, name }) => {
      const on = manualPages.filter((one) => manualContents[one].commands.some((command) => command === id));
      if (on.length === 0) return [`${id}: on no page (renderer/src/features/manual/contents.ts)`];
      return languages.flatMap((language) => {
        const called = plain(catalogues[language][name]);
        return on.some((one) => page(language, one).includes(`**${called}`)) ? [] : [`${language}: ${id}, “${called}”`];
      });
    });
    expect(without, 'commands whose page does not have their name in bold').toEqual([]);
  });

  it('has a page for every screen, and names none that is not there', () => {
    const known = [...outerScreens, ...screens].map(({ name }) => name);
    const named = manualPages.flatMap((one) => manualContents[one].screens);
    expect(
      known.filter((name) => !named.includes(name)),
      'screens that renderer/src/features/manual/contents.ts gives no page',
    ).toEqual([]);
    expect(
      named.filter((name, index) => !known.includes(name) || named.indexOf(name) !== index),
      'names in renderer/src/features/manual/contents.ts that no list in test/story has, or that stand there twice',
    ).toEqual([]);
  });

  it.each(languages)('explains every refusal in %s under a heading with its code', (language) => {
    const explained = headings(page(language, 'refused')).flatMap((line) => /\(`([A-Z_]+)`\)$/.exec(line)?.[1] ?? []);
    expect([...explained].sort(), `the headings of docs/manual/${language}/refused.md beside the codes`).toEqual(
      Object.keys(ruleOfCode).sort(),
    );
  });

  it.each(languages.filter((one) => one !== 'en'))(
    'has as many headings and pictures in %s as in English',
    (spoken) => {
      const outline = (language: Language, name: ManualPage): string => {
        const text = page(language, name);
        return `${name}: ${headings(text).length} headings, ${[...text.matchAll(/!\[/g)].length} pictures`;
      };
      const pages = manualPages.filter((name) => name !== 'whats-new');
      expect(pages.map((name) => outline(spoken, name))).toEqual(pages.map((name) => outline('en', name)));
    },
  );

  it('leads nowhere that is not there, and shows no picture that is not there', () => {
    const lost = languages.flatMap((language) =>
      manualPages.flatMap((name) => {
        const at = path.join(folder, language);
        return [...page(language, name).matchAll(/\]\(([^)]+)\)/g)].flatMap(([, to = '']) => {
          if (isElsewhere(language, name)) return [];
          const [file = ''] = to.split('#');
          return existsSync(path.join(at, file)) ? [] : [`${language}/${name}: ${to}`];
        });
      }),
    );
    expect(lost, 'links and pictures that are not there').toEqual([]);
  });
});
