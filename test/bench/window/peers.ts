import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { setting } from './running-window';

const rowHeightPx = 26;

/** The least that the runtime can show: one window on one page of text. */
export function emptyApplication(): string {
  const folder = path.join(setting('TRELLIS_APP'), 'out', 'bench', 'empty-application');
  mkdirSync(folder, { recursive: true });
  writeFileSync(
    path.join(folder, 'package.json'),
    JSON.stringify({ name: 'empty', version: '1.0.0', main: 'main.js' }),
  );
  writeFileSync(
    path.join(folder, 'main.js'),
    `
    const { app, BrowserWindow } = require('electron');
    app.setPath('userData', require('node:path').join(__dirname, 'profile'));
    app.whenReady().then(() => new BrowserWindow({ width: 1280, height: 800, webPreferences: { sandbox: true } }).loadFile('page.html'));
    app.on('window-all-closed', () => app.quit());
  `,
  );
  writeFileSync(
    path.join(folder, 'page.html'),
    '<!doctype html><title>Empty</title><p class="there">Nothing else.</p>',
  );
  return folder;
}

/** Milliseconds to read every record of the account's tables, as they lie there, with nothing made of them. */
export function readRaw(page: Page, ledger: string): Promise<number> {
  return page.evaluate(async (name) => {
    const database = await new Promise<IDBDatabase>((resolve, reject) => {
      const request = indexedDB.open(name);
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error ?? new Error('not opened'));
    });
    const start = performance.now();
    const stores = [...database.objectStoreNames];
    const transaction = database.transaction(stores, 'readonly');
    await Promise.all(
      stores.map(
        (store) =>
          new Promise<void>((resolve) => {
            transaction.objectStore(store).getAll().onsuccess = () => resolve();
          }),
      ),
    );
    const milliseconds = performance.now() - start;
    database.close();
    return milliseconds;
  }, `trellis-account-${ledger}`);
}

/** Milliseconds of single transactions that each put one record of the size of a page of rows, in a database of their own. */
export function writeRaw(page: Page, times: number): Promise<readonly number[]> {
  return page.evaluate(async (count) => {
    const database = await new Promise<IDBDatabase>((resolve, reject) => {
      const request = indexedDB.open('bench-peer', 1);
      request.onupgradeneeded = () => void request.result.createObjectStore('pages');
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error ?? new Error('not opened'));
    });
    const text = 'x'.repeat(30_000);
    const taken: number[] = [];
    for (let index = 0; index < count; index += 1) {
      const start = performance.now();
      await new Promise<void>((resolve) => {
        const transaction = database.transaction('pages', 'readwrite', { durability: 'relaxed' });
        transaction.objectStore('pages').put(text, index % 10);
        transaction.oncomplete = () => resolve();
      });
      taken.push(performance.now() - start);
    }
    database.close();
    indexedDB.deleteDatabase('bench-peer');
    return taken;
  }, times);
}

/** Puts a list over the window that draws the same number of bare lines, only those in view; answers how it is found. */
export async function bareList(page: Page, lines: number): Promise<string> {
  await page.evaluate(
    ([count, height]) => {
      const list = document.createElement('div');
      list.id = 'bench-list';
      list.style.cssText =
        'position:fixed;inset:60px auto 40px 0;width:300px;overflow:auto;background:white;z-index:9999;contain:strict';
      const inner = document.createElement('div');
      inner.style.cssText = `position:relative;height:${String(count * height)}px`;
      list.append(inner);
      document.body.append(list);
      const draw = (): void => {
        const first = Math.max(0, Math.floor(list.scrollTop / height) - 15);
        const last = Math.min(count, first + Math.ceil(list.clientHeight / height) + 30);
        const drawn: HTMLElement[] = [];
        for (let index = first; index < last; index += 1) {
          const line = document.createElement('div');
          line.style.cssText = `position:absolute;height:${String(height)}px;transform:translateY(${String(index * height)}px)`;
          line.textContent = `Line ${String(index)}`;
          drawn.push(line);
        }
        inner.replaceChildren(...drawn);
      };
      list.addEventListener('scroll', draw);
      draw();
    },
    [lines, rowHeightPx] as const,
  );
  return '#bench-list';
}

export async function removeBareList(page: Page): Promise<void> {
  await page.evaluate(() => {
    document.querySelector('#bench-list')?.remove();
  });
}
