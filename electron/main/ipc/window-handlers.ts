import { nativeTheme } from 'electron';
import type { Language } from '#core/ipc/window-channels';
import { logEvent, logWindowDefect } from '../log';
import { answered, type Handlers } from './handlers';

export function windowHandlers(onReady: () => void, onLanguage: (language: Language) => void): Handlers<'window.'> {
  return {
    'window.ready': () => {
      logEvent('window ready');
      onReady();
      return answered(null);
    },
    'window.setLanguage': ({ language }) => {
      onLanguage(language);
      return answered(null);
    },
    'window.setTheme': ({ theme }) => {
      nativeTheme.themeSource = theme;
      return answered(null);
    },
    'window.defect': ({ error, places }) => {
      logWindowDefect(error, places);
      return answered(null);
    },
  };
}
