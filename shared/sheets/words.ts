import { languages, type Language } from '../kernel/language';
import { isOwnSheetField, type OwnSheetField, type SheetField, type SheetKind } from './fields';
import type { SheetWords, WordFor } from './sheet';

/** What a column or a value is called in each language: the first is what a table writes. */
type Words = { readonly [L in Language]: readonly string[] };

const headings: { readonly [F in Exclude<SheetField, OwnSheetField>]: Words } = {
  id: { en: ['ID', 'Id'], de: ['ID', 'Kennung'] },
  name: {
    en: ['Name', 'Full name', 'Person', 'Display name', 'Tenant', 'Contact'],
    de: ['Name', 'Vollständiger Name', 'Person', 'Anzeigename', 'Mieter', 'Bewohnername', 'Kontakt'],
  },
  firstName: {
    en: ['First name', 'Given name', 'Forename', 'Firstname'],
    de: ['Vorname', 'Rufname'],
  },
  lastName: {
    en: ['Last name', 'Surname', 'Family name', 'Lastname'],
    de: ['Nachname', 'Familienname', 'Zuname'],
  },
  email: {
    en: ['E-mail', 'Email', 'Mail', 'E-mail address', 'Email address', 'Mail address'],
    de: ['E-Mail', 'Mail', 'E-Mail-Adresse', 'Mailadresse'],
  },
  phone: {
    en: ['Phone', 'Telephone', 'Phone number', 'Tel', 'Work phone', 'Office phone'],
    de: ['Telefon', 'Telefonnummer', 'Tel.', 'Festnetz', 'Festnetznummer'],
  },
  mobile: {
    en: ['Mobile', 'Mobile phone', 'Mobile number', 'Cell', 'Cell phone', 'Cellphone'],
    de: ['Mobil', 'Mobiltelefon', 'Mobilnummer', 'Handy', 'Handynummer', 'Mobilfunk'],
  },
  sip: {
    en: ['SIP', 'Extension', 'SIP number', 'Internal number'],
    de: ['SIP', 'Nebenstelle', 'SIP-Nummer', 'Interne Nummer'],
  },
  numbers: {
    en: ['Numbers', 'Number', 'Direct number', 'Direct line', 'Assigned number', 'Line'],
    de: ['Nummern', 'Nummer', 'Rufnummer', 'Rufnummern', 'Durchwahl', 'Zugewiesene Nummer'],
  },
  role: { en: ['Role'], de: ['Rolle'] },
  lifecycle: { en: ['State', 'Lifecycle', 'Invitation'], de: ['Zustand', 'Stand', 'Einladung'] },
  group: {
    en: ['Group', 'Place', 'Apartment', 'Location', 'Flat', 'Unit', 'Department'],
    de: ['Gruppe', 'Ort', 'Wohnung', 'Einheit', 'Abteilung', 'Wohneinheit'],
  },
  groupPath: { en: ['Group path', 'Path', 'Org Unit Path'], de: ['Pfad', 'Gruppenpfad'] },
  license: { en: ['License', 'Licence', 'License type'], de: ['Lizenz', 'Lizenztyp'] },
  kind: { en: ['Kind', 'Type'], de: ['Art', 'Typ'] },
  code: { en: ['Code', 'Short name', 'Apartment code'], de: ['Kürzel', 'Code', 'Kurzzeichen'] },
  parent: {
    en: ['Lies in', 'Parent', 'Parent group', 'In', 'Above', 'Belongs to'],
    de: ['Liegt in', 'Übergeordnet', 'Obergruppe', 'Gehört zu', 'Übergeordnete Gruppe'],
  },
  status: { en: ['Status', 'Project status'], de: ['Status', 'Projektstatus'] },
  note: { en: ['Note', 'Notes', 'Remark', 'Comment'], de: ['Notiz', 'Notizen', 'Bemerkung', 'Anmerkung'] },
  level1: { en: ['Main group'], de: ['Hauptgruppe'] },
  level2: { en: ['Middle group'], de: ['Mittelgruppe'] },
  level3: { en: ['Sub group', 'Subgroup'], de: ['Untergruppe'] },
  value: {
    en: ['Number', 'Phone number', 'Value', 'Telephone number', 'DID', 'Phone'],
    de: ['Nummer', 'Rufnummer', 'Telefonnummer', 'Wert', 'Telefon'],
  },
  usedBy: {
    en: ['Used by', 'User', 'Assigned to', 'Person', 'Name', 'Holder', 'Employee'],
    de: ['Genutzt von', 'Verwendet von', 'Nutzer', 'Zugeordnet', 'Person', 'Name', 'Mitarbeiter', 'Bewohner'],
  },
  serial: {
    en: ['Serial number', 'Serial', 'S/N', 'Serial no.', 'MAC', 'MAC address'],
    de: ['Seriennummer', 'Serien-Nr.', 'SN', 'MAC-Adresse'],
  },
  model: { en: ['Model', 'Device', 'Product'], de: ['Modell', 'Gerät', 'Produkt'] },
  pool: { en: ['Pool', 'Group'], de: ['Pool', 'Gruppe'] },
  type: {
    en: ['License', 'Licence', 'Type', 'License type'],
    de: ['Lizenz', 'Typ', 'Lizenztyp'],
  },
  quantity: { en: ['Quantity', 'Units', 'Amount', 'Count'], de: ['Menge', 'Anzahl', 'Stück'] },
  validFrom: { en: ['Valid from', 'From', 'Start'], de: ['Gültig ab', 'Gültig von', 'Ab', 'Von', 'Beginn'] },
  validUntil: { en: ['Valid until', 'Until', 'Valid to', 'End'], de: ['Gültig bis', 'Bis', 'Ende'] },
};

function everyLanguage(words: Words): readonly string[] {
  return languages.flatMap((language) => words[language]);
}

/** Names that a column of a field may have, in every language. */
export function headingsOf(field: SheetField): readonly string[] {
  return isOwnSheetField(field) ? [] : everyLanguage(headings[field]);
}

/** Name of the column of a field in a table. */
export function headingIn(language: Language, field: SheetField): string {
  return isOwnSheetField(field) ? field : (headings[field][language][0] ?? field);
}

type ValueWords<Value extends string> = { readonly [V in Value]: Words };

const roles: ValueWords<string> = {
  owner: { en: ['Owner'], de: ['Inhaber'] },
  companyAdmin: { en: ['Company administrator', 'Company admin'], de: ['Firmenadministrator'] },
  siteAdmin: { en: ['Site administrator', 'Site admin'], de: ['Standortadministrator'] },
  accountant: { en: ['Accountant'], de: ['Buchhaltung'] },
  technical: { en: ['Technician', 'Technical'], de: ['Techniker'] },
  supervisor: { en: ['Supervisor'], de: ['Supervisor'] },
  concierge: { en: ['Concierge'], de: ['Concierge'] },
  resident: { en: ['Resident', 'Employee'], de: ['Bewohner', 'Mitarbeiter'] },
};
const lifecycles: ValueWords<'planned' | 'invited' | 'active' | 'archived'> = {
  planned: { en: ['Planned'], de: ['Geplant'] },
  invited: { en: ['Invited'], de: ['Eingeladen'] },
  active: { en: ['Active', 'Joined'], de: ['Aktiv', 'Beigetreten'] },
  archived: { en: ['Archived'], de: ['Archiviert'] },
};
const numberKinds: ValueWords<'landline' | 'mobile' | 'sip'> = {
  landline: { en: ['Landline'], de: ['Festnetz'] },
  mobile: { en: ['Mobile'], de: ['Mobil'] },
  sip: { en: ['SIP'], de: ['SIP'] },
};
const groupKinds: ValueWords<string> = {
  distributor: { en: ['Distributor'], de: ['Distributor'] },
  dealer: { en: ['Dealer'], de: ['Händler'] },
  complex: { en: ['Complex'], de: ['Wohnanlage', 'Anlage'] },
  building: { en: ['Building', 'House', 'Block'], de: ['Gebäude', 'Haus'] },
  entrance: { en: ['Entrance'], de: ['Eingang', 'Aufgang'] },
  floor: { en: ['Floor', 'Storey', 'Level'], de: ['Etage', 'Stockwerk', 'Geschoss'] },
  apartment: { en: ['Apartment', 'Flat'], de: ['Wohnung', 'Whg.', 'Apartment'] },
  office: { en: ['Office'], de: ['Büro'] },
  department: { en: ['Department', 'Team'], de: ['Abteilung', 'Team'] },
  custom: { en: ['Group'], de: ['Gruppe'] },
};
const statuses: ValueWords<'draft' | 'confirmed' | 'commissioned' | 'handedOver' | 'locked'> = {
  draft: { en: ['Draft'], de: ['Entwurf'] },
  confirmed: { en: ['Confirmed'], de: ['Bestätigt'] },
  commissioned: { en: ['Commissioned'], de: ['In Betrieb genommen'] },
  handedOver: { en: ['Handed over'], de: ['Übergeben'] },
  locked: { en: ['Locked'], de: ['Gesperrt'] },
};
const licenses: ValueWords<string> = {
  'link.trial': { en: ['Link Trial'], de: ['Link Trial'] },
  'link.basic': { en: ['Link Basic'], de: ['Link Basic'] },
  'link.basicPaid': { en: ['Link Basic (paid)'], de: ['Link Basic (bezahlt)'] },
  'link.plus': { en: ['Link Plus'], de: ['Link Plus'] },
  'link.feature': { en: ['Link Feature'], de: ['Link Feature'] },
  'ringover.smart': { en: ['Ringover Smart'], de: ['Ringover Smart'] },
  'ringover.business': { en: ['Ringover Business'], de: ['Ringover Business'] },
  'ringover.advanced': { en: ['Ringover Advanced'], de: ['Ringover Advanced'] },
};
const nothing: Words = {
  en: ['none', 'nothing', 'free', 'no license'],
  de: ['keine', 'keiner', 'nichts', 'frei', 'keine Lizenz'],
};

function wordsFor(values: ValueWords<string>): readonly WordFor[] {
  return Object.entries(values).flatMap(([value, words]) => everyLanguage(words).map((word) => ({ word, value })));
}

/** Words by which the values of cells may be written, in every language; with the account's own roles and license types. */
export function sheetWords(
  ownRoles: Iterable<{ readonly id: string; readonly name: string }>,
  ownTypes: readonly { readonly id: string; readonly name: string }[],
): SheetWords {
  return {
    roles: [...wordsFor(roles), ...[...ownRoles].map(({ id, name }) => ({ word: name, value: id }))],
    lifecycles: wordsFor(lifecycles),
    licenses: [...wordsFor(licenses), ...ownTypes.map(({ id, name }) => ({ word: name, value: id }))],
    kinds: wordsFor(numberKinds),
    groupKinds: wordsFor(groupKinds),
    statuses: wordsFor(statuses),
    nothing: everyLanguage(nothing).map((word) => ({ word, value: '' })),
  };
}

const written = { role: roles, lifecycle: lifecycles, license: licenses, type: licenses, status: statuses } as const;

/** A value as a table of the language writes it; a value without a word (a role of one's own) has none. */
export function wordIn(
  language: Language,
  field: keyof typeof written | 'numberKind' | 'groupKind' | 'nothing',
  value: string,
): string | undefined {
  if (field === 'nothing') return nothing[language][0];
  const values: ValueWords<string> =
    field === 'numberKind' ? numberKinds : field === 'groupKind' ? groupKinds : written[field];
  return Object.hasOwn(values, value) ? values[value]?.[language][0] : undefined;
}

/** Kind that a group seems to be of by its name: `Haus 3`, `Wohnung 12`, `2. OG`. */
export function groupKindByName(name: string): string | undefined {
  if (/(?:^|\s)(?:\d+\.?\s?(?:OG|UG|DG)|EG|UG|DG|OG)(?:\s|$)/u.test(name)) return 'floor';
  const folded = name.toLowerCase();
  for (const [kind, words] of Object.entries(groupKinds))
    if (kind !== 'custom' && everyLanguage(words).some((word) => folded.startsWith(word.toLowerCase()))) return kind;
  return undefined;
}

const tableNames: { readonly [K in SheetKind]: { readonly [L in Language]: string } } = {
  people: { en: 'People', de: 'Personen' },
  groups: { en: 'Groups', de: 'Gruppen' },
  numbers: { en: 'Numbers', de: 'Nummern' },
  devices: { en: 'Devices', de: 'Geräte' },
  allocations: { en: 'Licenses', de: 'Lizenzen' },
};

/** Name of the table of a kind. */
export function tableNameIn(language: Language, kind: SheetKind): string {
  return tableNames[kind][language];
}
