import { describe, expect, it, onTestFinished } from 'vitest';
// Declares window.trellisStart.
import type {} from '../../renderer/src/state/window-start';
import { Installer } from '../story/installer';
import { askForTown, groupsOfTown } from '../story/whole-town';
import { patienceMs } from '../support/patience';
import { launchTrellis, removeFolder, temporaryFolder } from '../support/trellis-window';

// Closing is a matter between main's window and the page, so it is tried with Electron alone.
describe('closing the window in the midst of fifty thousand groups', () => {
  it('waits until they are made, and what was asked for behind them', async () => {
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
  await askForTown(closing.page);
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
  return groupsOfTown + 2;
}
