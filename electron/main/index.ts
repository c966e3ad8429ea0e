import { app, Menu, session, type BrowserWindow } from 'electron';
import path from 'node:path';
import { announceTo } from './ipc/announce';
import { appHandlers } from './ipc/app-handlers';
import { journalHandlers, ledgerHandlers } from './ipc/ledger-handlers';
import { registerHandlers } from './ipc/register';
import { windowHandlers } from './ipc/window-handlers';
import { launchOptions } from './launch-options';
import { LedgerCalls } from './ledger-calls';
import { spawnCheckProcess } from './ledger-check-electron';
import { LedgerDesk } from './ledger-desk';
import { LedgerFiles } from './ledger-files';
import { LedgerPlaces } from './ledger-places';
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

const places = new LedgerPlaces();
const calls = new LedgerCalls();
const desk = new LedgerDesk({
  files: new LedgerFiles(profile),
  places,
  spawnCheck: spawnCheckProcess,
  onHint: (ledger) => window !== null && announceTo(window.webContents)('ledger.hint', { ledger }),
  onVoided: (_ledger, voided) => logEvent('void commits', { count: voided.length, first: voided[0]?.seq ?? 0 }),
});
let window: BrowserWindow | null = null;

process.on('uncaughtException', (error) => logDefect('main', error));
process.on('unhandledRejection', (error) => logDefect('main', error));

declareScheme();
blockNavigation();

// One installation a profile: two would write to the same journal.
if (app.requestSingleInstanceLock()) {
  app.on('second-instance', showWindow);
  app.on('window-all-closed', () => app.quit());
  app.on('will-quit', () => {
    calls.abortAll();
    void desk.close();
  });
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
  if (options.join !== null) places.allow(options.join);
  registerHandlers(
    {
      ...appHandlers({ opening: options.sample ? 'sample' : 'first-start', logFile, onFolderChosen: (folder) => places.allow(folder) }),
      ...windowHandlers(onWindowReady),
      ...ledgerHandlers({ desk, calls, invitation: options.join }),
      ...journalHandlers(desk),
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
