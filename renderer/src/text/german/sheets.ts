import type { sheetsTexts as english } from '../english/sheets';
import type { Translation } from '../translation';

/** Tables that are copied to and pasted from a spreadsheet. */
export const sheetsTexts: Translation<typeof english> = {
  'sheet.names.id': 'ID',
  'sheet.names.name': 'Name',
  'sheet.names.firstName': 'Vorname',
  'sheet.names.lastName': 'Nachname',
  'sheet.names.mobile': 'Mobil',
  'sheet.names.sip': 'SIP-Nummer',
  'sheet.names.groupPath': 'Pfad',
  'sheet.names.code': 'Kürzel',
  'sheet.names.parent': 'Liegt in',
  'sheet.names.status': 'Status',
  'sheet.names.note': 'Notiz',
  'sheet.names.level1': 'Hauptgruppe',
  'sheet.names.level2': 'Mittelgruppe',
  'sheet.names.level3': 'Untergruppe',
  'sheet.names.email': 'E-Mail',
  'sheet.names.phone': 'Telefon',
  'sheet.names.role': 'Rolle',
  'sheet.names.lifecycle': 'Zustand',
  'sheet.names.group': 'Gruppe',
  'sheet.names.license': 'Lizenz',
  'sheet.names.value': 'Nummer',
  'sheet.names.kind': 'Art',
  'sheet.names.numbers': 'Nummern',
  'sheet.names.usedBy': 'Genutzt von',
  'sheet.names.serial': 'Seriennummer',
  'sheet.names.model': 'Modell',
  'sheet.names.pool': 'Pool',
  'sheet.names.type': 'Lizenz',
  'sheet.names.quantity': 'Menge',
  'sheet.names.validFrom': 'Gültig ab',
  'sheet.names.validUntil': 'Gültig bis',

  'sheet.copy': '{count, plural, one {Zeile} other {# Zeilen}} kopieren',
  'sheet.copyAll': 'Als Tabelle kopieren',
  'sheet.copied':
    '{count, plural, one {# Zeile} other {# Zeilen}} kopiert, mit den Namen der Spalten. Fügen Sie sie in eine Tabellenkalkulation ein.',
  'sheet.notCopied': 'Das System hat die Zeilen nicht angenommen. Drücken Sie stattdessen Strg+C.',
  'sheet.paste': 'Aus Tabellenkalkulation einfügen…',
  'sheet.title':
    '{kind, select, people {Personen einfügen} numbers {Nummern einfügen} devices {Geräte einfügen} other {Lizenzen für Gruppen einfügen}}',
  'sheet.ask':
    'Kopieren Sie die Zeilen in der Tabellenkalkulation, mit den Namen der Spalten, wenn sie welche hat, und fügen Sie sie hier ein.',
  'sheet.askField': 'Zeilen aus der Tabellenkalkulation',
  'sheet.savedAsNumbers':
    '{count, plural, one {# Wert wurde} other {# Werte wurden}} wohl von der Tabellenkalkulation geändert',
  'sheet.savedAsNumbers.help':
    'Tabellenkalkulationen halten Texte wie +4930… oder 001 für Zahlen und speichern diese, hier zum Beispiel {example}. Was hier ist, bleibt, wie es ist.',
  'sheet.savedAsNumbers.take': 'So übernehmen, wie sie in der Datei stehen',
  'sheet.didYouMean': 'Meinten Sie',
  'sheet.fromBefore': 'Diese Zeilen sind noch von vorhin.',
  'sheet.beginAnew': 'Neu beginnen',
  'sheet.next': 'Zeilen ansehen',
  'sheet.empty': 'Darin ist keine Zeile.',
  'sheet.tooMany':
    '{count, number} Zeilen sind mehr, als sich auf einmal einfügen lassen. Fügen Sie jeweils höchstens {most, number} ein.',
  'sheet.tooLong':
    'Das ist zu viel Text für eine Tabelle von Personen, Nummern oder Geräten. Kopieren Sie nur die Zeilen, die Sie brauchen.',
  'sheet.noKey': 'Keine Spalte wurde als {field} erkannt. Nennen Sie die Spalten in der ersten Zeile, etwa {names}.',
  'sheet.columns': 'Spalten: {names}.',
  'sheet.columnsAsShown':
    'Die erste Zeile nennt keine Spalten, deshalb gelten sie so, wie sie in der Tabelle stehen: {names}.',
  'sheet.ignored': 'Nicht übernommen: {names}.',
  'sheet.emptyRule': 'Eine leere Zelle lässt, was da ist; ein Strich leert es.',
  'sheet.reading': 'Zeilen werden gelesen',
  'sheet.checking': 'Regeln werden gefragt',
  'sheet.filter': 'Welche Zeilen',
  'sheet.filter.all': 'Alle ({count})',
  'sheet.filter.new': 'Neu ({count})',
  'sheet.filter.changed': 'Geändert ({count})',
  'sheet.filter.same': 'Gleich ({count})',
  'sheet.filter.wrong': 'Falsch ({count})',
  'sheet.state.new': 'Neu',
  'sheet.state.changed': 'Geändert',
  'sheet.state.same': 'Gleich',
  'sheet.state.wrong': 'Falsch',
  'sheet.rowNumber': 'Zeile',
  'sheet.state': 'Was geschieht',
  'sheet.reason': 'Warum',
  'sheet.rows': 'Zeilen zum Einfügen',
  'sheet.rowName': 'Zeile {row}',
  'sheet.mend': '{field} in Zeile {row}',
  'sheet.was': 'war {value}',
  'sheet.wasEmpty': 'war leer',
  'sheet.nothingToChange':
    'Nichts zu ändern: {count, plural, one {Die Zeile ist} other {Alle # Zeilen sind}} hier schon so.',
  'sheet.summary': '{new, number} neu, {changed, number} geändert, {same, number} gleich, {wrong, number} falsch',
  'sheet.leftOut':
    '{count, plural, one {Die falsche Zeile wird} other {Die # falschen Zeilen werden}} ausgelassen, wenn Sie {count, plural, one {sie} other {sie}} nicht berichtigen.',
  'sheet.apply': '{count, plural, =0 {Anwenden} one {# Zeile anwenden} other {# Zeilen anwenden}}',
  'sheet.change': '{field}: {was} → {is}',
  'sheet.inRow': 'Zeile {row}, {field}',

  'sheet.problem.missing': '{field} fehlt.',
  'sheet.problem.notAChoice': '„{typed}“ ist nichts, was in diesem Feld stehen kann.',
  'sheet.problem.unknownWord': '„{typed}“ ist keines von: {choices}.',
  'sheet.problem.unknownThing':
    '{field, select, id {Nichts hat hier die ID „{typed}“.} group {Es gibt keine Gruppe „{typed}“.} pool {Es gibt keine Gruppe „{typed}“.} other {Es gibt keine Person und keine Gruppe „{typed}“.}}',
  'sheet.problem.severalThings':
    '{field, select, name {{count} Personen heißen hier „{typed}“; geben Sie die E-Mail oder die ID an.} email {{count} Personen haben diese E-Mail; geben Sie die ID an.} type {Dieser Pool hat {count} Zuteilungen von „{typed}“; geben Sie die Tage oder die ID an.} usedBy {„{typed}“ passt auf {count}; geben Sie eine E-Mail oder einen Pfad an.} other {{count} Gruppen passen auf „{typed}“; schreiben Sie den Pfad, etwa Haus 1 / {typed}.}}',
  'sheet.problem.repeated': 'In Zeile {row} steht dasselbe.',
  'sheet.problem.cannotChange':
    '{field, select, kind {Die Art einer Nummer bleibt, wie sie ist.} model {Das Modell eines registrierten Geräts bleibt, wie es ist.} other {Das lässt sich hier nicht ändern.}}',
  'sheet.problem.notAPool': '„{typed}“ hat keinen eigenen Pool unter diesem.',
  'sheet.problem.notANumber': '„{typed}“ ist keine ganze Zahl.',
  'sheet.problem.errorValue': 'Schon in der Tabelle steht hier nur „{typed}“.',
  'sheet.problem.formulaWithoutValue':
    'Das ist eine Formel, deren Ergebnis nicht in der Datei steht. Öffnen Sie die Datei in der Tabellenkalkulation, speichern Sie sie und importieren Sie sie erneut.',
  'sheet.problem.scientific':
    '„{typed}“ ist eine Zahl, von der die Tabelle Ziffern weggelassen hat. Schreiben Sie sie aus oder formatieren Sie die Spalte als Text.',
  'sheet.problem.tooManyDigits':
    '„{typed}“ hat mehr Ziffern, als eine Tabelle von einer Zahl behält; die letzten können falsch sein. Formatieren Sie die Spalte als Text.',
  'sheet.problem.quoteNotClosed':
    'Ein Anführungszeichen in dieser Zeile wird nicht geschlossen, daher sind die Zellen nicht sicher zu trennen.',
  'sheet.problem.tooLong': 'Diese Zelle ist länger als 32.767 Zeichen.',
  'sheet.problem.beyondHeadings':
    '„{typed}“ steht hinter der letzten Überschrift. Die Zeile ist vielleicht verschoben.',
  'sheet.problem.ambiguousDay':
    '„{typed}“ kann zwei Tage meinen. Sagen Sie oben, ob der Tag oder der Monat zuerst steht.',
  'sheet.problem.kindUnknown': '„{typed}“ ist eine kurze Nummer. Sagen Sie oben, was solche Nummern sind.',
  'sheet.problem.notANumberOfItsKind':
    '„{typed}“ {problem, select, twoNumbers {enthält zwei Nummern. Jede braucht eine eigene Zeile.} extension {hat eine Durchwahl. Schreiben Sie die Nummer ohne sie.} notASipNumber {ist keine SIP-Nummer: 2 bis 8 Ziffern oder eine Adresse wie sip:anna@example.org.} other {ist keine Telefonnummer.}}',
  'sheet.makeGroups':
    '{count, plural, =0 {Fehlende Gruppen} one {# fehlende Gruppe} other {# fehlende Gruppen}} anlegen',
  'sheet.askKind': 'Kurze Nummern sind',
  'sheet.askKind.none': 'Noch nicht gesagt',
  'sheet.askDays': 'Tage wie 03/04/2026',
  'sheet.askDays.none': 'Noch nicht gesagt',
  'sheet.askDays.dayFirst': 'Tag zuerst: 3. April',
  'sheet.askDays.monthFirst': 'Monat zuerst: 4. März',
  'sheet.dropped': 'Passwörter wurden nicht gelesen: {names}.',
  'sheet.leftOutRows': '{count, plural, one {# Zeile} other {# Zeilen}} ausgelassen: {rows}.',
  'sheet.leftOut.aboveHeadings': 'Zeile {row} über den Überschriften',
  'sheet.leftOut.total': 'Zeile {row}, eine Summe',
  'sheet.leftOut.repeatedHeadings': 'Zeile {row}, die Überschriften noch einmal',
  'sheet.leftOut.groupAddress': 'Zeile {row}, eine Gruppenadresse',
  'sheet.problem.notADay': '„{typed}“ ist kein Tag. Schreiben Sie ihn als 31.3.2026 oder 2026-03-31.',
};
