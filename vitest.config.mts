import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';

/** One project a layer, so that each layer can be run alone and quickly. */
export default defineConfig({
  test: {
    passWithNoTests: false,
    // Two cores are two workers; the usual one less would leave half of them idle.
    maxWorkers: '100%',
    projects: [
      {
        test: {
          name: 'unit',
          environment: 'node',
          include: ['test/{shared,electron,layering,frozen}/**/*.test.ts', 'test/scripts/**/*.test.mjs'],
          testTimeout: 20_000,
        },
      },
      {
        plugins: [react({ compiler: true })],
        test: {
          name: 'component',
          environment: 'jsdom',
          // Loading the kit anew for each file would take longer than the tests; each test clears away what it has drawn.
          isolate: false,
          include: ['test/renderer/**/*.test.{ts,tsx}'],
          setupFiles: ['test/support/component-setup.ts'],
          testTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'contracts',
          environment: 'node',
          include: ['test/contracts/**/*.test.ts'],
          globalSetup: ['test/support/servers-setup.mjs'],
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'scenarios',
          environment: 'node',
          include: ['test/scenarios/**/*.test.ts'],
          globalSetup: ['test/support/headless-setup.mjs'],
          testTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'properties',
          environment: 'node',
          include: ['test/properties/**/*.test.ts'],
          testTimeout: 120_000,
        },
      },
      {
        test: {
          name: 'e2e',
          environment: 'node',
          include: ['test/e2e/**/*.test.ts'],
          globalSetup: ['test/support/e2e-setup.mjs'],
          testTimeout: 120_000,
          hookTimeout: 120_000,
          fileParallelism: false,
          maxWorkers: 1,
          // The driver now and then loses an answer of the old runtime. A test that needed its second chance is reported as retried.
          retry: 1,
        },
      },
    ],
  },
});
