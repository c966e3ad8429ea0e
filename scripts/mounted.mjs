import { ensureDependencies } from './prepare/dependencies.mjs';
import { ensureMounts } from './prepare/mount-packages.mjs';
import { inRepository } from './prepare/places.mjs';
import { run } from './prepare/processes.mjs';
import { runCommand, say } from './prepare/say.mjs';

/** The proof on real mounts (FUSE): one that is slow, and one without hard links, as rclone makes them. */
await runCommand(async () => {
  if (!(await ensureMounts())) {
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
