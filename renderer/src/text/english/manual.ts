/** The manual in the window. Its pages are in docs/manual. */
export const manualTexts = {
  'command.manual': 'Manual',
  'command.whatsNew': 'What’s new',

  'manual.title': 'Manual',
  'manual.about': 'What the manual says about this',
  'manual.search': 'Search the manual…',
  'manual.contents': 'Pages',
  'manual.back': 'Back',
  'manual.opening': 'The manual is being opened…',
  'manual.nothing': 'No page says that. Try another word for it.',

  'manual.chapter.begin': 'Begin',
  'manual.chapter.building': 'Building',
  'manual.chapter.licenses': 'Licenses',
  'manual.chapter.people': 'People and numbers',
  'manual.chapter.together': 'Together',
  'manual.chapter.account': 'The account',
  'manual.chapter.lookUp': 'To look up',
} as const;
