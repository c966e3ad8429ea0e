import type { firstGroupTexts as english } from '../english/first-group';
import type { Translation } from '../translation';

/** The one question that a new account asks. */
export const firstGroupTexts: Translation<typeof english> = {
  'firstGroup.title': 'Worum kümmern Sie sich?',
  'firstGroup.what': 'Danach richtet sich die erste Gruppe; später lässt es sich ändern',
  'firstGroup.dealer': 'Um die Kunden eines Händlers',
  'firstGroup.dealer.hint': 'Mehrere Wohnanlagen, an die Lizenzen weitergegeben werden.',
  'firstGroup.dealer.name': 'Name des Händlers',
  'firstGroup.complex': 'Um eine Wohnanlage',
  'firstGroup.complex.hint': 'Gebäude, Eingänge, Etagen und Wohnungen, mit Bewohnern.',
  'firstGroup.complex.name': 'Name der Wohnanlage',
  'firstGroup.office': 'Um ein Büro',
  'firstGroup.office.hint': 'Abteilungen und Personen, jede mit Lizenz und Nummer.',
  'firstGroup.office.name': 'Name des Büros',
  'firstGroup.do': 'Anlegen',
  'firstGroup.doGenerate': 'Anlegen, und gleich erzeugen, was darin ist…',
};
