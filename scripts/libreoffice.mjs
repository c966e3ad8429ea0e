import { installPackages, installsPackages, isInstalled } from './prepare/debian.mjs';
import { ensureDependencies } from './prepare/dependencies.mjs';
import { inRepository } from './prepare/places.mjs';
import { isOnPath, run } from './prepare/processes.mjs';
import { Advice, runCommand } from './prepare/say.mjs';

/** Round trips through the real LibreOffice: what is exported, saved there untouched and imported again, is nothing to do. */
const program = 'libreoffice-calc-nogui';

await runCommand(async () => {
  await ensureDependencies();
  if (!isOnPath('soffice')) {
    if (!installsPackages()) throw new Advice('LibreOffice is needed: soffice is not on the path.');
    if (!isInstalled(program)) await installPackages([program]);
  }
  const { code } = await run(
    process.execPath,
    [inRepository('node_modules', 'vitest', 'vitest.mjs'), 'run', '--project', 'libreoffice'],
    { cwd: inRepository() },
  );
  return code;
});
