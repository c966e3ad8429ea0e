/** What all tables of the tabs say. */
export const tableTexts = {
  'table.filter': 'Filter here',
  'table.nothing': 'Nothing fits the filter',
  'table.do': 'What to do…',
  'table.actions': 'What to do with the selection',
} as const;
