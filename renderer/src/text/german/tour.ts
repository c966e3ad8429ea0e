import type { tourTexts as english } from '../english/tour';
import type { Translation } from '../translation';

/** The tour of the sample account. */
export const tourTexts: Translation<typeof english> = {
  'command.tour': 'Rundgang machen',
  'tour.title': 'Rundgang, Schritt {step} von {of}',
  'tour.next': 'Weiter',
  'tour.back': 'Zurück',
  'tour.leave': 'Rundgang verlassen',
  'tour.end': 'Fertig',
  'tour.start': 'Mit Rundgang',
  'tour.tree': 'Alles steht in einem Baum',
  'tour.tree.text':
    'Links: Händler, Wohnanlagen, Gebäude, Wohnungen, Büros. Wählen Sie etwas aus, und die Mitte zeigt es. Die Listen darüber sagen, was zu tun ist.',
  'tour.licenses': 'Lizenzen fließen nach unten',
  'tour.licenses.text':
    'Was hier ist, weitergegeben, in Gebrauch und übrig: überall dieselben Zahlen. Ein Fragezeichen erklärt ein Wort.',
  'tour.person': 'Eine Person hat eine Lizenz und eine Nummer',
  'tour.person.text': 'Rechts steht, was ausgewählt ist: Ändern Sie es dort. Was Sie eingeben, ist sofort gespeichert.',
  'tour.coming': 'Die Zukunft ist vorher zu sehen',
  'tour.coming.text':
    'Was endet, wer zurückfällt, wann Lizenzen knapp werden. Wählen Sie oben einen anderen Tag, um den ganzen Baum so zu sehen, wie er dann ist.',
  'tour.undo': 'Alles lässt sich verlangen und zurücknehmen',
  'tour.undo.text':
    'Strg+K findet Namen und tut, was Sie tippen. Strg+Z nimmt jede Aktion zurück, wie groß sie auch war. F1 öffnet das Handbuch auf der richtigen Seite.',
};
