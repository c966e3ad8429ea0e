import { availableParallelism } from 'node:os';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';
import { hasDisplay } from './scripts/prepare/display.mjs';
import { WalksFirst } from './test/support/walks-first.mjs';

/** Nothing is slow on purpose: a test ends when what it waits for has happened, and these are for what never comes. */
const patient = {
  testTimeout: 300_000,
  hookTimeout: 300_000,
  expect: { poll: { timeout: 120_000, interval: 50 } },
};
const apart = 'test/**/*.apart.test.ts';
const setupFiles = ['test/support/every-file-setup.ts'];

/** Windows wait now and then, so one more than there are cores keeps all of them at work. On a real display they would take the keyboard from each other. */
const windowsAtOnce = hasDisplay() ? 1 : Math.min(4, availableParallelism() + 1);

/** One project a layer, so that each layer can be run alone and quickly. */
export default defineConfig({
  test: {
    passWithNoTests: false,
    // Two cores are two workers; the usual one less would leave half of them idle.
    maxWorkers: '100%',
    sequence: { sequencer: WalksFirst },
    globalSetup: ['test/support/run-folder-setup.mjs'],
    projects: [
      {
        test: {
          name: 'unit',
          environment: 'node',
          // Loading the core anew for each file would take as long as the tests.
          isolate: false,
          include: ['test/{shared,electron,layering,frozen}/**/*.test.ts', 'test/scripts/**/*.test.mjs'],
          exclude: [apart],
          ...patient,
          setupFiles,
        },
      },
      {
        // Belongs to `unit`: these put something in the place of a module, which the others must not see.
        test: { name: 'apart', environment: 'node', include: [apart], ...patient, setupFiles },
      },
      {
        plugins: [react({ compiler: true })],
        test: {
          name: 'component',
          environment: 'jsdom',
          // Loading the kit anew for each file would take longer than the tests; each test clears away what it has drawn.
          isolate: false,
          include: ['test/renderer/**/*.test.{ts,tsx}'],
          setupFiles: [...setupFiles, 'test/support/component-setup.ts'],
          ...patient,
        },
      },
      {
        test: {
          name: 'contracts',
          environment: 'node',
          include: ['test/contracts/**/*.test.ts'],
          globalSetup: ['test/support/servers-setup.mjs'],
          ...patient,
          setupFiles,
        },
      },
      {
        test: {
          name: 'scenarios',
          environment: 'node',
          include: ['test/scenarios/**/*.test.ts'],
          globalSetup: ['test/support/headless-setup.mjs'],
          ...patient,
          setupFiles,
        },
      },
      {
        test: {
          name: 'properties',
          environment: 'node',
          include: ['test/properties/**/*.test.ts'],
          ...patient,
          testTimeout: 900_000,
          setupFiles,
        },
      },
      {
        // Only by `npm run mounted`: it mounts folders, as root.
        test: {
          name: 'mounted',
          environment: 'node',
          include: ['test/mounted/**/*.test.ts'],
          testTimeout: 120_000,
        },
      },
      {
        // Only by `npm run syncthing`: it needs the program, and minutes.
        test: {
          name: 'syncthing',
          environment: 'node',
          include: ['test/syncthing/**/*.test.ts'],
          testTimeout: 300_000,
          hookTimeout: 60_000,
        },
      },
      {
        test: {
          // Long, and with a program of others: `npm run libreoffice`.
          name: 'libreoffice',
          environment: 'node',
          include: ['test/libreoffice/**/*.test.ts'],
          testTimeout: 120_000,
        },
      },
      {
        test: {
          name: 'e2e',
          environment: 'node',
          include: ['test/e2e/**/*.test.ts'],
          globalSetup: ['test/support/e2e-setup.mjs'],
          ...patient,
          testTimeout: 300_000,
          hookTimeout: 300_000,
          // The driver of the old runtime loses a key or an answer now and then; a test that needed its second chance is reported so.
          retry: 1,
          setupFiles: [...setupFiles, 'test/support/windows-setup.ts'],
          maxWorkers: windowsAtOnce,
          fileParallelism: windowsAtOnce > 1,
        },
      },
      {
        test: {
          name: 'chromium',
          environment: 'node',
          // What the window does by itself. What is asked of Electron stays with Electron: `main-in-node.ts` has no window, so
          // closing it, the menu bar, papers and reminders are not here.
          include: [
            'test/e2e/{installers-day,dealers-day,license-life,office-admin,two-installers,search-and-lists}.test.ts',
            'test/e2e/{keyboard,accessible,large-type,screen-reader,long-work}.test.ts',
          ],
          globalSetup: ['test/support/chromium-setup.mjs'],
          ...patient,
          testTimeout: 600_000,
          hookTimeout: 600_000,
          setupFiles: [...setupFiles, 'test/support/windows-setup.ts'],
          fileParallelism: false,
          maxWorkers: 1,
        },
      },
    ],
  },
});
