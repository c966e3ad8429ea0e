/** The licenses tab. */
export const licensesTexts = {
  'licenses.title': 'Licenses',
} as const;
