import type { lockTexts as english } from '../english/lock';
import type { Translation } from '../translation';

/** Locking an account on this computer after a while. */
export const lockTexts: Translation<typeof english> = {
  'command.lock': 'Jetzt sperren',
  'command.lockAfter': 'Nach einer Weile sperren…',
  'lock.title': 'Gesperrt',
  'lock.lead': 'Eine Weile hat hier niemand etwas getan. Was Sie gerade tippten, ist noch da.',
  'lock.leadStart': 'Dieses Konto ist auf diesem Rechner gesperrt.',
  'lock.passphrase': 'Passphrase dieses Rechners',
  'lock.unlock': 'Entsperren',
  'lock.forgotten': 'Ich habe sie vergessen',
  'lock.forgottenText':
    'Niemand kann sie nachsehen. Legen Sie beiseite, was dieser Rechner vom Konto hat, treten Sie dann neu bei und lassen Sie sich wieder zu. Was noch nicht gesendet war, bleibt im Ordner „put-aside“ des Profils, und nur dort.',
  'lock.another': 'Anderes Konto…',
  'lock.putAside': 'Beiseitelegen',
  'lock.after.title': 'Nach einer Weile sperren',
  'lock.after.lead':
    'Berührt niemand Tastatur oder Maus, sperrt sich das Konto: Nichts davon ist zu sehen und nichts wird ausgetauscht, bis die Passphrase getippt ist. Nichts Getipptes geht verloren. Es sperrt sich auch mit dem Bildschirm des Systems und fragt bei jedem Start.',
  'lock.after.label': 'Sperren nach',
  'lock.minutes': '{minutes, plural, one {# Minute} other {# Minuten}}',
  'lock.never': 'Nie',
  'lock.after.passphrase': 'Neue Passphrase für diesen Rechner',
  'lock.after.hint': 'Mindestens {count} Zeichen. Mehrere Wörter merkt man sich leicht und errät man schwer.',
  'lock.after.present': 'Damit sicher ist, dass Sie es sind.',
  'lock.after.again': 'Noch einmal dieselbe',
  'lock.after.differs': 'Das ist eine andere.',
  'lock.after.covers':
    'Es sperrt die Schlüssel dieses Rechners und das Fenster. Was auf der Platte liegt, ist so sicher wie die Platte: Verschlüsseln Sie auch die.',
  'lock.after.do': 'Anwenden',
  'lock.on': 'Sperrt nach {minutes, plural, one {# Minute} other {# Minuten}}.',
  'lock.off': 'Sperrt nicht mehr.',
};
