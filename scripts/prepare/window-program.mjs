import { ensureBuilt } from './builds.mjs';
import { inRepository } from './places.mjs';
import { run } from './processes.mjs';
import { runCommand } from './say.mjs';
import { prepareWindow } from './window.mjs';

/** Runs a built program that drives real windows: it is told where the runtime and the application are. */
export async function runWindowProgram(name) {
  await runCommand(async () => {
    const { runtime, display, flags } = await prepareWindow();
    await ensureBuilt('headless');
    const result = await run(
      process.execPath,
      [inRepository('dist', 'headless', `${name}.mjs`), ...process.argv.slice(2)],
      {
        env: {
          ...display.env,
          TRELLIS_ELECTRON: runtime.executable,
          TRELLIS_ELECTRON_FLAGS: JSON.stringify(flags),
          TRELLIS_APP: inRepository(),
        },
      },
    );
    display.stop();
    return result.code;
  });
}
