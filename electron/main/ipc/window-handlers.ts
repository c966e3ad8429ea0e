import { nativeTheme } from 'electron';
import { logEvent, logWindowDefect } from '../log';
import { answered, type Handlers } from './handlers';

export function windowHandlers(onReady: () => void): Handlers<'window.'> {
  return {
    'window.ready': () => {
      logEvent('window ready');
      onReady();
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
