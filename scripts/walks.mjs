import { ensureDependencies } from './prepare/dependencies.mjs';
import { inRepository } from './prepare/places.mjs';
import { run } from './prepare/processes.mjs';
import { runCommand } from './prepare/say.mjs';

const walks = ['accessible', 'keyboard'].map((name) => `test/e2e/${name}.test.ts`);

/** The long form of two window tests: axe and the keyboard go through every screen in every way; the tests of each change through some. */
await runCommand(async () => {
  await ensureDependencies();
  const { code } = await run(
    process.execPath,
    [
      inRepository('node_modules', 'vitest', 'vitest.mjs'),
      ...['run', '--project', 'e2e'],
      ...walks,
      ...process.argv.slice(2),
    ],
    { cwd: inRepository(), env: { ...process.env, TRELLIS_EVERY_SCREEN: '1' } },
  );
  return code;
});
