import { createIntl } from 'react-intl';
import { languages, type Language } from '#core/kernel/language';
import { catalogues, locales, textWriter, type TextWriter } from '../../../renderer/src/text/text';

/** What writers could not say since it was emptied last: a text that is missing, a value that was not given. */
export const problemsOfWriting: string[] = [];

/** Writes in a language without a window, and notes what it could not say. */
export function writerIn(language: Language): TextWriter {
  const onError = (error: Error): void => {
    problemsOfWriting.push(error.message);
  };
  return textWriter(createIntl({ locale: locales[language], messages: { ...catalogues[language] }, onError }));
}

/** A writer for each language that the window speaks. */
export const writers = languages.map((language) => [language, writerIn(language)] as const);
