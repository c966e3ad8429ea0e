import { ensureServerPackages } from '../../scripts/prepare/server-packages.mjs';

/** Stores are tested against real servers, so that one file of tests can be run by itself. */
export async function setup() {
  await ensureServerPackages();
}
