import type { takeAlongTexts as english } from '../english/take-along';
import type { Translation } from '../translation';

/** Words about licenses and numbers that a computer takes along. */
export const takeAlongTexts: Translation<typeof english> = {
  'command.takeAlong': 'Mitnehmen…',
  'takeAlong.button': 'Mitnehmen…',
  'takeAlong.title': 'Lizenzen und Nummern mitnehmen',
  'takeAlong.do': 'Mitnehmen',
  'takeAlong.intro':
    'Sie bleiben für diesen Rechner zurückgelegt, solange er unterwegs ist: Niemand sonst kann sie vergeben, und was Sie unterwegs damit tun, gilt. Der Rechner gleicht sich sofort ab, damit die anderen es wissen.',
  'takeAlong.introAlone':
    'Sie bleiben für diesen Rechner zurückgelegt: Niemand sonst kann sie vergeben. Bisher liegt das Konto nur auf diesem Rechner.',
  'takeAlong.nothing': '{pool} hat keine Lizenz, die man mitnehmen könnte.',
  'takeAlong.left': '{available, number} übrig',
  'takeAlong.kind': 'Art der Nummern',
  'takeAlong.numbers': 'Anzahl der Nummern',
  'takeAlong.until': 'Bis',
  'takeAlong.card': 'Mitgenommen',
  'takeAlong.by': 'Wer',
  'takeAlong.what': 'Was',
  'takeAlong.here': 'auf diesem Rechner',
  'takeAlong.units': '{quantity, number} × {type}',
  'takeAlong.numbersLeft': '{count, plural, one {# Nummer} other {# Nummern}}',
  'takeAlong.back': 'Zurückgeben…',
  'takeAlong.backTitle': 'Mitgenommenes zurückgeben',
  'takeAlong.backDo': 'Zurückgeben',
  'takeAlong.reclaim': 'Zurückholen…',
  'takeAlong.reclaimTitle': 'Zurückholen, was {user} mitgenommen hat',
  'takeAlong.reclaimDo': 'Zurückholen',
  'takeAlong.reclaimText': 'Was {user} inzwischen damit tut, gilt womöglich nicht.',
  'takeAlong.free':
    '{numbers, plural, =0 {{quantity, number} × {type} können wieder alle vergeben.} one {{quantity, number} × {type} und eine Nummer können wieder alle vergeben.} other {{quantity, number} × {type} und # Nummern können wieder alle vergeben.}}',
  'name.otherComputer': 'Ein anderer Rechner',
};
