import { ensureBuilt } from './prepare/builds.mjs';
import { ensureDependencies } from './prepare/dependencies.mjs';
import { inRepository } from './prepare/places.mjs';
import { run } from './prepare/processes.mjs';
import { runCommand } from './prepare/say.mjs';

await runCommand(async () => {
  await ensureDependencies();
  await ensureBuilt('headless');
  const result = await run(
    process.execPath,
    [inRepository('dist', 'headless', 'trellis.mjs'), ...process.argv.slice(2)],
    {
      input: 'inherit',
    },
  );
  return result.code;
});
