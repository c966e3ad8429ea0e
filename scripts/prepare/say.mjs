/** A failure whose message already tells the person what to do; it is shown without a stack. */
export class Advice extends Error {}

export function say(message) {
  process.stderr.write(`trellis: ${message}\n`);
}

/** Runs a command's body: an `Advice` becomes one plain message, anything else keeps its stack. */
export async function runCommand(body) {
  try {
    process.exitCode = await body();
  } catch (error) {
    if (error instanceof Advice) say(error.message);
    else process.stderr.write(`${error?.stack ?? error}\n`);
    process.exitCode = 1;
  }
}
