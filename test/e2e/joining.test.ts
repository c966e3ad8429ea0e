import { mkdirSync } from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, describe, expect, it, vi } from 'vitest';
import { finish } from '#core/kernel/slices';
import { writeCheckpoint } from '#core/ledger/checkpoint';
import { Replica } from '#core/ledger/replica';
// Declares window.trellisStart, for what tests evaluate in the page.
import type {} from '../../renderer/src/state/window-start';
import { CheckpointShelf } from '../../electron/main/ledger/checkpoint-shelf';
import { FolderStore } from '../../electron/main/stores/folder/folder';
import { ledgerOf } from '../bench/accounts';
import { patienceMs } from '../support/patience';
import { patient } from '../support/store-calls';
import { launchTrellis, removeFolder, temporaryFolder, type TrellisWindow } from '../support/trellis-window';

const folder = temporaryFolder('joining');
/** Number of the attempt: a second one finds nothing of the first. */
let attempt = 0;
const at = (name: string): string => path.join(folder, `${name}-${String(attempt)}`);

afterAll(() => removeFolder(folder));

/** A long account in a folder, with what two computers have said that it comes to. */
async function shareLongAccount(): Promise<void> {
  attempt += 1;
  mkdirSync(at('shared'));
  const store = new FolderStore(at('shared'), { ledger: null, mayBeEmpty: true });
  const entries = ledgerOf(1_200);
  expect(await store.append(entries, null, patient())).toMatchObject({ ok: true });
  const replica = Replica.empty('bench');
  replica.receive(entries.slice(0, 1_000));
  const { head, model, records } = replica;
  if (head === null) throw new Error('There is nothing in the ledger');
  const bytes = finish(writeCheckpoint({ ledger: 'bench', head, model, records }));
  for (const computer of ['office', 'site'])
    expect(await new CheckpointShelf(store, 'bench').put({ bytes, head, computer }, patient())).toMatchObject({
      ok: true,
    });
  await store.close();
}

/** A window that has joined the account, with a person at it. */
async function joined(name: string, person: string): Promise<TrellisWindow> {
  const opened = await launchTrellis({ profile: at(name), chosenFolder: at('shared') });
  await opened.page.waitForFunction(() => window.trellisStart?.state.getState().kind === 'choosing');
  await opened.page.evaluate(() => window.trellisStart?.joinFolder());
  await opened.page.waitForFunction(() => window.trellisStart?.state.getState().kind === 'whoAreYou');
  await opened.page.evaluate((id) => window.trellisStart?.choosePerson(id), person);
  await opened.page.waitForFunction(() => window.trellisStart?.state.getState().kind === 'open');
  return opened;
}

/** Goes to a group, and exchanges with the place. */
function goTo(page: Page, groupId: string): Promise<void> {
  return page.evaluate(async (id) => {
    const state = window.trellisStart?.state.getState();
    if (state?.kind !== 'open') throw new Error('no account is open');
    state.account.view.setState({ groupId: id, selection: { kind: 'group', ids: [id] } });
    await state.account.synchroniser.synchronise();
  }, groupId);
}

describe('joining a long account', () => {
  it('opens it from a checkpoint, checks all of it behind, and shows who else works on it and where', async () => {
    await shareLongAccount();
    const ada = await joined('ada', 'owner');
    // From the checkpoint, and from what came after it.
    for (const name of ['Building 0', 'Building 18'])
      await ada.page.getByRole('treeitem').filter({ hasText: name }).first().waitFor();
    await ada.page.locator('.status-sync').click();
    await ada.page.getByText('All of it has been checked: the 1,000 acts').waitFor({ timeout: patienceMs });
    await ada.picture('joined');
    await ada.page.keyboard.press('Escape');
    expect(await ada.page.getByRole('button', { name: /other here/ }).count()).toBe(0);

    const ben = await joined('ben', 'ub0-0');
    await goTo(ben.page, 'b0-0');
    const shown = ada.page.getByRole('button', { name: '1 other here' });
    await vi.waitFor(
      async () => {
        await goTo(ben.page, 'b0-0');
        await goTo(ada.page, 'b0-0');
        await shown.waitFor({ timeout: 1_000 });
        await ada.page.getByText('Person b0-0 is working here').waitFor({ timeout: 1_000 });
      },
      { timeout: patienceMs },
    );
    await shown.click();
    const list = ada.page.getByRole('region', { name: 'Who else is here' });
    await list.getByText('now').waitFor();
    await ada.picture('who-else');
    expect([...ada.consoleErrors, ...ben.consoleErrors]).toEqual([]);
    await ben.close();
    await ada.close();
  });
});
