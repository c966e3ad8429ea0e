import { mkdtemp } from 'node:fs/promises';
import { chmod } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'vite';

/** Builds a TypeScript program into one file that plain Node runs as a process of its own, and answers its path. */
export async function bundleProgram(file: string): Promise<string> {
  const outDir = await mkdtemp(join(tmpdir(), 'trellis-program-'));
  // Another user than the one who runs the tests must be able to start it.
  await chmod(outDir, 0o755);
  await build({
    configFile: false,
    logLevel: 'error',
    ssr: { noExternal: true },
    build: {
      ssr: file,
      outDir,
      target: 'node20',
      minify: false,
      rolldownOptions: { output: { format: 'es', entryFileNames: 'program.mjs' } },
    },
  });
  return join(outDir, 'program.mjs');
}
