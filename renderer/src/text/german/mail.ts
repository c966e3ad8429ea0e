import type { mailTexts as english } from '../english/mail';
import type { Translation } from '../translation';

/** Mail of this computer: its server, and writing about what ends. */
export const mailTexts: Translation<typeof english> = {
  'command.mail': 'Mail…',
  'mail.title': 'Mail',
  'mail.intro':
    'Der Server, über den dieser Rechner Mail verschickt. Was in diese Felder gehört, sagt Ihnen Ihr Anbieter oder wer sich um Ihre Mail kümmert.',
  'mail.host': 'Mailserver (SMTP)',
  'mail.hostPlaceholder': 'smtp.example.org',
  'mail.security': 'Verschlüsselung',
  'mail.security.tls': 'Von Anfang an (TLS)',
  'mail.security.startTls': 'Nach der Begrüßung (STARTTLS)',
  'mail.security.none': 'Keine',
  'mail.port': 'Port',
  'mail.from': 'Absender (E-Mail-Adresse)',
  'mail.fromHint': 'Dorthin gehen Antworten und der Test.',
  'mail.user': 'Benutzer',
  'mail.userHint': 'Leer, wenn der Server keinen verlangt.',
  'mail.password': 'Passwort',
  'mail.passwordHint': 'Es liegt im Schlüsselbund dieses Rechners, sonst nirgends.',
  'mail.passwordKept': 'Es liegt im Schlüsselbund dieses Rechners. Nur tippen, um es zu ändern.',
  'mail.passwordForNow':
    'Bekannt, bis Trellis beendet wird, denn dieser Rechner hat keinen Schlüsselbund. Danach wartet die Mail, bis es wieder eingegeben ist.',
  'mail.notAnAddress': 'Das ist keine E-Mail-Adresse.',
  'mail.needsEncryption':
    'Ohne Verschlüsselung könnte das Passwort unterwegs gelesen werden. Wählen Sie eine, oder lassen Sie den Benutzer leer.',
  'mail.keep': 'Speichern',
  'mail.try': 'Einen Test an mich senden',
  'mail.trying': 'Test wird gesendet…',
  'mail.forget': 'Diesen Server vergessen',
  'mail.send': 'Erinnerungen von diesem Rechner als Mail senden',
  'mail.sendText':
    'Jede geht an ihrem Tag einmal an die, für die sie gedacht ist, solange Trellis läuft. Was früher fällig war, wird nicht gesendet. Schalten Sie es auf einem Rechner des Kontos ein.',
  'mail.triedWell': 'Der Server hat einen Test an {address} angenommen',
  'mail.triedWellText': 'Sehen Sie nach, ob er angekommen ist, auch im Spam-Ordner.',
  'mail.lastSent': 'Zuletzt gesendet am {moment}, an {people}.',
  'mail.serverSaid': 'Die Antwort: {words}',
  'mail.failed.unreachable': 'Der Mailserver ist nicht erreichbar',
  'mail.failed.unreachable.help':
    'Prüfen Sie Server und Port und die Verbindung dieses Rechners. Innerhalb einer Stunde wird es noch einmal versucht.',
  'mail.failed.not-encrypted': 'Der Mailserver verschlüsselt nicht auf diese Weise',
  'mail.failed.not-encrypted.help':
    'Wählen Sie die andere Art der Verschlüsselung: Sie gehört zu einem anderen Port. Es wurde nichts gesendet.',
  'mail.failed.certificate': 'Für diesen Mailserver bürgt niemand',
  'mail.failed.certificate.help':
    'Sein Zertifikat stammt von keiner Stelle, die Trellis kennt, oder gilt für einen anderen Namen. Vergleichen Sie den Namen des Servers. Es wurde nichts gesendet.',
  'mail.failed.sign-in': 'Der Mailserver nimmt Benutzer und Passwort nicht an',
  'mail.failed.sign-in.help':
    'Prüfen Sie beides. Bei einer Anmeldung in zwei Schritten hat der Anbieter eigene Passwörter für Programme.',
  'mail.failed.refused': 'Der Mailserver hat die Nachricht abgelehnt',
  'mail.failed.refused.help':
    'Sie wird nicht noch einmal gesendet. Warum, steht in der Antwort: Oft gibt es die Adresse nicht.',
  'mail.failed.later': 'Der Mailserver will später gefragt werden',
  'mail.failed.later.help': 'Innerhalb einer Stunde wird es noch einmal versucht.',
  'mail.failed.unsure': 'Der Mailserver verstummte, bevor er geantwortet hat',
  'mail.failed.unsure.help': 'Die Nachricht kann angekommen sein, darum wird sie kein zweites Mal gesendet.',
  'mail.failed.other': 'Das hat nicht geklappt',
  'mail.failed.other.help': 'Es wurde nichts gesendet. Versuchen Sie es noch einmal.',
  'mail.write': 'Über {about} im Mailprogramm schreiben',
  'mail.save': 'Nachricht über {about} als Datei speichern',
  'mail.saved': 'Gespeichert. Mailprogramme öffnen sie als Nachricht, die Sie ändern und senden können.',
  'mail.notWritten': 'Es wurde nichts geschrieben',
  'mail.notWritten.full': 'Auf dem Datenträger ist kein Platz mehr.',
  'mail.notWritten.unwritable': 'Dort kann nicht geschrieben werden. Wählen Sie einen anderen Ort.',
  'mail.notWritten.no-program': 'Dieser Rechner hat kein Mailprogramm. Speichern Sie es als Datei.',
  'mail.notWritten.gone': 'An diesem Tag wird daran nicht mehr erinnert.',
  'mail.notWritten.other': 'Versuchen Sie es in einem Moment erneut.',
};
