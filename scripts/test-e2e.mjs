import { ensureDependencies } from './prepare/dependencies.mjs';
import { inRepository } from './prepare/places.mjs';
import { run } from './prepare/processes.mjs';
import { runCommand } from './prepare/say.mjs';

await runCommand(async () => {
  await ensureDependencies();
  const vitest = inRepository('node_modules', 'vitest', 'vitest.mjs');
  const result = await run(process.execPath, [vitest, 'run', '--project', 'e2e', ...process.argv.slice(2)]);
  return result.code;
});
