import { readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { patienceMs } from '../support/patience';
import { launchTrellis, removeFolder, temporaryFolder, type TrellisWindow } from '../support/trellis-window';

const folder = temporaryFolder('crash');
const profile = path.join(folder, 'profile');
const log = path.join(profile, 'logs', 'trellis.log');
const person = 'Xanthippe Quarantotto';
const phone = '+49305550199';

let trellis: TrellisWindow;

beforeAll(async () => {
  trellis = await launchTrellis({ profile });
  await run(`window.trellisStart.startAccount({ name: 'Vossberg Gardens', ownerName: 'Ottilie' })`);
});
afterAll(async () => {
  await trellis.close();
  removeFolder(folder);
});

/** A question to a process that has ended meanwhile is never answered; after this it is asked again, of the next one. */
const askAgainMs = 3_000;

/** Runs something in the window without the driver's page, which does not survive the end of its process. What was asked of a process that ends is never answered. */
function run(script: string, withinMs = patienceMs): Promise<unknown> {
  return trellis.app.evaluate(
    ({ BrowserWindow }, [code, within]) =>
      Promise.race([
        BrowserWindow.getAllWindows()[0]?.webContents.executeJavaScript(code),
        new Promise((_resolve, reject) => setTimeout(() => reject(new Error('the window did not answer')), within)),
      ]),
    [`(async () => (${script}))()`, withinMs] as const,
  );
}

function act(call: { readonly do: string; readonly args: unknown }): Promise<unknown> {
  return run(`window.trellisStart.state.getState().account.session.act(${JSON.stringify(call)})`);
}

/** Ends the process behind the window, as when its memory is used up. */
async function crash(): Promise<void> {
  await trellis.app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]?.webContents.forcefullyCrashRenderer(),
  );
}

function shown(): Promise<string> {
  return run('document.body.innerText', askAgainMs) as Promise<string>;
}

async function waitForWindow(): Promise<void> {
  await vi.waitFor(
    async () => expect(await run('window.trellisStart?.state.getState().kind', askAgainMs)).toBe('open'),
    {
      interval: 200,
    },
  );
}

describe('a window whose process ends', () => {
  it('is opened again with everything that was done, at the same place, and says so', async () => {
    expect(
      await act({ do: 'group.create', args: { id: 'g', parentId: 'root', kind: 'complex', name: 'Lindenhof' } }),
    ).toMatchObject({ ok: true });
    expect(await act({ do: 'user.create', args: { id: 'u', groupId: 'g', name: person, phone } })).toMatchObject({
      ok: true,
    });
    await crash();
    await waitForWindow();
    expect(await run(`window.trellisStart.state.getState().account.session.model.row('users', 'u')?.name`)).toBe(
      person,
    );
    await vi.waitFor(async () => expect(await shown()).toContain('Everything you did is kept.'));
    expect(await act({ do: 'user.update', args: { userId: 'u', set: { phone: '' } } })).toMatchObject({ ok: true });
  });

  it('gives way to a plain page when that happens again and again; from there it can be tried once more', async () => {
    for (let time = 0; time < 2; time += 1) {
      await crash();
      await waitForWindow();
    }
    await crash();
    await vi.waitFor(async () => expect(await shown()).toContain('Trellis cannot keep its window open'), {
      interval: 200,
    });
    const page = await shown();
    expect(page).toContain('Everything you have done is kept on this computer.');
    expect(page).toContain(log);
    await run(`document.querySelector('a').click()`);
    await waitForWindow();
    expect(await run(`window.trellisStart.state.getState().account.session.model.row('groups', 'g')?.name`)).toBe(
      'Lindenhof',
    );
  });

  it('leaves a log that a person can send: what happened to the program, and no name or number of the account', async () => {
    await run(
      `(setTimeout(() => { throw new TypeError(${JSON.stringify(`${person}\n    at ${phone} (Vossberg Gardens)`)}); }), 1)`,
    );
    await vi.waitFor(() => expect(readFileSync(log, 'utf8')).toContain('TypeError'));
    const written = readFileSync(log, 'utf8');
    expect(written).toContain('window process ended');
    for (const word of [person, 'Xanthippe', phone, phone.slice(1), 'Vossberg', 'Lindenhof', 'Ottilie'])
      expect(written).not.toContain(word);
  });
});
