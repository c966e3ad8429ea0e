import { ensureBuilt } from '../../scripts/prepare/builds.mjs';

/** The headless runner is tested as it is shipped: built, in a process of its own. */
export async function setup() {
  await ensureBuilt('headless');
}
