import { existsSync, mkdtempSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright-core';
import ICAL from 'ical.js';
import { afterAll, afterEach, describe, expect, it, vi } from 'vitest';
// Declares window.trellisStart, for what tests evaluate in the page.
import type {} from '../../renderer/src/state/window-start';
import { Installer } from '../story/installer';
import { startMailbox } from '../support/servers/mailbox';
import {
  endEveryWindow,
  launchTrellis,
  removeFolder,
  temporaryFolder,
  type TrellisWindow,
} from '../support/trellis-window';

const folder = temporaryFolder('reminders');
afterAll(() => removeFolder(folder));
// What was told once is not told again: a second try begins with a profile of its own, and without the windows of the first.
afterEach(endEveryWindow);

function newProfile(name: string): string {
  return mkdtempSync(path.join(folder, `${name}-`));
}

interface Shown {
  readonly notifications: { readonly title: string; readonly emit: (event: 'click') => void }[];
}

/** Starts with notifications that are written down: there is nobody to show them on a display without a desktop. */
function launch(profile: string, system: 'tells' | 'tells nothing' = 'tells'): Promise<TrellisWindow> {
  return launchTrellis({
    profile,
    prepare: (app) =>
      app.evaluate(({ Notification }, isSupported) => {
        const shown: Shown = { notifications: [] };
        Object.assign(globalThis, { shown });
        Notification.isSupported = () => isSupported;
        Notification.prototype.show = function show(this: Shown['notifications'][number]) {
          shown.notifications.push(this);
        };
      }, system === 'tells'),
  });
}

function titles(trellis: TrellisWindow): Promise<readonly string[]> {
  return trellis.app.evaluate(() =>
    (globalThis as unknown as { readonly shown: Shown }).shown.notifications.map(({ title }) => title),
  );
}

async function openAccount(page: Page): Promise<void> {
  await page.waitForFunction(() => ['open', 'choosing'].includes(window.trellisStart?.state.getState().kind ?? ''));
  await page.evaluate(async () => {
    if (window.trellisStart?.state.getState().kind === 'choosing')
      await window.trellisStart.startAccount({ name: 'Northside', ownerName: 'Olga' });
  });
  await page.waitForFunction(() => window.trellisStart?.state.getState().kind === 'open');
}

/** Adds a complex whose own licenses end today. */
async function addComplexThatEndsToday(page: Page, name: string): Promise<void> {
  await page.evaluate(async (complex) => {
    const state = window.trellisStart?.state.getState();
    if (state?.kind !== 'open') throw new Error('no account is open');
    const { session } = state.account;
    const acts = [
      {
        do: 'block.add' as const,
        args: { groupId: 'root', typeId: 'link.plus' as const, quantity: 3, source: 'purchase' as const },
      },
      { do: 'group.create' as const, args: { id: complex, parentId: 'root', kind: 'complex' as const, name: complex } },
      {
        do: 'restriction.set' as const,
        args: {
          groupId: complex,
          mode: 'own' as const,
          allocate: [{ typeId: 'link.plus' as const, quantity: 3, validUntil: session.today() }],
        },
      },
    ];
    for (const act of acts) {
      const outcome = await session.act(act);
      if (!outcome.ok) throw new Error(JSON.stringify(outcome));
    }
  }, name);
}

/** Names a mail server by hand, tries it, and has what is due sent by it: once, to whom it is meant for, not before it is switched on. */
async function goByMail(trellis: TrellisWindow): Promise<void> {
  const mailbox = await startMailbox();
  const person = new Installer('olga', trellis, '', '');
  await trellis.page.evaluate(async () => {
    const state = window.trellisStart?.state.getState();
    if (state?.kind !== 'open') throw new Error('no account is open');
    const policy = { daysBefore: 0, repeat: 'once' as const, recipients: ['ruth@example.org'] };
    await state.account.session.act({ do: 'reminder.set', args: { groupId: 'Sunrise', policy } });
  });
  await person.command('Mail…');
  const { dialog } = person;
  await dialog.getByRole('textbox', { name: 'Mail server (SMTP)' }).fill('127.0.0.1');
  await person.select(dialog, 'Encryption', 'None');
  await person.fillNumber(dialog, 'Port', mailbox.port);
  await dialog.getByRole('textbox', { name: 'From (e-mail address)' }).fill('olga@example.org');
  await trellis.page.keyboard.press('Enter');
  await person.button('Send a test to myself', dialog).click();
  await dialog.getByText('The server has taken a test to olga@example.org').waitFor();
  expect(mailbox.letters).toHaveLength(1);
  await dialog.getByText('Send reminders by mail from this computer').click();
  await expect.poll(() => mailbox.letters.length).toBe(2);
  expect(mailbox.letters[1]).toMatch(/^To: ruth@example\.org\r$/m);
  await person.closeDialog();
  // Everything that is due is looked for again; nothing goes twice.
  for (const sends of [false, true])
    await trellis.page.evaluate((wish) => window.trellis.call['mail.sendReminders']({ sends: wish }), sends);
  await person.command('Mail…');
  await dialog.getByText(/^Last sent on /).waitFor();
  await person.closeDialog();
  expect(mailbox.letters).toHaveLength(2);
  await mailbox.close();
}

describe('reminders in a real window', () => {
  it('come once, over restarts, and lead to their group', async () => {
    const profile = newProfile('once');
    // On a busy machine it would come before this one is closed.
    const first = await launch(profile, 'tells nothing');
    await openAccount(first.page);
    await addComplexThatEndsToday(first.page, 'Sunrise');
    await first.close();

    const second = await launch(profile);
    await vi.waitFor(async () => expect(await titles(second)).toEqual(['3 × Link Plus in Sunrise end today']));
    await second.app.evaluate(() =>
      (globalThis as unknown as { readonly shown: Shown }).shown.notifications[0]?.emit('click'),
    );
    await second.page.waitForFunction(() => {
      const state = window.trellisStart?.state.getState();
      return state?.kind === 'open' && state.account.view.getState().groupId === 'Sunrise';
    });
    await addComplexThatEndsToday(second.page, 'Moonrise');
    await second.close();

    const third = await launch(profile);
    await vi.waitFor(async () => expect(await titles(third)).not.toEqual([]));
    expect(await titles(third)).toEqual(['3 × Link Plus in Moonrise end today']);
    await third.close();
  });

  it('go on in the tray after the window is closed, where the person wants it, until they quit', async () => {
    const profile = newProfile('tray');
    const trellis = await launch(profile);
    await openAccount(trellis.page);
    expect(await trellis.page.evaluate(() => window.trellis.call['reminders.settings']({}))).toEqual({
      ok: true,
      value: { staysInTray: false },
    });
    await trellis.page.evaluate(() => window.trellis.call['reminders.stayInTray']({ stays: true }));
    const isVisible = () =>
      trellis.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().map((window) => window.isVisible()));
    await trellis.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close());
    expect(await isVisible()).toEqual([false]);
    await trellis.app.evaluate(({ app }) => void app.emit('second-instance', {}, ['trellis'], '.'));
    expect(await isVisible()).toEqual([true]);
    await trellis.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close());
    const ended = trellis.app.waitForEvent('close');
    await trellis.app.evaluate(({ app }) => app.quit());
    await ended;

    const again = await launch(profile);
    expect(await again.page.evaluate(() => window.trellis.call['reminders.settings']({}))).toEqual({
      ok: true,
      value: { staysInTray: true },
    });
    await again.page.evaluate(() => window.trellis.call['reminders.stayInTray']({ stays: false }));
    const closed = again.app.waitForEvent('close');
    await again.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close()).catch(() => undefined);
    await closed;
  });

  it('are exported by a command into a file that the person chooses in a dialog of the system', async () => {
    const trellis = await launch(newProfile('export'));
    await openAccount(trellis.page);
    await addComplexThatEndsToday(trellis.page, 'Sunrise');
    const file = path.join(folder, 'chosen');
    const chooseFile = (filePath: string | undefined) =>
      trellis.app.evaluate(({ dialog }, chosen) => {
        const asked = { times: 0 };
        Object.assign(globalThis, { asked });
        dialog.showSaveDialog = () => {
          asked.times += 1;
          return Promise.resolve({ canceled: chosen === undefined, filePath: chosen ?? '' });
        };
      }, filePath);
    const exportByCommand = async () => {
      await trellis.page.keyboard.press('Control+k');
      await trellis.page.keyboard.type('Export reminders');
      await trellis.page.getByText('Export reminders to a calendar…').first().waitFor();
      await trellis.page.keyboard.press('Enter');
    };
    await chooseFile(undefined);
    await exportByCommand();
    await vi.waitFor(async () =>
      expect(
        await trellis.app.evaluate(
          () => (globalThis as unknown as { readonly asked: { readonly times: number } }).asked.times,
        ),
      ).toBe(1),
    );
    await chooseFile(file);
    expect(existsSync(`${file}.ics`)).toBe(false);
    await exportByCommand();
    await trellis.page.getByText('1 event written for your calendar').waitFor();
    const [event] = new ICAL.Component(ICAL.parse(readFileSync(`${file}.ics`, 'utf8')) as unknown[])
      .getAllSubcomponents('vevent')
      .map((component) => new ICAL.Event(component));
    expect(event?.summary).toBe('3 × Link Plus in Sunrise end');
    await chooseFile('/nowhere/at/all.ics');
    await exportByCommand();
    await trellis.page.getByText('The place cannot be written to. Choose another one.').waitFor();
    expect(trellis.consoleErrors).toEqual([]);
    await goByMail(trellis);
    await trellis.close();
  });
});
