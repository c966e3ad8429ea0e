/** The numbers tab. */
export const numbersTexts = {
  'numbers.title': 'Numbers',
} as const;
