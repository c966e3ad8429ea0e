import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldText, foldWithPlaces } from '../../../../renderer/src/parts/search/fold';
import { bestMatches, marksIn, needleOf } from '../../../../renderer/src/parts/search/needle';

function found(names: readonly string[], typed: string): readonly string[] {
  return bestMatches(
    names.map((name) => ({ name })),
    typed,
    10,
  ).map(({ name }) => name);
}

function marked(text: string, typed: string): string {
  const needle = needleOf(typed);
  if (needle === null) return text;
  let shown = '';
  let at = 0;
  for (const [from, to] of marksIn(text, needle)) {
    shown += `${text.slice(at, from)}[${text.slice(from, to)}]`;
    at = to;
  }
  return shown + text.slice(at);
}

describe('finding by what was typed', () => {
  it('takes a letter with a mark, its two letters and the bare letter for the same', () => {
    const names = ['Jürgen Müller', 'Juergen Mueller', 'Jurgen Muller'];
    for (const typed of ['müller', 'mueller', 'muller', 'MÜLLER', 'jürgen'])
      expect(found(names, typed)).toHaveLength(3);
    expect(found(['Søren Weiß', 'Łukasz Kowalski'], 'soren weiss')).toEqual(['Søren Weiß']);
    expect(found(['Søren Weiß', 'Łukasz Kowalski'], 'lukasz')).toEqual(['Łukasz Kowalski']);
  });

  it('reads every script', () => {
    expect(found(['Олег Петренко', 'Ганна Шевченко'], 'петр')).toEqual(['Олег Петренко']);
    expect(found(['Ελένη Παππάς'], 'ελενη')).toEqual(['Ελένη Παππάς']);
    expect(found(['東京タワー', '大阪城'], '東京')).toEqual(['東京タワー']);
  });

  it('forgives one mistake in a word, in every script, and puts what fits better before', () => {
    const names = ['Riverside', 'Sunrise', 'Sunset'];
    for (const typed of ['sunrsie', 'sunise', 'sunnrise', 'sunrase']) expect(found(names, typed)[0]).toBe('Sunrise');
    expect(found(names, 'sunrase')).toEqual(['Sunrise']);
    expect(found(['Олег Петренко'], 'петернко')).toEqual(['Олег Петренко']);
    expect(found(['Hoffmeyer', 'Hofmeyer'], 'hofmeyer')).toEqual(['Hofmeyer', 'Hoffmeyer']);
  });

  it('takes digits as they are', () => {
    expect(found(['Apartment 101', 'Apartment 102', 'Apartment 1010'], '101')).toEqual([
      'Apartment 101',
      'Apartment 1010',
    ]);
    expect(found(['Apartment 101'], '110')).toEqual([]);
  });

  it('finds a number that is shown in groups by either spelling, and marks it', () => {
    const numbers = ['+49\u00a030\u00a0555010', '+49\u00a030\u00a0555011'];
    for (const typed of ['+4930555010', '4930555010', '30 555 010', '+49 30 555010', '30-555010', '0555010'])
      expect([typed, found(numbers, typed)]).toEqual([typed, ['+49\u00a030\u00a0555010']]);
    expect(found(numbers, '4930')).toHaveLength(2);
    expect(marked('+49\u00a030\u00a0555010', '4930555010')).toBe('[+49\u00a030\u00a0555010]');
    expect(marked('+49\u00a030\u00a0555010', '555010')).toBe('+49\u00a030\u00a0[555010]');
  });

  it('wants every word, in any order', () => {
    const names = ['Ada Albrecht', 'Ada Conti', 'Clara Albrecht'];
    expect(found(names, 'albrecht ada')).toEqual(['Ada Albrecht']);
    expect(found(names, 'albrecht')).toEqual(['Ada Albrecht', 'Clara Albrecht']);
  });

  it('puts whole names first, then beginnings, words, and what is inside', () => {
    expect(found(['Uplanders', 'Land House', 'New Land', 'Land', 'Landau'], 'land')).toEqual([
      'Land',
      'Landau',
      'Land House',
      'New Land',
      'Uplanders',
    ]);
  });

  it('finds nothing for signs that nothing has, and everything for nothing', () => {
    expect(found(['House 1'], '§')).toEqual([]);
    expect(found(['House 1', 'House 2'], '  ')).toEqual(['House 1', 'House 2']);
    expect(found(['House (old)'], '(old)')).toEqual(['House (old)']);
  });
});

describe('marking what was found', () => {
  it('marks the letters as they are written', () => {
    expect(marked('Jürgen Müller', 'mueller')).toBe('Jürgen [Müller]');
    expect(marked('Juergen Mueller', 'müller')).toBe('Juergen [Mueller]');
    expect(marked('Weißenstein', 'weiss')).toBe('[Weiß]enstein');
    expect(marked('Ada Albrecht', 'alb ad')).toBe('[Ad]a [Alb]recht');
  });

  it('marks what was meant where a letter was wrong', () => {
    expect(marked('Sunrise', 'sunrsie')).toBe('[Sunrise]');
    expect(marked('Riverside', 'sunrsie')).toBe('Riverside');
  });

  it('stays within the text, whatever is in it', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme', maxLength: 6 }), (text, typed) => {
        const { folded, from } = foldWithPlaces(text);
        expect(folded).toBe(foldText(text));
        expect(from).toHaveLength(folded.length + 1);
        let end = 0;
        for (const [start, stop] of marksIn(
          text,
          needleOf(typed) ?? { terms: [], words: [], whole: '', value: null },
        )) {
          expect(start).toBeGreaterThanOrEqual(end);
          expect(stop).toBeGreaterThanOrEqual(start);
          expect(stop).toBeLessThanOrEqual(text.length);
          end = stop;
        }
      }),
    );
  });
});
