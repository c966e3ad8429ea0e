import { existsSync } from 'node:fs';
import { ensureDependencies } from './prepare/dependencies.mjs';
import { installPackages, installsPackages } from './prepare/debian.mjs';
import { inRepository } from './prepare/places.mjs';
import { run } from './prepare/processes.mjs';
import { runCommand, say } from './prepare/say.mjs';

const fusepy = '/usr/lib/python3/dist-packages/fusepy.py';

/** The proof on real mounts (FUSE): one that is slow, and one without hard links, as rclone makes them. */
await runCommand(async () => {
  if (!existsSync(fusepy) && installsPackages()) await installPackages(['python3-fusepy']);
  if (!existsSync(fusepy) || !existsSync('/dev/fuse')) {
    say('this needs /dev/fuse, root, and on Debian: apt-get install python3-fusepy.');
    return 2;
  }
  await ensureDependencies();
  const { code } = await run(
    process.execPath,
    [inRepository('node_modules', 'vitest', 'vitest.mjs'), 'run', '--project', 'mounted'],
    { cwd: inRepository() },
  );
  return code;
});
