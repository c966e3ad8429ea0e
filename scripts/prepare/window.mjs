import { ensureBuilt } from './builds.mjs';
import { ensureDependencies } from './dependencies.mjs';
import { electronFlags, ensureDisplay, hasDisplay } from './display.mjs';
import { ensureElectron } from './electron-runtime.mjs';
import { ensureSystemPackages } from './system-packages.mjs';

/** Everything that a window needs on this machine: packages, Electron, libraries, a display, and the build. */
export async function prepareWindow({ build = true, quiet = false } = {}) {
  await ensureDependencies();
  const runtime = await ensureElectron({ quiet });
  const virtual = !hasDisplay();
  await ensureSystemPackages({ executable: runtime.executable, needsVirtualDisplay: virtual });
  if (build) await ensureBuilt('app');
  const display = await ensureDisplay({ quiet });
  return { runtime, display, flags: electronFlags({ virtual }) };
}
