import type { settingsTexts as english } from '../english/settings';
import type { Translation } from '../translation';

/** The settings of this computer. */
export const settingsTexts: Translation<typeof english> = {
  'command.settings': 'Einstellungen…',
  'settings.title': 'Einstellungen',
  'settings.look': 'Aussehen',
  'settings.theme': 'Farben',
  'settings.theme.system': 'Wie im System',
  'settings.theme.light': 'Hell',
  'settings.theme.dark': 'Dunkel',
  'settings.size': 'Schriftgröße',
  'settings.size.normal': '{percent}, wie geliefert',
  'settings.language': 'Sprache (Language)',
  'settings.language.of': 'Sprache des Fensters',
  'settings.notices': 'Hinweise',
  'settings.notices.text': 'Trellis meldet sich auf diesem Rechner, bevor Lizenzen enden, solange es läuft.',
  'settings.computer': 'Mehr für diesen Rechner',
  'settings.account': 'Für das ganze Konto',
};
