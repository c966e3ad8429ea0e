import type { Translation } from '../translation';
import type { serverTexts as english } from '../english/server';

/** Server, über die ein Konto geteilt wird. */
export const serverTexts: Translation<typeof english> = {
  'server.joinTitle': 'Einem Konto auf einem Server beitreten',
  'server.shareTitle': 'Über einen Server teilen',
  'server.joinDo': 'Beitreten',
  'server.shareDo': 'Teilen',
  'server.kind': 'Art des Servers',
  'server.webdav': 'WebDAV',
  'server.webdavHint': 'Nextcloud, ein NAS, ein Webserver: ein Ordner darauf.',
  'server.postgres': 'PostgreSQL',
  'server.postgresHint': 'Eine Datenbank Ihres Büros oder Ihres Händlers. Sie nimmt beliebig viele Konten auf.',
  'server.address': 'Adresse',
  'server.webdavPlaceholder': 'https://cloud.example.org/remote.php/dav/files/anna/Trellis/',
  'server.webdavAddressHint': 'Die eines Ordners, der nur für dieses Konto da ist.',
  'server.postgresPlaceholder': 'db.example.org/trellis/gartenstadt',
  'server.postgresAddressHint':
    'Server, Datenbank und der Name des Kontos darin. Mehrere Server eines Verbunds mit Kommas.',
  'server.user': 'Benutzer',
  'server.password': 'Passwort',
  'server.passwordHint': 'Liegt im Schlüsselbund dieses Computers und sonst nirgends.',
  'server.trying': 'Anmelden und den Server prüfen…',
  'server.signInTitle': 'Neu anmelden',
  'server.signInText':
    '{place} nimmt das Passwort nicht mehr an. Was Sie getan haben, bleibt hier und wird danach gesendet.',
  'server.signInDo': 'Anmelden',
  'server.shareButton': 'Über einen Server teilen…',
  'server.joinButton': 'Von einem Server…',
  'server.problem.not-an-address': 'Das ist keine Adresse eines solchen Servers',
  'server.problem.not-an-address.help': 'Vergleichen Sie sie mit dem Beispiel im Feld.',
  'server.problem.only-carries-files': 'Dieser Server kann nicht entscheiden, wer zuerst kommt',
  'server.problem.only-carries-files.help':
    'Zwei Personen könnten gleichzeitig etwas hinzufügen, und eines davon ginge verloren. Das wurde geprüft; auf dem Server ist nichts zurückgeblieben. Er könnte nur Dateien tragen, und an solchen Orten ist nichts verschlüsselt: Ein geschütztes Konto kann dort nicht liegen. Wählen Sie einen anderen Server.',
  'server.carryHelp':
    'Zwei Personen könnten gleichzeitig etwas hinzufügen, und eines davon ginge verloren. Das wurde geprüft; auf dem Server ist nichts zurückgeblieben. Aber er kann die Dateien tragen: Dann bringt dieser Rechner in die Reihenfolge, was alle tun, und die anderen warten auf ihn. Später lässt sich das abgeben.',
  'server.carryDo': 'So darüber teilen',
  'server.problem.unauthorised': 'Der Server nimmt Benutzer und Passwort nicht an',
  'server.problem.unauthorised.help':
    'Prüfen Sie beides. Nextcloud verlangt ein App-Passwort, wenn die Anmeldung zwei Schritte hat.',
  'server.problem.forbidden': 'Der Server lässt Sie dort nicht hinein',
  'server.problem.forbidden.help': 'Wer ihn betreut, kann Ihnen Zugang geben.',
  'server.problem.no-answer': 'Der Server ist nicht zu erreichen',
  'server.problem.no-answer.help': 'Prüfen Sie die Adresse und die Verbindung dieses Computers.',
  'server.problem.nothing-there': 'An diesem Ort ist kein Konto',
  'server.problem.nothing-there.help':
    'Fragen Sie, wer es teilt, nach der genauen Adresse, oder teilen Sie dort Ihr eigenes Konto.',
  'server.problem.holds-another': 'An diesem Ort liegt schon ein anderes Konto',
  'server.problem.holds-another.help': 'Wählen Sie einen leeren, oder treten Sie dem Konto bei, das dort liegt.',
  'server.problem.full': 'Es ist kein Platz mehr',
  'server.problem.full.help': 'Schaffen Sie dort oder hier Platz und versuchen Sie es erneut. Nichts ging verloren.',
  'server.problem.unreadable': 'Was dort liegt, kann diese Version nicht lesen',
  'server.problem.unreadable.help':
    'Es ist vielleicht beschädigt oder von einer neueren Version geschrieben. Nichts wurde geändert.',
  'server.problem.defect': 'In Trellis selbst ging etwas schief',
  'server.problem.defect.help':
    'Nichts ging verloren. Versuchen Sie es erneut; geschieht es wieder, senden Sie uns die Protokolldatei.',
};
