import type { shellTexts as english } from '../english/shell';
import type { Translation } from '../translation';

/** The frame of the window: bars, panes, first start. */
export const shellTexts: Translation<typeof english> = {
  'app.name': 'Trellis',

  'acting.outdated': 'Dieses Konto kann nur angesehen werden',
  'acting.outdatedHelp':
    'Eine neuere Version von Trellis arbeitet damit. Aktualisieren Sie Trellis, um weiterzuarbeiten; nichts ist verloren.',
  'acting.cancelled': 'Abgebrochen. Es wurde nichts geändert.',
  'longWork.title': 'Einen Moment',
  'longWork.help': 'Das dauert etwas länger. Nach einem Abbruch ist alles wie zuvor.',
  'longWork.closing': 'Trellis schließt, sobald das fertig ist',
  'longWork.closingHelp':
    'Was danach verlangt wurde, wird auch noch getan. Schließen Sie ohne es, ist alles wie davor.',
  'longWork.closeWithout': 'Ohne es schließen',
  'longWork.stay': 'Trellis offen lassen',
  'longWork.ending': 'Wird abgebrochen. Es wird nichts geändert.',
  'acting.notStored': 'Das wurde nicht getan: Es konnte auf diesem Computer nicht gespeichert werden',
  'acting.notStoredHelp': 'Vielleicht ist der Datenträger voll. Alles vorher Getane ist sicher.',

  'shell.search': 'Suchen oder etwas tun…',
  'shell.day': 'Tag',
  'shell.dayHint': 'Sie sehen den {day}.',
  'shell.dayActs': 'Was Sie tun, gilt weiterhin ab heute, {today}.',
  'shell.dayHide': 'Diese Zeile ausblenden',
  'shell.today': 'Zurück zu heute',
  'shell.more': 'Kontomenü',
  'shell.path': 'Wo Sie sind',
  'shell.tabs': 'Über {name}',
  'shell.tree': 'Baum ein- oder ausblenden',
  'shell.properties': 'Eigenschaften ein- oder ausblenden',
  'shell.treeWidth': 'Breite des Baums',
  'shell.propertiesWidth': 'Breite der Eigenschaften',
  'shell.status': 'Status',
  'shell.pending': '{count, plural, one {# Aktion zu senden} other {# Aktionen zu senden}}',
  'shell.attention': '{count, plural, one {# braucht Aufmerksamkeit} other {# brauchen Aufmerksamkeit}}',
  'shell.whoTitle': 'Wer Sie sind und was Sie dürfen',
  'shell.who': '{name}, {role}',

  'crash.title': 'In diesem Fenster ist etwas schiefgegangen',
  'crash.text':
    'Alles, was Sie getan haben, ist gespeichert. Öffnen Sie das Fenster erneut, geht es dort weiter, wo Sie waren.',
  'crash.reload': 'Erneut öffnen',

  'start.title': 'Trellis',
  'start.lead': 'Lizenzen, Personen und Nummern ganzer Wohnanlagen in einem Baum. Auch ohne Netz, und gemeinsam.',
  'start.sample': 'Umsehen',
  'start.sampleText':
    'Öffnen Sie das Beispielkonto: ein Händler mit Wohnanlagen, Personen und Lizenzen. Ändern Sie, was Sie mögen, es gehört Ihnen.',
  'start.sampleDo': 'Beispielkonto öffnen',
  'start.new': 'Ein Konto beginnen',
  'start.newText': 'Ein Name genügt. Alles andere kann später kommen.',
  'start.newName': 'Name der Organisation',
  'start.newPlaceholder': 'Organisation',
  'start.newOwner': 'Inhaber',
  'start.newDo': 'Beginnen',
  'start.join': 'Einem Konto beitreten',
  'start.joinText':
    'Wählen Sie den Ordner, über den es geteilt wird: ein Netzlaufwerk, einen abgeglichenen Ordner oder einen USB-Stick.',
  'start.joinDo': 'Ordner wählen…',
  'start.kept': 'Auf diesem Computer',
  'start.keptUnnamed': 'Konto ohne lesbaren Namen',
  'start.keptSince': 'zuletzt bearbeitet {since}',
  'start.keptUnsent': '{count, plural, one {# Änderung, die} other {# Änderungen, die}} andere noch nicht sehen',
  'start.keptOpen': 'Öffnen',
  'start.opening': 'Wird geöffnet…',
  'start.joining': 'Beitritt',
  'start.joiningLooking': 'Es wird gesucht, wie das Konto schnell geöffnet werden kann…',
  'start.joiningReading': 'Das Konto wird gelesen: {count, plural, one {# Änderung} other {# Änderungen}}',
  'start.footer': 'Alles bleibt auf diesem Computer, bis Sie es teilen.',
  'start.who': 'Wer sind Sie?',
  'start.whoText':
    'Sie sind einem Konto beigetreten. Wählen Sie sich selbst, damit die anderen sehen, wer was getan hat.',
  'start.whoSearch': 'Ihren Namen suchen',
  'start.problem.opened-anew': 'Das Fenster hatte sich von selbst beendet und wurde neu geöffnet',
  'start.problem.opened-anew.help':
    'Alles, was Sie getan haben, ist gespeichert. Geschieht es wieder, senden Sie uns die Protokolldatei; sie ist im Hilfe-Menü.',
  'start.problem.nothing-there': 'In diesem Ordner ist kein Konto',
  'start.problem.nothing-there.help':
    'Wählen Sie den Ordner, über den das Konto geteilt wird, oder beginnen Sie ein Konto und teilen Sie es dort.',
  'start.problem.holds-another': 'In diesem Ordner ist schon ein anderes Konto',
  'start.problem.holds-another.help': 'Wählen Sie einen leeren Ordner, oder treten Sie dem Konto dort bei.',
  'start.problem.not-reachable': 'Dieser Ordner kann nicht gelesen und beschrieben werden',
  'start.problem.not-reachable.help':
    'Prüfen Sie, ob er verbunden ist und Sie Zugriff haben, und versuchen Sie es erneut.',
  'start.problem.not-readable': 'Was dort gespeichert ist, kann diese Version nicht lesen',
  'start.problem.not-readable.help':
    'Vielleicht ist es beschädigt oder von einer neueren Version. Nichts wurde geändert.',
  'start.problem.no-room': 'Auf dem Datenträger ist kein Platz mehr',
  'start.problem.no-room.help': 'Schaffen Sie Platz, und versuchen Sie es erneut. Nichts ist verloren.',
  'start.problem.no-tables': 'Die Tabellen dieses Kontos lassen sich auf diesem Computer nicht öffnen',
  'start.problem.no-tables.help':
    'Das System lässt Trellis die Kopie nicht öffnen, mit der es arbeitet. Alles, was Sie getan haben, steht im Journal daneben; nichts wurde geändert.',
  'start.problem.tables-made-anew': 'Die Tabellen dieses Kontos wurden neu angelegt',
  'start.problem.tables-made-anew.help':
    'Sie waren beschädigt, oder eine neuere Version von Trellis hatte sie geändert. Nichts ist verloren: Alles kam aus dem Journal dieses Computers.',
  'start.problem.without-tables': 'Aus dem Journal geöffnet, ohne Tabellen',
  'start.problem.without-tables.help':
    'Alles geht und wird gespeichert. Nur das Öffnen dauert jedes Mal länger, bis sich die Tabellen wieder öffnen lassen.',
  'start.problem.defect': 'In Trellis selbst ist etwas schiefgegangen',
  'start.problem.defect.help':
    'Nichts ist verloren. Versuchen Sie es erneut; geschieht es wieder, senden Sie uns die Protokolldatei.',
  'unopened.title': 'Das Konto konnte nicht geöffnet werden',
  'unopened.titleNamed': '„{name}“ konnte nicht geöffnet werden',
  'unopened.lead': 'Es ist mit allem, was getan wurde, noch auf diesem Computer. Nichts wurde geändert.',
  'unopened.detail': 'Das System meldet: {detail}',
  'unopened.tryAgain': 'Erneut versuchen',
  'unopened.fromJournal': 'Aus dem Journal öffnen',
  'unopened.another': 'Anderes Konto wählen…',
  'unopened.others': 'Andere Konten auf diesem Computer',
};
