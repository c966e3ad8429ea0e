import { app, Menu, session, type BrowserWindow } from 'electron';
import path from 'node:path';
import { appHandlers } from './ipc/app-handlers';
import { registerHandlers } from './ipc/register';
import { windowHandlers } from './ipc/window-handlers';
import { launchOptions } from './launch-options';
import { logDefect, logEvent, startLog } from './log';
import { writePicture } from './picture';
import { useProfile } from './profile';
import { blockNavigation } from './security/navigation';
import { cutNetwork } from './security/network';
import { denyPermissions } from './security/permissions';
import { declareScheme, serveWindow, windowOrigin } from './security/scheme';
import { openWindow } from './window';

const options = launchOptions(process.argv.slice(1), process.cwd());
const profile = useProfile(options);
const logFile = startLog(profile);
const pictureTimeoutMs = 90_000;

let window: BrowserWindow | null = null;

process.on('uncaughtException', (error) => logDefect('main', error));
process.on('unhandledRejection', (error) => logDefect('main', error));

declareScheme();
blockNavigation();

// One installation a profile: two would write to the same journal.
if (app.requestSingleInstanceLock()) {
  app.on('second-instance', showWindow);
  app.on('window-all-closed', () => app.quit());
  void app.whenReady().then(start);
} else {
  process.stderr.write('Trellis is already open with this profile.\n');
  app.exit(options.screenshot === null ? 0 : 1);
}

function start(): void {
  logEvent('start', { version: app.getVersion(), electron: process.versions.electron, platform: process.platform });
  if (process.platform !== 'darwin') Menu.setApplicationMenu(null);
  denyPermissions(session.defaultSession);
  cutNetwork(session.defaultSession);
  serveWindow(path.join(__dirname, '..', 'renderer'));
  registerHandlers(
    {
      ...appHandlers({ opening: options.sample ? 'sample' : 'first-start', logFile }),
      ...windowHandlers(onWindowReady),
    },
    { isOurWindow: (contentsId) => window?.webContents.id === contentsId, origin: windowOrigin },
  );
  window = openWindow(profile);
  window.once('closed', () => (window = null));
  if (options.screenshot !== null) setTimeout(() => endWithoutPicture('the window was not ready in time'), pictureTimeoutMs);
}

function showWindow(): void {
  if (window?.isMinimized() === true) window.restore();
  window?.focus();
}

function onWindowReady(): void {
  if (options.screenshot === null || window === null) return;
  writePicture(window, options.screenshot).then(
    () => app.exit(0),
    (error: unknown) => endWithoutPicture(error instanceof Error ? error.message : 'unknown'),
  );
}

function endWithoutPicture(reason: string): void {
  process.stderr.write(`No picture was written: ${reason}. The log is ${logFile}\n`);
  app.exit(1);
}
