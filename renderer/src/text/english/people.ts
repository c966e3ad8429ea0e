/** The people tab. */
export const peopleTexts = {
  'people.title': 'People',
} as const;
