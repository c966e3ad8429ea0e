import { ensureBuilt } from '../../scripts/prepare/builds.mjs';
import { ensureChromium } from '../../scripts/prepare/chromium.mjs';
import { inRepository } from '../../scripts/prepare/places.mjs';

/** Builds what changed and finds a current Chromium, so that the window's stories run in it. */
export async function setup() {
  await ensureBuilt('app');
  Object.assign(process.env, {
    TRELLIS_CHROMIUM: await ensureChromium(),
    TRELLIS_APP: inRepository(),
  });
}
