import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import path from 'node:path';
import { ensureDependencies } from './prepare/dependencies.mjs';
import { inRepository } from './prepare/places.mjs';
import { run } from './prepare/processes.mjs';
import { runCommand, say } from './prepare/say.mjs';
import { prepareWindow } from './prepare/window.mjs';

/** The window while it is worked on: what changes in it is shown at once, and another main starts it anew. */
await runCommand(async () => {
  await ensureDependencies();
  const { runtime, display, flags } = await prepareWindow({ build: false });
  const profile = inRepository('out', 'dev', 'profile');
  say(`the window is opened with the profile ${profile}; end with Ctrl+C.`);
  const { code } = await run(
    process.execPath,
    [
      inRepository('node_modules', 'electron-vite', 'bin', 'electron-vite.js'),
      'dev',
      '--watch',
      '--entry',
      developmentFolder(),
      '--',
      ...flags,
      `--profile=${profile}`,
      ...process.argv.slice(2),
    ],
    {
      cwd: inRepository(),
      env: {
        ...display.env,
        ELECTRON_EXEC_PATH: runtime.executable,
        TRELLIS_DEV_PORT: String(await freePort()),
      },
      input: 'inherit',
    },
  );
  display.stop();
  return code;
});

/** The application as it is worked on: a folder beside the one that is built. */
function developmentFolder() {
  const folder = inRepository('dist', 'dev');
  const { name, productName, version } = JSON.parse(readFileSync(inRepository('package.json'), 'utf8'));
  mkdirSync(folder, { recursive: true });
  writeFileSync(
    path.join(folder, 'package.json'),
    JSON.stringify({ name, productName, version, main: 'main/index.js' }),
  );
  return folder;
}

function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}
