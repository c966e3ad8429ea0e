import { ensureBuilt } from './prepare/builds.mjs';
import { ensureDependencies } from './prepare/dependencies.mjs';
import { inRepository } from './prepare/places.mjs';
import { run } from './prepare/processes.mjs';
import { runCommand } from './prepare/say.mjs';

/** Freezes sample ledgers of the present version of the rules, once. */
await runCommand(async () => {
  await ensureDependencies();
  await ensureBuilt('headless');
  const result = await run(process.execPath, [inRepository('dist', 'headless', 'freeze.mjs')], { cwd: inRepository() });
  return result.code;
});
