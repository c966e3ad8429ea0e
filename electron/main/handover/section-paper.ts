import type { Handover, HandoverSection } from '#core/handover/handover';
import type { Language } from '#core/kernel/language';
import { writePath } from '#core/kernel/written-path';
import { wordIn } from '#core/sheets/words';
import { escaped, licenseIn, named, paperPage, table } from './paper';
import { paperWords } from './paper-words';

/** A document about one section: its places with people, licenses, numbers and devices. */
export function sectionPaper(handover: Handover, one: HandoverSection, language: Language): string {
  const words = paperWords(language);
  const rows = one.places.map(({ name, path, people, numbers, devices }) => [
    named(name, path),
    people.length === 0 ? `<span class="quiet">${escaped(words.nobody)}</span>` : people.map(person).join(''),
    people
      .map(({ license }) => `<div>${escaped(license === null ? words.noLicense : licenseIn(language, license))}</div>`)
      .join(''),
    `<span class="numbers">${[...numbers, ...people.flatMap((someone) => someone.numbers)].map((number) => `<div>${escaped(number)}</div>`).join('')}</span>`,
    devices
      .map(({ model, serial }) => `<div>${escaped(model)}<span class="of">${escaped(serial)}</span></div>`)
      .join(''),
  ]);
  function person({ name, role }: (typeof one.places)[number]['people'][number]): string {
    return `<div>${escaped(name)}<span class="of">${escaped(wordIn(language, 'role', role) ?? role)}</span></div>`;
  }
  return paperPage(
    language,
    `${handover.name}: ${one.name}`,
    `<section><p class="quiet">${escaped(writePath([handover.name, ...one.path].filter((name) => name !== one.name)))}</p>
<h1>${escaped(one.name)}</h1>${table(
      [
        [words.place, '22%'],
        [words.people, '24%'],
        [words.license, '16%'],
        [words.numbers, '20%'],
        [words.devices, '18%'],
      ],
      rows,
    )}</section>`,
  );
}
