/** The one question that a new account asks. */
export const firstGroupTexts = {
  'firstGroup.title': 'What do you look after?',
  'firstGroup.what': 'It sets what the first group is, and can be changed later',
  'firstGroup.dealer': 'A dealer’s customers',
  'firstGroup.dealer.hint': 'Several complexes, with licenses given on to each.',
  'firstGroup.dealer.name': 'Name of the dealer',
  'firstGroup.complex': 'A residential complex',
  'firstGroup.complex.hint': 'Buildings, entrances, floors and apartments, with residents.',
  'firstGroup.complex.name': 'Name of the complex',
  'firstGroup.office': 'An office',
  'firstGroup.office.hint': 'Departments and people, each with a license and a number.',
  'firstGroup.office.name': 'Name of the office',
  'firstGroup.do': 'Make it',
  'firstGroup.doGenerate': 'Make it, and generate what is in it…',
} as const;
