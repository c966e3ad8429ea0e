import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import path from 'node:path';
import { _electron, errors, type ElectronApplication, type Page } from 'playwright-core';
// Declares window.trellis, for what tests evaluate in the page.
import type {} from '../../renderer/src/platform/bridge';
import { patienceMs } from './patience';
import type { TrellisWindow } from './running-window';

export type { TrellisWindow };

/** How one installation is started. */
export interface Launch {
  /** Folder that keeps everything of this installation; a new one when left out, removed on `close`. */
  readonly profile?: string;
  readonly sample?: boolean;
  /** What the person chooses in every folder dialog; `null` cancels it. */
  readonly chosenFolder?: string | null;
  readonly args?: readonly string[];
  /** Changes the application before its window is waited for. */
  readonly prepare?: (app: ElectronApplication) => Promise<void>;
}

/**
 * The driver now and then misses that the old runtime is ready, and would then wait for ever; the application itself never does. So it
 * is started anew, each time with more patience: on a busy machine the first ones may be too short for an application that is well.
 */
const launchPatiencesMs: readonly number[] = [30_000, 60_000, patienceMs, patienceMs];

/** Windows that were opened and have not ended. */
const running = new Set<ElectronApplication>();

/** Ends whatever a test has left behind. */
export async function endEveryWindow(): Promise<void> {
  await Promise.all([...running].map(kill));
  if (isInChromium()) await (await import('./chromium/chromium-window')).endEveryChromium();
}

/** Whether windows are those of a current Chromium in place of Electron (`npm run test:chromium`). */
function isInChromium(): boolean {
  return process.env['TRELLIS_CHROMIUM'] !== undefined;
}

async function kill(app: ElectronApplication): Promise<void> {
  if (!running.has(app)) return;
  const ended = app.waitForEvent('close', { timeout: patienceMs });
  app.process().kill('SIGKILL');
  await ended;
}

/** Starts the built application with a profile of its own and waits for its page. */
export async function launchTrellis(launch: Launch = {}): Promise<TrellisWindow> {
  return isInChromium() ? launchChromium(launch) : launchDesktop(launch);
}

async function launchChromium(launch: Launch): Promise<TrellisWindow> {
  const { launchInChromium } = await import('./chromium/chromium-window');
  const profile = launch.profile ?? mkdtempSync(path.join(tmpdir(), 'trellis-profile-'));
  const trellis: TrellisWindow = await launchInChromium({
    executable: setting('TRELLIS_CHROMIUM'),
    application: setting('TRELLIS_APP'),
    profile,
    args: [...(launch.sample === true ? ['--sample'] : []), ...(launch.args ?? [])],
    chosenFolder: launch.chosenFolder ?? null,
    onClosed: () => {
      if (launch.profile === undefined) removeFolder(profile);
    },
    picture: (name) => takePicture(trellis.page, name),
  });
  return trellis;
}

async function launchDesktop(launch: Launch): Promise<TrellisWindow> {
  const { app, profile } = await launchElectron(launch);
  await launch.prepare?.(app);
  if (launch.chosenFolder !== undefined) await answerFolderDialogs(app, launch.chosenFolder);
  app.context().setDefaultTimeout(patienceMs);
  const page = await app.firstWindow({ timeout: patienceMs });
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
    resize: async (width, height) => {
      await app.evaluate(
        ({ BrowserWindow }, given) => BrowserWindow.getAllWindows()[0]?.setContentSize(given.width, given.height),
        { width, height },
      );
    },
    chooseFolder: (folder) => answerFolderDialogs(app, folder),
    chooseFile: (file) => answerSaveDialogs(app, file),
    picture: (name) => takePicture(page, name),
    close: async () => {
      await app.close();
      if (launch.profile === undefined) removeFolder(profile);
    },
    kill: () => kill(app),
  };
}

/**
 * A launch that the driver gave up on has ended its process, but the application may have run until then: what it left
 * in a profile of its own goes with it, so that every attempt starts from the same.
 */
async function launchElectron(
  launch: Launch,
): Promise<{ readonly app: ElectronApplication; readonly profile: string }> {
  const problems: string[] = [];
  for (const timeout of launchPatiencesMs) {
    const profile = launch.profile ?? mkdtempSync(path.join(tmpdir(), 'trellis-profile-'));
    const args = [
      setting('TRELLIS_APP'),
      ...(JSON.parse(setting('TRELLIS_ELECTRON_FLAGS')) as string[]),
      `--profile=${profile}`,
      ...(launch.sample === true ? ['--sample'] : []),
      ...(launch.args ?? []),
    ];
    try {
      const app = await _electron.launch({ executablePath: setting('TRELLIS_ELECTRON'), args, timeout });
      running.add(app);
      app.on('close', () => running.delete(app));
      return { app, profile };
    } catch (error) {
      if (launch.profile === undefined) removeFolder(profile);
      problems.push(
        `after ${String(timeout / 1000)} s at a load of ${(loadavg()[0] ?? 0).toFixed(1)}: ${String(error)}`,
      );
      if (!(error instanceof errors.TimeoutError)) break;
    }
  }
  throw new Error(`The application could not be started ${String(problems.length)} times.\n${problems.join('\n')}`);
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
