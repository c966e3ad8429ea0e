import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
// Declares window.trellisStart, through which many acts are done at once.
import type {} from '../../renderer/src/state/window-start';
import { Installer } from '../story/installer';
import { launchTrellis, removeFolder, temporaryFolder } from '../support/trellis-window';

const account = 'Harbour Living';
const office = 'Site office';
const seat = 'Ringover Smart';
const folder = temporaryFolder('taken-along');
const share = path.join(folder, 'share');
let ada: Installer;
let ben: Installer;

interface Call {
  readonly do: string;
  readonly args: unknown;
}

async function open(name: string): Promise<Installer> {
  const window = await launchTrellis({
    profile: path.join(folder, name),
    chosenFolder: path.join(folder, `${name}-drive`),
  });
  return new Installer(name, window, path.join(folder, `${name}-drive`), share);
}

/** Does many acts of one kind as the window would, one after the other, and says which were refused. */
function actEach({ page }: Installer, calls: readonly Call[]): Promise<readonly string[]> {
  return page.evaluate(async (given) => {
    const state = window.trellisStart?.state.getState();
    if (state?.kind !== 'open') throw new Error('no account is open');
    const { session } = state.account;
    const refused: string[] = [];
    for (const call of given) {
      const outcome = await session.act(call as Parameters<typeof session.act>[0]);
      if (!outcome.ok) refused.push(outcome.kind === 'refused' ? String(outcome.refusals[0]?.code) : outcome.kind);
    }
    return refused;
  }, calls);
}

const assign = (userId: string): Call => ({ do: 'seat.assign', args: { userId, typeId: 'ringover.smart' } });
const people = (of: string, count: number): readonly string[] =>
  Array.from({ length: count }, (_, index) => `${of}-${String(index + 1)}`);

beforeAll(async () => {
  mkdirSync(share);
  ada = await open('ada');
  ben = await open('ben');
});
afterAll(async () => {
  await ada.window.close();
  await ben.window.close();
  removeFolder(folder);
});

describe('an installer who takes 20 licenses and 20 numbers along', () => {
  it('does all he came for offline, while the office hands out everything else, and gives the rest back', async () => {
    await ada.startAccount(account);
    await ada.createGroup(account, 'office', office);
    await ada.buy(account, seat, 30);
    await ada.addSipRange(account, '2000', '2029');
    await ada.addPerson(office, 'Ben Okafor', 'Company administrator');
    expect(
      await actEach(
        ada,
        [...people('site', 12), ...people('desk', 11)].map((id) => ({
          do: 'user.create',
          args: { id, groupId: 'root', name: `Person ${id}` },
        })),
      ),
    ).toEqual([]);
    ada.connect();
    await ada.command('Share through a folder…');
    await ada.page.getByText(/^Over the network: a server or NAS drive/).click();
    await ada.button('Share').click();
    await ada.waitForSyncState(/^Up to date$/);
    ben.connect();
    await ben.button('Choose a folder…').click();
    await ben.page.getByRole('button', { name: 'Ben Okafor' }).click();
    await ben.treeItem(account).waitFor();
    await ben.waitForSyncState(/^Up to date$/);

    // In the morning he takes along what he may need.
    await ben.openTabOf(account, 'Licenses');
    await ben.button('Take along…').click();
    await ben.fillNumber(ben.dialog, 'Quantity', 20);
    await ben.fillNumber(ben.dialog, 'How many numbers', 20);
    await ben.button('Take along', ben.dialog).click();
    await ben.dialog.waitFor({ state: 'detached' });
    await ben.page.getByRole('region', { name: 'Taken along' }).waitFor();
    await ben.waitForSyncState(/^Up to date$/);
    await ada.synchroniseByHand();
    await ada.openTabOf(account, 'Licenses');
    const taken = ada.page.getByRole('region', { name: 'Taken along' });
    await taken.getByText('20 numbers').waitFor();
    expect(await taken.getByRole('row').last().innerText()).toContain('Ben Okafor');

    // He is gone; the office hands out all there is, and is told who has the rest.
    ben.disconnect();
    await ben.synchroniseByHand();
    await ben.waitForSyncState(/^Offline since/);
    expect(await actEach(ada, people('desk', 10).map(assign))).toEqual([]);
    await ada.openPerson(account, 'Person desk-11');
    await ada.select(ada.properties, 'Type', seat);
    await ada.properties
      .getByText(/^Ben Okafor took this along until/)
      .first()
      .waitFor();
    await ada.synchroniseByHand();
    await ada.waitForSyncState(/^Up to date$/);
    expect(await actEach(ben, people('site', 12).map(assign))).toEqual([]);
    await ben.openTabOf(account, 'Licenses');
    await ben.page.getByRole('region', { name: 'Taken along' }).getByText(`8 × ${seat}`).waitFor();

    // He is back: everything holds, and what he did not use is free again.
    ben.connect();
    await ben.synchroniseByHand();
    await ben.waitForSyncState(/^Up to date$/);
    await ben.button('Give back…').click();
    await ben.button('Give back', ben.page.getByRole('alertdialog')).click();
    await ben.page.getByRole('region', { name: 'Taken along' }).waitFor({ state: 'detached' });
    await ben.synchroniseByHand();
    await ben.waitForSyncState(/^Up to date$/);
    await ada.synchroniseByHand();
    await ada.page
      .getByRole('contentinfo')
      .getByRole('status')
      .filter({ hasText: /^Up to date$/ })
      .waitFor();
    await ada.assignLicense(account, 'Person desk-11', seat);
    expect(await (await ben.openAttention()).count()).toBe(0);
    await ben.closeDialog();
    await ada.synchroniseByHand();
    await ada.waitForSyncState(/^Up to date$/);
    await ben.synchroniseByHand();
    await expect.poll(() => ben.digest()).toEqual(await ada.digest());
    expect((await ada.digest()).seats).toBe(23);
  });
});
