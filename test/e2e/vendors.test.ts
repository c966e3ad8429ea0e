import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Installer } from '../story/installer';
import { panelLines, ringover } from '../story/vendor-ways';
import { goToPlace } from '../story/ways';
import { launchTrellis, type TrellisWindow } from '../support/trellis-window';
import { ringoverKey } from '../support/vendors/ringover-stand-in';
import { startStandIns, type RunningStandIns } from '../support/vendors/running';
// Declares window.trellisStart, through which acts of the open account are done at once.
import type {} from '../../renderer/src/state/window-start';

let trellis: TrellisWindow;
let person: Installer;
let vendors: RunningStandIns;

beforeAll(async () => {
  vendors = await startStandIns();
  trellis = await launchTrellis({ sample: true, args: vendors.args });
  person = new Installer('sample', trellis, '', '');
  await trellis.resize(1280, 720);
  await trellis.page.getByRole('tree').waitFor();
});
afterAll(async () => {
  await trellis.close();
  await vendors.close();
});

async function act(...calls: readonly { readonly do: string; readonly args: unknown }[]): Promise<void> {
  await trellis.page.evaluate(async (given) => {
    const state = window.trellisStart?.state.getState();
    if (state?.kind !== 'open') throw new Error('no account is open');
    for (const call of given) {
      const outcome = await state.account.session.act(call as Parameters<typeof state.account.session.act>[0]);
      if (!outcome.ok) throw new Error(JSON.stringify(outcome));
    }
  }, calls);
}

/** What the window knows of people and numbers, by name and value. */
function known(): Promise<{ readonly people: Record<string, string>; readonly numbers: Record<string, string> }> {
  return trellis.page.evaluate(() => {
    const state = window.trellisStart?.state.getState();
    if (state?.kind !== 'open') throw new Error('no account is open');
    const { model } = state.account.session;
    return {
      people: Object.fromEntries([...model.rows('users')].map(({ name, lifecycle }) => [name, lifecycle])),
      numbers: Object.fromEntries([...model.rows('numbers')].map(({ value, id }) => [value, id])),
    };
  });
}

describe('an account at Ringover', () => {
  it('is pulled into an office in one step', async () => {
    await act({ do: 'group.create', args: { id: 'branch', parentId: 'root', kind: 'office', name: 'Branch' } });
    await ringover(person, 'Pull from Ringover…', 'branch');
    await person.button('Compare', person.dialog).click();
    await person.dialog
      .getByText(/Ada Albrecht/)
      .first()
      .waitFor();
    await trellis.picture('vendor-pull');
    await person.button(/^Pull \d+ lines$/, person.dialog).click();
    await person.dialog.waitFor({ state: 'detached' });
    expect((await known()).people).toMatchObject({
      'Ada Albrecht': 'active',
      'Ben Baptiste': 'active',
      'Cara Costa': 'active',
    });
  });

  it('gets one joiner, who is invited once although the answer is lost', async () => {
    const { numbers } = await known();
    await act(
      { do: 'user.create', args: { id: 'dora', groupId: 'branch', name: 'Dora Dyk', email: 'dora@office.example' } },
      { do: 'seat.assign', args: { userId: 'dora', typeId: 'ringover.smart', numberId: numbers['+4930901804'] } },
    );
    vendors.ringover.faults.plan(/POST \/users\/invite/, 'lost');
    await ringover(person, 'Push to Ringover…', 'branch');
    await person.dialog.getByText(/POST \/users\/invite .*dora@office\.example/).waitFor();
    expect(vendors.ringover.invited).toEqual([]);
    await trellis.picture('vendor-push');
    await person.button('Send 1 call', person.dialog).click();
    await person.dialog.getByText('1 done, 0 not done, 0 unknown, 0 not sent').waitFor();
    await trellis.picture('vendor-report');
    expect(vendors.ringover.invited).toEqual(['dora@office.example']);
    await person.button('Read again', person.dialog).click();
    await person.button('Nothing to send', person.dialog).waitFor();
    await trellis.page.keyboard.press('Escape');
    await person.dialog.waitFor({ state: 'detached' });
    expect((await known()).people['Dora Dyk']).toBe('invited');
  });

  it('never shows its key to the window again', async () => {
    const kept = await trellis.page.evaluate(() => JSON.stringify(localStorage) + document.body.innerHTML);
    expect(kept).not.toContain(ringoverKey);
  });
});

describe('a panel on site', () => {
  it('gets a building, and holds it once', async () => {
    await panelLines(person);
    await trellis.picture('vendor-panel');
    await person.button(/^Write \d+ apartments$/, person.dialog).click();
    await person.dialog.getByText(/^\d+ done, 0 not done, 0 unknown, 0 not sent$/).waitFor();
    await trellis.picture('vendor-panel-report');
    const written = vendors.panel.apartments.length;
    expect(written).toBeGreaterThan(10);
    await trellis.page.keyboard.press('Escape');
    await person.dialog.waitFor({ state: 'detached' });
    await panelLines(person);
    await person.button('Nothing to write', person.dialog).waitFor();
    expect(vendors.panel.apartments).toHaveLength(written);
    await trellis.page.keyboard.press('Escape');
    await goToPlace(person, { groupId: 'sunrise-b1', tab: 'devices' });
    await trellis.page.getByText('0123456789AB').first().waitFor();
  });
});
