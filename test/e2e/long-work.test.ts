import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
// Declares window.trellisStart.
import type {} from '../../renderer/src/state/window-start';
import { Installer } from '../story/installer';
import { patienceMs } from '../support/patience';
import { launchTrellis, removeFolder, temporaryFolder, type TrellisWindow } from '../support/trellis-window';

const buildings = 50;
const floors = 20;
const apartments = 49;
const generated = buildings * (1 + floors * (1 + apartments));

let trellis: TrellisWindow;
let person: Installer;

beforeAll(async () => {
  trellis = await launchTrellis();
  person = new Installer('owner', trellis, '', '');
  await person.startAccount('Aurora');
});
afterAll(() => trellis.close());

/** Asks for a whole town at once; what became of it can be asked for with `outcome`. */
async function generate({ page }: Pick<TrellisWindow, 'page'> = trellis): Promise<void> {
  await page.evaluate(
    ([ofBuildings, ofFloors, ofApartments]) => {
      const state = window.trellisStart?.state.getState();
      if (state?.kind !== 'open') throw new Error('no account is open');
      const plan = {
        kind: 'building',
        count: ofBuildings,
        name: 'Building {n}',
        children: {
          kind: 'floor',
          count: ofFloors,
          name: 'Floor {n}',
          children: { kind: 'apartment', count: ofApartments, name: '{n}', numbering: 'floorPrefix' },
        },
      } as const;
      const { session } = state.account;
      Object.assign(window, {
        longWorkOutcome: session.act({ do: 'group.generate', args: { parentId: session.model.root.id, plan } }),
      });
    },
    [buildings, floors, apartments] as const,
  );
}

function outcome(): Promise<{ readonly ok: boolean; readonly kind?: string }> {
  return trellis.page.evaluate(
    () => (window as unknown as { longWorkOutcome: Promise<{ ok: boolean; kind?: string }> }).longWorkOutcome,
  );
}

function progress() {
  return trellis.page.getByRole('alertdialog', { name: 'One moment' });
}

describe('fifty thousand groups in one act', () => {
  it('show how far they are, and leave everything as it was when they are cancelled', async () => {
    const before = await person.digest();
    await generate();
    await progress().getByRole('progressbar').waitFor({ timeout: patienceMs });
    await person.button('Cancel', progress()).click();
    expect(await outcome()).toEqual({ ok: false, kind: 'cancelled' });
    await progress().waitFor({ state: 'detached' });
    expect(await person.digest()).toEqual(before);
  });

  it('are made when they are let go on, and taken back in one step', async () => {
    const before = await person.digest();
    await generate();
    await progress().waitFor({ timeout: patienceMs });
    expect(await outcome()).toMatchObject({ ok: true });
    await progress().waitFor({ state: 'detached' });
    expect((await person.digest()).groups).toBe(before.groups + generated);
    await person.treeItem('Aurora').click();
    await trellis.page.keyboard.press('Control+z');
    await trellis.page
      .getByText(/^Taken back/)
      .first()
      .waitFor({ timeout: patienceMs });
    expect((await person.digest()).groups).toBe(before.groups);
  });

  it('are finished before the window closes, and so is what was asked for behind them', async () => {
    // A profile and windows of its own for each try.
    const profile = temporaryFolder('closing');
    onTestFinished(() => removeFolder(profile));
    const groups = await closeInTheMidst(profile);
    const again = await launchTrellis({ profile });
    onTestFinished(() => again.kill());
    await again.page.waitForFunction(() => window.trellisStart?.state.getState().kind === 'open');
    const names = await again.page.evaluate(() => {
      const state = window.trellisStart?.state.getState();
      return state?.kind === 'open' ? [...state.account.session.model.rows('groups')].map(({ name }) => name) : [];
    });
    expect(names).toContain('Behind it');
    expect(names).toHaveLength(groups);
  });
});

/** Closes a window in which a large act is under way and another one waits behind it; answers how many groups there are then. */
async function closeInTheMidst(profile: string): Promise<number> {
  const closing = await launchTrellis({ profile });
  onTestFinished(() => closing.kill());
  const owner = new Installer('owner', closing, '', '');
  await owner.startAccount('Borealis');
  // However quick the computer is, the act is not done before the closing is heard of.
  const slow = await closing.page.context().newCDPSession(closing.page);
  await slow.send('Emulation.setCPUThrottlingRate', { rate: 4 });
  await generate(closing);
  await closing.page.evaluate(() => {
    const state = window.trellisStart?.state.getState();
    if (state?.kind !== 'open') throw new Error('no account is open');
    void state.account.session.act({
      do: 'group.create',
      args: { id: 'behind', parentId: 'root', kind: 'complex', name: 'Behind it' },
    });
  });
  const heading = closing.page.getByRole('alertdialog').getByRole('heading');
  await heading.filter({ hasText: 'One moment' }).waitFor({ timeout: patienceMs });
  const ended = closing.app.waitForEvent('close', { timeout: 2 * patienceMs });
  await closing.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close());
  await heading.filter({ hasText: 'Trellis closes as soon as this is done' }).waitFor({ timeout: patienceMs });
  await slow.send('Emulation.setCPUThrottlingRate', { rate: 1 });
  await ended;
  return generated + 2;
}
