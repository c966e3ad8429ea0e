/** Search everywhere. */
export const searchTexts = {
  'search.title': 'Search everywhere',
  'search.placeholder': 'Names, codes, e-mail addresses, numbers, serials…',
  'search.hint': 'Groups, people, numbers, devices, voice menus and licenses. A wrong letter does no harm.',
  'search.kinds': 'What was found',
  'search.section': '{kind} ({count, number})',
  'search.commands': 'Commands',
  'search.showAll': 'Show all {count, number} results',
  'search.cut': 'The best {count, number} of each kind are listed.',
  'search.range': 'Range of SIP numbers',

  'search.kind.all': 'All',
  'search.kind.groups': 'Groups',
  'search.kind.users': 'People',
  'search.kind.numbers': 'Numbers',
  'search.kind.ranges': 'Ranges',
  'search.kind.devices': 'Devices',
  'search.kind.menus': 'Voice menus',
  'search.kind.blocks': 'Licenses',
} as const;
