/** The checklist for somebody who joins, moves or leaves. */
export const checklistTexts = {
  'command.checklist': 'Joiner, mover or leaver…',
  'checklist.title': 'Somebody joins, moves or leaves',
  'checklist.what': 'What happens',
  'checklist.joins': 'Somebody joins',
  'checklist.moves': 'Somebody moves',
  'checklist.leaves': 'Somebody leaves',
  'checklist.do.joins': 'Let them join',
  'checklist.do.moves': 'Move them',
  'checklist.do.leaves': 'Let them leave',
  'checklist.joinsHint': 'They go to {group}. The number comes with the license.',
  'checklist.answers': 'Answers these voice menus',
  'checklist.leavesMenus': 'Leaves these voice menus',
  'checklist.who': 'Who',
  'checklist.person': '{user}, {group}',
  'checklist.holds':
    '{heir, select, none {{type} with {number} stays until the last day and is free from then on.} other {{type} with {number} goes to {heir} now.}}',
  'checklist.heir': 'Give the license and the number to somebody now',
  'checklist.licenseThere': 'License there',
  'checklist.sameLicense': 'As before',
} as const;
