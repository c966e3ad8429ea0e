import type { keptTexts as english } from '../english/kept';
import type { Translation } from '../translation';

/** Ordner, die ein Programm kopiert: welcher Art einer ist, wer Vorgänge ordnet, und wie es um jeden Vorgang steht. */
export const keptTexts: Translation<typeof english> = {
  'kept.ask.title': 'Wie erreichen die anderen diesen Ordner?',
  'kept.ask.label': 'Sie erreichen {folder}',
  'kept.exclusive': 'Über das Netz: ein Server oder NAS-Laufwerk',
  'kept.exclusive.hint': 'Der Server entscheidet, wer zuerst kommt, und was jemand tut, zählt sofort.',
  'kept.kept': 'Ein Programm kopiert ihn (Dropbox, OneDrive, Nextcloud, Syncthing …), oder es ist ein Stick',
  'kept.kept.hint':
    'Ein Computer ordnet die Vorgänge, zunächst dieser. Was andere tun, wartet, bis er es gesehen hat. Das stimmt in jedem Fall.',
  'kept.because.program': '{name} kopiert diesen Ordner auf andere Computer.',
  'kept.because.server': 'Dieser Ordner liegt auf einem Server ({name}).',
  'kept.because.mount':
    'Dieser Ordner sieht nur aus wie ein Laufwerk ({name}): Zwei Computer können darin dieselbe Datei anlegen, er kann also nicht entscheiden, wer zuerst kommt.',
  'kept.because.nothing': 'Es ist nicht zu erkennen. Nehmen Sie im Zweifel das Zweite.',
  'kept.share': 'Teilen',
  'kept.office': 'Wer die Vorgänge ordnet',
  'kept.here': 'Dieser Computer ordnet die Vorgänge.',
  'kept.keeper': '{name} ordnet die Vorgänge, zuletzt da: {when}.',
  'kept.nobody': 'Noch ordnet niemand die Vorgänge. Die Dateien, in denen das steht, sind nicht hier.',
  'kept.election': '{name} bewirbt sich darum und hat {votes, plural, one {# Stimme} other {# Stimmen}}.',
  'kept.unnamed': 'einen anderen Computer',
  'kept.waitingFor': 'Wartet auf {name}',
  'kept.waitingHere': 'Wird eingeordnet',
  'kept.count': '{count, plural, one {# wartet} other {# warten}} auf {name}',
  'kept.waitingText':
    'Was Sie getan haben, ist auf diesem Computer sicher und liegt in {place}. Es wird eingeordnet, wenn {name} es gesehen hat.',
  'kept.inOrder': 'Eingeordnet',
  'kept.settled': 'Endgültig',
  'kept.settledTo': '{settled} von {count} Vorgängen sind endgültig: Die meisten Computer haben sie.',
  'kept.handOver': 'Übergeben an…',
  'kept.handOver.nobody': 'Noch hat kein anderer Computer teilgenommen.',
  'kept.handOver.choice': '{name}, zuletzt da: {when}',
  'kept.stand': 'Sich bewerben',
  'kept.force': 'Übernehmen…',
  'kept.force.title': 'Übernehmen, ohne die anderen zu fragen?',
  'kept.force.text':
    'Für den Fall, dass der Computer, der die Vorgänge ordnet, nicht wiederkommt und die anderen nicht gefragt werden können. Was endgültig ist, bleibt. Vorgänge, die nur der alte eingeordnet hatte, bekommen ihren Platz neu, und manche gelten dann vielleicht nicht mehr; wer sie vorgenommen hat, erfährt es. Sind mehr als die Hälfte der Computer zu erreichen, bewerben Sie sich stattdessen.',
  'kept.force.act': 'Übernehmen',
  'kept.gaveWay':
    'Hier mussten Vorgänge anderen den Platz überlassen: Offenbar kopiert ein Programm diesen Ordner. In einem solchen Ordner ordnet besser ein Computer die Vorgänge.',
  'kept.conflictCopy':
    'In diesem Ordner liegt eine zweite Fassung einer Datei: {name}. So etwas legen Programme an, die kopieren. Sie zählt nicht und schadet nicht; in einem kopierten Ordner ordnet aber besser ein Computer die Vorgänge.',
  'kept.turn.kept': 'Zu einem kopierten Ordner machen …',
  'kept.turn.exclusive': 'Zu einem Ordner auf einem Server machen …',
  'kept.turn.kept.title': 'Zu einem Ordner machen, der kopiert wird?',
  'kept.turn.kept.text':
    'Für Ordner, die Dropbox, OneDrive, Nextcloud oder Syncthing kopieren, und für Sticks. Ab jetzt ordnet dieser Computer die Vorgänge. Was andere tun, wartet, bis dieser Computer es gesehen hat; ein anderer kann das jederzeit übernehmen.',
  'kept.turn.exclusive.title': 'Zu einem Ordner auf einem Server machen?',
  'kept.turn.exclusive.text':
    'Nur für einen Ordner, den alle über das Netz auf einem Server oder NAS-Laufwerk erreichen. Der Server entscheidet, wer zuerst kommt, und niemand muss mehr Vorgänge ordnen. Für einen Ordner, den ein Programm kopiert, ist das falsch.',
  'kept.turn.others':
    'Alles Eingeordnete bleibt, nichts geht verloren. Die anderen Computer stellen sich von selbst um. Was sie noch nicht gesendet haben, wird danach eingeordnet.',
  'kept.turn.act': 'Umstellen',
  'kept.turned.kept': 'Der Ordner wird jetzt kopiert; dieser Computer ordnet die Vorgänge.',
  'kept.turned.exclusive': 'Der Ordner gehört jetzt zu einem Server.',
  'kept.notTurned': 'Der Ordner bleibt, wie er ist',
  'kept.notTurned.help':
    'Jemand hat gerade etwas hinzugefügt, oder er war nicht zu erreichen. Versuchen Sie es gleich noch einmal.',
  'kept.failed': 'Das ging nicht: {detail}',
};
