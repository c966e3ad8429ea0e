import { getCurrentFuseWire, FuseV1Options } from '@electron/fuses';
import { listPackage } from '@electron/asar';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { removeFolder, temporaryFolder } from '../support/trellis-window';

const application = process.env['TRELLIS_APP'] ?? '';
const packaged = path.join(application, 'dist', 'package', 'linux-unpacked');
const executable = path.join(packaged, 'trellis');

/** What each fuse is to be, and why it may be trusted to stay so: an Electron with a fuse that is not here fails the test. */
const decidedFuses: Readonly<Record<string, boolean>> = {
  RunAsNode: false,
  EnableCookieEncryption: true,
  EnableNodeOptionsEnvironmentVariable: false,
  EnableNodeCliInspectArguments: false,
  EnableEmbeddedAsarIntegrityValidation: true,
  OnlyLoadAppFromAsar: true,
  LoadBrowserProcessSpecificV8Snapshot: false,
  GrantFileProtocolExtraPrivileges: false,
};
const fuseIsOn = '1'.charCodeAt(0);

describe('the package', () => {
  let folder: string;

  beforeAll(async () => {
    folder = temporaryFolder('package');
    const making = spawn(process.execPath, [path.join(application, 'scripts', 'package-dir.mjs')], {
      stdio: 'inherit',
    });
    const [code] = (await once(making, 'exit')) as [number];
    expect(code).toBe(0);
  });

  afterAll(() => removeFolder(folder));

  it('has every fuse of its Electron as it was decided, and none that nobody decided', async () => {
    const wire = await getCurrentFuseWire(executable);
    const found = Object.entries(wire)
      .filter(([position]) => position !== 'version')
      .map(
        ([position, state]) =>
          [FuseV1Options[Number(position)] ?? `undecided fuse ${position}`, state === fuseIsOn] as const,
      );
    expect(found.length).toBeGreaterThan(0);
    expect(Object.fromEntries(found)).toEqual(Object.fromEntries(found.map(([name]) => [name, decidedFuses[name]])));
  });

  it('decides the same fuses in its settings', () => {
    const settings = readFileSync(path.join(application, 'electron-builder.yml'), 'utf8');
    for (const [name, on] of Object.entries(decidedFuses)) {
      expect(settings).toContain(`${name.charAt(0).toLowerCase()}${name.slice(1)}: ${String(on)}\n`);
    }
    expect(Object.keys(decidedFuses).sort()).toEqual(
      Object.keys(FuseV1Options)
        .filter((key) => Number.isNaN(Number(key)))
        .sort(),
    );
  });

  it('carries the build and nothing else: no sources, no package folder, no maps', () => {
    const carried = listPackage(path.join(packaged, 'resources', 'app.asar'), { isPack: false });
    const strangers = carried.filter(
      (file) => !/^[\\/](dist([\\/]app([\\/].*)?)?|package\.json)$/.test(file) || file.endsWith('.map'),
    );
    expect(strangers).toEqual([]);
    expect(carried.length).toBeGreaterThan(5);
  });

  it('opens the sample account and writes a picture of the ready window', async () => {
    const picture = path.join(folder, 'sample.png');
    const code = await start([`--profile=${path.join(folder, 'picture')}`, '--sample', `--screenshot=${picture}`]);
    expect(code).toBe(0);
    expect(isPng(picture)).toBe(true);
  });

  it('does not turn into Node when it is told to', async () => {
    const picture = path.join(folder, 'not-node.png');
    const code = await start([`--profile=${path.join(folder, 'not-node')}`, `--screenshot=${picture}`], {
      ELECTRON_RUN_AS_NODE: '1',
    });
    expect(code).toBe(0);
    expect(isPng(picture)).toBe(true);
  });

  it('shows its window from app://trellis', async () => {
    const profile = path.join(folder, 'driven');
    const running = run([`--profile=${profile}`, '--sample', '--remote-debugging-port=0']);
    try {
      const port = await debuggingPort(profile);
      await expect.poll(() => openPages(port)).toEqual([{ title: 'Trellis', url: 'app://trellis/' }]);
    } finally {
      running.kill();
      await once(running, 'exit');
    }
  });
});

function run(args: readonly string[], env: Readonly<Record<string, string>> = {}) {
  const flags = JSON.parse(process.env['TRELLIS_ELECTRON_FLAGS'] ?? '[]') as string[];
  return spawn(executable, [...flags, ...args], { stdio: 'ignore', env: { ...process.env, ...env } });
}

async function start(args: readonly string[], env: Readonly<Record<string, string>> = {}): Promise<number | null> {
  const [code] = (await once(run(args, env), 'exit')) as [number | null];
  return code;
}

function isPng(file: string): boolean {
  return existsSync(file) && readFileSync(file).subarray(1, 4).toString('latin1') === 'PNG';
}

/** Chromium writes the port it chose into its profile once it listens. */
async function debuggingPort(profile: string): Promise<string> {
  const file = path.join(profile, 'DevToolsActivePort');
  for (;;) {
    const port = existsSync(file) ? readFileSync(file, 'utf8').split('\n')[0] : undefined;
    if (port !== undefined && port !== '') return port;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

async function openPages(port: string): Promise<readonly { title: string; url: string }[]> {
  const targets = (await (await fetch(`http://127.0.0.1:${port}/json/list`)).json()) as {
    type: string;
    title: string;
    url: string;
  }[];
  return targets.filter((target) => target.type === 'page').map(({ title, url }) => ({ title, url }));
}
