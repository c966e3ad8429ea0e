import type { exportsTexts as english } from '../english/exports';
import type { Translation } from '../translation';

/** Files for people, other systems and phones. */
export const exportsTexts: Translation<typeof english> = {
  'command.export': 'Exportieren…',
  'export.title': 'Exportieren',
  'export.name': '{what} von {group}',
  'export.what': 'Was',
  'export.what.all': 'Alles, je ein Blatt',
  'export.what.people': 'Personen',
  'export.what.groups': 'Gruppen',
  'export.what.numbers': 'Nummern',
  'export.what.devices': 'Geräte',
  'export.what.allocations': 'Lizenzen von Pools',
  'export.what.phoneBook': 'Telefonbuch',
  'export.from': 'Woraus',
  'export.from.group': 'Nur {group}, mit allem darunter',
  'export.from.account': 'Das ganze Konto',
  'export.format': 'Als',
  'export.format.xlsx': 'Arbeitsmappe (XLSX)',
  'export.format.xlsx.hint': 'Für Menschen: Nummern und Tage bleiben in Excel und LibreOffice, wie sie sind.',
  'export.format.csv': 'CSV',
  'export.format.csv.hint':
    'Für andere Systeme: jede Zelle in Anführungszeichen, Rufnummern, wie sie sind. Eine Tabelle auf einmal.',
  'export.phones': 'Für',
  'export.phones.vcf': 'Telefone und Adressbücher (vCard)',
  'export.phones.yealink': 'Yealink',
  'export.phones.snom': 'Snom',
  'export.phones.grandstream': 'Grandstream',
  'export.do': 'Exportieren…',
  'export.nothing': 'Davon gibt es hier nichts zu exportieren',
};
