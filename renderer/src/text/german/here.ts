import type { hereTexts as english } from '../english/here';
import type { Translation } from '../translation';

export const hereTexts: Translation<typeof english> = {
  'here.title': 'Wer sonst noch da ist',
  'here.count': '{count, plural, =0 {Sonst niemand da} one {# weitere Person da} other {# weitere Personen da}}',
  'here.nobodyYet': 'Noch hat niemand gesagt, wer hier sitzt',
  'here.now': 'jetzt',
  'here.last': 'zuletzt da: {at}',
  'here.hint': 'Das sagt jeder Computer alle paar Minuten von sich selbst. Es gehört nicht zum Verlauf.',
  'clock.behind': 'Nach der Uhr dieses Computers ist heute der {today}, aber {name} hat am {day} etwas getan.',
  'clock.ahead': 'Nach der Uhr dieses Computers ist heute der {today}. Zuletzt haben andere am {day} etwas getan.',
  'clock.differs': 'Nach der Uhr dieses Computers ist heute der {today}, nach der von {name} der {day}.',
  'clock.ask': 'Geht sie richtig? Was Sie tun, gilt ab diesem Tag.',
  'clock.right': 'Sie geht richtig',
  'here.working': '{names} {count, plural, one {arbeitet} other {arbeiten}} hier',
  'here.worked': '{name} hat hier gearbeitet, zuletzt da: {at}',
};
