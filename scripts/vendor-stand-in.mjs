import { ensureDependencies } from './prepare/dependencies.mjs';
import { inRepository } from './prepare/places.mjs';
import { run } from './prepare/processes.mjs';
import { runCommand } from './prepare/say.mjs';

/** Starts the stand-ins for the vendors' systems on this computer, to try things by hand. */
await runCommand(async () => {
  await ensureDependencies();
  const { build } = await import('vite');
  const outDir = inRepository('out', 'vendor-stand-in');
  await build({
    configFile: false,
    logLevel: 'error',
    ssr: { noExternal: true },
    build: {
      ssr: inRepository('test', 'support', 'vendors', 'by-hand.ts'),
      outDir,
      target: 'node20',
      minify: false,
      rolldownOptions: { output: { format: 'es', entryFileNames: 'program.mjs' } },
    },
  });
  const { code } = await run(
    process.execPath,
    [inRepository('out', 'vendor-stand-in', 'program.mjs'), ...process.argv.slice(2)],
    {
      input: 'inherit',
    },
  );
  return code;
});
