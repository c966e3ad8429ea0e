import type { searchTexts as english } from '../english/search';
import type { Translation } from '../translation';

/** Search everywhere. */
export const searchTexts: Translation<typeof english> = {
  'search.title': 'Überall suchen',
  'search.placeholder': 'Namen, Kürzel, E-Mail-Adressen, Nummern, Seriennummern…',
  'search.hint': 'Gruppen, Personen, Nummern, Geräte, Sprachmenüs und Lizenzen. Ein falscher Buchstabe schadet nicht.',
  'search.kinds': 'Was gefunden wurde',
  'search.section': '{kind} ({count, number})',
  'search.commands': 'Befehle',
  'search.showAll': 'Alle {count, number} Ergebnisse zeigen',
  'search.cut': 'Aufgeführt sind je Art die besten {count, number}.',
  'search.range': 'Bereich von SIP-Nummern',

  'search.kind.all': 'Alle',
  'search.kind.groups': 'Gruppen',
  'search.kind.users': 'Personen',
  'search.kind.numbers': 'Nummern',
  'search.kind.ranges': 'Bereiche',
  'search.kind.devices': 'Geräte',
  'search.kind.menus': 'Sprachmenüs',
  'search.kind.blocks': 'Lizenzen',
};
