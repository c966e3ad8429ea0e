import type { pasteSpecialTexts as english } from '../english/paste-special';
import type { Translation } from '../translation';

/** Pasting a part of the tree as a template. */
export const pasteSpecialTexts: Translation<typeof english> = {
  'pasteSpecial.title': '{count, plural, one {{name} als Vorlage einfügen} other {# Gruppen als Vorlage einfügen}}',
  'pasteSpecial.times': 'Wie oft an jedem Ort',
  'pasteSpecial.patternHint': "'{n}' ist die Nummer der Kopie, '{name}' der Name der Vorlage",
  'pasteSpecial.continuous': 'Von Ort zu Ort weiterzählen',
  'pasteSpecial.limits': 'Mit Grenzen: eigene Pools und was sie bekommen haben',
  'pasteSpecial.limitsHint': 'Die Lizenzen werden neu aus den Pools der Orte genommen.',
  'pasteSpecial.without': 'Personen, Lizenzen, Nummern und Geräte werden nie kopiert.',
  'pasteSpecial.places': '{count, plural, =0 {Wohin} one {Wohin: ein Ort} other {Wohin: # Orte}}',
  'pasteSpecial.addPlace': 'Ort hinzufügen…',
  'pasteSpecial.findPlace': 'Ort suchen',
  'pasteSpecial.removePlace': '{group} auslassen',
  'pasteSpecial.noPlace': 'Wählen Sie, wohin die Vorlage soll.',
  'pasteSpecial.in': 'In {group}',
  'pasteSpecial.moreNames': '{count, plural, one {# weitere} other {# weitere}}',
  'pasteSpecial.morePlaces': 'und dasselbe an {count, plural, one {# weiteren Ort} other {# weiteren Orten}}',
  'pasteSpecial.total':
    '{groups, plural, one {# Gruppe} other {# Gruppen}} an {places, plural, one {# Ort} other {# Orten}}',
  'pasteSpecial.tooMany':
    '{count, number} Gruppen sind mehr, als sich auf einmal anlegen lassen. Höchstens sind es {most, number}.',
  'pasteSpecial.repeated':
    '{count, plural, one {Der Name {name} stünde an einem Ort zweimal.} other {# Namen stünden an einem Ort zweimal, etwa {name}.}}',
  'pasteSpecial.drawn':
    '{quantity, number} × {type} {quantity, plural, one {wird} other {werden}} aus dem Pool von {pool} genommen.',
  'pasteSpecial.do': '{count, plural, =0 {Einfügen} one {Einmal einfügen} other {#-mal einfügen}}',
  'clipboard.template':
    '{count, plural, one {{name} ist jetzt die Vorlage} other {# Gruppen sind jetzt die Vorlage}}. Wählen Sie aus, wohin sie soll, ein Ort oder viele, und drücken Sie Strg+Umschalt+V.',
};
