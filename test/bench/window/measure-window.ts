import type { Page } from 'playwright-core';
// Declares window.trellisStart.
import type {} from '../../../renderer/src/state/window-start';
import { printFigure } from '../figures';
import {
  drawnAt,
  scrollThrough,
  spreadOf,
  watchAnswering,
  watchedKey,
  watchKey,
  type Frames,
  type Spread,
} from './in-page';
import { actsToDisk, allocations, onePaint } from './acts-in-page';
import { largeProfile } from './large-profile';
import { bareList, emptyApplication, readRaw, removeBareList, writeRaw } from './peers';
import { measureDatabases } from './measure-databases';
import { heapOf, setting, startWindow, type RunningWindow } from './running-window';

const groups = 100_000;
const peopleEach = 2;
const ledger = 'bench';
const starts = 3;
const acts = 30;
const treeScroller = '.tree-scroller';
/** Longer than anything is drawn after a key. */
const settledMs = 350;
/** Seconds of computing in two of the clock below which nothing goes on but blinking. */
const idleCpu = 0.1;
const mb = 1024 * 1024;

/** Opening the same account, beside the databases that others would pick. */
export async function benchOpening(): Promise<void> {
  await measureDatabases(groups, peopleEach, await measureStart(await largeProfile(groups, peopleEach)));
}

/** Everything about the window at 100,000 groups and the people in them, in real Electron; with the word `alone` without the databases. */
export async function benchWindow(word?: string): Promise<void> {
  const profile = await largeProfile(groups, peopleEach);
  const usableMs = await measureStart(profile);
  if (word !== 'alone') await measureDatabases(groups, peopleEach, usableMs);
  const opened = await startWindow(setting('TRELLIS_APP'), [`--profile=${profile}`]);
  try {
    await drawnAt(opened.page, '[role=treeitem]');
    await opened.page.evaluate(() => window.trellisStart?.stopSharing());
    await opened.page.waitForTimeout(3_000);
    await printMemory(opened, 'after opening');
    await measureActs(opened.page);
    await measureSearch(opened.page);
    await measureTree(opened.page);
    await measurePeople(opened.page);
    await measureLongWork(opened.page);
    await printMemory(opened, 'with the tree fully open and all people listed');
  } finally {
    await opened.close();
  }
}

/** Answers the milliseconds to a tree that takes keys. */
async function measureStart(profile: string): Promise<number> {
  const empty: number[] = [];
  const usable: number[] = [];
  const raw: number[] = [];
  const cpu: number[] = [];
  const untilUsable: number[] = [];
  const application = emptyApplication();
  for (let turn = 0; turn < starts; turn += 1) {
    const peer = await startWindow(application, []);
    empty.push((await drawnAt(peer.page, '.there')) - peer.startedAt);
    await peer.close();
    const window = await startWindow(setting('TRELLIS_APP'), [`--profile=${profile}`]);
    await drawnAt(window.page, '[role=treeitem]');
    usable.push((await keyboardWorksAt(window.page)) - window.startedAt);
    untilUsable.push(window.cpuSeconds());
    cpu.push(await cpuUntilIdle(window));
    raw.push(await readRaw(window.page, ledger));
    await window.close();
  }
  const middle = (values: readonly number[]): number => spreadOf(values).p50;
  printFigure({
    name: 'coldOpenUsable',
    what: 'start of the process to a tree in which the keyboard works',
    value: middle(usable) / 1000,
    unit: 's',
    peer: {
      name: `an empty window of the runtime (${(middle(empty) / 1000).toFixed(2)} s)`,
      ratio: middle(usable) / middle(empty),
    },
  });
  printFigure({
    what: '  of which beyond the empty window',
    value: (middle(usable) - middle(empty)) / 1000,
    unit: 's',
    peer: {
      name: `reading the same records raw (${(middle(raw) / 1000).toFixed(2)} s)`,
      ratio: (middle(usable) - middle(empty)) / middle(raw),
    },
  });
  printFigure({ what: '  computing until then, all processes', value: middle(untilUsable), unit: 's' });
  printFigure({ name: 'openCpu', what: 'computing of opening, all processes', value: middle(cpu), unit: 's' });
  return middle(usable);
}

/** Seconds of computing until what goes on behind the shown window has come to rest. */
async function cpuUntilIdle(window: RunningWindow): Promise<number> {
  for (let before = window.cpuSeconds(); ;) {
    await window.page.waitForTimeout(2_000);
    const now = window.cpuSeconds();
    if (now - before < idleCpu) return now;
    before = now;
  }
}

/** Presses a key in the tree until its line is drawn as selected. */
async function keyboardWorksAt(page: Page): Promise<number> {
  await page.locator('[role=treeitem]').first().focus();
  await page.keyboard.press('ArrowDown');
  return drawnAt(page, '[role=treeitem][aria-level="2"][aria-selected=true]');
}

async function measureActs(page: Page): Promise<void> {
  const raw = spreadOf(await writeRaw(page, acts));
  const floor = spreadOf(await onePaint(page, acts));
  printSpread('one text of the page changed, to paint', floor, undefined, undefined, 'actToPaintFloor');
  const rename: number[] = [];
  await page.locator('[role=treeitem][aria-level="2"]').first().click();
  for (let turn = 0; turn < acts; turn += 1) {
    rename.push(await renamed(page, `Renamed ${String(turn)}`));
  }
  printSpread('act to paint: a group renamed', spreadOf(rename), floor.p50, 'one text changed', 'actToPaintMedian');
  const kept = spreadOf(await actsToDisk(page, acts));
  printSpread('act to disk: a group renamed', kept, raw.p50, undefined, 'actToDisk');
  const create: number[] = [];
  for (let turn = 0; turn < acts; turn += 1) {
    const name = `Created ${String(turn)}`;
    await page.keyboard.press('Control+n');
    await page.getByRole('textbox', { name: 'Name of the new group' }).fill(name);
    create.push(await timeUntil(page, 'Enter', name));
    await page.keyboard.press('Escape');
    // By the keys: what was made has moved the first line of this level out of sight.
    await focusSecondLine(page);
  }
  printSpread('act to paint: a group created', spreadOf(create), raw.p50);
  await page.keyboard.press('Control+2');
  await page.waitForTimeout(settledMs);
  printSpread('act to paint: licenses allocated', spreadOf(await allocations(page, acts)), raw.p50);
  await page.keyboard.press('Control+1');
  printSpread('  the peer: one raw transaction with one record', raw);
}

/** Renames the group with the focus by the keyboard: milliseconds from Enter to the new name. */
export async function renamed(page: Page, name: string): Promise<number> {
  await page.keyboard.press('F2');
  await page.locator('.tree-scroller input').fill(name);
  return timeUntil(page, 'Enter', name);
}

/** Presses a key and waits until a text is drawn in the tree: milliseconds between the two. */
async function timeUntil(page: Page, key: string, text: string): Promise<number> {
  await watchKey(page, treeScroller, text);
  await page.keyboard.press(key);
  return watchedKey(page);
}

/** Types a word letter by letter: milliseconds from each key to the last thing that was drawn because of it. */
async function keysToPaint(page: Page, word: string, within: string): Promise<readonly number[]> {
  const taken: number[] = [];
  for (const letter of word) {
    await page.evaluate((selector) => {
      const watch = { pressed: 0, drawn: 0 };
      addEventListener(
        'keydown',
        (event) => {
          watch.pressed = event.timeStamp;
        },
        { capture: true, once: true },
      );
      const observer = new MutationObserver(() => {
        if (watch.pressed > 0)
          requestAnimationFrame(() =>
            setTimeout(() => {
              watch.drawn = performance.now();
            }),
          );
      });
      observer.observe(document.querySelector(selector) ?? document.body, {
        childList: true,
        subtree: true,
        characterData: true,
        attributes: true,
      });
      Object.assign(window, {
        benchWatch: () => {
          observer.disconnect();
          return watch.drawn - watch.pressed;
        },
      });
    }, within);
    await page.keyboard.press(letter);
    await page.waitForTimeout(settledMs);
    const milliseconds = await page.evaluate(() => (window as unknown as { benchWatch: () => number }).benchWatch());
    if (milliseconds > 0) taken.push(milliseconds);
  }
  return taken;
}

async function measureSearch(page: Page): Promise<void> {
  const taken: number[] = [];
  for (const word of ['complex77', 'person1203', 'building6']) {
    await page.keyboard.press('Control+k');
    await page.getByRole('combobox').waitFor();
    taken.push(...(await keysToPaint(page, word, '.search-list')));
    await page.keyboard.press('Escape');
    await page.getByRole('combobox').waitFor({ state: 'detached' });
  }
  const peer = await lookThroughNames(page);
  printSpread(
    'search as you type: key to results',
    spreadOf(taken),
    peer,
    'looking through all names once',
    'searchKeyToResults',
  );
}

/** Milliseconds to look for a text in every name, and nothing else. */
function lookThroughNames(page: Page): Promise<number> {
  return page.evaluate(() => {
    const state = window.trellisStart?.state.getState();
    if (state?.kind !== 'open') throw new Error('no account is open');
    const { model } = state.account.session;
    const start = performance.now();
    let found = 0;
    for (const group of model.rows('groups')) if (group.name.toLowerCase().includes('1203')) found += 1;
    for (const user of model.rows('users')) if (user.name.toLowerCase().includes('1203')) found += 1;
    return found < 0 ? 0 : performance.now() - start;
  });
}

async function measureTree(page: Page): Promise<void> {
  await page.locator('[role=treeitem]').first().focus();
  await page.keyboard.press('Home');
  await page.waitForTimeout(settledMs);
  const answering = await watchAnswering(page);
  await page.keyboard.press('Control+k');
  await page.keyboard.type('Open everything below');
  await page.waitForTimeout(settledMs);
  const start = Date.now();
  await page.keyboard.press('Enter');
  await page.waitForFunction(() => (document.querySelector('.tree-canvas')?.clientHeight ?? 0) > 1_000_000);
  const opened = Date.now() - start;
  const lines = await page.evaluate(() =>
    Math.round(
      (document.querySelector('.tree-canvas')?.clientHeight ?? 0) /
        (document.querySelector('[role=treeitem]')?.clientHeight ?? 26),
    ),
  );
  printFigure({
    what: `everything opened in the tree: ${lines.toLocaleString('en')} lines`,
    value: opened,
    unit: 'ms',
  });
  printFigure({ what: '  longest time in which the window did not answer', value: await answering(), unit: 'ms' });
  await page.waitForTimeout(1_000);
  for (const [how, pixels] of [
    ['with a fast wheel', 240],
    ['with the scroll bar, top to bottom', null],
  ] as const) {
    const own = await scrollThrough(page, treeScroller, 180, pixels);
    const list = await bareList(page, lines);
    const bare = await scrollThrough(page, list, 180, pixels);
    await removeBareList(page);
    printFrames(`scrolling the fully open tree ${how}`, own, bare);
  }
  const rename: number[] = [];
  await focusSecondLine(page);
  for (let turn = 0; turn < 10; turn += 1) {
    rename.push(await renamed(page, `Again ${String(turn)}`));
  }
  printSpread('act to paint with the tree fully open: a group renamed', spreadOf(rename));
  await page.keyboard.press('ArrowDown');
  await page.waitForTimeout(settledMs);
  printSpread('arrow key to paint in it', spreadOf(await keysOf(page, 'ArrowDown', 15)));
}

async function focusSecondLine(page: Page): Promise<void> {
  await page.locator('[role=treeitem]').first().focus();
  await page.keyboard.press('Home');
  await page.waitForTimeout(settledMs);
  await page.keyboard.press('ArrowDown');
  await page.waitForTimeout(settledMs);
}

async function keysOf(page: Page, key: string, times: number): Promise<readonly number[]> {
  const taken: number[] = [];
  for (let turn = 0; turn < times; turn += 1) {
    await watchKey(page, treeScroller, null);
    await page.keyboard.press(key);
    taken.push(await watchedKey(page));
    await page.waitForTimeout(100);
  }
  return taken;
}

async function measurePeople(page: Page): Promise<void> {
  await page.keyboard.press('Home');
  await page.waitForTimeout(settledMs);
  const answering = await watchAnswering(page);
  const start = Date.now();
  await page.keyboard.press('Control+3');
  await page.locator('main [data-row]').first().waitFor();
  printFigure({
    name: 'firstListing',
    what: 'all people of the account listed: first row',
    value: Date.now() - start,
    unit: 'ms',
  });
  await page.waitForTimeout(1_000);
  printFigure({ what: '  longest time in which the window did not answer', value: await answering(), unit: 'ms' });
  const filter = page.locator('main').getByRole('searchbox').first();
  await filter.focus();
  const typing = await watchAnswering(page);
  const taken = await keysToPaint(page, '1203-1', '.table-tab');
  printSpread('filter of all people: key to rows', spreadOf(taken), undefined, undefined, 'filter');
  printFigure({ what: '  longest time in which the window did not answer', value: await typing(), unit: 'ms' });
  await filter.fill('');
  await page.waitForTimeout(settledMs);
  const acting = await watchAnswering(page);
  await page.locator('[role=treeitem]').first().focus();
  await page.keyboard.press('ArrowDown');
  await page.waitForTimeout(settledMs);
  await page.keyboard.press('ArrowUp');
  await page.waitForTimeout(1_500);
  printFigure({
    what: 'all people listed, left and come back to: longest without an answer',
    value: await acting(),
    unit: 'ms',
  });
  const renaming = await watchAnswering(page);
  const rename: number[] = [];
  for (let turn = 0; turn < 5; turn += 1) {
    rename.push(await renamed(page, `Root ${String(turn)}`));
    await page.waitForTimeout(settledMs);
  }
  printSpread('act to paint with all people listed: a group renamed', spreadOf(rename));
  printFigure({ what: '  longest time in which the window did not answer', value: await renaming(), unit: 'ms' });
}

/** A large act among the others: how long it takes, and how long the window does not answer meanwhile. */
async function measureLongWork(page: Page): Promise<void> {
  const answering = await watchAnswering(page);
  const milliseconds = await page.evaluate(async () => {
    const state = window.trellisStart?.state.getState();
    if (state?.kind !== 'open') throw new Error('no account is open');
    const plan = {
      kind: 'building',
      count: 50,
      name: 'New {n}',
      children: {
        kind: 'floor',
        count: 20,
        name: 'Floor {n}',
        children: { kind: 'apartment', count: 49, name: '{n}', numbering: 'floorPrefix' },
      },
    } as const;
    const start = performance.now();
    const outcome = await state.account.session.act({ do: 'group.generate', args: { parentId: 'c1', plan } });
    if (!outcome.ok) throw new Error(JSON.stringify(outcome));
    return performance.now() - start;
  });
  printFigure({
    name: 'generate50k',
    what: '50,050 groups generated in one act, with progress',
    value: milliseconds / 1000,
    unit: 's',
  });
  printFigure({ what: '  longest time in which the window did not answer', value: await answering(), unit: 'ms' });
  const undoing = await watchAnswering(page);
  const undone = await page.evaluate(async () => {
    const state = window.trellisStart?.state.getState();
    if (state?.kind !== 'open') throw new Error('no account is open');
    const start = performance.now();
    const outcome = await state.account.session.undo();
    if (outcome?.ok !== true) throw new Error(JSON.stringify(outcome));
    return performance.now() - start;
  });
  printFigure({ name: 'undo50k', what: 'the same taken back', value: undone / 1000, unit: 's' });
  printFigure({ what: '  longest time in which the window did not answer', value: await undoing(), unit: 'ms' });
}

async function printMemory(window: RunningWindow, when: string): Promise<void> {
  const usedSize = await heapOf(window.page);
  const isOpening = when === 'after opening';
  printFigure({
    ...(isOpening ? { name: 'windowHeap' } : {}),
    what: `memory of the window's objects ${when}`,
    value: usedSize / mb,
    unit: 'MB',
  });
  const all = window.memory();
  if (all !== null)
    printFigure({
      ...(isOpening ? { name: 'allProcessesPss' } : {}),
      what: `  memory of all its processes, shared pages counted once`,
      value: all / mb,
      unit: 'MB',
    });
}

function printSpread(
  what: string,
  spread: Spread,
  peer?: number,
  peerName = 'one raw transaction',
  name?: string,
): void {
  const ratio = peer === undefined ? {} : { peer: { name: peerName, ratio: spread.p50 / peer } };
  printFigure({
    ...(name === undefined ? {} : { name }),
    what: `${what}, median`,
    value: spread.p50,
    unit: 'ms',
    ...ratio,
  });
  printFigure({ what: `  95 of 100 within (at most ${spread.max.toFixed(0)} ms)`, value: spread.p95, unit: 'ms' });
}

function printFrames(what: string, own: Frames, bare: Frames): void {
  printFigure({
    ...(what.includes('scroll bar') ? { name: 'scrollDropped' } : {}),
    what: `${what}: frames dropped of ${String(own.drawn + own.dropped)}`,
    value: own.dropped,
    unit: '',
    peer: { name: `a bare list, which drops ${String(bare.dropped)}`, ratio: own.dropped / Math.max(1, bare.dropped) },
  });
  printFigure({
    what: `  longest from one frame to the next (${String(own.longTasks)} over 50 ms)`,
    value: own.longestGap,
    unit: 'ms',
    peer: { name: 'the bare list', ratio: own.longestGap / bare.longestGap },
  });
}
