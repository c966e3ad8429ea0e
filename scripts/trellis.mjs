import { ensureBuilt } from './prepare/builds.mjs';
import { ensureDependencies } from './prepare/dependencies.mjs';
import { inRepository } from './prepare/places.mjs';
import { run } from './prepare/processes.mjs';
import { runCommand } from './prepare/say.mjs';
import { prepareWindow } from './prepare/window.mjs';

/** Words whose work the window's engine does, in a window that is not shown. */
const needsWindow = new Set(['handover']);

/** Where the window's engine is, for the words that need it; what it was prepared with goes when it has ended. */
async function windowFor(word) {
  if (!needsWindow.has(word)) return { env: {}, stop: () => {} };
  const { runtime, display, flags } = await prepareWindow({ quiet: true });
  const env = {
    ...display.env,
    TRELLIS_ELECTRON: runtime.executable,
    TRELLIS_ELECTRON_FLAGS: JSON.stringify(flags),
    TRELLIS_APP: inRepository(),
  };
  return { env, stop: display.stop };
}

await runCommand(async () => {
  await ensureDependencies();
  await ensureBuilt('headless');
  const window = await windowFor(process.argv[2]);
  const result = await run(
    process.execPath,
    [inRepository('dist', 'headless', 'trellis.mjs'), ...process.argv.slice(2)],
    { input: 'inherit', env: window.env },
  );
  window.stop();
  return result.code;
});
