import type { manyTexts as english } from '../english/many';
import type { Translation } from '../translation';

/** Editing several things at once. */
export const manyTexts: Translation<typeof english> = {
  'many.label': 'Was in allen geändert wird',
  'many.hint': 'Was Sie nicht anfassen, bleibt in jedem, wie es ist. Nichts geschieht, bevor Sie es anwenden.',
  'many.apply': '{count, plural, =0 {Anwenden} other {Auf # anwenden}}',
  'many.applyOthers': '{count, plural, one {Auf die andere anwenden} other {Auf die # anderen anwenden}}',
  'many.cannot': '{count, number} von {total, number} lassen sich so nicht ändern',
  'many.already': '{count, plural, one {# ist} other {# sind}} schon so.',
  'many.others': '{count, plural, one {# weitere} other {# weitere}}',
  'many.groupTitle': 'Gruppe wählen',
  'many.choose': 'Wählen',
  'many.chooseGroup': 'Gruppe wählen…',
  'many.keepLicenses': 'Sie kommen mit',
  'many.noLicense': 'Keine Lizenz',
  'many.restriction': 'Lizenzen',
  'many.restriction.own': 'Eigener Pool',
  'many.restriction.inherit': 'Den Pool darüber nutzen',
  'many.reminder': 'Erinnerungen',
  'many.reminder.own': 'Eigene',
  'many.reminder.none': 'Wie darüber',
  'many.features': 'Funktionen',
  'many.from': 'Gültig ab',
  'many.until': 'Gültig bis',
  'many.openFrom': 'Ohne ersten Tag',
  'many.openUntil': 'Ohne letzten Tag',
  'many.blocksDevice': 'Lizenzen, die Geräte geben, werden nicht geändert.',
};
