import type { goOnTexts as english } from '../english/go-on';
import type { Translation } from '../translation';

/** Going on in a new account where every key of the old one is lost. */
export const goOnTexts: Translation<typeof english> = {
  'goOn.way': 'Alle Schlüssel sind verloren, und niemand kann jemanden zulassen',
  'goOn.wayText': 'Dieser Rechner hat das Konto noch. Ein neues Konto kann davon ausgehen.',
  'goOn.open': 'In einem neuen Konto weitermachen…',
  'goOn.title': 'In einem neuen Konto weitermachen',
  'goOn.lead':
    'Tun Sie das nur, wenn kein Rechner eines Inhabers mehr da ist und auch die 24 Wörter verloren sind. Solange es eines davon gibt, lassen Sie diesen Rechner damit zu.',
  'goOn.carries': 'Was mitkommt',
  'goOn.carries.all':
    'Gruppen, Lizenzen, Personen mit ihren Rollen, Nummern, Geräte, Anträge und Preise, wie dieser Rechner sie hat.',
  'goOn.carries.history': 'Der Verlauf: wer was getan hat, und wann.',
  'goOn.carries.unsent': 'Was hier getan und noch nicht gesendet wurde.',
  'goOn.stays': 'Was nicht',
  'goOn.stays.computers': 'Rechner und Einladungen. Alle werden neu zugelassen.',
  'goOn.stays.proof': 'Der Beleg, wer es tat: Bis hierher ist der Verlauf so, wie dieser Rechner ihn erzählt.',
  'goOn.stays.others': 'Was andere taten und dieser Rechner nicht gesehen hat.',
  'goOn.stays.place':
    'Der gemeinsame Ort und das Konto dort. Beide bleiben, wie sie sind; teilen Sie das neue Konto über einen anderen Ort.',
  'goOn.next': 'Danach sagen Sie, wer Sie sind, schützen das neue Konto und drucken seine Wörter.',
  'goOn.sure': 'Kein Schlüssel und keine Wörter sind mehr da',
  'goOn.do': 'Das neue Konto beginnen',
  'account.continues': 'Geht von einem anderen Konto aus',
  'account.continuesText': 'Von dessen Schritt {seq}: {ledger}',
};
