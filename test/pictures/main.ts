import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { Installer } from '../story/installer';
import { outerScreens } from '../story/outer-screens';
import { furnish, screens } from '../story/screens';
import { appear, goHome, type Appearance, type Look, type Screen } from '../story/ways';
import { launchTrellis, type TrellisWindow } from '../support/trellis-window';
import { startStandIns } from '../support/vendors/running';
import { inFewColours } from './few-colours';

const laptop = { width: 1280, height: 720 };

const appearances: { readonly [L in Look]: Appearance } = {
  light: { theme: 'light', language: 'en-GB' },
  dark: { theme: 'dark', language: 'en-GB' },
  german: { theme: 'light', language: 'de-DE' },
};
const usualLooks: readonly Look[] = ['light', 'dark'];
const lookNames: { readonly [L in Look]: string } = { light: 'in light', dark: 'in dark', german: 'in German' };

/** Animations have passed, so that the same account gives the same picture. */
const settleMs = 400;

const application = process.env['TRELLIS_APP'] ?? '.';
/** With names of screens as arguments, only those are made anew; `--all` also makes those that no page shows, elsewhere. */
const asked = process.argv.slice(2).filter((argument) => !argument.startsWith('--'));
const isAll = process.argv.includes('--all');
const folder = path.join(application, ...(isAll ? ['out', 'screens'] : ['docs', 'pictures']));

function looksOf({ says, looks }: Screen): readonly Look[] {
  if (isAll) return ['light', 'dark', 'german'];
  return says === undefined ? [] : (looks ?? usualLooks);
}

function fileOf({ name }: Screen, look: Look): string {
  return `${name}-${look}.png`;
}

/** The page that shows them all, with the sentence of each. */
function gallery(): string {
  const parts = [...outerScreens, ...screens].flatMap((screen) => {
    const pictures = looksOf(screen).map(
      (look) => `![${screen.says ?? ''} (${lookNames[look]})](pictures/${fileOf(screen, look)})`,
    );
    return pictures.length === 0 ? [] : [`${screen.says ?? ''}\n\n${pictures.join('\n')}\n`];
  });
  return [
    '# Pictures\n',
    'The sample account in a window of 1280 × 720. `npm run pictures` makes them anew, and this page with them.\n',
    ...parts,
  ].join('\n');
}

/** Puts away what is said in passing: it is of what was done before, such as opening the account. */
async function withoutToasts({ page }: Pick<TrellisWindow, 'page'>): Promise<void> {
  const dismissals = page.locator('.toast-region .toast > button');
  for (let left = await dismissals.count(); left > 0; left = await dismissals.count())
    await dismissals.first().evaluate((button: HTMLButtonElement) => button.click());
}

async function main(): Promise<void> {
  mkdirSync(folder, { recursive: true });
  if (asked.length === 0) for (const file of readdirSync(folder)) rmSync(path.join(folder, file));
  const vendors = await startStandIns();
  const trellis = await launchTrellis({ args: vendors.args });
  const person = new Installer('sample', trellis, '', '');
  await trellis.app.evaluate(
    ({ BrowserWindow }, size) => BrowserWindow.getAllWindows()[0]?.setContentSize(size.width, size.height),
    laptop,
  );

  async function take(screen: Screen): Promise<void> {
    const looks = looksOf(screen);
    if (looks.length === 0 || (asked.length > 0 && !asked.includes(screen.name))) return;
    await appear(person, appearances.light);
    if (!outerScreens.includes(screen)) await goHome(person);
    await screen.show(person);
    for (const look of looks) {
      await appear(person, appearances[look]);
      await withoutToasts(trellis);
      await trellis.page.waitForTimeout(settleMs);
      const file = path.join(folder, fileOf(screen, look));
      writeFileSync(file, inFewColours(await trellis.page.screenshot()));
      process.stdout.write(`${path.relative(process.cwd(), file)}\n`);
    }
    await appear(person, appearances.light);
  }

  await appear(person, appearances.light);
  await trellis.page.getByRole('button', { name: 'Open the sample account' }).waitFor();
  for (const screen of outerScreens) await take(screen);
  await trellis.page.evaluate(() => window.trellisStart?.state.setState({ kind: 'choosing', problem: null }, true));
  await trellis.page.getByRole('button', { name: 'Open the sample account' }).click();
  await trellis.page.getByRole('tree').waitFor();
  await furnish(person);
  for (const screen of screens) await take(screen);
  await trellis.close();
  await vendors.close();
  if (!isAll) writeFileSync(path.join(application, 'docs', 'pictures.md'), gallery());
}

await main();
