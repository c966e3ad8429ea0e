import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';
import path from 'node:path';

const root = import.meta.dirname;

// The oldest runtime in use: Electron 25 stands in where the current one cannot be downloaded.
const nodeTarget = 'node18';
const windowTarget = 'chrome114';

/** A free port of this computer, chosen by `npm run dev`. */
const port = Number(process.env['TRELLIS_DEV_PORT'] ?? 5173);

export default defineConfig(({ command }) => {
  const isDevelopment = command === 'serve';
  // What is worked on never takes the place of what was built.
  const output = (part: string) => path.join(root, isDevelopment ? 'dist/dev' : 'dist/app', part);
  // Beside each build, for places in the log of defects (`npm run where`); no page names them, and no package carries them.
  const sourcemap = isDevelopment ? 'inline' : 'hidden';
  return {
    main: {
      define: { TRELLIS_DEVELOPMENT: JSON.stringify(isDevelopment) },
      build: {
        outDir: output('main'),
        target: nodeTarget,
        minify: !isDevelopment,
        sourcemap,
        externalizeDeps: false,
        rolldownOptions: {
          input: {
            index: path.join(root, 'electron/main/index.ts'),
            // Started by main as a process of its own.
            'handover-job': path.join(root, 'electron/main/handover/handover-job.ts'),
            'import-worker': path.join(root, 'electron/main/imports/import-worker.ts'),
            'project-worker': path.join(root, 'electron/main/project-file/project-worker.ts'),
            'ledger-check-worker': path.join(root, 'electron/main/ledger/ledger-check-worker.ts'),
            // A thread of the process that checks.
            'proof-worker': path.join(root, 'electron/main/trust/proof-worker.ts'),
            'store-worker': path.join(root, 'electron/main/stores/apart/store-worker.ts'),
          },
        },
      },
    },
    preload: {
      build: {
        outDir: output('preload'),
        target: nodeTarget,
        minify: !isDevelopment,
        sourcemap,
        externalizeDeps: false,
        rolldownOptions: { input: { index: path.join(root, 'electron/preload/index.ts') } },
      },
    },
    renderer: {
      root: path.join(root, 'renderer'),
      base: isDevelopment ? '/' : './',
      plugins: [react({ compiler: true })],
      html: { cspNonce: '__TRELLIS_NONCE__' },
      server: {
        host: '127.0.0.1',
        port,
        strictPort: true,
        fs: { allow: [root] },
        // The page comes from app://trellis, so it has to be told where the server is.
        hmr: { protocol: 'ws', host: '127.0.0.1', clientPort: port },
      },
      build: {
        outDir: output('renderer'),
        emptyOutDir: true,
        target: windowTarget,
        cssTarget: windowTarget,
        minify: true,
        sourcemap: 'hidden',
        modulePreload: { polyfill: false },
        // Files inside the page's own folder are allowed by the content policy; text inlined into it is not.
        assetsInlineLimit: 0,
        rolldownOptions: { input: { index: path.join(root, 'renderer/index.html') } },
      },
    },
  };
});
