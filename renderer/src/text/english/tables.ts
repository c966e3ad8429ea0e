/** What all tables of the tabs say. */
export const tableTexts = {
  'table.filter': 'Filter here',
  'table.nothing': 'Nothing fits the filter',
  'table.do': 'What to do…',
  'table.actions': 'What to do with the selection',
  'table.columnUp': 'Move {column} to the left',
  'table.columnDown': 'Move {column} to the right',
  'table.columnsReset': 'As it was at first',
  'table.id': 'ID',
} as const;
