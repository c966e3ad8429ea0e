import { ensureDependencies } from './prepare/dependencies.mjs';
import { inRepository } from './prepare/places.mjs';
import { run } from './prepare/processes.mjs';
import { runCommand } from './prepare/say.mjs';

/** The window's stories, and axe and the keyboard on every screen, in a current Chromium; with names of files, those. */
await runCommand(async () => {
  await ensureDependencies();
  const vitest = inRepository('node_modules', 'vitest', 'vitest.mjs');
  const result = await run(process.execPath, [vitest, 'run', '--project', 'chromium', ...process.argv.slice(2)], {
    env: { ...process.env, TRELLIS_EVERY_SCREEN: '1' },
  });
  return result.code;
});
