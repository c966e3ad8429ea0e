import type { remindersTexts as english } from '../english/reminders';
import type { Translation } from '../translation';

/** Reminders of what ends: the list of the coming ones, their file for calendars, and the policy of a group. */
export const remindersTexts: Translation<typeof english> = {
  'command.reminders': 'Kommende Erinnerungen…',
  'command.exportReminders': 'Erinnerungen in einen Kalender exportieren…',

  'reminders.title': 'Kommende Erinnerungen',
  'reminders.intro':
    'Bis {until}. Jede wird an ihrem Tag auf diesem Computer gezeigt, ebenso der letzte Tag von Lizenzen.',
  'reminders.byMail': 'Dieser Rechner schickt sie auch als Mail an die, für die sie gedacht sind.',
  'reminders.notByMail':
    'Von selbst wird niemand angeschrieben: Schreiben Sie über die Schaltflächen einer Zeile, oder schalten Sie Mail in den Einstellungen ein.',
  'reminders.write': 'Schreiben',
  'reminders.none': 'Keine Erinnerungen stehen an',
  'reminders.noneText': 'Erinnerungen kommen aus Gruppen, die sie eingerichtet haben, für Lizenzen, die enden.',
  'reminders.day': 'Tag',
  'reminders.what': 'Was endet',
  'reminders.where': 'Gruppe',
  'reminders.ends': '{thing}, am {day}',
  'reminders.recipients': 'Gedacht für',
  'reminders.missing': 'Niemand',
  'reminders.more': '{count, plural, one {# weitere folgt} other {# weitere folgen}}. Im Kalender stehen alle.',
  'reminders.stay': 'Auch bei geschlossenem Fenster erinnern',
  'reminders.export': 'In einen Kalender exportieren…',
  'reminders.exported': '{count, plural, one {# Termin} other {# Termine}} für Ihren Kalender geschrieben',
  'reminders.nothingToExport': 'Nichts steht an, woran ein Kalender erinnern könnte',
  'reminders.notExported': 'Die Kalenderdatei wurde nicht geschrieben',
  'reminders.notExported.full': 'Auf dem Datenträger ist kein Platz mehr.',
  'reminders.notExported.unwritable': 'Dort kann nicht geschrieben werden. Wählen Sie einen anderen Ort.',
  'reminders.notExported.other': 'Versuchen Sie es in einem Moment erneut.',

  'reminders.section': 'Erinnerungen',
  'reminders.unset': 'Niemand wird erinnert, wenn hier Lizenzen enden.',
  'reminders.inherited': 'Geerbt von {group}',
  'reminders.policy':
    '{days, plural, =0 {Am letzten Tag} one {# Tag vor dem Ende} other {# Tage vor dem Ende}}, {repeat}',
  'reminders.administrators': 'An die Administratoren',
  'reminders.setOwn': 'Eigene einrichten',
  'reminders.set': 'Erinnerungen einrichten',
  'reminders.inherit': 'Wieder von {group} erben',
  'reminders.end': 'Keine Erinnerungen',
  'reminders.daysBefore': 'Tage vor dem Ende',
  'reminders.repeat': 'Wiederholen',
  'reminders.repeat.once': 'einmal',
  'reminders.repeat.daily': 'täglich',
  'reminders.repeat.weekly': 'wöchentlich',
  'reminders.repeat.every30Days': 'alle 30 Tage',
  'reminders.recipientsField': 'Gedacht für (E-Mail-Adressen)',
  'reminders.recipientsHint': 'Durch Kommas getrennt. Leer: die Administratoren.',
};
