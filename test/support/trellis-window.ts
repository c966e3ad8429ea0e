import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { _electron, errors, type ElectronApplication, type Page } from 'playwright-core';
// Declares window.trellis, for what tests evaluate in the page.
import type {} from '../../renderer/src/platform/bridge';

/** How one installation is started. */
export interface Launch {
  /** Folder that keeps everything of this installation; a new one when left out, removed on `close`. */
  readonly profile?: string;
  readonly sample?: boolean;
  /** What the person chooses in every folder dialog; `null` cancels it. */
  readonly chosenFolder?: string | null;
  readonly args?: readonly string[];
}

/** One running installation in real Electron. */
export interface TrellisWindow {
  readonly app: ElectronApplication;
  readonly page: Page;
  readonly profile: string;
  /** Everything the page wrote to its console as an error, refused loads included. */
  readonly consoleErrors: readonly string[];
  /** Changes what the person chooses in the next folder dialogs. */
  chooseFolder(folder: string | null): Promise<void>;
  /** Changes what the person chooses in the next dialogs that ask where to save; `null` cancels them. */
  chooseFile(file: string | null): Promise<void>;
  /** Writes `out/<name>.png` and returns its path. */
  picture(name: string): Promise<string>;
  /** Ends it as a person would; keeps a profile that was given. */
  close(): Promise<void>;
  /** Ends it as a power cut would. */
  kill(): Promise<void>;
}

const launchTimeoutMs = 20_000;
/** The driver now and then misses that the old runtime is ready and waits for ever; the application itself never does (25 of 25 plain starts). */
const launchAttempts = 4;

/** Starts the built application with a profile of its own and waits for its page. */
export async function launchTrellis(launch: Launch = {}): Promise<TrellisWindow> {
  const { app, profile } = await launchElectron(launch);
  if (launch.chosenFolder !== undefined) await answerFolderDialogs(app, launch.chosenFolder);
  const page = await app.firstWindow();
  const consoleErrors: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') consoleErrors.push(message.text());
  });
  page.on('pageerror', (error) => consoleErrors.push(String(error)));
  await page.waitForLoadState('load');
  return {
    app,
    page,
    profile,
    consoleErrors,
    chooseFolder: (folder) => answerFolderDialogs(app, folder),
    chooseFile: (file) => answerSaveDialogs(app, file),
    picture: (name) => takePicture(page, name),
    close: async () => {
      await app.close();
      if (launch.profile === undefined) removeFolder(profile);
    },
    kill: async () => {
      const ended = app.waitForEvent('close');
      app.process().kill('SIGKILL');
      await ended;
    },
  };
}

/**
 * A launch that the driver gave up on has ended its process, but the application may have run until then: what it left
 * in a profile of its own goes with it, so that every attempt starts from the same.
 */
async function launchElectron(
  launch: Launch,
): Promise<{ readonly app: ElectronApplication; readonly profile: string }> {
  for (let attempt = 1; ; attempt += 1) {
    const profile = launch.profile ?? mkdtempSync(path.join(tmpdir(), 'trellis-profile-'));
    const args = [
      setting('TRELLIS_APP'),
      ...(JSON.parse(setting('TRELLIS_ELECTRON_FLAGS')) as string[]),
      `--profile=${profile}`,
      ...(launch.sample === true ? ['--sample'] : []),
      ...(launch.args ?? []),
    ];
    try {
      return {
        app: await _electron.launch({ executablePath: setting('TRELLIS_ELECTRON'), args, timeout: launchTimeoutMs }),
        profile,
      };
    } catch (error) {
      if (launch.profile === undefined) removeFolder(profile);
      if (attempt === launchAttempts || !(error instanceof errors.TimeoutError)) throw error;
    }
  }
}

/** A folder for one test, outside the repository. */
export function temporaryFolder(purpose: string): string {
  return mkdtempSync(path.join(tmpdir(), `trellis-${purpose}-`));
}

/** Chromium may still be writing its last files, so this tries again for a while. */
export function removeFolder(folder: string): void {
  rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
}

async function answerFolderDialogs(app: ElectronApplication, folder: string | null): Promise<void> {
  await app.evaluate(({ dialog }, chosen) => {
    dialog.showOpenDialog = () =>
      Promise.resolve({ canceled: chosen === null, filePaths: chosen === null ? [] : [chosen] });
  }, folder);
}

async function answerSaveDialogs(app: ElectronApplication, file: string | null): Promise<void> {
  await app.evaluate(({ dialog }, chosen) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: chosen === null, filePath: chosen ?? '' });
  }, file);
}

async function takePicture(page: Page, name: string): Promise<string> {
  const file = path.join(setting('TRELLIS_APP'), 'out', `${name}.png`);
  mkdirSync(path.dirname(file), { recursive: true });
  await page.screenshot({ path: file });
  return file;
}

function setting(name: string): string {
  const value = process.env[name];
  if (value === undefined) throw new Error(`${name} is not set: run this through npm run test:e2e or npm run demo`);
  return value;
}
