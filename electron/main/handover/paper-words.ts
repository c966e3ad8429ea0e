import type { HandoverOpen } from '#core/handover/handover';
import type { Language } from '#core/kernel/language';

/** Words of the papers of a handover. Another language is one more object of this type. */
export interface PaperWords {
  readonly title: string;
  readonly structure: string;
  readonly licenses: string;
  readonly ends: string;
  readonly open: string;
  readonly acceptance: string;
  readonly cards: string;
  readonly part: string;
  readonly kind: string;
  readonly place: string;
  readonly apartments: string;
  readonly people: string;
  readonly role: string;
  readonly license: string;
  readonly numbers: string;
  readonly devices: string;
  readonly units: string;
  readonly from: string;
  readonly until: string;
  readonly lastDay: string;
  readonly item: string;
  readonly concerns: string;
  readonly unlimited: string;
  readonly nobody: string;
  readonly noLicense: string;
  readonly nothingEnds: string;
  readonly nothingOpen: string;
  readonly noLicensesHere: string;
  readonly sharedPool: (pool: string) => string;
  readonly statement: (name: string, day: string) => string;
  readonly handedOverBy: string;
  readonly acceptedBy: string;
  readonly placeAndDay: string;
  readonly signature: string;
  readonly project: string;
  readonly account: string;
  readonly asOf: string;
  readonly scan: string;
  readonly openItem: { readonly [K in HandoverOpen['kind']]: string };
  readonly day: (day: string) => string;
  readonly number: (value: number) => string;
}

function dayIn(locale: string): (day: string) => string {
  const format = new Intl.DateTimeFormat(locale, {
    timeZone: 'UTC',
    day: '2-digit',
    month: '2-digit',
    year: 'numeric',
  });
  return (day) => format.format(new Date(`${day}T00:00:00Z`));
}

const english: PaperWords = {
  title: 'Handover',
  structure: 'Structure',
  licenses: 'Licenses',
  ends: 'What ends when',
  open: 'Open items',
  acceptance: 'Acceptance',
  cards: 'Cards',
  part: 'Part',
  kind: 'Kind',
  place: 'Place',
  apartments: 'Apartments',
  people: 'People',
  role: 'Role',
  license: 'License',
  numbers: 'Numbers',
  devices: 'Devices',
  units: 'How many',
  from: 'From',
  until: 'Until',
  lastDay: 'Last day',
  item: 'What is open',
  concerns: 'Concerns',
  unlimited: 'no end',
  nobody: 'nobody',
  noLicense: 'none',
  nothingEnds: 'No license has an end.',
  nothingOpen: 'Nothing is open.',
  noLicensesHere: 'There are no licenses of its own.',
  sharedPool: (pool) => `The licenses come from the shared pool of ${pool}.`,
  statement: (name, day) =>
    `${name} was handed over as described in these papers, as of ${day}. The open items above are known to both sides.`,
  handedOverBy: 'Handed over by',
  acceptedBy: 'Accepted by',
  placeAndDay: 'Place and day',
  signature: 'Name and signature',
  project: 'Project',
  account: 'Account',
  asOf: 'As of',
  scan: 'Find it in Trellis: Ctrl+K, then scan',
  openItem: {
    vacant: 'Apartments without anybody',
    noPanel: 'Entrances without a panel',
    noLicense: 'Has no license',
    noPoolLicense: 'Has no license, and the pool has none left',
    poolLicenseEnded: 'The license has ended',
    unitsShort: 'Licenses are missing',
    resourceShort: 'Something is missing of what licenses give',
    poolEnded: 'The license of the pool has ended',
    seatNotServed: 'The license is not served',
    allowanceNotServed: 'The allowance is not served',
    ends: 'Ends within 30 days',
    draft: 'Not confirmed yet',
    invited: 'Invited, not active yet',
    request: 'Request without an answer',
  },
  day: dayIn('en-GB'),
  number: (value) => new Intl.NumberFormat('en-GB').format(value),
};

const german: PaperWords = {
  title: 'Übergabe',
  structure: 'Aufbau',
  licenses: 'Lizenzen',
  ends: 'Was wann endet',
  open: 'Offene Punkte',
  acceptance: 'Abnahme',
  cards: 'Karten',
  part: 'Teil',
  kind: 'Art',
  place: 'Ort',
  apartments: 'Wohnungen',
  people: 'Personen',
  role: 'Rolle',
  license: 'Lizenz',
  numbers: 'Nummern',
  devices: 'Geräte',
  units: 'Anzahl',
  from: 'Ab',
  until: 'Bis',
  lastDay: 'Letzter Tag',
  item: 'Was offen ist',
  concerns: 'Betrifft',
  unlimited: 'unbefristet',
  nobody: 'niemand',
  noLicense: 'keine',
  nothingEnds: 'Keine Lizenz ist befristet.',
  nothingOpen: 'Nichts ist offen.',
  noLicensesHere: 'Es gibt keine eigenen Lizenzen.',
  sharedPool: (pool) => `Die Lizenzen kommen aus dem gemeinsamen Pool von ${pool}.`,
  statement: (name, day) =>
    `${name} wurde übergeben, wie in diesen Unterlagen beschrieben, Stand ${day}. Die offenen Punkte oben sind beiden Seiten bekannt.`,
  handedOverBy: 'Übergeben von',
  acceptedBy: 'Abgenommen von',
  placeAndDay: 'Ort und Datum',
  signature: 'Name und Unterschrift',
  project: 'Projekt',
  account: 'Konto',
  asOf: 'Stand',
  scan: 'In Trellis finden: Strg+K, dann scannen',
  openItem: {
    vacant: 'Wohnungen ohne Bewohner',
    noPanel: 'Eingänge ohne Türstation',
    noLicense: 'Hat keine Lizenz',
    noPoolLicense: 'Hat keine Lizenz, und im Pool ist keine übrig',
    poolLicenseEnded: 'Die Lizenz ist abgelaufen',
    unitsShort: 'Es fehlen Lizenzen',
    resourceShort: 'Es fehlt etwas von dem, was Lizenzen geben',
    poolEnded: 'Die Lizenz des Pools ist abgelaufen',
    seatNotServed: 'Die Lizenz wird nicht bedient',
    allowanceNotServed: 'Das Kontingent wird nicht bedient',
    ends: 'Endet innerhalb von 30 Tagen',
    draft: 'Noch nicht bestätigt',
    invited: 'Eingeladen, noch nicht aktiv',
    request: 'Anfrage ohne Antwort',
  },
  day: dayIn('de-DE'),
  number: (value) => new Intl.NumberFormat('de-DE').format(value),
};

const words: { readonly [L in Language]: PaperWords } = { en: english, de: german };

/** Words of a language. */
export function paperWords(language: Language): PaperWords {
  return words[language];
}
