/** The settings of this computer. */
export const settingsTexts = {
  'command.settings': 'Settings…',
  'settings.title': 'Settings',
  'settings.look': 'Look',
  'settings.theme': 'Colours',
  'settings.theme.system': 'As the system',
  'settings.theme.light': 'Light',
  'settings.theme.dark': 'Dark',
  'settings.size': 'Size of type',
  'settings.size.normal': '{percent}, as it comes',
  'settings.language': 'Language (Sprache)',
  'settings.language.of': 'Language of the window',
  'settings.notices': 'Notifications',
  'settings.notices.text': 'Trellis tells you on this computer before licenses end, for as long as it runs.',
  'settings.computer': 'More for this computer',
  'settings.account': 'For the whole account',
} as const;
