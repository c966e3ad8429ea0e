import { succeeded } from '#core/kernel/result';
import { nativeTheme } from 'electron';
import type { ClosingAnswer } from '#core/ipc/window-channels';
import type { Language } from '#core/kernel/language';
import { logEvent, logWindowDefect } from '../log';
import type { Handlers } from './handlers';

export function windowHandlers(
  onReady: () => void,
  onLanguage: (language: Language) => void,
  onClosing: (answer: ClosingAnswer) => void,
): Handlers<'window.'> {
  return {
    'window.ready': () => {
      logEvent('window ready');
      onReady();
      return succeeded(null);
    },
    'window.setLanguage': ({ language }) => {
      onLanguage(language);
      return succeeded(null);
    },
    'window.answerClosing': ({ answer }) => {
      onClosing(answer);
      return succeeded(null);
    },
    'window.setTheme': ({ theme }) => {
      nativeTheme.themeSource = theme;
      return succeeded(null);
    },
    'window.defect': ({ error, places }) => {
      logWindowDefect(error, places);
      return succeeded(null);
    },
  };
}
