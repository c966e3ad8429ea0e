import { readFile } from 'node:fs/promises';
import { randomBytes } from 'node:crypto';
import path from 'node:path';
import { chromium, type BrowserContext, type ElectronApplication } from 'playwright-core';
import { launchOptions } from '../../../electron/main/launch-options';
import { contentPolicy } from '../../../electron/main/security/content-policy';
import { pageHeaders } from '../../../electron/main/security/page-headers';
import { windowFile } from '../../../electron/main/security/window-files';
import { channels } from '#core/ipc/channels';
import { patienceMs } from '../patience';
import type { TrellisWindow } from '../running-window';
import { MainInNode, type Choices } from './main-in-node';
import { putBridge, readFromPage, writeForPage, type PageBridge } from './page-bridge';

/** A secure origin that nobody answers for: every request is answered here, from the build. */
const origin = 'https://trellis.test';
const size = { width: 1440, height: 900 };
/** It asks nobody for anything, and as root it has no sandbox. */
const switches = [
  '--no-sandbox',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
  // A window of its own, which leaves every key to the page.
  '--app=data:text/html,<title>Trellis</title>',
];

export interface ChromiumLaunch {
  readonly executable: string;
  readonly application: string;
  readonly profile: string;
  readonly args: readonly string[];
  readonly chosenFolder: string | null;
  readonly onClosed: () => void;
  readonly picture: TrellisWindow['picture'];
}

/** Windows of this browser that have not ended. */
const running = new Set<BrowserContext>();

/** Ends whatever a test has left behind. */
export async function endEveryChromium(): Promise<void> {
  await Promise.all([...running].map((context) => context.close()));
}

/** One installation in a current Chromium: the window's build, and main's code in this process. */
export async function launchInChromium(launch: ChromiumLaunch): Promise<TrellisWindow> {
  const choices: Choices = { folder: launch.chosenFolder, file: null };
  const context = await chromium.launchPersistentContext(path.join(launch.profile, 'chromium'), {
    executablePath: launch.executable,
    args: switches,
    viewport: size,
    timeout: patienceMs,
  });
  running.add(context);
  context.on('close', () => running.delete(context));
  context.setDefaultTimeout(patienceMs);
  const page = context.pages()[0] ?? (await context.newPage());
  const consoleErrors: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') consoleErrors.push(message.text());
  });
  page.on('pageerror', (error) => consoleErrors.push(String(error)));

  const main = await MainInNode.open({
    profile: launch.profile,
    options: launchOptions(launch.args, launch.profile),
    origin,
    choices,
    announce: (name, announcement) => {
      // A page that is gone hears nothing.
      void page
        .evaluate(([kind, text]) => (window as unknown as PageBridge).trellisHear(kind, text), [
          name,
          writeForPage(announcement),
        ] as const)
        .catch(() => undefined);
    },
    onDefect: (channel, error) => consoleErrors.push(`main, ${channel}: ${String(error)}`),
  });
  await context.exposeBinding('trellisAsk', async ({ frame }, name: string, request: string) =>
    writeForPage(await main.answer(name, frame.url(), frame.parentFrame() === null, readFromPage(request))),
  );
  await context.addInitScript(putBridge, Object.keys(channels));
  await context.route('**/*', async (route) => {
    const asked = new URL(route.request().url());
    const found =
      asked.origin === origin
        ? windowFile(path.join(launch.application, 'dist', 'app', 'renderer'), `app://trellis${asked.pathname}`)
        : null;
    const body = found === null ? null : await readFile(found.file).catch(() => null);
    if (found === null || body === null) return route.abort();
    const nonce = randomBytes(16).toString('base64');
    const isPage = found.contentType.startsWith('text/html');
    return route.fulfill({
      body: isPage ? body.toString('utf8').replaceAll('__TRELLIS_NONCE__', nonce) : body,
      headers: pageHeaders(found.contentType, contentPolicy(nonce)),
    });
  });
  await page.goto(`${origin}/`);

  const end = async (): Promise<void> => {
    await context.close();
    await main.close();
  };
  return {
    get app(): ElectronApplication {
      throw new Error('this window is one of Chromium: what is asked of Electron itself is tested with Electron');
    },
    page,
    profile: launch.profile,
    consoleErrors,
    resize: (width, height) => page.setViewportSize({ width, height }),
    chooseFolder: (folder) => {
      choices.folder = folder;
      return Promise.resolve();
    },
    chooseFile: (file) => {
      choices.file = file;
      return Promise.resolve();
    },
    picture: launch.picture,
    close: async () => {
      await end();
      launch.onClosed();
    },
    kill: end,
  };
}
