import { glossaryTexts } from './english/glossary';

type GlossaryKey = keyof typeof glossaryTexts;
/** Word that the window explains. */
export type GlossaryWord =
  Extract<GlossaryKey, `word.${string}.means`> extends `word.${infer Word}.means` ? Word : never;

export const glossaryWords = Object.keys(glossaryTexts).flatMap((key): readonly GlossaryWord[] => {
  const word = /^word\.([^.]+)$/.exec(key)?.[1];
  return word === undefined ? [] : [word as GlossaryWord];
});
