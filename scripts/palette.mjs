import { ensureBuilt } from './prepare/builds.mjs';
import { ensureDependencies } from './prepare/dependencies.mjs';
import { inRepository } from './prepare/places.mjs';
import { run } from './prepare/processes.mjs';
import { runCommand } from './prepare/say.mjs';

/** What the palette would show first: `npm run palette -- LANGUAGE WORD…`. */
await runCommand(async () => {
  await ensureDependencies();
  await ensureBuilt('headless');
  const { code } = await run(process.execPath, [
    inRepository('dist', 'headless', 'palette.mjs'),
    ...process.argv.slice(2),
  ]);
  return code;
});
