import type { requestsTexts as english } from '../english/requests';
import type { Translation } from '../translation';

/** Requests to the vendor. */
export const requestsTexts: Translation<typeof english> = {
  'requestKind.reduce': 'Weniger Lizenzen',
  'requestKind.reduce.hint': 'Verringert einen Kauf.',
  'requestKind.changeType': 'Anderer Typ',
  'requestKind.changeType.hint': 'Ändert einen ganzen Kauf und die Lizenzen daraus.',
  'requestKind.add': 'Mehr Lizenzen',
  'requestKind.add.hint': 'Ergibt einen neuen Kauf.',

  'request.new': 'Neue Anfrage…',
  'request.title': 'Den Anbieter um eine Änderung bitten',
  'request.open': 'Anfrage öffnen',
  'request.summary': 'Bis zur Genehmigung ändert sich nichts.',
  'request.kind': 'Was gewünscht ist',
  'request.purchase': 'Kauf',
  'request.type': 'Lizenz',
  'request.newType': 'Neuer Typ',
  'request.quantity': 'Menge',
  'request.quantityAfter': 'Menge danach',
  'request.quantityNow': 'Jetzt {quantity, number}',
  'request.note': 'Notiz',
  'request.noteHint': 'Etwa der Grund oder die Vorgangsnummer des Anbieters.',
  'request.instead': 'Beim Anbieter anfragen…',
  'request.ask': 'Änderung beim Anbieter anfragen…',

  'request.sentence.reduce': '{thing} auf {quantity, number} verringern',
  'request.sentence.changeType': '{thing} in {quantity, number} × {type} ändern',
  'request.sentence.add': '{quantity, number} × {type} hinzufügen',
  'request.resolved.reduce': 'Einen Kauf von {type} auf {quantity, number} verringern',
  'request.resolved.changeType': 'Einen Kauf in {quantity, number} × {type} ändern',

  'request.none': 'Beim Anbieter wurde noch nichts angefragt',
  'request.noneText': 'Änderungen, die nur der Anbieter vornehmen kann, werden hier verfolgt, bis sie erledigt sind.',
  'request.intro': 'Änderungen, die nur der Anbieter vornehmen kann, und was aus ihnen wurde.',
  'request.openedBy': 'Geöffnet von {name}, {at}',
  'request.doneBy': 'Erledigt von {name}, {at}',
  'request.approve': 'Genehmigen…',
  'request.reject': 'Ablehnen…',
  'request.approvedTitle': 'Anfrage genehmigen',
  'request.approvedDo': 'Genehmigen',
  'request.rejectedTitle': 'Anfrage ablehnen',
  'request.rejectedDo': 'Ablehnen',
  'request.rejectedText': 'Käufe bleiben, wie sie sind.',
  'request.effect.block': '{from} wird zu {to}.',
  'request.effect.new': '{to} wird gekauft.',
  'request.effect.seats':
    '{count, plural, one {# Lizenz wechselt den Typ und behält ihre Nummer.} other {# Lizenzen wechseln den Typ und behalten ihre Nummern.}}',
};
