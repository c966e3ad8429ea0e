import { spawn, type ChildProcess } from 'node:child_process';
import { chromium, errors, type Browser, type Page } from 'playwright-core';
import { cpuSecondsOf, proportionalBytes } from './process-tree';

/** A window of the runtime, started as a person starts it: nothing waits for the driver. */
export interface RunningWindow {
  readonly page: Page;
  /** Milliseconds since 1970 at which its process was started. */
  readonly startedAt: number;
  /** Memory of all its processes in bytes, what several share counted once; `null` where this system does not say. */
  memory(): number | null;
  /** Seconds of computing that all its processes have used. */
  cpuSeconds(): number;
  close(): Promise<void>;
}

const patienceMs = 60_000;

/** The driver now and then does not get an answer from the old runtime; the window itself is there by then. */
const connectMs = 10_000;
const startAttempts = 4;

/** Starts an application folder with the runtime and connects to its page while it goes on starting. */
export async function startWindow(appFolder: string, args: readonly string[]): Promise<RunningWindow> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await startOnce(appFolder, args);
    } catch (error) {
      if (attempt === startAttempts || !(error instanceof errors.TimeoutError)) throw error;
    }
  }
}

async function startOnce(appFolder: string, args: readonly string[]): Promise<RunningWindow> {
  const flags = JSON.parse(setting('TRELLIS_ELECTRON_FLAGS')) as string[];
  const startedAt = Date.now();
  const child = spawn(setting('TRELLIS_ELECTRON'), [appFolder, ...flags, '--remote-debugging-port=0', ...args], {
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  try {
    const browser = await chromium.connectOverCDP(await debuggingAddress(child), {
      noDefaults: true,
      timeout: connectMs,
    });
    const page = await firstPage(browser);
    return {
      page,
      startedAt,
      memory: () => proportionalBytes(child.pid ?? 0),
      cpuSeconds: () => cpuSecondsOf(child.pid ?? 0),
      close: () => endOf(child, browser),
    };
  } catch (error) {
    const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
    child.kill('SIGKILL');
    await ended;
    throw error;
  }
}

/** Bytes of a page's objects after its rubbish was collected. */
export async function heapOf(page: Page): Promise<number> {
  const session = await page.context().newCDPSession(page);
  await session.send('HeapProfiler.collectGarbage');
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  await session.detach();
  return usedSize;
}

export function setting(name: string): string {
  const value = process.env[name];
  if (value === undefined) throw new Error(`${name} is not set: run this through npm run bench`);
  return value;
}

function debuggingAddress(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error('the runtime said no address to connect to')), patienceMs);
    let said = '';
    child.stderr?.on('data', (chunk: Buffer) => {
      said += chunk.toString();
      const address = /DevTools listening on (ws:\S+)/.exec(said)?.[1];
      if (address === undefined) return;
      clearTimeout(timer);
      resolve(address);
    });
    child.once('exit', (code) =>
      reject(new Error(`the runtime ended with status ${String(code)}: ${said.slice(-500)}`)),
    );
  });
}

async function firstPage(browser: Browser): Promise<Page> {
  const deadline = Date.now() + patienceMs;
  while (Date.now() < deadline) {
    const page = browser
      .contexts()
      .flatMap((context) => context.pages())
      .find((candidate) => !candidate.url().startsWith('devtools:'));
    if (page !== undefined) return page;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  throw new Error('no window was opened');
}

async function endOf(child: ChildProcess, browser: Browser): Promise<void> {
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const page = browser.contexts().flatMap((context) => context.pages())[0];
  await page
    ?.evaluate(() => {
      window.close();
    })
    .catch(() => undefined);
  const timer = setTimeout(() => child.kill('SIGKILL'), patienceMs);
  await ended;
  clearTimeout(timer);
}
