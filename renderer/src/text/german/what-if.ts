import type { whatIfTexts as english } from '../english/what-if';
import type { Translation } from '../translation';

/** The view that tries changes on a copy. The sentences about people are those of every effect on people. */
export const whatIfTexts: Translation<typeof english> = {
  'command.whatIf': 'Was wäre, wenn…',

  'whatIfView.title': 'Was wäre, wenn…',
  'whatIfView.open': 'Was wäre, wenn?',
  'whatIfView.openEnd': 'Was, wenn es endet?',
  'whatIfView.openMove': 'Wer verlöre was?',
  'whatIfView.intro':
    'Stellen Sie Änderungen zusammen, und sehen Sie, wer wann was verlöre. Nichts geschieht, bevor Sie es sagen.',
  'whatIfView.changes': 'Änderungen',
  'whatIfView.add': 'Änderung hinzufügen',
  'whatIfView.addKind': 'Was sich ändert',
  'whatIfView.kind.reduce': 'Lizenzen ändern ihre Menge',
  'whatIfView.kind.end': 'Lizenzen enden',
  'whatIfView.kind.move': 'Eine Gruppe wird verschoben',
  'whatIfView.kind.release': 'Die Lizenz einer Person wird zurückgenommen',
  'whatIfView.kind.remove': 'Eine Person wird entfernt',
  'whatIfView.block': 'Lizenzen',
  'whatIfView.blockHint': '{group}, {window}',
  'whatIfView.findPerson': 'Person suchen',
  'whatIfView.people': 'Personen',
  'whatIfView.findPlace': 'Wohin {group} kommt',
  'whatIfView.places': 'Orte',
  'whatIfView.reduce': '{thing} in {group} wird zu',
  'whatIfView.end': '{thing} in {group} endet am',
  'whatIfView.move': '{group} kommt nach {place}',
  'whatIfView.release': 'Die Lizenz von {user} wird zurückgenommen',
  'whatIfView.remove': '{user} wird entfernt',
  'whatIfView.quantity': 'Menge',
  'whatIfView.lastDay': 'Letzter Tag',
  'whatIfView.keep': 'Lizenzen zurückgeben',
  'whatIfView.take': '„{what}“ wieder herausnehmen',
  'whatIfView.who': 'Wer etwas anderes hätte',
  'whatIfView.from': 'Ab {day}',
  'whatIfView.today': 'Heute',
  'whatIfView.nobody': 'Niemand hat dadurch mehr oder weniger.',
  'whatIfView.counts':
    '{lose, plural, =0 {} one {# Person verliert etwas} other {# Personen verlieren etwas}}{gain, plural, =0 {} other {{lose, plural, =0 {} other {, }}}}{gain, plural, =0 {} one {# Person bekommt etwas} other {# Personen bekommen etwas}}',
  'whatIfView.tooLarge': 'Dieses Konto hat zu viele Personen, um sie hier alle durchzugehen.',
  'whatIfView.empty': 'Fügen Sie eine Änderung hinzu, um zu sehen, was sie bewirkte.',
  'whatIfView.do': 'Ausführen',
  'whatIfView.drop': 'Verwerfen',
};
