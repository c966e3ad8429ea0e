import { spawnSync } from 'node:child_process';
import { ensureDependencies } from './prepare/dependencies.mjs';
import { inRepository } from './prepare/places.mjs';
import { run } from './prepare/processes.mjs';
import { runCommand, say } from './prepare/say.mjs';

/** The long proof with the real program: two and three Syncthings on this machine, which talk to nobody else. */
await runCommand(async () => {
  if (spawnSync('syncthing', ['--version']).status !== 0) {
    say('syncthing is not installed; on Debian: apt-get install syncthing.');
    return 2;
  }
  await ensureDependencies();
  const { code } = await run(
    process.execPath,
    [inRepository('node_modules', 'vitest', 'vitest.mjs'), 'run', '--project', 'syncthing'],
    { cwd: inRepository() },
  );
  return code;
});
