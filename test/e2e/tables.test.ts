import { renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, describe, expect, it } from 'vitest';
// Declares window.trellisStart, through which acts of the open account are done at once.
import type {} from '../../renderer/src/state/window-start';
import { launchTrellis, removeFolder, temporaryFolder } from '../support/trellis-window';

const profile = path.join(temporaryFolder('tables'), 'profile');
const tables = path.join(profile, 'IndexedDB');

afterAll(() => removeFolder(path.dirname(profile)));

/** Adds a complex and answers the names of all. */
function addComplex(page: Page, name: string): Promise<readonly string[]> {
  return page.evaluate(async (given) => {
    const state = window.trellisStart?.state.getState();
    if (state?.kind !== 'open') throw new Error('no account is open');
    const { session } = state.account;
    const args = { id: given.toLowerCase(), parentId: 'root', kind: 'complex', name: given } as const;
    const outcome = await session.act({ do: 'group.create', args });
    if (!outcome.ok) throw new Error(JSON.stringify(outcome));
    return [...session.model.rows('groups')].map((group) => group.name).sort();
  }, name);
}

describe('an account whose tables cannot be opened', () => {
  it('has a page of its own, is worked on from the journal, and opens with everything once they can be opened', async () => {
    const first = await launchTrellis({ profile });
    await first.page.getByRole('textbox', { name: 'Name of the organisation' }).fill('Harbour');
    await first.page.getByRole('button', { name: 'Start', exact: true }).click();
    await first.page.getByRole('tree').waitFor();
    expect(await addComplex(first.page, 'Aurora')).toEqual(['Aurora', 'Harbour']);
    await first.close();

    // A file where the folder of all tables belongs: nothing can be opened in it, nor made anew.
    renameSync(tables, `${tables}-away`);
    writeFileSync(tables, '');
    const second = await launchTrellis({ profile });
    await second.page.getByRole('heading', { name: '“Harbour” could not be opened' }).waitFor();
    await second.page.getByRole('alert').getByText('The tables of this account cannot be opened').waitFor();
    expect(await second.page.getByRole('button', { name: 'Start', exact: true }).count()).toBe(0);
    await second.page.getByRole('button', { name: 'Try again' }).click();
    await second.page.getByRole('heading', { name: '“Harbour” could not be opened' }).waitFor();

    // Whoever goes on to the first-start screen and begins another account there switches nothing.
    await second.page.getByRole('button', { name: 'Choose another account…' }).click();
    await second.page.getByRole('textbox', { name: 'Name of the organisation' }).fill('By mistake');
    await second.page.getByRole('button', { name: 'Start', exact: true }).click();
    await second.page.getByRole('alert').getByText('The tables of this account cannot be opened').waitFor();
    await second.close();

    const third = await launchTrellis({ profile });
    await third.page.getByRole('button', { name: 'Open it from the journal' }).click();
    await third.page.getByText('Opened from the journal, without tables').waitFor();
    expect(await addComplex(third.page, 'Borealis')).toEqual(['Aurora', 'Borealis', 'Harbour']);
    await third.close();

    const fourth = await launchTrellis({ profile });
    await fourth.page.getByRole('button', { name: 'Try again' }).waitFor();
    rmSync(tables, { recursive: true, force: true });
    renameSync(`${tables}-away`, tables);
    await fourth.page.getByRole('button', { name: 'Try again' }).click();
    await fourth.page.getByRole('tree').waitFor();
    expect(await addComplex(fourth.page, 'Cassiopeia')).toEqual(['Aurora', 'Borealis', 'Cassiopeia', 'Harbour']);
    await fourth.close();
  });
});
