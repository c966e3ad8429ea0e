import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { ruleOfCode } from '#core/rules/refusals';
import { manualContents } from '../../../../renderer/src/features/manual';
import { commandEntries } from '../../../../renderer/src/parts/commands';
import { english } from '../../../../renderer/src/text/english';
import { german } from '../../../../renderer/src/text/german';
import { manualPages, type ManualPage } from '../../../../renderer/src/text/manual-pages';
import { outerScreens } from '../../../story/outer-screens';
import { screens } from '../../../story/screens';

const folder = path.join('docs', 'manual');
const languages = ['en', 'de'] as const;
const catalogues = { en: english, de: german } as const;
type Spoken = (typeof languages)[number];

/** Kept elsewhere: what is new in English is the list of changes. */
const elsewhere: { readonly [L in Spoken]: readonly ManualPage[] } = { en: ['whats-new'], de: [] };

function page(language: Spoken, name: ManualPage): string {
  const file = elsewhere[language].includes(name) ? 'CHANGELOG.md' : path.join(folder, language, `${name}.md`);
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
  it('has every page in every language, and no other file', () => {
    for (const language of languages)
      expect(readdirSync(path.join(folder, language)).sort()).toEqual(
        manualPages
          .filter((name) => !elsewhere[language].includes(name))
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
    expect(without).toEqual([]);
  });

  it('has a page for every screen, and names none that is not there', () => {
    const known = [...outerScreens, ...screens].map(({ name }) => name);
    const named = manualPages.flatMap((one) => manualContents[one].screens);
    expect(known.filter((name) => !named.includes(name))).toEqual([]);
    expect(named.filter((name, index) => !known.includes(name) || named.indexOf(name) !== index)).toEqual([]);
  });

  it('explains every refusal under a heading with its code', () => {
    for (const language of languages) {
      const explained = headings(page(language, 'refused')).flatMap((line) => /\(`([A-Z_]+)`\)$/.exec(line)?.[1] ?? []);
      expect([...explained].sort()).toEqual(Object.keys(ruleOfCode).sort());
    }
  });

  it('has as many headings and pictures in one language as in the other', () => {
    const outline = (language: Spoken, name: ManualPage): string => {
      const text = page(language, name);
      return `${name}: ${headings(text).length} headings, ${[...text.matchAll(/!\[/g)].length} pictures`;
    };
    const pages = manualPages.filter((name) => name !== 'whats-new');
    expect(pages.map((name) => outline('de', name))).toEqual(pages.map((name) => outline('en', name)));
  });

  it('leads nowhere that is not there, and shows no picture that is not there', () => {
    const lost = languages.flatMap((language) =>
      manualPages.flatMap((name) => {
        const at = path.join(folder, language);
        return [...page(language, name).matchAll(/\]\(([^)]+)\)/g)].flatMap(([, to = '']) => {
          if (elsewhere[language].includes(name)) return [];
          const [file = ''] = to.split('#');
          return existsSync(path.join(at, file)) ? [] : [`${language}/${name}: ${to}`];
        });
      }),
    );
    expect(lost).toEqual([]);
  });
});
