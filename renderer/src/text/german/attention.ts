import type { attentionTexts as english } from '../english/attention';
import type { Translation } from '../translation';

/** Texts about what could not be kept as it was meant, and about synchronising. */
export const attentionTexts: Translation<typeof english> = {
  'attention.title': 'Braucht Aufmerksamkeit',
  'attention.intro':
    'Diese Aktionen konnten nicht so übernommen werden, wie Sie sie gemeint hatten, weil andere zuerst da waren. Nichts ist verloren: Entscheiden Sie über jede.',
  'attention.empty': 'Nichts braucht Aufmerksamkeit',
  'attention.emptyText':
    'Wenn etwas, das Sie getan haben, nicht zu dem passt, was andere getan haben, wird es hier erklärt.',
  'attention.wanted': 'Was Sie wollten',
  'attention.meanwhile': 'Was inzwischen geschah',
  'attention.why': 'Warum es nicht übernommen werden konnte',
  'attention.changedTitle': 'Was stattdessen genommen wurde',
  'attention.changed': '{field}: {from} war nicht mehr frei; jetzt ist es {to}.',
  'attention.by': '{who}, {when}',
  'attention.retry': 'Erneut versuchen',
  'attention.change': 'Ändern…',
  'attention.drop': 'Verwerfen',
  'attention.understood': 'Verstanden',
  'attention.retryAll': 'Alle erneut versuchen',
  'attention.dropAll': 'Alle verwerfen',
  'attention.stillRefused': 'Es geht immer noch nicht.',
  'attention.done': 'Jetzt getan: {what}',
  'attention.nothingMeanwhile': 'Etwas, worum es geht, wurde inzwischen auf einem anderen Rechner geändert.',
  'attention.lastByOthers': 'Was andere zuletzt getan haben:',
  'attention.toast': 'Konnte nicht bleiben: {what}{more, plural, =0 {} other {, und # mehr}}',
  'attention.toastChanged': 'Geblieben, mit einer anderen Wahl: {what}{more, plural, =0 {} other {, und # mehr}}',
  'attention.toastMeanwhile': '{who} war zuerst da: {what}',
  'attention.toastShow': 'Ansehen',
  'attention.shared': 'von {who}, {when}',
  'attention.changeTitle': 'Ändern, dann erneut versuchen',
  'attention.void': 'Aktionen im gemeinsamen Verlauf, die für niemanden zählen',
  'attention.voidText':
    'Die Regeln lassen sie nicht zu, deshalb ändern sie auf keinem Computer etwas. Vielleicht arbeitet jemand mit einer alten oder beschädigten Version von Trellis, oder es wurde auf anderem Weg in den gemeinsamen Ort geschrieben.',
  'attention.voidStranger': '„{id}“, in diesem Konto unbekannt',
  'attention.voidPlace': 'Eintrag {seq}',

  'sync.title': 'Abgleich',
  'sync.local': 'Nur auf diesem Computer',
  'sync.upToDate': 'Aktuell',
  'sync.toSend': '{count} zu senden',
  'sync.synchronising': 'Wird abgeglichen…',
  'sync.offline': 'Offline',
  'sync.offlineSince': 'Offline seit {since}',
  'sync.needsYou': '{count, plural, one {# braucht Sie} other {# brauchen Sie}}',
  'sync.stopped': 'Angehalten',
  'sync.stoppedSince': 'Angehalten seit {since}',
  'sync.arriving': 'Wartet auf eine Datei',
  'sync.arrivingSince': 'Wartet auf eine Datei seit {since}',
  'sync.arrivingText':
    'Ein Teil dessen, was andere getan haben, ist noch unterwegs nach {place}. Sobald er da ist, geht es von selbst weiter.',
  'sync.notSeenYet':
    '{count, plural, one {# Ihrer Änderungen ist} other {# Ihrer Änderungen sind}} für andere noch nicht zu sehen.',
  'sync.mend': 'Von diesem Computer wiederherstellen',
  'sync.mendFailed':
    'Auch dieser Computer hat diese Daten nicht. Versuchen Sie es auf einem anderen, der das Konto teilt.',
  'sync.setAside': 'Aus dem Weg räumen',
  'sync.setAsideFailed':
    'Von hier aus ließ es sich nicht wegräumen. Versuchen Sie es auf einem anderen Computer, der das Konto teilt.',
  'sync.here': 'Dieses Konto ist „{name}“.',
  'sync.there': 'Dort liegt {what}.',
  'sync.thereNamed': '„{name}“',
  'sync.thereUnnamed': 'ein geschütztes Konto, dessen Namen nur seine eigenen Computer lesen können',
  'sync.thereStarted': '{name}, begonnen von {owner} am {when}',
  'sync.thereActs': '{count, plural, one {# Aktion} other {# Aktionen}}',
  'sync.thereActsUntil': '{count, plural, one {# Aktion} other {# Aktionen, die letzte}} am {when}',
  'sync.isEmpty':
    'Der Ort ist da, aber leer. Wenn es der richtige ist und nicht nur etwas nicht verbunden ist, füllen Sie ihn von diesem Computer aus wieder.',
  'sync.fillAgain': 'Von diesem Computer wieder füllen',
  'sync.healed': 'Von selbst in Ordnung gebracht',
  'sync.putBack':
    'Der Ort war auf den Stand von {to} zurückgesetzt worden; {count, plural, one {# Änderung wurde} other {# Änderungen wurden}} wieder hinzugefügt.',
  'sync.putBackEmpty':
    'Der Ort war leer geworden; {count, plural, one {# Änderung wurde} other {# Änderungen wurden}} wieder hinzugefügt.',
  'sync.gaveWay':
    'Andere waren am gemeinsamen Ort zuerst: {own, plural, one {# Ihrer Änderungen kam} other {# Ihrer Änderungen kamen}} hinter die der anderen.',
  'sync.void':
    '{count, plural, one {# Aktion im gemeinsamen Verlauf zählt} other {# Aktionen im gemeinsamen Verlauf zählen}} für niemanden.',
  'sync.showVoid': 'Zeigen: wer, was und warum',
  'sync.wholeCheck':
    'Alles wird geprüft: {count, plural, one {# Änderung} other {# Änderungen}} aus der Zeit vor Ihrem Beitritt',
  'sync.checkedWhole':
    'Alles ist geprüft: {count, plural, one {Die # Änderung} other {Die # Änderungen}} aus der Zeit vor Ihrem Beitritt {count, plural, one {führt} other {führen}} zu dem Konto, das geöffnet wurde.',
  'sync.beganAgain':
    'Der Verlauf am gemeinsamen Ort wurde gekürzt, bevor dieser Computer ihn gesehen hatte. Er hat vom Zwischenstand dort neu begonnen{count, plural, =0 {} one {, mit # Vorgang, der wartet} other {, mit # Vorgängen, die warten}}.',
  'sync.checkpointWrong':
    'Der Zwischenstand, aus dem dieses Konto geöffnet wurde, war falsch. Es wurde aus allen Änderungen neu aufgebaut; Ihre sind erhalten.',
  'sync.readWhole.unconfirmed':
    'Alle Änderungen wurden einzeln gelesen: Für einen Zwischenstand bürgt nur ein einziger Computer.',
  'sync.readWhole.damaged':
    'Alle Änderungen wurden einzeln gelesen: Der Zwischenstand am gemeinsamen Ort ist beschädigt.',
  'sync.readWhole.forged':
    'Alle Änderungen wurden einzeln gelesen: Der Zwischenstand am gemeinsamen Ort ist nicht von zwei zugelassenen Computern unterschrieben.',
  'sync.readWhole.other':
    'Alle Änderungen wurden einzeln gelesen: Der Zwischenstand am gemeinsamen Ort gehört zu einer anderen Version oder einem anderen Verlauf.',
  'sync.missing':
    '{count, plural, one {# Änderung einer anderen Person wurde} other {# Änderungen anderer wurden}} von deren Computern noch nicht erneut gesendet.',
  'sync.localText':
    'Alles ist auf diesem Computer gespeichert. Teilen Sie das Konto über einen Ordner, etwa ein Netzlaufwerk oder einen USB-Stick, um gemeinsam daran zu arbeiten.',
  'sync.upToDateText': 'Alles, was Sie getan haben, ist in {place}, und alles, was andere getan haben, ist hier.',
  'sync.toSendText': 'Was Sie getan haben, ist auf diesem Computer sicher und wird an {place} gesendet.',
  'sync.synchronisingText': 'Holt, was andere getan haben, und sendet, was Sie getan haben.',
  'sync.offlineText':
    '{place} ist nicht erreichbar. Arbeiten Sie weiter: Alles bleibt hier gespeichert und wird gesendet, sobald es wieder geht.',
  'sync.needsYouText': 'Manche Ihrer Aktionen passten nicht zu dem, was andere getan haben.',
  'sync.stoppedText': 'Arbeiten Sie weiter: Alles bleibt hier gespeichert. Es wird jede Minute erneut versucht.',
  'sync.place': 'Ort',
  'sync.now': 'Jetzt abgleichen',
  'sync.share': 'Über einen Ordner teilen…',
  'sync.changePlace': 'Anderen Ordner wählen…',
  'sync.stopSharing': 'Hier nicht mehr teilen',
  'sync.pending': 'Wartet auf das Senden',
  'sync.nothingPending': 'Nichts wartet.',
  'sync.showAttention': 'Zeigen, was Aufmerksamkeit braucht',
  'sync.more': 'und {count, plural, one {# weitere} other {# weitere}}',
  'sync.somewhere': 'dem geteilten Ordner',
  'sync.advice.wait': 'Es geht von selbst weiter.',
  'sync.advice.sign-in': 'Der Zugriff wurde verweigert. Melden Sie sich dort erneut an.',
  'sync.advice.export': 'Der Zugriff wurde entzogen. Was hier ist, bleibt lesbar.',
  'sync.advice.choose': 'Dort ist ein anderes Konto. Wählen Sie den richtigen Ordner.',
  'sync.advice.repair':
    'Eine Datei an diesem Ort ist beschädigt. Jeder Computer, der ihren Inhalt hat, kann sie wiederherstellen; die beschädigte Datei bleibt daneben liegen.',
  'sync.advice.set-aside':
    'Jemand, der nicht zugelassen ist, hat an diesem Ort etwas abgelegt. Es zählt für niemanden. Jeder zugelassene Computer kann es aus dem Weg räumen; unter anderem Namen bleibt es dort liegen.',
  'sync.advice.report':
    'Der Verlauf dort ist beschädigt oder weicht von dem hier ab. Arbeiten Sie hier weiter, und sagen Sie es der Person, die das Konto betreut.',
  'sync.advice.turn-folder':
    'In diesem Ordner könnten zwei Computer dieselbe Datei anlegen; er kann also nicht entscheiden, wer zuerst kommt. Ein Computer muss die Vorgänge ordnen: Machen Sie ihn zu einem kopierten Ordner.',
  'sync.advice.update': 'Jemand arbeitet mit einer neueren Version. Aktualisieren Sie Trellis, um weiterzuarbeiten.',
  'sync.advice.free-space': 'Dort ist kein Platz mehr.',
  'sync.advice.ask-for-access': 'Dort kann gelesen, aber nicht geschrieben werden. Bitten Sie um Zugriff.',
};
