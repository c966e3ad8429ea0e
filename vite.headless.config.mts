import { existsSync } from 'node:fs';
import path from 'node:path';
import { defineConfig } from 'vite';

const root = import.meta.dirname;

const entries = {
  trellis: 'electron/headless/main.ts',
  // Started by it as a process of its own.
  'store-program': 'electron/main/stores/apart/store-program.ts',
  // A thread of it.
  'proof-worker': 'electron/main/trust/proof-worker.ts',
  bench: 'test/bench/main.ts',
  cluster: 'test/cluster/main.ts',
  demo: 'test/demo/main.ts',
  freeze: 'test/frozen/main.ts',
  pictures: 'test/pictures/main.ts',
  palette: 'test/palette/main.ts',
};

/** The programs that plain Node runs: everything of ours in one file each, packages with their own files left outside. */
export default defineConfig({
  ssr: { noExternal: true, external: ['playwright-core'] },
  build: {
    ssr: true,
    outDir: path.join(root, 'dist/headless'),
    emptyOutDir: true,
    target: 'node20',
    minify: false,
    rolldownOptions: {
      input: Object.fromEntries(Object.entries(entries).filter(([, file]) => existsSync(path.join(root, file)))),
      output: { format: 'es', entryFileNames: '[name].mjs', chunkFileNames: 'chunks/[name]-[hash].mjs' },
    },
  },
});
