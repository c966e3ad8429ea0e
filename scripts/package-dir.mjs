import { existsSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { builtFrom, ensureBuilt } from './prepare/builds.mjs';
import { ensureDependencies } from './prepare/dependencies.mjs';
import { ensureElectron } from './prepare/electron-runtime.mjs';
import { inRepository } from './prepare/places.mjs';
import { lastLines, run } from './prepare/processes.mjs';
import { Advice, runCommand, say } from './prepare/say.mjs';

const packageFolder = inRepository('dist', 'package');
const settingsFile = inRepository('electron-builder.yml');

/** Makes the folder that an installer would carry, unless the last one was made from the same sources. */
await runCommand(async () => {
  await ensureDependencies();
  const runtime = await ensureElectron();
  await ensureBuilt('app');
  const stamp = inRepository('dist', 'package', '.made-from');
  const wanted = [builtFrom('app'), runtime.version, readFileSync(settingsFile, 'utf8')].join('\n');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return 0;
  rmSync(packageFolder, { recursive: true, force: true });
  say('packaging …');
  const result = await run(
    process.execPath,
    [
      inRepository('node_modules', 'electron-builder', 'cli.js'),
      '--dir',
      '--publish=never',
      `--config=${runtime.old ? settingsForOldRuntime() : settingsFile}`,
      `-c.electronDist=${runtime.dist}`,
      `-c.electronVersion=${runtime.version}`,
    ],
    { cwd: inRepository(), quiet: true, env: { CSC_IDENTITY_AUTO_DISCOVERY: 'false' } },
  );
  if (result.code !== 0) {
    throw new Advice(
      `the package could not be made:\n${lastLines(result.output, 30)}\nMend what it names, then run the same command again.`,
    );
  }
  removeStarters();
  writeFileSync(stamp, wanted);
  say(`the package is in ${packageFolder}`);
  return 0;
});

/** A runtime's own starter has no place beside the application. */
function removeStarters() {
  for (const target of readdirSync(packageFolder, { withFileTypes: true })) {
    if (target.isDirectory())
      rmSync(path.join(packageFolder, target.name, 'resources', 'default_app.asar'), { force: true });
  }
}

/** The old runtime stops the packaging over a fuse that it does not have yet, so those are left out for it alone. */
function settingsForOldRuntime() {
  const { fusesItLacks } = JSON.parse(readFileSync(inRepository('scripts', 'prepare', 'old-runtime.json'), 'utf8'));
  const lines = readFileSync(settingsFile, 'utf8').split('\n');
  const file = inRepository('dist', 'electron-builder-old-runtime.yml');
  writeFileSync(
    file,
    lines.filter((line) => !fusesItLacks.some((fuse) => line.trim().startsWith(`${fuse}:`))).join('\n'),
  );
  return file;
}
