import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { Advice, say } from './say.mjs';

const startTimeoutMs = 15_000;

export function hasDisplay() {
  return process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
}

/**
 * A display to show windows on: the real one, or a virtual one that lives as long as this process.
 * @returns {Promise<{env: Record<string, string>, stop: () => void}>}
 */
export async function ensureDisplay({ quiet = false } = {}) {
  if (hasDisplay()) return { env: {}, stop: () => {} };
  if (!quiet) say('there is no display, so a virtual one (Xvfb) is used.');
  const server = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', '1600x1000x24', '-nolisten', 'tcp'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  });
  const number = await displayNumber(server);
  const stop = () => server.kill('SIGTERM');
  process.once('exit', stop);
  server.unref();
  server.stdio[3].unref();
  return { env: { DISPLAY: `:${number}` }, stop };
}

function displayNumber(server) {
  return new Promise((resolve, reject) => {
    const fail = (reason) =>
      reject(
        new Advice(`the virtual display (Xvfb) did not start: ${reason}. Set DISPLAY to a running one and try again.`),
      );
    const timer = setTimeout(() => fail(`no answer within ${startTimeoutMs / 1000} seconds`), startTimeoutMs);
    server.once('error', (error) => fail(error.message));
    server.once('exit', (code) => fail(`it ended with status ${code}`));
    let text = '';
    server.stdio[3].on('data', (chunk) => {
      text += chunk;
      if (!text.includes('\n')) return;
      clearTimeout(timer);
      server.removeAllListeners('exit');
      resolve(Number(text.trim()));
    });
  });
}

/** What Chromium must be told about this machine: no sandbox for root alone, no graphics card where there is none. */
export function electronFlags({ virtual }) {
  if (process.platform !== 'linux') return [];
  const flags = [];
  if (process.getuid?.() === 0) flags.push('--no-sandbox');
  if (virtual || !existsSync('/dev/dri')) flags.push('--disable-gpu');
  return flags;
}
