import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { manualContents } from '../../renderer/src/features/manual/contents';
import { pageHere } from '../../renderer/src/features/manual/page-here';
import { cutTexts, fit, laptop, largeType, wide } from '../story/cut-texts';
import { Installer } from '../story/installer';
import { outerScreens } from '../story/outer-screens';
import { furnish, screens } from '../story/screens';
import { someScreens } from '../story/some-screens';
import { appear, goHome, type Appearance, type Screen } from '../story/ways';
import { launchTrellis, type TrellisWindow } from '../support/trellis-window';
import { startStandIns, type RunningStandIns } from '../support/vendors/running';

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

const appearances: readonly (Appearance & { readonly name: string })[] = [
  { name: 'light, English', theme: 'light', language: 'en-GB' },
  { name: 'dark, German', theme: 'dark', language: 'de-DE' },
  // Colours do not depend on the language, nor names on the theme: the other two find nothing more, and are looked at when asked for.
  ...(process.env['TRELLIS_EVERY_APPEARANCE'] === undefined
    ? []
    : [
        { name: 'light, German', theme: 'light', language: 'de-DE' } as const,
        { name: 'dark, English', theme: 'dark', language: 'en-GB' } as const,
      ]),
];

/** Looked at in every appearance, size and type; the others in the first alone, which finds what a screen is made of. */
const inEveryWay: ReadonlySet<Screen> = new Set([...outerScreens, ...someScreens(0)]);

/** German words are the longer ones: what has room for them has room for English, in every size but the smallest. */
const withLongWords = appearances.filter(({ language }) => language === 'de-DE');

let trellis: TrellisWindow;
let person: Installer;
let vendors: RunningStandIns;

beforeAll(async () => {
  vendors = await startStandIns();
  trellis = await launchTrellis({ args: vendors.args });
  person = new Installer('sample', trellis, '', '');
  await trellis.resize(1280, 720);
});
afterAll(async () => {
  await trellis.close();
  await vendors.close();
});

interface AxeHere {
  readonly axe?: {
    run(
      context: Document | { readonly include: readonly string[][]; readonly exclude: readonly string[][] },
      options: unknown,
    ): Promise<{
      readonly violations: readonly {
        readonly id: string;
        readonly nodes: readonly {
          readonly target: readonly string[];
          readonly failureSummary?: string;
          readonly html: string;
        }[];
      }[];
    }>;
  };
}

const standards = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'best-practice'];
/** What a screen has been made of stays the same in another theme and language. */
const coloursAndWords = [
  ...['color-contrast', 'link-in-text-block', 'html-has-lang', 'html-lang-valid', 'valid-lang', 'document-title'],
  ...['button-name', 'link-name', 'label', 'aria-command-name', 'aria-input-field-name', 'aria-toggle-field-name'],
  ...['aria-dialog-name', 'aria-meter-name', 'aria-progressbar-name', 'empty-heading', 'svg-img-alt', 'role-img-alt'],
];

/** Around a popover the kit puts its own unseen buttons outside of the dialog, for screen readers that only touch: no region of ours. */
const popoverWrapper = '<div style="display: contents;">';

/** What is looked at on a screen, and for what: everything, or what a second appearance can change. */
interface Look {
  readonly screen: Screen;
  readonly isFirst: boolean;
}

async function problemsHere(page: Page, { screen, isFirst }: Look): Promise<readonly string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axeSource);
  return page.evaluate(
    async ([ofTheKit, name, tags]) => {
      const found = await (window as AxeHere).axe?.run(
        // The tree is the same beside every screen, and so is all that lies behind a dialog: they are looked at where they are used.
        name === 'overview' || document.activeElement?.closest('[data-pane=tree]') != null
          ? document
          : document.querySelector('[role=dialog], [role=alertdialog]') === null
            ? { include: [['html']], exclude: [['[data-pane=tree]']] }
            : { include: [['html']], exclude: [['[data-pane]']] },
        {
          resultTypes: ['violations'],
          runOnly: tags,
          // Experimental: it takes the keys at the end of a menu line for its label.
          rules: { 'label-content-name-mismatch': { enabled: false } },
        },
      );
      return (found?.violations ?? []).flatMap(({ id, nodes }) =>
        nodes
          .filter(({ html }) => id !== 'region' || html !== ofTheKit)
          .map(
            ({ html, failureSummary }) =>
              `${id}: ${html.slice(0, 160)} ${(failureSummary ?? '').split('\n').slice(1, 2).join('').trim()}`,
          ),
      );
    },
    [popoverWrapper, screen.name, isFirst ? standards : coloursAndWords] as const,
  );
}

/** What F1 would open on the screen that is shown, where that page is not about it. */
async function withoutHelp({ name }: Screen): Promise<readonly string[]> {
  const place = await trellis.page.evaluate(pageHere);
  const [, subjects] = Object.entries(manualContents).find(([page]) => page === place?.split('#')[0]) ?? [];
  return subjects?.screens.includes(name) === true
    ? []
    : [`${name}: F1 opens “${String(place)}”, which is not about it (renderer/src/features/manual/contents.ts)`];
}

/**
 * Everything axe finds on a screen, what is cut in a small window, and help that is not about it; in every way also how it looks dark and
 * in German, and what is cut then in a large window and in large type.
 */
async function findings(screen: Screen, isInEveryWay = inEveryWay.has(screen)): Promise<readonly string[]> {
  const found: string[] = [];
  const tell = (how: string, problems: readonly string[]): void =>
    void found.push(...problems.map((problem) => `${screen.name}, ${how}: ${problem}`));
  await screen.show(person);
  const [first] = appearances;
  for (const appearance of isInEveryWay ? appearances : appearances.slice(0, 1)) {
    await appear(person, appearance);
    tell(appearance.name, await problemsHere(trellis.page, { screen, isFirst: appearance === first }));
    tell(`${appearance.name}, 1280 × 720`, await cutTexts(person));
  }
  if (screen.hasHelp !== false) found.push(...(await withoutHelp(screen)));
  if (!isInEveryWay) return found;
  // Last, as what belongs to a pane that has no room any more goes with it.
  for (const [size, name] of [
    [wide, '1920 × 1080'],
    [largeType, '200 percent'],
  ] as const) {
    await fit(person, size);
    for (const appearance of withLongWords) {
      if (withLongWords.length > 1) await appear(person, appearance);
      tell(`${appearance.name}, ${name}`, await cutTexts(person));
    }
  }
  await fit(person, laptop);
  // The next screen is shown by English words.
  if (first !== undefined) await appear(person, first);
  return found;
}

describe('what axe finds, in light and dark, English and German, what is cut with room beside it, and what F1 does not lead to', () => {
  it.each(outerScreens)('is nothing before an account is open: $name', async (screen) => {
    expect(await findings(screen)).toEqual([]);
  });

  it('is nothing where the window has failed to draw, and it opens again from there', async () => {
    const broken: Screen = {
      name: 'crash',
      hasHelp: false,
      show: async ({ page }) => {
        await page.evaluate(() =>
          window.trellisStart?.state.setState({ kind: 'open', account: {}, store: null, problem: null } as never, true),
        );
        await page.getByRole('button', { name: 'Open it again' }).waitFor();
      },
    };
    expect(await findings(broken, true)).toEqual([]);
    await trellis.page.getByRole('button', { name: 'Open it again' }).click();
    await trellis.page.getByRole('button', { name: 'Open the sample account' }).click();
    await trellis.page.getByRole('tree').waitFor();
    await furnish(person);
  });

  it.each(screens)('is nothing on the screen $name', async (screen) => {
    await goHome(person);
    expect(await findings(screen)).toEqual([]);
  });
});
