import type { projectTexts as english } from '../english/project-file';
import type { Translation } from '../translation';

/** Accounts as files to carry. */
export const projectTexts: Translation<typeof english> = {
  'command.openFile': 'Projektdatei öffnen…',
  'command.saveFile': 'Als Projektdatei speichern…',

  'project.open': 'Projektdatei öffnen',
  'project.ask':
    'Wählen Sie eine Projektdatei (.trellis). Zuerst sehen Sie, was darin ist; es ändert sich nichts, bevor Sie es sagen.',
  'project.reading': '{name} wird gelesen',
  'project.unreadable': '{name} lässt sich nicht öffnen',
  'project.failure.NOT_A_PROJECT_FILE':
    'Es ist keine Projektdatei. Tabellen und Ähnliches werden importiert: Datei importieren…',
  'project.failure.TOO_LARGE': 'Sie ist größer als jede Projektdatei.',
  'project.failure.DAMAGED':
    'Sie ist beschädigt oder wurde verändert ({place}). Nichts davon wurde übernommen. Bitten Sie noch einmal um sie.',
  'project.failure.NOT_ALLOWED': 'Sie enthält etwas, das nicht in eine Projektdatei gehört: {place}.',
  'project.failure.CANCELLED': 'Sie wurde nicht zu Ende gelesen. Versuchen Sie es noch einmal.',
  'project.failure.UNREADABLE': 'Die Datei ist nicht mehr da, darf nicht gelesen werden oder ist größer als 256 MB.',
  'project.failure.PASSPHRASE_NEEDED': 'Sie ist mit einer Passphrase verschlossen.',
  'project.failure.WRONG_PASSPHRASE': 'Die Passphrase ist eine andere.',
  'project.locked': '{name} ist verschlossen',
  'project.passphrase': 'Passphrase',
  'project.lockedHint': 'Wer die Datei gespeichert hat, kennt sie. Ohne sie kann niemand die Datei lesen.',
  'project.wrongPassphrase': 'Das ist nicht die Passphrase dieser Datei',
  'project.unlock': 'Aufschließen',

  'project.counts':
    '{groups, plural, one {# Gruppe} other {# Gruppen}}, {people, plural, one {# Person} other {# Personen}}, {devices, plural, one {# Gerät} other {# Geräte}}',
  'project.numbers': '{count, plural, one {# Nummer} other {# Nummern}}',
  'project.acts': '{count, plural, one {# Handlung} other {# Handlungen}}',
  'project.last': 'zuletzt bearbeitet {at}',
  'project.void':
    '{count, plural, one {# Handlung darin ist} other {# Handlungen darin sind}} nach den Regeln ohne Wirkung.',
  'project.protected':
    'Das Konto ist geschützt: Seine Unterschriften wurden geprüft. Handlungen, die noch auf ihren Platz warten, kommen nur von ihrem eigenen Rechner.',
  'project.inside': 'Was darin ist',
  'project.line.people': '{count, plural, one {# Person} other {# Personen}}',
  'project.line.devices': '{count, plural, one {# Gerät} other {# Geräte}}',
  'project.moreGroups': 'und {count, plural, one {# weitere Gruppe} other {# weitere Gruppen}}',

  'project.standing.newer': 'Von einem neueren Trellis',
  'project.standing.newer.help':
    'Dieses hier kann sie nicht lesen. Aktualisieren Sie Trellis und öffnen Sie sie noch einmal; nichts geht verloren.',
  'project.shortened':
    'Der Verlauf wurde gekürzt: Er beginnt mit dem damaligen Stand des Kontos, und daraus kann keine Kopie werden.',
  'project.standing.view': 'Eine Kopie zum Lesen',
  'project.standing.view.help':
    'Sie zeigt eine Gruppe, wie sie war, ohne Verlauf. Als Konto lässt sie sich nicht öffnen.',
  'project.standing.absent': 'Dieses Konto ist noch nicht auf diesem Rechner',
  'project.standing.absent.help':
    'Öffnen bringt es hierher, mit allem, was getan wurde. Andere Konten bleiben, wie sie sind.',
  'project.standing.parted': 'Die Datei und dieser Rechner sind getrennte Wege gegangen',
  'project.standing.parted.help':
    'Beide haben das Konto, mit verschiedenen Handlungen an denselben Stellen; sie lassen sich nicht zusammenführen. Die Datei kann als eigenes Konto geöffnet werden.',
  'project.standing.same': 'Alles darin ist schon hier',
  'project.standing.same.help': 'Öffnen ändert nichts.',
  'project.standing.more':
    '{commits, plural, =0 {} one {# Handlung mit festem Platz} other {# Handlungen mit festem Platz}}{commits, plural, =0 {} other {{waiting, plural, =0 {} other { und }}}}{waiting, plural, =0 {} one {# wartende Handlung} other {# wartende Handlungen}} würden hinzukommen',
  'project.standing.more.help':
    'Sie werden mit dem zusammengeführt, was hier getan wurde, wie beim Abgleichen: Was nicht mehr gilt, wird dem erklärt, der es wollte.',
  'project.changes': 'Was hier anders wäre',
  'project.noChanges': 'Hier sähe nichts anders aus.',
  'project.change.added': 'Neu',
  'project.change.changed': 'Geändert',
  'project.change.removed': 'Weg',
  'project.table.groups': 'Gruppen',
  'project.table.users': 'Personen',
  'project.table.numbers': 'Nummern',
  'project.table.devices': 'Geräte',
  'project.table.blocks': 'Lizenzen',
  'project.table.menus': 'Sprachmenüs',
  'project.as': 'Öffnen',
  'project.as.itself': 'Als dieses Konto',
  'project.as.itself.hint': 'Zusammengeführt mit dem, was auf diesem Rechner ist.',
  'project.as.copy': 'Als eigenes Konto',
  'project.as.copy.protected':
    'Ein neues Konto geht davon aus, ohne seine Rechner und Schlüssel: Alle werden neu zugelassen.',
  'project.as.copy.hint': 'Eine Kopie neben diesem: Was im einen getan wird, sieht man im anderen nicht.',
  'project.do.absent': 'Konto öffnen',
  'project.do.same': 'Konto öffnen',
  'project.do.more': 'Zusammenführen und öffnen',
  'project.do.copy': 'Kopie öffnen',

  'project.saveTitle': 'Als Projektdatei speichern',
  'project.what': 'Was in die Datei kommt',
  'project.what.account': 'Das ganze Konto',
  'project.what.account.hint':
    'Mit seinem Verlauf. Auf einem anderen Rechner geöffnet, lässt sich damit arbeiten und es wieder zusammenführen.',
  'project.what.group': 'Nur {group}, zum Lesen',
  'project.what.group.hint': 'Was heute darin ist, ohne Verlauf. Man kann es ansehen, und es ändert nichts.',
  'project.lock': 'Mit einer Passphrase verschließen',
  'project.lockHint': 'Ohne sie kann jeder, der die Datei hat, Namen, Adressen und Nummern lesen.',
  'project.lockNeeded': 'Dieses Konto ist geschützt, darum sind seine Dateien verschlossen.',
  'project.passphraseHint': 'Mindestens {least} Zeichen. Ohne sie kann niemand die Datei öffnen, auch Sie nicht.',
  'project.again': 'Die Passphrase noch einmal',
  'project.differs': 'Die beiden sind nicht gleich.',
  'project.saveDo': 'Speichern…',
  'project.saving': 'Das Konto wird gepackt',
  'project.saved': 'Gespeichert, {kilobytes, number} KB',
  'project.notSaved': 'Es wurde nichts gespeichert',
  'project.notSaved.full': 'Auf dem Datenträger ist kein Platz mehr.',
  'project.notSaved.unwritable': 'Dort kann die Datei nicht geschrieben werden. Wählen Sie einen anderen Ort.',
  'project.notSaved.protected': 'Dieses Konto ist geschützt, darum braucht die Datei eine Passphrase.',
  'project.notSaved.forbidden': 'Sie dürfen nicht alles in dieser Gruppe lesen.',
  'project.notSaved.other': 'Das Konto ließ sich gerade nicht packen. Versuchen Sie es noch einmal.',

  'command.backups': 'Sicherungen…',
  'backups.title': 'Sicherungen dieses Kontos',
  'backups.lead':
    'Während Sie arbeiten, entsteht einmal in der Stunde eine Kopie, außerhalb der Tabellen, mit denen das Programm arbeitet. Die letzte jeder Stunde, jedes Tages und jeder Woche bleibt.',
  'backups.make': 'Jetzt sichern',
  'backups.list': 'Sicherungen',
  'backups.size': '{kilobytes} KB',
  'backups.byHand': 'von Hand, bleibt',
  'backups.look': 'Ansehen…',
  'backups.none': 'Es gibt noch keine Sicherung',
  'backups.noneHelp': 'Die erste entsteht von selbst eine Minute, nachdem Sie zu arbeiten begonnen haben.',
  'backups.notMade': 'Die Sicherung ist nicht entstanden',
  'backups.notMade.full': 'Auf dem Datenträger ist kein Platz mehr.',
  'backups.notMade.unwritable': 'In den Ordner kann nicht geschrieben werden. Wählen Sie einen anderen.',
  'backups.notMade.other': 'Das Konto ließ sich gerade nicht lesen. Versuchen Sie es noch einmal.',
  'backups.counts': 'Wie viele bleiben',
  'backups.hourly': 'Stunden',
  'backups.daily': 'Tage',
  'backups.weekly': 'Wochen',
  'backups.folder': 'Sie liegen in {folder}',
  'backups.otherFolder': 'Anderer Ordner…',
  'backups.usualFolder': 'Zurück zum üblichen Ordner',
  'backups.restoreTitle': 'Zurück zu einem früheren Stand',
  'backups.restoreLead':
    'Was damals war, öffnet sich als eigenes Konto neben diesem. Hier ändert sich nichts, und nichts geht verloren.',
  'backups.upTo': 'Bis zu dieser Handlung',
  'backups.upToHint': 'Was danach kam, fehlt in der Kopie.',
  'backups.looking': 'Es wird nachgesehen, was anders war',
  'backups.changes': 'Was anders wäre als jetzt',
  'backups.unreadable': 'Die Sicherung lässt sich nicht öffnen',
  'backups.shortened': 'Daraus kann keine Kopie werden',
  'backups.shortenedHelp':
    'Der Verlauf wurde gekürzt; was das Konto hat entstehen lassen, liegt nicht in der Sicherung. Sie zeigt, was anders war; ist das Konto verloren, holt „Projektdatei öffnen…“ es zurück.',
  'backups.protected': 'Daraus wird ein neues Konto',
  'backups.protectedHelp':
    'Das Konto ist geschützt und wird deshalb nicht kopiert: Ein neues geht von der Sicherung aus, ohne seine Rechner und Schlüssel. Alle werden neu zugelassen.',
  'backups.back': 'Zurück',
  'backups.goOn': 'In einem neuen Konto weitermachen',
  'backups.restore': 'Als Kopie öffnen',
};
