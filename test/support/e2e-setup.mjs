import { ensurePaperPackages } from '../../scripts/prepare/paper-packages.mjs';
import { inRepository } from '../../scripts/prepare/places.mjs';
import { prepareWindow } from '../../scripts/prepare/window.mjs';

/** Builds what changed and finds an Electron and a display, so that one file of tests can be run by itself. */
export async function setup() {
  await ensurePaperPackages();
  const { runtime, display, flags } = await prepareWindow({ quiet: true });
  Object.assign(process.env, display.env, {
    TRELLIS_ELECTRON: runtime.executable,
    TRELLIS_ELECTRON_DIST: runtime.dist,
    TRELLIS_ELECTRON_FLAGS: JSON.stringify(flags),
    TRELLIS_APP: inRepository(),
  });
  return () => display.stop();
}
