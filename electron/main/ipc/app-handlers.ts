import { failed, succeeded } from '#core/kernel/result';
import { app, BrowserWindow, dialog, shell } from 'electron';
import type { AppInfo, Opening } from '#core/ipc/app-channels';
import { mayOpenOutside } from '../security/links';
import { mainTexts } from '../texts';
import type { Handlers } from './handlers';

/** The Electron this version is released with; an older one is for tests and trials. */
const releasedMajor = 45;

export interface AppFacts {
  readonly opening: Opening;
  readonly logFile: string;
  /** Tells whether the window has been opened anew, as its process had ended, since this was asked last. */
  readonly wasOpenedAnew: () => boolean;
  /** From now on the window may name this folder. */
  readonly onFolderChosen: (folder: string) => void;
}

export function appHandlers(facts: AppFacts): Handlers<'app.'> {
  return {
    'app.info': () => succeeded(appInfo(facts)),
    'app.chooseFolder': async ({ title }, caller) => {
      const options = {
        title: title ?? mainTexts().chooseFolder,
        properties: ['openDirectory' as const, 'createDirectory' as const],
      };
      const parent = BrowserWindow.getAllWindows().find((window) => window.webContents.id === caller.contentsId);
      const chosen = await (parent === undefined
        ? dialog.showOpenDialog(options)
        : dialog.showOpenDialog(parent, options));
      const folder = chosen.canceled ? null : (chosen.filePaths[0] ?? null);
      if (folder !== null) facts.onFolderChosen(folder);
      return succeeded(folder);
    },
    'app.openLog': () => {
      shell.showItemInFolder(facts.logFile);
      return succeeded(null);
    },
    'app.openLink': async ({ url }) => {
      if (!mayOpenOutside(url)) return failed({ kind: 'link-not-allowed' });
      await shell.openExternal(url);
      return succeeded(null);
    },
  };
}

function appInfo({ opening, wasOpenedAnew }: AppFacts): AppInfo {
  const { platform } = process;
  return {
    version: app.getVersion(),
    electron: process.versions.electron,
    platform: platform === 'linux' || platform === 'win32' || platform === 'darwin' ? platform : 'other',
    opening,
    wasOpenedAnew: wasOpenedAnew(),
    oldRuntime: Number(process.versions.electron.split('.')[0]) < releasedMajor,
  };
}
