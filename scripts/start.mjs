import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { inRepository } from './prepare/places.mjs';
import { run } from './prepare/processes.mjs';
import { runCommand } from './prepare/say.mjs';
import { prepareWindow } from './prepare/window.mjs';

/** What Chromium says about a machine without a session bus or a graphics card; it means nothing to a person. */
const chromiumChatter = /^\[\d+:\d+\/\d+\.\d+:(ERROR|WARNING|INFO|VERBOSE\d*):/;

await runCommand(async () => {
  const asked = process.argv.slice(2);
  const { runtime, display, flags } = await prepareWindow();
  const profile = profileForPicture(asked);
  const own = profile ? ['--profile', profile] : [];
  const result = await run(runtime.executable, [inRepository(), ...flags, ...asked, ...own], {
    env: display.env,
    input: 'inherit',
    hideErrors: chromiumChatter,
  });
  display.stop();
  if (profile) rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  return result.code;
});

/** A picture is taken from a profile of its own, which is thrown away afterwards. */
function profileForPicture(asked) {
  const given = (name) => asked.some((argument) => argument === name || argument.startsWith(`${name}=`));
  return given('--screenshot') && !given('--profile')
    ? mkdtempSync(path.join(tmpdir(), 'trellis-picture-'))
    : undefined;
}
