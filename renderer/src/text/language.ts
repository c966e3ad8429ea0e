import { useSyncExternalStore } from 'react';
import { languages, type Language } from '#core/kernel/language';
import { useRemembered } from '../platform/remembered';

export type { Language };
/** `system` follows the system, also while the window is open. */
export type LanguageChoice = 'system' | Language;

const rememberedAs = 'language';

function systemLanguage(): Language {
  return languages.find((language) => navigator.language.toLowerCase().startsWith(language)) ?? 'en';
}

function onSystemChange(tell: () => void): () => void {
  addEventListener('languagechange', tell);
  return () => removeEventListener('languagechange', tell);
}

/** Choice of language on this computer; it holds for every account, also before one is open. */
export function useLanguageChoice(): readonly [LanguageChoice, (choice: LanguageChoice) => void] {
  return useRemembered<LanguageChoice>(rememberedAs, 'system');
}

/** The language in use. */
export function useLanguage(): Language {
  const [choice] = useLanguageChoice();
  const system = useSyncExternalStore(onSystemChange, systemLanguage);
  // What another version has remembered may be a language that this one does not have.
  return languages.find((language) => language === choice) ?? system;
}
