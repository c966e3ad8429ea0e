import { ensureBuilt } from './prepare/builds.mjs';
import { ensureDependencies } from './prepare/dependencies.mjs';
import { runCommand } from './prepare/say.mjs';

await runCommand(async () => {
  await ensureDependencies();
  await ensureBuilt('app');
  await ensureBuilt('headless');
  return 0;
});
