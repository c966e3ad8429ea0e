import type { ownFieldsTexts as english } from '../english/own-fields';
import type { Translation } from '../translation';

/** Fields of one's own. */
export const ownFieldsTexts: Translation<typeof english> = {
  'command.fields': 'Eigene Felder…',
  'account.tab.fields': 'Eigene Felder',
  'field.fields': 'Eigene Felder',
  'ownFields.title': 'Eigene Felder',
  'ownFields.section': 'Eigene Felder',
  'ownFields.intro': 'Was Sie von Personen, Gruppen, Geräten und Nummern sonst noch wissen wollen.',
  'ownFields.new': 'Neues Feld…',
  'ownFields.newTitle': 'Ein eigenes Feld',
  'ownFields.changeTitle': '{name} ändern',
  'ownFields.make': 'Feld anlegen',
  'ownFields.save': 'Ändern',
  'ownFields.none': 'Noch keine eigenen Felder',
  'ownFields.noneText':
    'Ein Feld steht in den Eigenschaften, als Spalte in den Tabellen, und die Suche findet seinen Inhalt.',
  'ownFields.name': 'Name',
  'ownFields.on': 'Bei',
  'ownFields.on.group': 'Gruppen',
  'ownFields.on.user': 'Personen',
  'ownFields.on.device': 'Geräten',
  'ownFields.on.number': 'Nummern',
  'ownFields.kind': 'Enthält',
  'ownFields.kind.text': 'einen Text',
  'ownFields.kind.number': 'eine Zahl',
  'ownFields.kind.day': 'einen Tag',
  'ownFields.kind.choice': 'eins von mehreren',
  'ownFields.choices': 'Was man wählen kann',
  'ownFields.choicesHint': 'Eins je Zeile.',
  'ownFields.nothing': 'nichts',
  'ownFields.change': '{name} ändern',
  'ownFields.remove': '{name} entfernen',
  'ownFields.removeTitle': '{name} entfernen',
  'ownFields.removeDo': 'Entfernen',
  'ownFields.removeText':
    '{count, plural, =0 {In diesem Feld steht nichts.} one {Ein Wert geht mit ihm.} other {# Werte gehen mit ihm.}}',
};
