import type { tableTexts as english } from '../english/tables';
import type { Translation } from '../translation';

/** Texts of all tables of the tabs. */
export const tableTexts: Translation<typeof english> = {
  'table.filter': 'Hier filtern',
  'table.nothing': 'Nichts passt zum Filter',
  'table.strays':
    '{count, plural, one {{name} ist neu und steht hier, obwohl der Filter es ausblenden würde.} other {# sind neu und stehen hier, obwohl der Filter sie ausblenden würde.}}',
  'table.showAll': 'Alles zeigen',
  'table.do': 'Was tun…',
  'table.actions': 'Was mit der Auswahl geschehen soll',
  'table.columnUp': '{column} nach links',
  'table.columnDown': '{column} nach rechts',
  'table.asAtFirst': 'Wie am Anfang',
  'table.id': 'ID',
  'command.exportTable': 'Diese Tabelle exportieren…',
  'list.sort': 'Diese Liste sortieren',
  'list.sortedBy': 'Sortiert nach: {what}',
  'list.sortedBackwards': 'Sortiert nach: {what}, rückwärts',
  'list.sortBackwards': '{what}, rückwärts',
  'table.dealer': 'Händler',
  'table.asOf': 'Stichtag',
  'table.exportName': '{table}, {group}',
  'table.exported': '{count, plural, one {# Zeile} other {# Zeilen}} exportiert',
  'table.notExported': 'Die Tabelle wurde nicht exportiert',
  'table.notExported.full': 'Auf dem Datenträger ist kein Platz mehr.',
  'table.notExported.unwritable': 'An diesem Ort kann nicht geschrieben werden. Wählen Sie einen anderen.',
  'table.notExported.other': 'Versuchen Sie es gleich noch einmal.',
};
