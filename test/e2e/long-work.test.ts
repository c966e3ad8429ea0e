import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Installer } from '../story/installer';
import { askForTown, groupsOfTown, townOutcome } from '../story/whole-town';
import { patienceMs } from '../support/patience';
import { launchTrellis, type TrellisWindow } from '../support/trellis-window';

let trellis: TrellisWindow;
let person: Installer;

beforeAll(async () => {
  trellis = await launchTrellis();
  person = new Installer('owner', trellis, '', '');
  await person.startAccount('Aurora');
});
afterAll(() => trellis.close());

function progress() {
  return trellis.page.getByRole('alertdialog', { name: 'One moment' });
}

describe('fifty thousand groups in one act', () => {
  it('show how far they are, and leave everything as it was when they are cancelled', async () => {
    const before = await person.digest();
    await askForTown(trellis.page);
    await progress().getByRole('progressbar').waitFor({ timeout: patienceMs });
    await person.button('Cancel', progress()).click();
    expect(await townOutcome(trellis.page)).toEqual({ ok: false, kind: 'cancelled' });
    await progress().waitFor({ state: 'detached' });
    expect(await person.digest()).toEqual(before);
  });

  it('are made when they are let go on, and taken back in one step', async () => {
    const before = await person.digest();
    await askForTown(trellis.page);
    await progress().waitFor({ timeout: patienceMs });
    expect(await townOutcome(trellis.page)).toMatchObject({ ok: true });
    await progress().waitFor({ state: 'detached' });
    expect((await person.digest()).groups).toBe(before.groups + groupsOfTown);
    await person.treeItem('Aurora').click();
    await trellis.page.keyboard.press('Control+z');
    await trellis.page
      .getByText(/^Taken back/)
      .first()
      .waitFor({ timeout: patienceMs });
    expect((await person.digest()).groups).toBe(before.groups);
  });
});
