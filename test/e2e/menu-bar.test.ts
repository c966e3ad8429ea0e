import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchTrellis, type TrellisWindow } from '../support/trellis-window';

let trellis: TrellisWindow;

beforeAll(async () => {
  trellis = await launchTrellis();
});
afterAll(() => trellis.close());

interface Shown {
  readonly label: string;
  readonly enabled: boolean;
  readonly accelerator: string | null;
  readonly lines: readonly Shown[];
}

/** The menu bar as Electron has it. */
function menuBar(): Promise<readonly Shown[]> {
  return trellis.app.evaluate(({ Menu }) => {
    const read = (menu: Electron.Menu | null | undefined): Shown[] =>
      (menu?.items ?? []).map((item) => ({
        label: item.label,
        enabled: item.enabled,
        accelerator: item.accelerator ?? null,
        lines: read(item.submenu),
      }));
    return read(Menu.getApplicationMenu());
  });
}

/** Chooses a line, as a click on it does. */
async function choose(id: string): Promise<void> {
  await trellis.app.evaluate(({ Menu, BrowserWindow }, chosen) => {
    const item = Menu.getApplicationMenu()?.getMenuItemById(chosen);
    if (item == null) throw new Error(`no line ${chosen}`);
    const [window] = BrowserWindow.getAllWindows();
    item.click({}, window, window?.webContents);
  }, id);
}

async function untilMenus(labels: readonly string[]): Promise<void> {
  await expect.poll(async () => (await menuBar()).map(({ label }) => label.replace('&', ''))).toEqual(labels);
}

describe('the menu bar', () => {
  it('has what text fields and the window need before an account is open', async () => {
    await trellis.page.getByRole('textbox', { name: 'Name of the organisation' }).waitFor();
    await untilMenus(['Edit', 'Window']);
  });

  it('has the commands of the window once an account is open, with their keys, dimmed where they cannot be done', async () => {
    await trellis.page.getByRole('button', { name: 'Open the sample account' }).click();
    await untilMenus(['Account', 'Edit', 'Tree', 'Licenses', 'People', 'Numbers and devices', 'View', 'Help']);
    const tree = (await menuBar())[2]?.lines ?? [];
    expect(tree.find(({ label }) => label === 'Generate groups…')).toMatchObject({
      enabled: true,
      accelerator: 'CmdOrCtrl+Shift+G',
    });
    const edit = (await menuBar())[1]?.lines ?? [];
    expect(edit.find(({ label }) => label === 'Redo')).toMatchObject({ enabled: false });
  });

  it('runs what is chosen', async () => {
    const { page } = trellis;
    // The menu bar is there a little before what it acts on.
    await page.getByRole('tree').waitFor();
    await page.getByRole('tab', { name: 'Overview', selected: true }).waitFor();
    await choose('look.people');
    await page.getByRole('tab', { name: 'People', selected: true }).waitFor();
    await choose('tree.generate');
    // A key is the dialog's once the dialog has the keyboard.
    await page
      .getByRole('dialog', { name: /^Generate groups in/ })
      .locator(':focus')
      .waitFor();
    // A dialog has the window for itself.
    await choose('look.licenses');
    // What is chosen arrives in its order: once something larger is seen, the choice before it has arrived too.
    const size = (): Promise<string> => page.evaluate(() => getComputedStyle(document.documentElement).fontSize);
    const before = await size();
    await choose('look.larger');
    await expect.poll(size).not.toBe(before);
    await choose('look.normalSize');
    await expect.poll(size).toBe(before);
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await page.getByRole('tab', { name: 'People', selected: true }).waitFor();
  });

  it('speaks the language of the window at once', async () => {
    await choose('look.languageGerman');
    await untilMenus(['Konto', 'Bearbeiten', 'Baum', 'Lizenzen', 'Personen', 'Nummern und Geräte', 'Ansicht', 'Hilfe']);
    expect((await menuBar())[0]?.lines.at(-1)?.label).toBe('Trellis beenden');
    await choose('look.languageEnglish');
    await untilMenus(['Account', 'Edit', 'Tree', 'Licenses', 'People', 'Numbers and devices', 'View', 'Help']);
  });

  it('makes everything larger and smaller, and the window remembers it', async () => {
    const { page } = trellis;
    const size = (): Promise<string> => page.evaluate(() => getComputedStyle(document.documentElement).fontSize);
    const before = await size();
    await choose('look.larger');
    await expect.poll(size).not.toBe(before);
    await page.keyboard.press('Control+0');
    await expect.poll(size).toBe(before);
    await page.keyboard.press('Control+Equal');
    await expect.poll(size).not.toBe(before);
    const larger = await size();
    await page.reload();
    await page.getByRole('tree').waitFor();
    expect(await size()).toBe(larger);
    await page.keyboard.press('Control+0');
  });

  it('says what program this is', async () => {
    await choose('help.about');
    await trellis.page.getByRole('dialog', { name: 'About Trellis' }).getByText('0.1.0').waitFor();
    await trellis.page.keyboard.press('Escape');
    expect(trellis.consoleErrors).toEqual([]);
  });
});

describe('the window that asks for a menu', () => {
  it('cannot have it do anything but commands and a few things of the system', async () => {
    const answers = await trellis.page.evaluate(async () => {
      const show = window.trellis.call['menu.show'] as (request: unknown) => Promise<{ readonly ok: boolean }>;
      const line = (given: object): Promise<{ readonly ok: boolean }> =>
        show({ sections: [{ name: 'Bad', lines: [given] }] });
      return Promise.all([
        line({ kind: 'role', role: 'toggleDevTools', name: 'Tools' }),
        line({ kind: 'command', id: 'shell.openExternal("x")', name: 'Open', isEnabled: true }),
        line({ kind: 'command', id: 'tree.create', name: 'New', isEnabled: true, click: 'app.quit()' }),
        show({ sections: 'everything' }),
      ]);
    });
    expect(answers.map(({ ok }) => ok)).toEqual([false, false, false, false]);
    await untilMenus(['Account', 'Edit', 'Tree', 'Licenses', 'People', 'Numbers and devices', 'View', 'Help']);
  });
});
