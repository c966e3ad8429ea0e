import { writePath } from '#core/kernel/written-path';
import type { Handover, HandoverOpen, HandoverSection } from '#core/handover/handover';
import type { Language } from '#core/kernel/language';
import { wordIn } from '#core/sheets/words';
import { escaped, licenseIn, named, paperPage, table } from './paper';
import { paperWords, type PaperWords } from './paper-words';

/** The first document of a handover: cover, structure, licenses, what ends when, what is open, and where to sign. */
export function overviewPaper(handover: Handover, language: Language): string {
  const words = paperWords(language);
  return paperPage(
    language,
    `${words.title}: ${handover.name}`,
    [
      cover(handover, words, language),
      section(words.structure, structure(handover, words, language)),
      section(words.licenses, licenses(handover, words, language)),
      section(words.ends, ends(handover, words, language)),
      section(words.open, openItems(handover, words, language)),
      acceptance(handover, words),
    ].join('\n'),
  );
}

function section(title: string, body: string): string {
  return `<section><h2>${escaped(title)}</h2>${body}</section>`;
}

function kindIn(language: Language, kind: string): string {
  return wordIn(language, 'groupKind', kind) ?? kind;
}

function cover({ name, path, kind, code, day, account }: Handover, words: PaperWords, language: Language): string {
  const facts: readonly (readonly [string, string])[] = [
    [words.project, writePath([...path, name])],
    [words.kind, [kindIn(language, kind), code].filter((part) => part !== '').join(', ')],
    [words.account, account],
    [words.asOf, words.day(day)],
  ];
  return `<header class="cover"><p class="what">${escaped(words.title)}</p><h1>${escaped(name)}</h1>
<dl>${facts.map(([fact, value]) => `<dt>${escaped(fact)}</dt><dd>${escaped(value)}</dd>`).join('')}</dl></header>`;
}

function structure({ sections, counts }: Handover, words: PaperWords, language: Language): string {
  const summary = counts.map(({ kind, count }) => `${words.number(count)} × ${kindIn(language, kind)}`).join(', ');
  const count = (of: HandoverSection, each: (place: HandoverSection['places'][number]) => number): string =>
    words.number(of.places.reduce((sum, place) => sum + each(place), 0));
  return `<p>${escaped(summary)}</p>${table(
    [
      [words.part, '40%'],
      [`#${words.apartments}`, '15%'],
      [`#${words.people}`, '15%'],
      [`#${words.numbers}`, '15%'],
      [`#${words.devices}`, '15%'],
    ],
    sections.map((one) => [
      named(one.name, one.path),
      count(one, ({ kind }) => (kind === 'apartment' ? 1 : 0)),
      count(one, ({ people }) => people.length),
      count(one, ({ people, numbers }) => people.reduce((sum, { numbers: own }) => sum + own.length, numbers.length)),
      count(one, ({ devices }) => devices.length),
    ]),
  )}`;
}

function licenses(handover: Handover, words: PaperWords, language: Language): string {
  const shared = handover.sharedPool === null ? '' : `<p>${escaped(words.sharedPool(handover.sharedPool))}</p>`;
  if (handover.licenses.length === 0) return `${shared}<p class="quiet">${escaped(words.noLicensesHere)}</p>`;
  return `${shared}${table(
    [
      [words.license, '30%'],
      [`#${words.units}`, '12%'],
      [words.from, '16%'],
      [words.until, '16%'],
      [words.place, '26%'],
    ],
    handover.licenses.map(({ license, quantity, validFrom, validUntil, groupName }) => [
      escaped(licenseIn(language, license)),
      words.number(quantity),
      validFrom === null ? '' : words.day(validFrom),
      validUntil === null ? words.unlimited : words.day(validUntil),
      escaped(groupName),
    ]),
  )}`;
}

function ends({ licenses: blocks, day }: Handover, words: PaperWords, language: Language): string {
  const coming = blocks
    .flatMap(({ validUntil, ...block }) => (validUntil !== null && validUntil >= day ? [{ ...block, validUntil }] : []))
    .sort((one, other) => (one.validUntil < other.validUntil ? -1 : one.validUntil > other.validUntil ? 1 : 0));
  if (coming.length === 0) return `<p class="quiet">${escaped(words.nothingEnds)}</p>`;
  return table(
    [
      [words.lastDay, '18%'],
      [`#${words.units}`, '12%'],
      [words.license, '35%'],
      [words.place, '35%'],
    ],
    coming.map(({ validUntil, quantity, license, groupName }) => [
      words.day(validUntil),
      words.number(quantity),
      escaped(licenseIn(language, license)),
      escaped(groupName),
    ]),
  );
}

function openItems({ open }: Handover, words: PaperWords, language: Language): string {
  if (open.length === 0) return `<p class="quiet">${escaped(words.nothingOpen)}</p>`;
  return table(
    [
      [words.item, '34%'],
      [words.concerns, '42%'],
      [words.place, '24%'],
    ],
    open.map((item) => [
      escaped(words.openItem[item.kind]),
      escaped(concern(item, words, language)),
      escaped(item.place),
    ]),
  );
}

function concern({ names, license, quantity, day }: HandoverOpen, words: PaperWords, language: Language): string {
  const units = quantity === null ? '' : `${words.number(quantity)} × `;
  return [
    ...names,
    ...(license === null
      ? quantity === null
        ? []
        : [words.number(quantity)]
      : [`${units}${licenseIn(language, license)}`]),
    ...(day === null ? [] : [words.day(day)]),
  ].join(', ');
}

function acceptance({ name, day }: Handover, words: PaperWords): string {
  const side = (title: string): string =>
    `<div><h3>${escaped(title)}</h3><p class="line">${escaped(words.placeAndDay)}</p><p class="line">${escaped(words.signature)}</p></div>`;
  return `<section class="sign"><h2>${escaped(words.acceptance)}</h2><p>${escaped(words.statement(name, words.day(day)))}</p>
<div class="lines">${side(words.handedOverBy)}${side(words.acceptedBy)}</div></section>`;
}
