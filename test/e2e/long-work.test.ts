import { afterAll, beforeAll, describe, expect, it } from 'vitest';
// Declares window.trellisStart.
import type {} from '../../renderer/src/state/window-start';
import { Installer } from '../story/installer';
import { patienceMs } from '../support/patience';
import { launchTrellis, type TrellisWindow } from '../support/trellis-window';

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
async function generate(): Promise<void> {
  await trellis.page.evaluate(
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
});
