import { existsSync, mkdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright-core';
// Declares window.trellisStart.
import type {} from '../../../renderer/src/state/window-start';
import { mountFolder } from '../../support/mounted/mounted-folder';
import { printFigure } from '../figures';
import { drawnAt, spreadOf } from './in-page';
import { writeLedger } from './large-profile';
import { renamed } from './measure-window';
import { setting, startWindow, type RunningWindow } from './running-window';

const groups = 1_000;
const acts = 40;
const fusepy = '/usr/lib/python3/dist-packages/fusepy.py';
/** Seconds after which the slow share answers each call. */
const slowSeconds = 2;
const joiningMs = 120_000;
/** One of the windows lies over the other, and draws nothing otherwise. */
const bothDrawn = ['--disable-backgrounding-occluded-windows', '--disable-renderer-backgrounding'] as const;

/** Acts in a window whose share answers each call after two seconds, beside one whose share is this disk: no act waits for a share. */
export async function benchShare(): Promise<void> {
  if (process.getuid?.() !== 0 || !existsSync('/dev/fuse') || !existsSync(fusepy)) {
    process.stdout.write('a slow share is mounted as root, with /dev/fuse and python3-fusepy: left out here\n');
    return;
  }
  const folder = path.join(setting('TRELLIS_APP'), 'out', 'bench-share');
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const at = (name: string): string => path.join(folder, name);
  await writeLedger(at('quick'), groups, 1);
  await writeLedger(at('behind'), groups, 1);
  await join(at('profile-quick'), at('quick'));
  const joining = await mountFolder(at('behind'), at('slow'), { seconds: 0 });
  try {
    await join(at('profile-slow'), at('slow'));
  } finally {
    await joining.unmount();
  }
  const { unmount } = await mountFolder(at('behind'), at('slow'), { seconds: slowSeconds });
  const windows: RunningWindow[] = [];
  try {
    const taken = { quick: [] as number[], slow: [] as number[] };
    for (const name of ['quick', 'slow']) {
      const window = await startWindow(setting('TRELLIS_APP'), [`--profile=${at(`profile-${name}`)}`, ...bothDrawn]);
      windows.push(window);
      await drawnAt(window.page, '[role=treeitem]');
      await window.page.locator('[role=treeitem][aria-level="2"]').first().click();
    }
    const [quick, slow] = windows;
    if (quick === undefined || slow === undefined) throw new Error('a window is missing');
    for (let turn = 0; turn < acts; turn += 1) {
      taken.quick.push(await renamedWhileSynchronising(quick.page, `Quick ${String(turn)}`));
      taken.slow.push(await renamedWhileSynchronising(slow.page, `Slow ${String(turn)}`));
    }
    const peer = spreadOf(taken.quick);
    const spread = spreadOf(taken.slow);
    printFigure({
      name: 'actToPaintSlowShare',
      what: `act to paint with a share that answers each call after ${String(slowSeconds)} s, median`,
      value: spread.p50,
      unit: 'ms',
      peer: { name: `the same with a share on this disk (${peer.p50.toFixed(1)} ms)`, ratio: spread.p50 / peer.p50 },
    });
    printFigure({
      what: '  slowest of twenty',
      value: spread.p95,
      unit: 'ms',
      peer: { name: `the same (${peer.p95.toFixed(1)} ms)`, ratio: spread.p95 / peer.p95 },
    });
  } finally {
    for (const window of windows) await window.close();
    await unmount();
  }
}

async function join(profile: string, folder: string): Promise<void> {
  const { page, close } = await startWindow(setting('TRELLIS_APP'), [`--profile=${profile}`, `--join=${folder}`]);
  await page.waitForFunction(() => window.trellisStart?.state.getState().kind === 'whoAreYou', null, {
    timeout: joiningMs,
  });
  await page.evaluate(() => window.trellisStart?.choosePerson('owner'));
  await page.locator('[role=treeitem]').first().waitFor({ timeout: joiningMs });
  await close();
}

/** Renames a group while the window synchronises with its share, which nobody waits for. */
async function renamedWhileSynchronising(page: Page, name: string): Promise<number> {
  await page.evaluate(() => {
    const state = window.trellisStart?.state.getState();
    if (state?.kind !== 'open') throw new Error('no account is open');
    void state.account.synchroniser.synchronise();
  });
  return renamed(page, name);
}
