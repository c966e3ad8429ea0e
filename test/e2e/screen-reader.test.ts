import type { CDPSession } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Installer } from '../story/installer';
import { goHome, goToPlace } from '../story/ways';
import { launchTrellis, type TrellisWindow } from '../support/trellis-window';

/** A node of the tree that a screen reader gets, as the browser computes it. */
interface Heard {
  readonly role: string;
  readonly name: string;
  readonly [property: string]: unknown;
}

interface GivenNode {
  readonly ignored: boolean;
  readonly role?: { readonly value?: unknown };
  readonly name?: { readonly value?: unknown };
  readonly properties?: readonly { readonly name: string; readonly value: { readonly value?: unknown } }[];
}

let trellis: TrellisWindow;
let person: Installer;
let browser: CDPSession;

beforeAll(async () => {
  trellis = await launchTrellis({ sample: true });
  person = new Installer('sample', trellis, '', '');
  await person.page.getByRole('tree').waitFor();
  browser = await trellis.page.context().newCDPSession(trellis.page);
  await goHome(person);
});
afterAll(() => trellis.close());

/** Everything a screen reader could say of this window now. */
async function heard(): Promise<readonly Heard[]> {
  const { nodes } = await browser.send('Accessibility.getFullAXTree');
  return (nodes as unknown as readonly GivenNode[]).flatMap(({ ignored, role, name, properties = [] }) =>
    ignored
      ? []
      : [
          {
            ...Object.fromEntries(properties.map((property) => [property.name, property.value.value])),
            role: String(role?.value),
            name: String(name?.value ?? ''),
          },
        ],
  );
}

async function heardAs(role: string, name: string | RegExp): Promise<readonly Heard[]> {
  return (await heard()).filter(
    (node) => node.role === role && (typeof name === 'string' ? node.name === name : name.test(node.name)),
  );
}

/** What has the focus. */
async function focused(): Promise<Heard | undefined> {
  return (await heard()).find((node) => node['focused'] === true && node.role !== 'RootWebArea');
}

describe('the tree, to a screen reader', () => {
  it('says of each group its name, how deep it lies, whether it is open, and whether it is selected', async () => {
    expect(await heardAs('tree', 'Groups')).toHaveLength(1);
    expect((await heardAs('treeitem', /^Sunrise/))[0]).toMatchObject({ level: 3, expanded: true, selected: true });
    expect((await heardAs('treeitem', /^House 2/))[0]).toMatchObject({ level: 4, expanded: false, selected: false });
  });

  it('says which of how many on its level each is, though only those in view are there', async () => {
    const place = await person
      .treeItem('House 2')
      .evaluate((line) => [line.getAttribute('aria-posinset'), line.getAttribute('aria-setsize')]);
    expect(place).toEqual(['2', '3']);
  });

  it('says the next group as one walks, opens and closes with the arrows', async () => {
    await person.treeItem('House 2').click();
    expect(await focused()).toMatchObject({ role: 'treeitem', level: 4, expanded: false, selected: true });
    await person.page.keyboard.press('ArrowRight');
    expect(await focused()).toMatchObject({ role: 'treeitem', expanded: true });
    await person.page.keyboard.press('ArrowDown');
    expect(await focused()).toMatchObject({ role: 'treeitem', level: 5, name: expect.stringContaining('Entrance A') });
    await person.page.keyboard.press('ArrowLeft');
    expect(await focused()).toMatchObject({ level: 4, name: expect.stringContaining('House 2') });
    await person.page.keyboard.press('ArrowLeft');
    expect(await focused()).toMatchObject({ level: 4, expanded: false });
  });

  it('says so when a filter finds nothing', async () => {
    await person.page.getByRole('searchbox', { name: 'Filter the tree' }).fill('qqqq');
    await person.page.getByRole('status').filter({ hasText: 'No group is called that.' }).waitFor();
    await person.page.getByRole('searchbox', { name: 'Filter the tree' }).fill('');
  });
});

describe('a table, to a screen reader', () => {
  it('says how many rows there are, and which of them one is on', async () => {
    await goToPlace(person, { groupId: 'sunrise', tab: 'people' });
    const grid = person.page.getByRole('grid', { name: 'People' });
    // The head counts as a row; far fewer are drawn.
    await person.page.locator('[role="grid"][aria-rowcount="146"]').waitFor();
    expect(await grid.getByRole('row').count()).toBeLessThan(100);
    const row = grid.getByRole('row').nth(3);
    expect(await row.getAttribute('aria-rowindex')).toBe('4');
    await row.click();
    expect(await focused()).toMatchObject({ role: 'row', selected: true });
    await person.page.keyboard.press('ArrowDown');
    expect(await focused()).toMatchObject({ role: 'row', name: expect.stringContaining('Active') });
    await grid.locator('[role="row"][aria-rowindex="5"]:focus').waitFor();
  });

  it('says by which column it is sorted, and how', async () => {
    const head = person.page.getByRole('columnheader', { name: 'Service' });
    await head.getByRole('button').click();
    expect(await head.getAttribute('aria-sort')).toBe('ascending');
    await head.getByRole('button').click();
    expect(await head.getAttribute('aria-sort')).toBe('descending');
    expect(await person.page.locator('[aria-sort]:not([aria-sort="none"])').count()).toBe(1);
  });

  it('says how many are left while one filters, and how many are selected', async () => {
    await goToPlace(person, { groupId: 'sunrise', tab: 'people' });
    await person.page.getByRole('main').getByRole('searchbox').fill('marta');
    const told = person.page.getByRole('main').getByRole('status');
    await told.filter({ hasText: /^1 row$/ }).waitFor();
    await person.page.getByRole('grid', { name: 'People' }).getByRole('row').last().click();
    await told.filter({ hasText: /^1 of 1 selected$/ }).waitFor();
  });
});

describe('what happens by itself, to a screen reader', () => {
  it('is said when something was taken back', async () => {
    await goHome(person);
    await person.treeItem('Riverside').click();
    await person.page.keyboard.press('Control+d');
    await person.treeItem('Riverside (copy)').waitFor();
    await person.page.keyboard.press('Control+z');
    const notice = person.page.locator('[aria-live="polite"]').filter({ hasText: /^Taken back: / });
    await notice.waitFor();
  });

  it('is said when the state of synchronising changes', async () => {
    expect(
      (await heard()).filter((node) => node.role === 'status' && node['live'] === 'polite').length,
    ).toBeGreaterThan(0);
    await person.page
      .getByRole('contentinfo')
      .getByRole('status')
      .filter({ hasText: 'On this computer only' })
      .waitFor();
  });

  it('is said in the language that the page names', async () => {
    await person.command('Deutsch (German)');
    await person.page
      .getByRole('contentinfo')
      .getByRole('status')
      .filter({ hasText: 'Nur auf diesem Computer' })
      .waitFor();
    expect(await person.page.evaluate(() => document.documentElement.lang)).toBe('de-DE');
    expect(trellis.consoleErrors).toEqual([]);
  });
});
