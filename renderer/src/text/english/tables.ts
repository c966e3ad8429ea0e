/** Texts of all tables of the tabs. */
export const tableTexts = {
  'table.filter': 'Filter here',
  'table.nothing': 'Nothing fits the filter',
  'table.strays':
    '{count, plural, one {{name} was just made: it is shown although the filter leaves it out.} other {# were just made: they are shown although the filter leaves them out.}}',
  'table.showAll': 'Show all',
  'table.do': 'What to do…',
  'table.actions': 'What to do with the selection',
  'table.columnUp': 'Move {column} to the left',
  'table.columnDown': 'Move {column} to the right',
  'table.columnsReset': 'As it was at first',
  'table.id': 'ID',
  'command.exportTable': 'Export this table…',
  'table.dealer': 'Dealer',
  'table.asOf': 'As of',
  'table.exportName': '{table}, {group}',
  'table.exported': '{count, plural, one {# row} other {# rows}} exported',
  'table.notExported': 'The table was not exported',
  'table.notExported.full': 'There is no room left on the disk.',
  'table.notExported.unwritable': 'The place cannot be written to. Choose another one.',
  'table.notExported.other': 'Try again in a moment.',
} as const;
