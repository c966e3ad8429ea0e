import { randomInt } from 'node:crypto';
import { ensureDependencies } from './prepare/dependencies.mjs';
import { inRepository } from './prepare/places.mjs';
import { run } from './prepare/processes.mjs';
import { runCommand, say } from './prepare/say.mjs';

/**
 * The long run: random acts on longer ledgers than the tests have time for, from a new seed each time.
 * `node scripts/properties.mjs [intents] [seed]`; everything is recomputed after every third commit.
 */
const stepsPerRun = 1000;

await runCommand(async () => {
  const [intents = '100000', given = String(randomInt(1, 1_000_000_000))] = process.argv.slice(2);
  const runs = Math.ceil(Number(intents) / stepsPerRun);
  if (!Number.isInteger(runs) || runs < 1 || !/^\d+$/.test(given)) {
    say('how many intents, and from which seed? Both are whole numbers.');
    return 2;
  }
  await ensureDependencies();
  say(
    `${String(runs)} runs of ${String(stepsPerRun)} random intents, as many on keys, and as many schedules of several computers; seed ${given}.`,
  );
  const { code } = await run(
    process.execPath,
    [
      inRepository('node_modules', 'vitest', 'vitest.mjs'),
      'run',
      '--project',
      'properties',
      'random-acts',
      'schedules',
      'key-acts',
    ],
    {
      cwd: inRepository(),
      env: {
        ...process.env,
        TRELLIS_PROPERTY_RUNS: String(runs),
        TRELLIS_PROPERTY_SCHEDULES: String(runs),
        TRELLIS_PROPERTY_KEYS: String(runs),
        TRELLIS_PROPERTY_STEPS: String(stepsPerRun),
        TRELLIS_PROPERTY_SEED: given,
        TRELLIS_PROPERTY_EVERY: '3',
        TRELLIS_PROPERTY_PATIENCE: String(24 * 60 * 60 * 1000),
        TRELLIS_PROPERTY_REPORT: 'yes',
      },
    },
  );
  return code;
});
