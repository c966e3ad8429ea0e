/** The languages of the window, of what main says itself, of tables and of papers (docs/how-to-add-a-language.md). */
export const languages = ['en', 'de'] as const;

export type Language = (typeof languages)[number];

/** Tells whether a text names a language that there is. */
export function isLanguage(text: string): text is Language {
  return (languages as readonly string[]).includes(text);
}
