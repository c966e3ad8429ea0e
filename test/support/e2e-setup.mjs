import { ensurePaperPackages } from '../../scripts/prepare/paper-packages.mjs';
import { ensureDisplay } from '../../scripts/prepare/display.mjs';
import { inRepository } from '../../scripts/prepare/places.mjs';
import { prepareWindow } from '../../scripts/prepare/window.mjs';

/** Builds what changed and finds an Electron and a display, so that one file of tests can be run by itself. */
export async function setup({ config }) {
  await ensurePaperPackages();
  const { runtime, display, flags } = await prepareWindow({ quiet: true });
  const displays = [display];
  // Each worker has a display of its own where displays are virtual, so that no window takes the keyboard from another's.
  while (display.env.DISPLAY !== undefined && displays.length < config.maxWorkers)
    displays.push(await ensureDisplay({ quiet: true }));
  Object.assign(process.env, display.env, {
    TRELLIS_DISPLAYS: JSON.stringify(displays.flatMap(({ env }) => env.DISPLAY ?? [])),
    TRELLIS_ELECTRON: runtime.executable,
    TRELLIS_ELECTRON_DIST: runtime.dist,
    TRELLIS_ELECTRON_FLAGS: JSON.stringify(flags),
    TRELLIS_APP: inRepository(),
  });
  return () => displays.forEach(({ stop }) => stop());
}
