import { app, dialog, powerMonitor, safeStorage, session, shell, type BrowserWindow, type Event } from 'electron';
import path from 'node:path';
import type { Language } from '#core/kernel/language';
import { BackupKeeper } from './backups/backup-keeper';
import { askForFile, askForFolder } from './files/ask-for-file';
import { hashNatively } from './files/sha256';
import { ElectronPrinter } from './handover/electron-printer';
import { HandoverDesk } from './handover/handover-desk';
import { announceTo } from './ipc/announce';
import { appHandlers } from './ipc/app-handlers';
import { ImportDesk } from './imports/import-desk';
import { spawnImportProcess } from './imports/import-process';
import { exportHandlers } from './ipc/export-handlers';
import { historyHandlers } from './ipc/history-handlers';
import { journalHandlers, ledgerHandlers } from './ipc/ledger-handlers';
import { mailHandlers } from './ipc/mail-handlers';
import { menuHandlers } from './ipc/menu-handlers';
import { registerHandlers } from './ipc/register';
import { serverHandlers } from './ipc/server-handlers';
import { grantHandlers } from './ipc/grant-handlers';
import { trustHandlers } from './ipc/trust-handlers';
import { windowHandlers } from './ipc/window-handlers';
import { launchOptions } from './launch-options';
import { LedgerCalls } from './ledger/ledger-calls';
import { spawnCheckProcess } from './ledger/ledger-check-electron';
import { LedgerDesk } from './ledger/ledger-desk';
import { LedgerFiles } from './ledger/ledger-files';
import { LedgerPlaces } from './ledger/ledger-places';
import { ShorteningDesk } from './ledger/shortening-desk';
import { StoreProcess } from './stores/apart/store-process';
import { spawnStoreProcess } from './stores/apart/store-process-electron';
import { logDefect, logEvent, startLog } from './log';
import { writePicture } from './window/picture';
import { ProjectDesk } from './project-file/project-desk';
import { askProjectProcess } from './project-file/project-process';
import { useProfile } from './profile';
import { isWritable, ProfileLock, type ProfileTrouble } from './profile-lock';
import { Reminding } from './reminders/reminding';
import { developmentServer } from './security/development';
import { SecretKeeper, systemKeychain } from './servers/secret-keeper';
import { blockNavigation } from './security/navigation';
import { cutNetwork } from './security/network';
import { denyPermissions } from './security/permissions';
import { declareScheme, serveWindow, windowOrigin } from './security/scheme';
import { mainLanguage, mainTexts } from './texts';
import { computerLock } from './trust/key-desk';
import { GrantDesk } from './trust/grant-desk';
import { TrustDesk } from './trust/trust-desk';
import { VendorDesk } from './vendors/vendor-desk';
import { WindowClosing } from './window/closing';
import { openWindow } from './window/window';
import { recoverWindow, troublePage } from './window/window-recovery';
import { WindowMenu } from './window/window-menu';

const options = launchOptions(process.argv.slice(1), process.cwd());
const profile = useProfile(options);
const logFile = startLog(profile);
const pictureTimeoutMs = 90_000;
const quitPatienceMs = 3_000;

const places = new LedgerPlaces();
const calls = new LedgerCalls();
let secrets: SecretKeeper | null = null;
let vendors: VendorDesk | null = null;
const imports = new ImportDesk(spawnImportProcess);
const handovers = new HandoverDesk({
  askForFolder,
  printer: () => new ElectronPrinter(),
  onProgress: (progress) => window !== null && announceTo(window.webContents)('handover.progress', progress),
});
const files = new LedgerFiles(profile);
const desk = new LedgerDesk({
  files,
  places,
  passwordFor: (url) => secrets?.passwordFor(url) ?? null,
  keyLock: () => computerLock(safeStorage, process.platform),
  spawnCheck: spawnCheckProcess,
  stores: new StoreProcess(spawnStoreProcess),
  onHint: (ledger) => window !== null && announceTo(window.webContents)('ledger.hint', { ledger }),
  onMoved: (ledger) => window !== null && announceTo(window.webContents)('ledger.moved', { ledger }),
  onVoided: (_ledger, voided) => logEvent('void commits', { count: voided.length, first: voided[0]?.seq ?? 0 }),
  onHealed: (_ledger, { kind }) => logEvent('healed', { kind }),
  onContradicted: (_ledger, seq, by) => logEvent('another checkpoint', { seq, computers: by.length }),
  onChanged: (what) => {
    reminding.notice(what);
    backups.notice();
  },
});
const shortening = new ShorteningDesk({
  files,
  trusted: (ledger) => desk.trusted(ledger),
  spawnCheck: spawnCheckProcess,
  now: () => new Date().toISOString(),
  onProgress: (progress) => window !== null && announceTo(window.webContents)('history.progress', progress),
});
const projects = new ProjectDesk({
  desk,
  ask: askProjectProcess,
  askForFile,
  onGiven: () => window !== null && announceTo(window.webContents)('project.given', {}),
});
const backups = new BackupKeeper({
  ...{ profile, files, desk, ask: askProjectProcess, now: Date.now },
  askForFolder: (caller) => askForFolder(mainTexts().backupFolder, caller),
  after: (milliseconds, run) => {
    const timer = setTimeout(run, milliseconds);
    return () => clearTimeout(timer);
  },
  onTrouble: (kind) => logEvent('no backup', { kind }),
});
const reminding = new Reminding({
  profile,
  files,
  desk,
  showWindow,
  showGroup,
  quit: () => app.quit(),
  secrets: () => secrets,
});
const menu = new WindowMenu((id) => window !== null && announceTo(window.webContents)('window.command', { id }));
let window: BrowserWindow | null = null;
let closing: WindowClosing | null = null;
let isQuitting = false;
let wasOpenedAnew = (): boolean => false;

process.on('uncaughtException', (error) => logDefect('main', error));
process.on('unhandledRejection', (error) => logDefect('main', error));

declareScheme();
blockNavigation();

// One installation a profile: two would write to the same journal.
const lock = new ProfileLock(profile);
// The system's lock is a file as well: a profile that takes none must not look as if it were open already.
const trouble = isWritable(profile) ? null : lock.take();
hashNatively();
if (trouble === null && app.requestSingleInstanceLock()) {
  const taken = lock.take();
  if (taken !== null) endWithTrouble(taken);
  app.on('second-instance', (_event, argv, workingFolder) => {
    showWindow();
    projects.give(launchOptions(argv.slice(1), workingFolder).file);
  });
  // On macOS a double click comes this way, also before the window is there.
  app.on('open-file', (event, file) => {
    event.preventDefault();
    projects.give(file);
  });
  projects.give(options.file);
  app.on('activate', showWindow);
  app.on('before-quit', () => (isQuitting = true));
  app.on('window-all-closed', () => app.quit());
  app.on('will-quit', (event) => {
    event.preventDefault();
    reminding.close();
    calls.abortAll();
    imports.closeAll();
    vendors?.stopAll();
    handovers.cancelAll();
    projects.closeAll();
    backups.close();
    lock.release();
    void endWithin(quitPatienceMs, desk.close());
  });
  void app.whenReady().then(start);
} else if (trouble !== null) {
  endWithTrouble(trouble);
} else {
  process.stderr.write('Trellis is already open with this profile.\n');
  app.exit(options.screenshot === null ? 0 : 1);
}

async function start(): Promise<void> {
  logEvent('start', { version: app.getVersion(), electron: process.versions.electron, platform: process.platform });
  menu.show([]);
  denyPermissions(session.defaultSession);
  const development = developmentServer(process.env['ELECTRON_RENDERER_URL']);
  cutNetwork(session.defaultSession, development);
  serveWindow(path.join(__dirname, '..', 'renderer'), development);
  if (options.join !== null) places.allow(options.join);
  secrets = await SecretKeeper.open(profile, systemKeychain(safeStorage, process.platform));
  vendors = new VendorDesk({
    secrets,
    standIn: options.ringoverStandIn,
    standInPaceMs: options.standInPaceMs,
    tell: (progress) => window !== null && announceTo(window.webContents)('vendors.progress', progress),
  });
  registerHandlers(
    {
      ...appHandlers({
        opening: options.sample ? 'sample' : 'first-start',
        logFile,
        onFolderChosen: (folder) => places.allow(folder),
        wasOpenedAnew: () => wasOpenedAnew(),
      }),
      ...windowHandlers(onWindowReady, speak, (answer) => closing?.answer(answer)),
      ...menuHandlers((sections) => menu.show(sections)),
      ...serverHandlers({ desk, secrets, allow: (place) => places.allow(place) }),
      ...trustHandlers({ desk, trust: new TrustDesk((ledger) => desk.trusted(ledger)), askForFile }),
      ...grantHandlers({ grants: new GrantDesk((ledger) => desk.trusted(ledger)), askForFile }),
      ...ledgerHandlers({ desk, calls, invitation: options.join }),
      ...journalHandlers(desk),
      ...historyHandlers(shortening, calls),
      ...reminding.handlers(),
      ...mailHandlers({
        mail: reminding.mail,
        coming: (from, to) => desk.coming(from, to),
        askForFile,
        openProgram: (address) => shell.openExternal(address),
        look: () => reminding.look(),
      }),
      ...exportHandlers({ coming: (from, to) => desk.coming(from, to), askForFile }),
      ...imports.handlers(),
      ...vendors.handlers(),
      ...handovers.handlers(),
      ...projects.handlers(),
      ...backups.handlers(),
    },
    { isOurWindow: (contentsId) => window?.webContents.id === contentsId, origin: windowOrigin },
  );
  window = openWindow(profile);
  wasOpenedAnew = recoverWindow(window, {
    now: Date.now,
    troublePage: () => troublePage(mainTexts().trouble, mainLanguage(), logFile),
  });
  const { webContents } = window;
  closing = new WindowClosing({
    window,
    tell: () => announceTo(webContents)('window.closing', {}),
    quit: () => app.quit(),
    isQuitting: () => isQuitting,
    stay: () => (isQuitting = false),
  });
  webContents.on('render-process-gone', () => closing?.gone());
  webContents.on('did-start-navigation', () => closing?.gone());
  window.on('close', onClose);
  window.once('closed', () => {
    window = null;
    // A window that prints and is not shown would keep the application running.
    handovers.cancelAll();
  });
  for (const left of ['lock-screen', 'suspend'] as const)
    powerMonitor.on(left as 'suspend', () => window !== null && announceTo(window.webContents)('window.lock', {}));
  void reminding.start();
  if (options.screenshot !== null)
    setTimeout(() => endWithoutPicture('the window was not ready in time'), pictureTimeoutMs);
}

/** Says why this profile cannot be worked with, and ends: to the person, and to whoever started it from a terminal. */
function endWithTrouble(found: ProfileTrouble): never {
  const { title, readOnly, inUse } = mainTexts().profile;
  const words = found.kind === 'in-use' ? inUse(found.folder, found.host) : readOnly(found.folder, found.code);
  process.stderr.write(`${words}\n`);
  if (options.screenshot === null) dialog.showErrorBox(title, words);
  app.exit(1);
  // Nothing may run behind it: the system ends the process only later.
  process.exit(1);
}

/**
 * Ends the process once everything is closed. A share that hangs holds threads that no process can end from within; what is
 * kept is on the disk by then, so it is not waited for.
 */
async function endWithin(patienceMs: number, closing: Promise<void>): Promise<void> {
  const hanging = setTimeout(() => process.kill(process.pid, 'SIGKILL'), patienceMs);
  await closing.catch((error: unknown) => logDefect('main', error));
  clearTimeout(hanging);
  app.exit(0);
}

/** Main speaks as the window does. */
function speak(language: Language): void {
  reminding.speak(language);
  menu.writeAgain();
}

function showWindow(): void {
  if (window?.isMinimized() === true) window.restore();
  window?.show();
  window?.focus();
}

function showGroup(ledger: string, groupId: string): void {
  showWindow();
  if (window !== null) announceTo(window.webContents)('window.showGroup', { ledger, groupId });
}

/** The window is only hidden where it goes on synchronising what is reminded of. */
function onClose(event: Event): void {
  if (isQuitting || !reminding.staysInTray) return closing?.onClose(event);
  event.preventDefault();
  window?.hide();
}

function onWindowReady(): void {
  closing?.ready();
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
