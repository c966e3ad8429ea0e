/** The people tab. */
export const peopleTexts = {
  'people.title': 'People',
  'people.group': 'Group',
} as const;
