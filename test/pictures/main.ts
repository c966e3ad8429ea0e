import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { Installer, type TabName } from '../story/installer';
import { launchTrellis } from '../support/trellis-window';

interface Picture {
  readonly name: string;
  readonly theme: 'Light theme' | 'Dark theme';
  /** Pixels of the window's content. */
  readonly width: number;
  readonly height: number;
  readonly group: string;
  readonly tab: TabName;
}

const laptop = { width: 1280, height: 720 };
const wide = { width: 1600, height: 900 };

const pictures: readonly Picture[] = [
  { name: 'overview-light', theme: 'Light theme', ...laptop, group: 'Sunrise', tab: 'Overview' },
  { name: 'overview-dark', theme: 'Dark theme', ...laptop, group: 'Sunrise', tab: 'Overview' },
  { name: 'licenses-light', theme: 'Light theme', ...wide, group: 'Aurora Access', tab: 'Licenses' },
  { name: 'licenses-dark', theme: 'Dark theme', ...laptop, group: 'Aurora Access', tab: 'Licenses' },
  { name: 'people-dark', theme: 'Dark theme', ...wide, group: 'Head office', tab: 'People' },
  { name: 'devices-dark', theme: 'Dark theme', ...wide, group: 'Sunrise', tab: 'Devices' },
];

/** What is open in the tree. */
const opened = ['Aurora Access', 'Sunrise', 'House 1', 'Entrance A', 'Floor 1'];

/** Toasts and animations have passed, so that the same account gives the same picture. */
const settleMs = 400;

async function main(): Promise<void> {
  const folder = path.join(process.env['TRELLIS_APP'] ?? '.', 'docs', 'pictures');
  mkdirSync(folder, { recursive: true });
  const window = await launchTrellis({ sample: true });
  const person = new Installer('sample', window, '', '');
  for (const name of opened) await person.open(name);
  for (const { name, theme, width, height, group, tab } of pictures) {
    await window.app.evaluate(({ BrowserWindow }, [w, h]) => BrowserWindow.getAllWindows()[0]?.setContentSize(w, h), [width, height] as const);
    await person.command(theme);
    await person.goTo(group);
    await person.openTab(tab);
    await window.page.waitForTimeout(settleMs);
    const file = path.join(folder, `${name}.png`);
    await window.page.screenshot({ path: file });
    process.stdout.write(`${path.relative(process.cwd(), file)}\n`);
  }
  await window.close();
}

await main();
