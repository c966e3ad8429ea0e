import type { importsTexts as english } from '../english/imports';
import type { Translation } from '../translation';

/** Bringing files in. */
export const importsTexts: Translation<typeof english> = {
  'command.import': 'Datei importieren…',
  'import.title': 'Datei importieren',
  'import.ask':
    'Wählen Sie eine Datei oder ziehen Sie eine auf das Fenster. Alles, was sie bewirken würde, sehen Sie, bevor sich etwas ändert.',
  'import.another': 'Andere Datei…',
  'import.choose': 'Datei wählen…',
  'import.kinds': 'CSV, Text, Excel (XLSX), Adresskarten (VCF) und Gruppenadressen aus der ETS.',
  'import.reading': '{name} wird gelesen',
  'import.unreadable': '{name} ist nicht lesbar',
  'import.failure.NOT_FOUND': 'Die Datei ist nicht mehr da.',
  'import.failure.UNREADABLE': 'Die Datei ließ sich nicht öffnen.',
  'import.failure.EMPTY': 'Sie enthält nichts.',
  'import.failure.OLD_EXCEL':
    'Es ist eine alte Excel-Datei (XLS). Öffnen Sie sie in Excel oder LibreOffice und speichern Sie sie als XLSX.',
  'import.failure.BINARY_EXCEL': 'Es ist eine binäre Excel-Datei (XLSB). Speichern Sie sie als XLSX.',
  'import.failure.ODS': 'Es ist eine OpenDocument-Tabelle. Speichern Sie sie als XLSX oder CSV.',
  'import.failure.PDF':
    'Es ist ein PDF: das Bild einer Tabelle, keine Tabelle. Bitten Sie um die Tabelle, aus der es entstand.',
  'import.failure.WORD':
    'Es ist ein Textdokument. Kopieren Sie seine Tabelle in eine Tabellenkalkulation und speichern Sie diese als XLSX.',
  'import.failure.PASSWORD_PROTECTED':
    'Sie ist mit einem Kennwort geschützt. Öffnen Sie sie, speichern Sie sie ohne Kennwort und importieren Sie diese.',
  'import.failure.ARCHIVE': 'Es ist ein Archiv. Entpacken Sie es und importieren Sie die Datei darin.',
  'import.failure.PROJECT_FILE': 'Es ist eine Projektdatei von Trellis; sie wird geöffnet, nicht importiert.',
  'import.failure.PICTURE': 'Es ist ein Bild.',
  'import.failure.WEB_PAGE':
    'Es ist eine Webseite, was auch immer der Name sagt. Öffnen Sie sie in einer Tabellenkalkulation und speichern Sie sie als XLSX.',
  'import.failure.XML': 'Es ist XML einer Art, die hier nicht bekannt ist. Speichern Sie es als XLSX oder CSV.',
  'import.failure.NOT_A_TABLE': 'Es ist weder Tabelle noch Text.',
  'import.failure.ENCODING_UNKNOWN': 'Ihre Buchstaben sind nicht zu erkennen ({place}).',
  'import.failure.DAMAGED': 'Sie ist beschädigt ({place}). Bitten Sie noch einmal um sie.',
  'import.failure.TOO_LARGE': 'Sie ist größer als 64 MB.',
  'import.failure.TOO_LARGE_UNPACKED': 'Sie wäre entpackt größer als 64 MB.',
  'import.failure.TOO_MANY_PARTS': 'Sie hat mehr als {most, number} Teile.',
  'import.failure.TOO_MANY_ROWS': 'Sie hat mehr als {most, number} Zeilen. Importieren Sie sie in Teilen.',
  'import.failure.TOO_MANY_COLUMNS': 'Sie hat mehr als {most, number} Spalten ({place}).',
  'import.failure.CANCELLED': 'Sie wurde nicht zu Ende gelesen.',
  'import.failure.PROCESS_ENDED':
    'Das Programm, das sie liest, endete, bevor es fertig war. Versuchen Sie es mit einer kleineren Datei.',
  'import.encodingTitle': 'Welche Buchstaben sind das?',
  'import.encodingAsk':
    'Die Datei sagt nicht, wie ihre Buchstaben geschrieben sind. Wählen Sie die Zeile, die sich richtig liest.',
  'import.encoding': 'Buchstaben',
  'import.encoding.windows-1252': 'Westeuropäisch (Windows 1252)',
  'import.encoding.windows-1250': 'Mitteleuropäisch (Windows 1250)',
  'import.encoding.windows-1251': 'Kyrillisch (Windows 1251)',
  'import.encodingDo': 'So lesen',
  'import.rowsTitle': '{name} importieren',
  'import.kind': 'Die Zeilen sind',
  'import.kind.people': 'Personen',
  'import.kind.groups': 'Gruppen',
  'import.kind.numbers': 'Nummern',
  'import.kind.devices': 'Geräte',
  'import.kind.allocations': 'Lizenzen von Pools',
  'import.sheet': 'Blatt',
  'import.into': 'In {group}.',
  'import.preset': 'Erkannt als {preset}.',
  'import.readAs': 'Gelesen als {encoding}.',
  'import.merged': '{count, plural, one {# Zeile hat} other {# Zeilen haben}} eine verbundene Zelle.',
  'import.hidden':
    '{count, plural, one {# Zeile ist} other {# Zeilen sind}} in der Tabelle ausgeblendet und trotzdem gelesen.',
  'import.noHeadings': 'Keine Zeile benennt die Spalten. Sagen Sie unten, was jede Spalte ist.',
  'import.assign': 'Spalten zuordnen…',
  'import.columns': 'Spalten',
  'import.notTaken': 'Nicht übernehmen',
};
