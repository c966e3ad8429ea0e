import { ensureBuilt } from './prepare/builds.mjs';
import { inRepository } from './prepare/places.mjs';
import { run } from './prepare/processes.mjs';
import { runCommand } from './prepare/say.mjs';
import { prepareWindow } from './prepare/window.mjs';

/** Makes the pictures of the documentation anew, from the sample account. */
await runCommand(async () => {
  const { runtime, display, flags } = await prepareWindow();
  await ensureBuilt('headless');
  const result = await run(process.execPath, [inRepository('dist', 'headless', 'pictures.mjs'), ...process.argv.slice(2)], {
    env: {
      ...display.env,
      TRELLIS_ELECTRON: runtime.executable,
      TRELLIS_ELECTRON_FLAGS: JSON.stringify(flags),
      TRELLIS_APP: inRepository(),
    },
  });
  display.stop();
  return result.code;
});
