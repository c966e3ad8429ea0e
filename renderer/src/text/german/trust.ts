import type { trustTexts as english } from '../english/trust';
import type { Translation } from '../translation';

/** Wer zugelassen ist: ein Konto schützen, Rechner, Einladungen, die gedruckten Wörter. */
export const trustTexts: Translation<typeof english> = {
  'trust.protect.title': 'Dieses Konto schützen',
  'trust.page': 'Seite {page} von 3',
  'trust.does': 'Was das bewirkt',
  'trust.does.in':
    'Nur Rechner, die jemand zugelassen hat, können etwas ändern. Was andere schreiben, zählt für niemanden.',
  'trust.does.read': 'Was im gemeinsamen Ort liegt, können nur sie lesen. Ein verlorener Stick verrät nichts.',
  'trust.does.who': 'Der Verlauf zeigt, auf welchem Rechner etwas getan wurde.',
  'trust.doesNot': 'Was es nicht bewirkt',
  'trust.doesNot.members': 'Wer zugelassen ist, kann alles lesen.',
  'trust.doesNot.delete':
    'Wer im gemeinsamen Ort schreiben darf, kann ihn weiterhin löschen. Jeder Rechner hat eine Kopie und stellt ihn wieder her.',
  'trust.doesNot.past':
    'Was dort bisher offen lag, bleibt dort lesbar. Teilen Sie das Konto danach über einen anderen Ort.',
  'trust.doesNot.off': 'Es lässt sich nicht wieder abschalten.',
  'trust.lock.system': 'Den Schlüssel dieses Rechners verwahrt der Schlüsselbund des Systems.',
  'trust.lock.passphrase': 'Den Schlüssel dieses Rechners sichert eine Passphrase.',
  'trust.lock.both':
    'Der Schlüssel dieses Rechners liegt im Schlüsselbund des Systems und ist mit einer Passphrase gesperrt.',
  'trust.lock.none':
    'Dieses System hat keinen Schlüsselbund. Der Schlüssel dieses Rechners liegt in einer Datei, die nur Sie lesen können: Er ist so sicher wie der Datenträger.',
  'trust.continue': 'Weiter',
  'trust.back': 'Zurück',
  'trust.onlyOwner': 'Nur ein Inhaber kann das Konto schützen.',
  'trust.notCarried': 'Ein Konto in einem Ordner, den ein Programm kopiert, lässt sich noch nicht schützen',
  'trust.notCarried.help':
    'Teilen Sie es über einen Ordner auf einem Server oder über einen Server, und schützen Sie es dort. In einem kopierten Ordner bliebe alles lesbar.',
  'trust.words.lead':
    'Drucken Sie diese 24 Wörter aus, oder schreiben Sie sie ab, und bewahren Sie sie getrennt von den Rechnern auf. Gehen alle Rechner der Inhaber verloren, lassen sie einen Inhaber wieder zu. Noch einmal kann sie niemand zeigen.',
  'trust.words.label': 'Wörter für den Notfall',
  'trust.words.print': 'Drucken',
  'trust.words.printTitle': 'Wörter für den Notfall: {account}',
  'trust.words.printText':
    'Wer diese Wörter hat, kann einen Inhaber zum Konto zulassen. Gebraucht werden sie nur, wenn alle Rechner der Inhaber verloren sind. Bewahren Sie sie auf wie einen Vertrag.',
  'trust.words.have': 'Ich habe sie',
  'trust.words.ask': 'Damit sicher ist, dass sie sich lesen lassen: Welche Wörter stehen an diesen Stellen?',
  'trust.words.number': 'Wort {number}',
  'trust.words.wrong': 'Das ist ein anderes Wort als das gezeigte.',
  'trust.protect.do': 'Dieses Konto schützen',
  'trust.done.title': 'Das Konto ist geschützt',
  'trust.done.shared': 'Was ab jetzt nach {place} geht, können nur die Rechner dieses Kontos lesen.',
  'trust.done.local': 'Wenn Sie es teilen, ist im gemeinsamen Ort nichts davon lesbar.',
  'trust.done.next':
    'Lassen Sie die anderen unter „Rechner“ zu. Bis dahin sehen sie, was sie haben, und können nichts ändern.',
  'trust.done.computers': 'Rechner…',
  'trust.failed': 'Das Konto ist nicht geschützt',
  'trust.failed.stale': 'Jemand anders hat im selben Augenblick etwas getan. Versuchen Sie es noch einmal.',
  'trust.unprotected':
    'Dieses Konto ist nicht geschützt: Wer im gemeinsamen Ort schreiben kann, kann alles lesen und sich für jeden ausgeben.',
  'trust.unprotected.do': 'Dieses Konto schützen…',

  'trust.computers.title': 'Rechner',
  'trust.computers.lead':
    'Nur diese Rechner können etwas ändern. Was ein Rechner tat, bevor er ausgesperrt wurde, bleibt, wie es war.',
  'trust.computers.who': 'Wer',
  'trust.computers.which': 'Rechner',
  'trust.computers.seen': 'Letzte Aktion',
  'trust.computers.how': 'Zugelassen',
  'trust.computers.state': 'Zustand',
  'trust.computers.acts': 'Aktionen',
  'trust.computers.this': 'dieser',
  'trust.computers.never': 'noch nie',
  'trust.computers.gone': 'jemand, der entfernt wurde',
  'trust.how.protected': 'als erster',
  'trust.how.invited': 'durch eine Einladung',
  'trust.how.certified': 'sechs Wörter verglichen',
  'trust.how.rotated': 'mit neuem Schlüssel',
  'trust.state.in': 'Zugelassen',
  'trust.state.out': 'Ausgesperrt',
  'trust.state.invited': 'Eingeladen',
  'trust.state.invitedUntil': 'Eingeladen bis {day}',
  'trust.computers.none': 'Dieses Konto ist nicht geschützt',
  'trust.computers.noneText':
    'Wer im gemeinsamen Ort schreiben kann, kann mitmachen. Schützen Sie das Konto, um zu sagen, welche Rechner es dürfen.',
  'trust.computers.withoutComputer':
    '{names} {count, plural, one {ist Inhaber und hat} other {sind Inhaber und haben}} keinen zugelassenen Rechner.',
  'trust.computers.words': 'Es gibt Wörter für den Notfall.',
  'trust.computers.noWords':
    'Es gibt keine Wörter für den Notfall: Gehen alle Rechner der Inhaber verloren, kann niemand zugelassen werden.',
  'trust.computers.headWords':
    'Vergleichen Sie diese sechs Wörter mit jemand anderem: Sind sie gleich, sehen beide denselben Verlauf.',
  'trust.newKey': 'Schlüssel dieses Rechners wechseln',
  'trust.newKey.done': 'Dieser Rechner hat einen neuen Schlüssel.',
  'trust.newKey.failed': 'Der Schlüssel bleibt, wie er war.',
  'trust.shutOut': 'Aussperren…',
  'trust.withdraw': 'Zurückziehen',
  'trust.shutOut.title': '{computer} aussperren?',
  'trust.shutOut.text':
    'Ab jetzt kann er nichts ändern und nichts lesen, was ab jetzt geschrieben wird. Was er hat, behält er, und was dort getan wurde, bleibt. Was dort noch auf das Senden wartet, geht an den zurück, der es getan hat.',
  'trust.shutOut.self': 'An diesem Rechner sitzen Sie gerade: Sie können dann nur noch zusehen.',
  'trust.shutOut.do': 'Aussperren',

  'trust.letIn': 'Zulassen…',
  'trust.letIn.title': 'Einen Rechner zulassen',
  'trust.letIn.who': 'Für wen',
  'trust.letIn.how': 'Wo ist dieser Rechner?',
  'trust.letIn.elsewhere': 'Woanders',
  'trust.letIn.elsewhere.hint': 'Sie erstellen eine Einladung, die einmal gilt, und schicken sie.',
  'trust.letIn.beside': 'Neben mir, oder wir telefonieren',
  'trust.letIn.beside.hint':
    'Jener Rechner zeigt sechs Wörter, und dieser zeigt sie auch. Sind sie gleich, lassen Sie ihn zu.',
  'trust.letIn.notShared': 'Teilen Sie zuerst das Konto: Eine Einladung sagt, wo es weitergeht.',
  'trust.invite.make': 'Einladung erstellen',
  'trust.invite.for': 'Einladung für {name}',
  'trust.invite.text':
    'Wer sie zuerst benutzt, wird als {name} zugelassen, einmal. Schicken Sie sie dorthin, wo nur {name} sie liest. Sie gilt auch, während dieser Rechner aus ist.',
  'trust.invite.code': 'Die Einladung als Text',
  'trust.invite.qr': 'Die Einladung als QR-Code',
  'trust.invite.copy': 'Kopieren',
  'trust.invite.copied': 'Kopiert.',
  'trust.invite.save': 'Als Datei speichern…',
  'trust.invite.saved': 'Gespeichert.',
  'trust.invite.fileName': 'Einladung für {name}',
  'trust.invite.unsent':
    'Die Einladung ist vermerkt, konnte aber noch nicht gesendet werden. Sie gilt, sobald dieser Rechner abgeglichen hat.',
  'trust.asking.paste': 'Was der andere Rechner zeigt',
  'trust.asking.pasteHint':
    'Die lange Zeile unter „Um Zulassung bitten“ dort: per Mail, als Nachricht oder aus einer Datei.',
  'trust.asking.words': 'Sechs Wörter',
  'trust.asking.same': 'Zeigt {computer} dieselben sechs Wörter?',
  'trust.asking.do': 'Sie sind gleich: zulassen',
  'trust.asking.done': '{computer} ist für {name} zugelassen.',

  'trust.notIn.title': 'Dieser Rechner ist nicht zugelassen',
  'trust.notIn.lead': 'Das Konto ist geschützt. Jemand, der das darf, muss diesen Rechner zulassen.',
  'trust.notIn.ask': 'Um Zulassung bitten',
  'trust.notIn.askText':
    'Schicken Sie diese Zeile an einen Administrator des Kontos, und vergleichen Sie die sechs Wörter am Telefon oder nebeneinander.',
  'trust.notIn.line': 'Zeile zum Schicken',
  'trust.notIn.look': 'Nachsehen, ob er zugelassen ist',
  'trust.notIn.trying': 'Wird nachgesehen…',
  'trust.notIn.invited': 'Ich habe eine Einladung',
  'trust.notIn.words': 'Alle Rechner der Inhaber sind verloren',
  'trust.notIn.wordsText': 'Die 24 gedruckten Wörter lassen diesen Rechner für einen Inhaber zu.',
  'trust.notIn.wordsLabel': 'Die 24 Wörter',
  'trust.notIn.wordsDo': 'Diesen Rechner zulassen',
  'trust.notIn.back': 'Zurück zum Anfang',
  'trust.notIn.banner': 'Dieser Rechner ist nicht zugelassen: Sie können zusehen und nichts ändern.',
  'trust.notIn.bannerDo': 'Was sich tun lässt…',

  'trust.invited.start': 'Ich habe eine Einladung…',
  'trust.invited.title': 'Mit einer Einladung beitreten',
  'trust.invited.text': 'Einladung',
  'trust.invited.hint': 'Der ganze Text, der mit TRELLIS2 beginnt, oder die Datei.',
  'trust.invited.file': 'Datei öffnen…',
  'trust.invited.next': 'Weiter',
  'trust.invited.place': 'Das Konto liegt in „{place}“. Wählen Sie diesen Ort, wie dieser Rechner ihn sieht.',
  'trust.invited.anywhere': 'Wählen Sie den Ort, in dem das Konto liegt.',
  'trust.invited.folder': 'Ordner wählen…',
  'trust.invited.server': 'Es liegt auf einem Server…',
  'trust.invited.do': 'Beitreten',

  'trust.problem.no-keys': 'Die Schlüssel dieses Rechners lassen sich nicht benutzen',
  'trust.problem.no-keys.help':
    'Ein anderer Schlüsselbund hat sie verschlossen, oder ihre Datei ist beschädigt. Lassen Sie diesen Rechner mit einem anderen Profil neu zu, oder bitten Sie um Hilfe mit der Datei keys.json.',
  'trust.problem.not-an-invitation': 'Das ist keine ganze Einladung',
  'trust.problem.not-an-invitation.help':
    'Kopieren Sie sie vollständig, von TRELLIS2 bis zum Ende, oder öffnen Sie die Datei.',
  'trust.problem.not-a-request': 'Das ist nicht, was der andere Rechner zeigt',
  'trust.problem.not-a-request.help': 'Kopieren Sie die ganze Zeile, mit dem Namen am Ende.',
  'trust.problem.other-account': 'An diesem Ort liegt ein anderes Konto',
  'trust.problem.other-account.help':
    'Wählen Sie den Ort, für den die Einladung gilt, oder fragen Sie, wer sie erstellt hat.',
  'trust.problem.put-back': 'Dieser Ort wurde auf einen älteren Stand zurückgesetzt',
  'trust.problem.put-back.help':
    'Er enthält nicht, worauf die Einladung beruht. Warten Sie, bis dort alles angekommen ist, und fragen Sie nach, bevor Sie weitermachen.',
  'trust.problem.nobody-invited': 'Das Konto kennt diese Einladung nicht',
  'trust.problem.nobody-invited.help':
    'Warten Sie, bis der Rechner, der sie erstellt hat, abgeglichen hat, und versuchen Sie es dann erneut.',
  'trust.problem.passphrase': 'Das ist eine andere Passphrase',
  'trust.problem.passphrase.help': 'Achten Sie auf Großbuchstaben und die Belegung der Tastatur.',
  'trust.problem.used': 'Diese Einladung gilt nicht mehr',
  'trust.problem.used.help': 'Sie wurde benutzt, zurückgezogen oder ist abgelaufen. Bitten Sie um eine neue.',
  'trust.problem.not-yet': 'Noch hat niemand diesen Rechner zugelassen',
  'trust.problem.not-yet.help': 'Wer ihn zulässt, muss danach abgleichen. Sehen Sie dann noch einmal nach.',
  'trust.problem.no-answer': 'Der Ort ist nicht erreichbar',
  'trust.problem.no-answer.help': 'Prüfen Sie die Verbindung, und versuchen Sie es dann erneut.',
  'trust.problem.damaged': 'Etwas an diesem Ort ist beschädigt oder wurde von jemand anderem geschrieben',
  'trust.problem.damaged.help':
    'Nichts wurde geändert. Bitten Sie jemanden, der zugelassen ist, abzugleichen, und versuchen Sie es dann erneut.',
  'trust.problem.words-count': 'Es müssen 24 Wörter sein',
  'trust.problem.words-count.help': 'Geben Sie alle in ihrer Reihenfolge ein, mit Leerzeichen dazwischen.',
  'trust.problem.words-word': '„{detail}“ ist keines der Wörter',
  'trust.problem.words-word.help': 'Sehen Sie auf dem Papier noch einmal nach: Die ersten vier Buchstaben genügen.',
  'trust.problem.words-check': 'Das sind nicht die Wörter dieses Kontos',
  'trust.problem.words-check.help': 'Eines ist ein anderes als das gedruckte, oder sie gehören zu einem anderen Konto.',
  'trust.problem.no-owner': 'Das Konto hat keinen Inhaber',
  'trust.problem.no-owner.help': 'Die Wörter können nur Inhaber zulassen.',
  'trust.problem.defect': 'In Trellis selbst ist etwas schiefgegangen',
  'trust.problem.defect.help':
    'Nichts ist verloren. Versuchen Sie es erneut; passiert es wieder, schicken Sie uns die Protokolldatei.',
  'start.problem.not-for-protected': 'Ein geschütztes Konto lässt sich nicht über so einen Ordner teilen',
  'start.problem.not-for-protected.help':
    'Was ein Programm kopiert, wird noch nicht verschlüsselt. Wählen Sie einen Ordner auf einem Server oder einen Server.',

  'history.computer': 'Rechner',
  'history.proved': 'Nachgewiesen: getan auf {computer}',
  'history.unproved': 'Nicht nachgewiesen: getan, bevor das Konto geschützt war',
  'history.unsentYet': 'Nachgewiesen, sobald es gesendet ist',
};
