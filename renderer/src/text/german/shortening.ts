import type { shorteningTexts as english } from '../english/shortening';
import type { Translation } from '../translation';

/** Den Verlauf kürzen, wo ein Konto geteilt ist. */
export const shorteningTexts: Translation<typeof english> = {
  'shorten.title': 'Verlauf kürzen',
  'shorten.lead':
    'Entfernt alte Aktionen vom gemeinsamen Ort, mit dem, was darin über entfernte Personen steht. Das Konto selbst bleibt, wie es ist.',
  'shorten.before': 'Was getan wurde vor dem',
  'shorten.looking': 'Es wird nachgesehen, was wegfiele',
  'shorten.goes': 'Fällt weg',
  'shorten.acts': '{count, plural, one {# Aktion} other {# Aktionen}}, die letzte vom {day}',
  'shorten.size': 'Größe dort',
  'shorten.sizes': 'jetzt {now}, danach etwa {then}',
  'shorten.kilobytes': '{size} KB',
  'shorten.megabytes': '{size} MB',
  'shorten.people': 'Namen, die mit wegfallen',
  'shorten.nobody': 'Keine: Bis dahin wurde niemand entfernt',
  'shorten.more': '{count} weitere',
  'shorten.computer': '{person} ({name})',
  'shorten.lastThere': '{who}, zuletzt da: {at}',
  'shorten.behind': '{count, plural, one {Ein Computer beginnt} other {# Computer beginnen}} neu',
  'shorten.behindHelp':
    'Dort wurde noch nicht alles davon gesehen. {count, plural, one {Er beginnt} other {Jeder beginnt}} von selbst neu mit dem damaligen Stand, samt allem, was dort wartet.',
  'shorten.unseen': 'Neueres bleibt, bis diese es gesehen haben, oder 180 Tage:',
  'shorten.forGood': 'Das lässt sich nicht rückgängig machen',
  'shorten.forGoodHelp':
    'Niemand nimmt diese Aktionen mehr zurück, und wer später beitritt, kann sie nicht mehr prüfen. Computer, die sie gesehen haben, behalten sie; Sicherungen und Kopien anderswo auch.',
  'shorten.act': 'Aktionen entfernen',
  'shorten.actCount': '{count, plural, one {# Aktion} other {# Aktionen}} entfernen',
  'shorten.nothing': 'Nichts kann wegfallen',
  'shorten.nothing.newer':
    '{hasFirst, select, true {Die erste Aktion dort ist vom {first}. Wählen Sie einen späteren Tag.} other {Dort wurde noch nichts getan.}}',
  'shorten.nothing.takenBack':
    'Was vor diesem Tag getan wurde, wurde später rückgängig gemacht. Es bleibt, solange das bleibt.',
  'shorten.nothing.unseen': 'Es bleibt, bis diese es gesehen haben, oder 180 Tage:',
  'shorten.carried':
    'In einem Ordner, den ein Programm kopiert, hat jeder Computer seine eigenen Dateien, und niemand ändert die eines anderen. Darum bleibt der Verlauf dort ganz.',
  'shorten.unchecked':
    'Dieser Computer ist beigetreten und liest noch, was davor getan wurde. Wie weit er ist, sagt der Stand unten links; danach geht es von hier.',
  'shorten.local': 'Das Konto ist nur auf diesem Computer, und sein Verlauf bleibt hier.',
  'shorten.notYou': 'Sie dürfen den Verlauf nicht kürzen',
  'shorten.whoMay': 'Inhaber und Firmenadministratoren dürfen es: {names}.',
  'shorten.begun': 'Das wurde begonnen und abgebrochen',
  'shorten.begunHelp':
    'Der Verlauf beginnt nach Eintrag {seq}; was davor getan wurde, liegt aber noch am gemeinsamen Ort.',
  'shorten.finish': 'Jetzt entfernen',
  'shorten.waits': 'Das wartet noch darauf, gesendet zu werden',
  'shorten.waitsHelp': 'Wo der Verlauf beginnt, ist entschieden. Alte Aktionen fallen weg, sobald das gesendet ist.',
  'shorten.working': 'Der damalige Stand des Kontos wird abgelegt',
  'shorten.cancelHelp': 'Wird es abgebrochen, hat sich nichts geändert.',
  'shorten.removing': 'Alte Aktionen werden entfernt',
  'shorten.removingHelp': 'Das wird zu Ende geführt. Bricht es ab, öffnen Sie dies erneut.',
  'shorten.done': 'Der Verlauf ist kürzer',
  'shorten.done.acts':
    '{count, plural, one {Eine Aktion} other {# Aktionen}} bis {day} {count, plural, one {liegt} other {liegen}} nicht mehr in {place}.',
  'shorten.done.begun': 'Was bis Eintrag {seq} getan wurde, liegt nicht mehr in {place}.',
  'shorten.done.here': 'Dieser Computer behält, was er davon hatte.',
  'shorten.notDone': 'Das hat nicht geklappt',
  'shorten.problem.outOfReach': 'Der Ort ist gerade nicht zu erreichen. Versuchen Sie es erneut, wenn er es ist.',
  'shorten.problem.moved': 'Andere haben inzwischen etwas getan. Sehen Sie noch einmal nach, was wegfiele.',
  'shorten.problem.forbidden':
    'Der Ort lässt Sie nichts entfernen. Wer ihn betreut, kann es tun oder Ihnen das Recht dazu geben.',
  'shorten.problem.full': 'Es ist kein Platz mehr.',
  'shorten.problem.defect': 'Der Ort war nicht zu lesen, oder etwas ist schiefgegangen. Mehr sagt der Abgleich.',
};
