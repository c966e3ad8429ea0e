import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';
import path from 'node:path';

const root = import.meta.dirname;

// The oldest runtime in use: Electron 25 stands in where the current one cannot be downloaded.
const nodeTarget = 'node18';
const windowTarget = 'chrome114';

export default defineConfig({
  main: {
    build: {
      outDir: path.join(root, 'dist/app/main'),
      target: nodeTarget,
      minify: true,
      externalizeDeps: false,
      rolldownOptions: {
        input: {
          index: path.join(root, 'electron/main/index.ts'),
          // Started by main as a process of its own.
          'ledger-check-worker': path.join(root, 'electron/main/ledger/ledger-check-worker.ts'),
        },
      },
    },
  },
  preload: {
    build: {
      outDir: path.join(root, 'dist/app/preload'),
      target: nodeTarget,
      minify: true,
      externalizeDeps: false,
      rolldownOptions: { input: { index: path.join(root, 'electron/preload/index.ts') } },
    },
  },
  renderer: {
    root: path.join(root, 'renderer'),
    base: './',
    plugins: [react({ compiler: true })],
    html: { cspNonce: '__TRELLIS_NONCE__' },
    build: {
      outDir: path.join(root, 'dist/app/renderer'),
      emptyOutDir: true,
      target: windowTarget,
      cssTarget: windowTarget,
      minify: true,
      modulePreload: { polyfill: false },
      // Files inside the page's own folder are allowed by the content policy; text inlined into it is not.
      assetsInlineLimit: 0,
      rolldownOptions: { input: { index: path.join(root, 'renderer/index.html') } },
    },
  },
});
