import type { Handover, HandoverPerson, HandoverPlace, HandoverSection } from '#core/handover/handover';
import type { Language } from '#core/kernel/language';
import { writePath } from '#core/kernel/written-path';
import { wordIn } from '#core/sheets/words';
import { escaped, groupedTable, licenseIn, named, paperPage } from './paper';
import { paperWords, type PaperWords } from './paper-words';

/** A document about one section: its places with people, licenses, numbers and devices. */
export function sectionPaper(handover: Handover, one: HandoverSection, language: Language): string {
  const words = paperWords(language);
  return paperPage(
    language,
    `${handover.name}: ${one.name}`,
    `<section><p class="quiet">${escaped(writePath([handover.name, ...one.path].filter((name) => name !== one.name)))}</p>
<h1>${escaped(one.name)}</h1>${groupedTable(
      [
        [words.place, '22%'],
        [words.people, '24%'],
        [words.license, '16%'],
        [words.numbers, '20%'],
        [words.devices, '18%'],
      ],
      one.places.map((place) => linesOf(place, words, language)),
    )}</section>`,
  );
}

/** Lines of a place: each person beside the license and the numbers that are theirs, the place's own numbers above them. */
function linesOf(
  { name, path, people, numbers, devices }: HandoverPlace,
  words: PaperWords,
  language: Language,
): readonly (readonly string[])[] {
  const lines = people.map((person) => [
    personIn(person, language),
    escaped(person.license === null ? words.noLicense : licenseIn(language, person.license)),
    numbersOf(person.numbers),
  ]);
  if (people.length === 0)
    lines.unshift([`<span class="quiet">${escaped(words.nobody)}</span>`, '', numbersOf(numbers)]);
  else if (numbers.length > 0) lines.unshift(['', '', numbersOf(numbers)]);
  const kept = devices.map(
    ({ model, serial }) => `<div>${escaped(model)}<span class="of">${escaped(serial)}</span></div>`,
  );
  return lines.map((line, index) => (index === 0 ? [named(name, path), ...line, kept.join('')] : ['', ...line, '']));
}

function personIn({ name, role }: HandoverPerson, language: Language): string {
  return `${escaped(name)}<span class="of">${escaped(wordIn(language, 'role', role) ?? role)}</span>`;
}

function numbersOf(numbers: readonly string[]): string {
  return `<span class="numbers">${numbers.map((number) => `<div>${escaped(number)}</div>`).join('')}</span>`;
}
