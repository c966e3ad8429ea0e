import { existsSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';

/** Another program of ours, which lies beside this one in every build; `null` where this one runs from its sources. */
export function programBeside(name: string): string | null {
  const program = fileURLToPath(new URL(`${name}.mjs`, pathToFileURL(process.argv[1] ?? '')));
  return existsSync(program) ? program : null;
}
