import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { accountOf } from '../accounts';
import { printFigure } from '../figures';
import { spreadOf } from './in-page';
import { heapOf, setting, startWindow } from './running-window';

interface Peer {
  readonly fill: (table: string, rows: readonly unknown[]) => Promise<void>;
  readonly filled: () => Promise<void>;
  readonly rename: (id: string, name: string) => Promise<void>;
}

declare global {
  interface Window {
    readonly peers: { readonly [name: string]: () => Promise<Peer> };
    readonly opened: Promise<{ readonly peer: Peer; readonly count: number; readonly at: number }>;
  }
}

const packages = [
  'events@3.3.0',
  'pouchdb-browser@9.0.0',
  'rxdb@16.21.1',
  'rxjs@7.8.2',
  'y-indexeddb@9.0.12',
  'yjs@13.6.33',
];
const names = {
  dexie: 'Dexie 4.4.7, a row each',
  rxdb: 'RxDB 16.21.1 on Dexie',
  pouchdb: 'PouchDB 9.0.0',
  yjs: 'Yjs 13.6.33 with y-indexeddb',
} as const;
/** The bundle of the page: here, so that the libraries are looked for where they were installed. */
const entry = `
import Dexie from 'dexie';
import PouchDB from 'pouchdb-browser';
import { createRxDatabase } from 'rxdb/plugins/core';
import { getRxStorageDexie } from 'rxdb/plugins/storage-dexie';
import { IndexeddbPersistence, storeState } from 'y-indexeddb';
import * as Y from 'yjs';
import { beginPage } from './page.mjs';
beginPage({ Dexie, PouchDB, createRxDatabase, getRxStorageDexie, IndexeddbPersistence, storeState, Y });
`;
const rowsAtOnce = 2_000;
const starts = 3;
const renames = 20;
const mb = 1024 * 1024;

/** The databases that others would pick, with the same groups and people in the same runtime, beside what the window takes to open. */
export async function measureDatabases(groups: number, peopleEach: number, usableMs: number): Promise<void> {
  const application = databaseApplication();
  const { model } = accountOf(groups, peopleEach);
  const tables = { groups: [...model.rows('groups')], users: [...model.rows('users')] };
  for (const [peer, name] of Object.entries(names)) {
    const filling = await startWindow(application, []);
    try {
      await pageBegun(filling.page);
      for (const [table, rows] of Object.entries(tables))
        for (let start = 0; start < rows.length; start += rowsAtOnce)
          await fill(filling.page, peer, table, rows.slice(start, start + rowsAtOnce));
      await filling.page.evaluate(async () => (await (window as unknown as Kept).kept).filled());
    } finally {
      await filling.close();
    }
    const taken: number[] = [];
    const computing: number[] = [];
    for (let turn = 0; turn < starts; turn += 1) {
      const opened = await startWindow(application, [`--peer=${peer}`]);
      try {
        await pageBegun(opened.page);
        const { at, count } = await opened.page.evaluate(async () => {
          const { at, count } = await window.opened;
          return { at, count };
        });
        if (count !== tables.groups.length) throw new Error(`${name} has ${String(count)} groups`);
        taken.push(at - opened.startedAt);
        computing.push(opened.cpuSeconds());
        if (turn === starts - 1) await printOpened(opened.page, name);
      } finally {
        await opened.close();
      }
    }
    const { p50 } = spreadOf(taken);
    printFigure({
      what: `${name}: start of the process to all groups in memory`,
      value: p50 / 1000,
      unit: 's',
      peer: { name: 'the window to a tree that takes keys', ratio: p50 / usableMs },
    });
    printFigure({ what: '  computing until then, all processes', value: spreadOf(computing).p50, unit: 's' });
  }
}

/** The driver may be there before the page's script has run. */
async function pageBegun(page: Page): Promise<void> {
  await page.waitForFunction(() => (window as { readonly peers?: unknown }).peers !== undefined);
}

interface Kept {
  kept: Promise<Peer>;
}

function fill(page: Page, peer: string, table: string, rows: readonly unknown[]): Promise<void> {
  return page.evaluate(
    async ([name, into, json]) => {
      const here = window as unknown as Kept;
      here.kept ??= window.peers[name]?.() ?? Promise.reject(new Error(name));
      await (await here.kept).fill(into, JSON.parse(json) as unknown[]);
    },
    [peer, table, JSON.stringify(rows)] as const,
  );
}

async function printOpened(page: Page, name: string): Promise<void> {
  printFigure({ what: `${name}: memory of the page's objects`, value: (await heapOf(page)) / mb, unit: 'MB' });
  const taken = await page.evaluate(async (times) => {
    const { peer } = await window.opened;
    const milliseconds: number[] = [];
    for (let turn = 0; turn < times; turn += 1) {
      const start = performance.now();
      await peer.rename('c0', `Renamed ${String(turn)}`);
      milliseconds.push(performance.now() - start);
    }
    return milliseconds;
  }, renames);
  printFigure({ what: `${name}: a group renamed, kept on the disk, median`, value: spreadOf(taken).p50, unit: 'ms' });
}

/** The application folder of the peers: installed and bundled once, in a folder of its own. */
function databaseApplication(): string {
  const app = setting('TRELLIS_APP');
  const folder = path.join(app, 'out', 'bench-databases');
  const command = (program: string, args: readonly string[]): void => {
    const ran = spawnSync(program, args, { cwd: folder, encoding: 'utf8' });
    if (ran.status !== 0) throw new Error(`${program} ${args.join(' ')}:\n${ran.stderr}`);
  };
  mkdirSync(folder, { recursive: true });
  rmSync(path.join(folder, 'profile'), { recursive: true, force: true });
  writeFileSync(
    path.join(folder, 'package.json'),
    // Two of one library in a page refuse each other.
    JSON.stringify({
      name: 'peers',
      version: '1.0.0',
      main: 'main.cjs',
      private: true,
      overrides: { dexie: '$dexie' },
      dependencies: { dexie: '4.4.7' },
    }),
  );
  if (!existsSync(path.join(folder, 'node_modules', 'events')))
    command('npm', [
      'install',
      '--no-save',
      '--no-audit',
      '--no-fund',
      '--ignore-scripts',
      '--loglevel=error',
      ...packages,
    ]);
  cpSync(path.join(app, 'test', 'bench', 'window', 'database-page.mjs'), path.join(folder, 'page.mjs'));
  writeFileSync(path.join(folder, 'entry.mjs'), entry);
  writeFileSync(
    path.join(folder, 'vite.config.mjs'),
    `export default { logLevel: 'warn', define: { 'process.env.NODE_ENV': '"production"', global: 'globalThis' }, build: {
      outDir: 'built', target: 'chrome114', lib: { entry: 'entry.mjs', formats: ['iife'], name: 'Peers', fileName: () => 'page.js' } } };`,
  );
  command(process.execPath, [path.join(app, 'node_modules', 'vite', 'bin', 'vite.js'), 'build']);
  writeFileSync(
    path.join(folder, 'main.cjs'),
    `const { app, BrowserWindow } = require('electron');
    app.setPath('userData', require('node:path').join(__dirname, 'profile'));
    const peer = process.argv.find((one) => one.startsWith('--peer='))?.slice(7);
    app.whenReady().then(() => new BrowserWindow({ width: 1280, height: 800, webPreferences: { sandbox: true } })
      .loadFile('page.html', peer === undefined ? {} : { query: { peer } }));
    app.on('window-all-closed', () => app.quit());`,
  );
  writeFileSync(
    path.join(folder, 'page.html'),
    '<!doctype html><meta charset="utf-8"><title>Peers</title><p>Rows.</p><script src="built/page.js"></script>',
  );
  return folder;
}
