import { mkdirSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { rulesVersion } from '#core/ledger/commit';
import { encodeCommit, hashEntry, noHash } from '#core/ledger/encoding';
import { openingIntent } from '#core/ledger/opening';
// Declares window.trellisStart, for what tests evaluate in the page.
import type {} from '../../renderer/src/state/window-start';
import { FolderStore } from '../../electron/main/stores/folder/folder';
import { Installer } from '../story/installer';
import { patienceMs } from '../support/patience';
import { patient } from '../support/store-calls';
import { launchTrellis, removeFolder, temporaryFolder } from '../support/trellis-window';

const folder = temporaryFolder('shorter');
const share = path.join(folder, 'share');
const ledger = 'harbour';
/** Longer ago than anybody is waited for. */
const longAgo = { day: '2026-01-05', at: '2026-01-05T08:00:00.000Z', device: 'elsewhere' };
let ada: Installer;
let ben: Installer;

async function open(name: string): Promise<Installer> {
  const drive = path.join(folder, `${name}-drive`);
  const window = await launchTrellis({ profile: path.join(folder, name), chosenFolder: drive });
  return new Installer(name, window, drive, share);
}

/** Adds acts of long ago to the folder, as a computer does that is not there any more. */
async function addedLongAgo(calls: readonly { readonly do: string; readonly args: unknown }[]): Promise<void> {
  const store = new FolderStore(share, { ledger: null, mayBeEmpty: true });
  const head = await store.head(patient());
  if (!head.ok) throw new Error(JSON.stringify(head.failure));
  const opening = openingIntent({
    ...{ ...longAgo, id: 'opening', name: 'Harbour Living', timeZone: 'Europe/Berlin', ownerName: 'Ada Berg' },
  });
  let { seq, hash } = head.value ?? { seq: 0, hash: noHash };
  const acts = [...(head.value === null ? [opening] : []), ...calls];
  const entries = acts.map((act) => {
    seq += 1;
    const commit = { id: `old-${String(seq)}`, by: 'owner', ...longAgo, ...act };
    const entry = encodeCommit({ ...commit, ledger, seq, prev: hash, rules: rulesVersion });
    hash = hashEntry(entry);
    return entry;
  });
  expect(await store.append(entries, head.value, patient())).toMatchObject({ ok: true });
  await store.close();
}

async function join(installer: Installer, person: string): Promise<void> {
  installer.connect();
  const { page } = installer;
  await page.waitForFunction(() => window.trellisStart?.state.getState().kind === 'choosing');
  await page.evaluate(() => window.trellisStart?.joinFolder());
  await page.waitForFunction(() => window.trellisStart?.state.getState().kind === 'whoAreYou');
  await page.evaluate((id) => window.trellisStart?.choosePerson(id), person);
  await installer.waitForSyncState(/Up to date/);
}

function inTheShare(): string {
  const files = readdirSync(share, { recursive: true, encoding: 'utf8' }).map((name) => path.join(share, name));
  return files.map((file) => (statSync(file).isFile() ? readFileSync(file, 'latin1') : '')).join('\n');
}

beforeAll(async () => {
  mkdirSync(share);
  await addedLongAgo([
    { do: 'group.create', args: { id: 'quay', parentId: 'root', kind: 'complex', name: 'Quayside' } },
    { do: 'user.create', args: { id: 'ben', groupId: 'root', name: 'Ben Okafor', roleId: 'companyAdmin' } },
    { do: 'user.create', args: { id: 'rita', groupId: 'quay', name: 'Rita Rand', email: 'rita@secret.example' } },
  ]);
  ada = await open('ada');
  ben = await open('ben');
});
afterAll(async () => {
  await ada.window.close();
  await ben.window.close();
  removeFolder(folder);
});

describe('a history that is made shorter while somebody is away', () => {
  it('has nothing left in the folder of who was removed, and whoever was away goes on with what waited', async () => {
    await join(ada, 'owner');
    await join(ben, 'ben');
    // Both have said how far they are.
    await vi.waitFor(() => expect(readdirSync(path.join(share, 'here'))).toHaveLength(2), { timeout: patienceMs });
    ben.disconnect();
    await ben.createGroup('Harbour Living', 'office', 'Site office');
    await addedLongAgo([{ do: 'user.remove', args: { userId: 'rita' } }]);
    expect(inTheShare()).toContain('rita@secret.example');
    await ada.synchroniseByHand();

    await ada.command('Shorten the history…');
    await ada.dialog.getByText('The first act there is of 5 Jan 2026. Choose a later day.').waitFor();
    await ada.dialog.getByRole('spinbutton').first().click();
    await ada.page.keyboard.type('01022026');
    await ada.dialog.getByText('5 acts, the last of 5 Jan 2026').waitFor();
    await ada.dialog.getByText('Rita Rand').waitFor();
    await ada.dialog.getByText('A computer begins again').waitFor();
    await ada.dialog.getByText(/^Ben Okafor \(/).waitFor();
    await ada.window.picture('shorten');
    await ada.button('Remove 5 acts', ada.dialog).click();
    await ada.dialog.getByText(/^5 acts up to 5 Jan 2026 are no longer in /).waitFor();
    await ada.window.picture('shortened');
    await ada.button('Close', ada.dialog).last().click();
    expect(inTheShare()).not.toContain('rita@secret.example');

    ben.connect();
    await ben.synchroniseByHand();
    // Its act waits until it has begun again, and is sent then.
    await vi.waitFor(
      async () => {
        await ben.synchroniseByHand();
        expect(await ben.syncState()).toBe('Up to date');
        expect(inTheShare()).toContain('Site office');
      },
      { timeout: patienceMs, interval: 1_000 },
    );
    await ada.synchroniseByHand();
    await ada.page.getByRole('treeitem').filter({ hasText: 'Site office' }).waitFor();
    await vi.waitFor(async () => expect(await ben.digest()).toEqual(await ada.digest()), { timeout: patienceMs });

    await ben.goTo('Harbour Living');
    await ben.openTab('History');
    await ben.page.getByText(/^The history begins here: Ada Berg made it shorter on .* 5 acts, is no longer/).waitFor();
    await ben.window.picture('begins-here');
    await ben.goTo('Quayside');
    await ben.openTab('History');
    await ben.page.getByText('Nothing has happened here since the history begins').waitFor();
    // What Ben's computer has of it is kept as a backup all the same.
    await ben.command('Backups…');
    await ben.button('Back up now', ben.dialog).click();
    await ben.button('Look…', ben.dialog).first().click();
    await ben.dialog.getByText('It cannot become a copy').waitFor();
    await ben.window.picture('backup-of-a-shorter-one');
    await ben.page.keyboard.press('Escape');
    await ada.goTo('Harbour Living');
    await ada.openTab('History');
    await ada.page.getByText(/^Ada Berg made the history shorter on .*: what was done up to entry 5/).waitFor();
    expect([...ada.window.consoleErrors, ...ben.window.consoleErrors]).toEqual([]);
  });
});
