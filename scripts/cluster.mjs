import { ensureBuilt } from './prepare/builds.mjs';
import { ensureDependencies } from './prepare/dependencies.mjs';
import { inRepository } from './prepare/places.mjs';
import { run } from './prepare/processes.mjs';
import { runCommand, say } from './prepare/say.mjs';
import { ensureServerPackages } from './prepare/server-packages.mjs';

/**
 * A cluster of three PostgreSQL servers on this machine whose primary is killed, paused and cut off under four writers.
 * `npm run cluster` takes some minutes; `npm run cluster -- kill=50 pause=5 cut=5 node=5 etcd=3` is the long form.
 */
await runCommand(async () => {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) {
    say('the cluster needs Linux and root, because each of its servers has a network of its own.');
    return 1;
  }
  await ensureDependencies();
  await ensureServerPackages();
  await ensureBuilt('headless');
  const { code } = await run(process.execPath, [
    inRepository('dist', 'headless', 'cluster.mjs'),
    ...process.argv.slice(2),
  ]);
  return code;
});
