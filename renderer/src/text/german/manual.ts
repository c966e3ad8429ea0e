import type { manualTexts as english } from '../english/manual';
import type { Translation } from '../translation';

/** The manual in the window. Its pages are in docs/manual. */
export const manualTexts: Translation<typeof english> = {
  'command.manual': 'Handbuch',
  'command.whatsNew': 'Neues in dieser Version',

  'manual.title': 'Handbuch',
  'manual.about': 'Was das Handbuch dazu sagt',
  'manual.search': 'Im Handbuch suchen…',
  'manual.contents': 'Seiten',
  'manual.back': 'Zurück',
  'manual.opening': 'Das Handbuch wird geöffnet…',
  'manual.nothing': 'Dazu steht nichts im Handbuch. Versuchen Sie ein anderes Wort.',

  'manual.chapter.begin': 'Der Anfang',
  'manual.chapter.building': 'Gebäude anlegen',
  'manual.chapter.licenses': 'Lizenzen',
  'manual.chapter.people': 'Personen und Nummern',
  'manual.chapter.together': 'Gemeinsam',
  'manual.chapter.account': 'Das Konto',
  'manual.chapter.lookUp': 'Zum Nachschlagen',
};
