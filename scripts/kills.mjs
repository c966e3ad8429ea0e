import { randomInt } from 'node:crypto';
import { ensureDependencies } from './prepare/dependencies.mjs';
import { inRepository } from './prepare/places.mjs';
import { run } from './prepare/processes.mjs';
import { runCommand, say } from './prepare/say.mjs';

/** The long form of the window test that kills the application at random moments: `npm run kills -- [rounds] [seed]`. */
await runCommand(async () => {
  const [rounds = '1000', seed = String(randomInt(1, 1_000_000))] = process.argv.slice(2);
  if (!/^[1-9]\d*$/.test(rounds) || !/^\d+$/.test(seed)) {
    say('how often, and from which seed? For example: npm run kills -- 1000');
    return 2;
  }
  await ensureDependencies();
  say(`${rounds} kills of main, window, or both, in the midst of an act; seed ${seed}.`);
  const { code } = await run(
    process.execPath,
    [
      inRepository('node_modules', 'vitest', 'vitest.mjs'),
      ...['run', '--project', 'e2e', 'test/e2e/kill.e2e.test.ts', '-t', 'has everything that was acknowledged'],
    ],
    { cwd: inRepository(), env: { ...process.env, TRELLIS_KILLS: rounds, TRELLIS_SEED: seed } },
  );
  return code;
});
