import type { Language } from '../../../text/language';
import type { CommandWords } from './command-words';
import { englishWords } from './english';
import { germanWords } from './german';

/** Words that lead to commands in each language of the window. */
export const wordsFor: { readonly [L in Language]: CommandWords } = { en: englishWords, de: germanWords };
