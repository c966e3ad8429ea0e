import { rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { tableFile } from '../../../electron/main/exports/table-file';
import { printFigure } from '../figures';
import { drawnAt, watchAnswering } from '../window/in-page';
import { setting, startWindow } from '../window/running-window';
import { peopleRows } from './people-rows';

const rows = 100_000;
const patienceMs = 300_000;
const fileInput = 'input[type=file]';

/** A long file in the real window: how long until every row is judged, and for how long the window did not answer meanwhile. */
export async function benchImportWindow(): Promise<void> {
  const folder = path.join(setting('TRELLIS_APP'), 'out', 'bench-import');
  rmSync(folder, { recursive: true, force: true });
  const window = await startWindow(setting('TRELLIS_APP'), [`--profile=${path.join(folder, 'profile')}`, '--sample']);
  try {
    await drawnAt(window.page, '[role=treeitem]');
    const file = path.join(folder, 'people.csv');
    writeFileSync(file, tableFile(peopleRows(rows), ';'));
    const { seconds, longestHold } = await previewed(window.page, file);
    printFigure({
      what: `${rows.toLocaleString('en')} rows of CSV in the window, from choosing the file to every row judged`,
      value: seconds,
      unit: 's',
    });
    printFigure({ what: '  longest time in which the window did not answer', value: longestHold, unit: 'ms' });
  } finally {
    await window.close();
  }
}

async function previewed(
  page: Page,
  file: string,
): Promise<{ readonly seconds: number; readonly longestHold: number }> {
  await page.keyboard.press('Control+i');
  await page.locator(fileInput).waitFor({ state: 'attached', timeout: patienceMs });
  // Named to the window as the system's dialog does; the driver's own way would carry the bytes through the page.
  const session = await page.context().newCDPSession(page);
  const { root } = await session.send('DOM.getDocument');
  const { nodeId } = await session.send('DOM.querySelector', { nodeId: root.nodeId, selector: fileInput });
  const longest = await watchAnswering(page);
  const start = performance.now();
  await session.send('DOM.setFileInputFiles', { files: [file], nodeId });
  // Looked for once a frame in the one place: the driver's search for a text goes through the whole page.
  await page.waitForFunction(
    () => / new, /.test(document.querySelector('[role=dialog] [role=status]')?.textContent ?? ''),
    null,
    { timeout: patienceMs },
  );
  return { seconds: (performance.now() - start) / 1000, longestHold: await longest() };
}
