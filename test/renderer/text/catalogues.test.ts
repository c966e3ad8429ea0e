import { parse, TYPE, type MessageFormatElement } from '@formatjs/icu-messageformat-parser';
import { describe, expect, it } from 'vitest';
import { english } from '../../../renderer/src/text/english';
import { german } from '../../../renderer/src/text/german';
import { catalogues } from '../../../renderer/src/text/text';
import { languages } from '#core/kernel/language';

type Key = keyof typeof english;
const keys = Object.keys(english) as readonly Key[];
const translated = languages.filter((language) => language !== 'en');

/** `count plural`, `name argument`: what a message asks for, however often and deep inside. */
function argumentsOf(elements: readonly MessageFormatElement[]): readonly string[] {
  return elements.flatMap((element) => {
    switch (element.type) {
      case TYPE.literal:
      case TYPE.pound:
        return [];
      case TYPE.plural:
        return [
          `${element.value} plural`,
          ...Object.values(element.options).flatMap(({ value }) => argumentsOf(value)),
        ];
      case TYPE.select:
        return [
          `${element.value} select ${Object.keys(element.options).sort().join('/')}`,
          ...Object.values(element.options).flatMap(({ value }) => argumentsOf(value)),
        ];
      case TYPE.tag:
        return [`${element.value} tag`, ...argumentsOf(element.children)];
      case TYPE.number:
        return [`${element.value} number`];
      default:
        return [`${element.value} argument`];
    }
  });
}

function needs(message: string): readonly string[] {
  return [...new Set(argumentsOf(parse(message)))].sort();
}

describe('the catalogues', () => {
  it.each(translated)('have the same keys in English and in %s', (language) => {
    expect(Object.keys(catalogues[language]).sort()).toEqual([...keys].sort());
  });

  it.each(translated)('ask for the same values in every message in English and in %s', (language) => {
    const here = catalogues[language];
    const different = keys.filter((key) => needs(english[key]).join() !== needs(here[key]).join());
    expect(different.map((key) => ({ key, english: needs(english[key]), [language]: needs(here[key]) }))).toEqual([]);
  });

  it('write a number that they count by nowhere without its separators', () => {
    const bare = keys.flatMap((key) =>
      languages.flatMap((language) => {
        const all = needs(catalogues[language][key]);
        return all
          .filter((one) => one.endsWith(' argument') && all.includes(one.replace(' argument', ' plural')))
          .map((one) => `${language}, ${key}: ${one}`);
      }),
    );
    expect(bare).toEqual([]);
    expect(needs(english['sheet.summary'])).toEqual(['changed number', 'new number', 'same number', 'wrong number']);
  });

  it('say nothing in German with English quotation marks', () => {
    expect(keys.filter((key) => /“[^“”„]*”/.test(german[key]))).toEqual([]);
  });

  it('call what could be given by one word wherever its figure stands', () => {
    const figures = keys.filter((key) =>
      [
        'word.left',
        'licenses.left',
        'licenses.available',
        'overview.available',
        'portfolio.left',
        'charts.free',
      ].includes(key),
    );
    expect(new Set(figures.map((key) => `${english[key]}, ${german[key]}`))).toEqual(new Set(['Left, Übrig']));
    const ofPools = keys.filter((key) => /^(portfolio|charts|generate|allocate|overview|licenses)\./.test(key));
    const ofSeats = ['licenses.freeSeats'];
    expect(
      ofPools.filter((key) => !ofSeats.includes(key) && /\bfree\b|\bfrei/i.test(`${english[key]} ${german[key]}`)),
    ).toEqual([]);
  });

  it.each(translated)('leave no whole sentence in English in %s', (language) => {
    const sentences = keys.filter(
      (key) => english[key].includes(' ') && /[a-z]{3}/.test(english[key].replace(/\{[^}]*\}/g, '')),
    );
    const names = /^(type\.|command\.language)/;
    expect(sentences.filter((key) => !names.test(key) && catalogues[language][key] === english[key])).toEqual([]);
  });
});
