import { randomInt } from 'node:crypto';
import { ensureDependencies } from './prepare/dependencies.mjs';
import { inRepository } from './prepare/places.mjs';
import { run } from './prepare/processes.mjs';
import { runCommand, say } from './prepare/say.mjs';

/**
 * The long runs by chance of several computers, from a new seed each time, with totals at the end:
 * `node scripts/schedules.mjs kept|healing [runs] [seed]`.
 */
const kinds = {
  healing: {
    test: 'healing-folder',
    variable: 'TRELLIS_PROPERTY_HEALING',
    what: 'runs of several computers over a folder that is restored, cut and mended behind their backs',
  },
  kept: { test: 'kept-place', variable: 'TRELLIS_PROPERTY_KEPT', what: 'runs of several computers over a kept place' },
};

await runCommand(async () => {
  const [name = '', runs = '10000', seed = String(randomInt(1, 1_000_000_000))] = process.argv.slice(2);
  const kind = Object.hasOwn(kinds, name) ? kinds[name] : null;
  if (kind === null || !/^[1-9]\d*$/.test(runs) || !/^\d+$/.test(seed)) {
    say(`what shall run, how often, and from which seed? For example: npm run schedules -- kept 10000`);
    return 2;
  }
  await ensureDependencies();
  say(`${runs} ${kind.what}; seed ${seed}.`);
  const { code } = await run(
    process.execPath,
    [inRepository('node_modules', 'vitest', 'vitest.mjs'), 'run', '--project', 'properties', kind.test],
    {
      cwd: inRepository(),
      env: {
        ...process.env,
        [kind.variable]: runs,
        TRELLIS_PROPERTY_SEED: seed,
        TRELLIS_PROPERTY_PATIENCE: String(24 * 60 * 60 * 1000),
        TRELLIS_PROPERTY_REPORT: 'yes',
      },
    },
  );
  return code;
});
