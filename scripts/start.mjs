import { inRepository } from './prepare/places.mjs';
import { run } from './prepare/processes.mjs';
import { runCommand } from './prepare/say.mjs';
import { prepareWindow } from './prepare/window.mjs';

await runCommand(async () => {
  const { runtime, display, flags } = await prepareWindow();
  const result = await run(runtime.executable, [inRepository(), ...flags, ...process.argv.slice(2)], {
    env: display.env,
    input: 'inherit',
  });
  display.stop();
  return result.code;
});
