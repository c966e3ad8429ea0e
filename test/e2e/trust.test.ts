import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { afterAll, afterEach, describe, expect, it, vi } from 'vitest';
import { keyRegister } from '#core/intents/key-intents';
import type { Commit } from '#core/ledger/commit';
import { encodeCommit } from '#core/ledger/encoding';
import { Replica } from '#core/ledger/replica';
import { synchronise } from '#core/ledger/synchronise';
// Declares window.trellisStart, for what tests evaluate in the page.
import type {} from '../../renderer/src/state/window-start';
import { FolderStore } from '../../electron/main/stores/folder/folder';
import { sealEntry } from '../../electron/main/trust/entry-sealing';
import { KeyFile, noLock } from '../../electron/main/trust/key-file';
import { ProvedCopy } from '../../electron/main/trust/proved-copy';
import { SealedStore } from '../../electron/main/trust/sealed-store';
import { patienceMs } from '../support/patience';
import { launchTrellis, removeFolder, temporaryFolder, type TrellisWindow } from '../support/trellis-window';

const root = temporaryFolder('trust');
const never = new AbortController().signal;
const windows: TrellisWindow[] = [];
afterEach(() => Promise.all(windows.splice(0).map((window) => window.close())));
afterAll(() => removeFolder(root));

async function aWindow(name: string, folder: string): Promise<TrellisWindow> {
  const opened = await launchTrellis({ profile: path.join(root, name), chosenFolder: folder });
  windows.push(opened);
  await opened.page.waitForFunction(() => window.trellisStart?.state.getState().kind === 'choosing');
  // The print dialog of the system waits for a person.
  await opened.page.evaluate(() => (window.print = () => document.body.setAttribute('data-printed', '')));
  return opened;
}

function dialog(page: Page, name: string | RegExp): Locator {
  return page.getByRole('dialog', { name, exact: typeof name === 'string' });
}

async function command(page: Page, name: string): Promise<void> {
  await page.keyboard.press('Control+k');
  await page.getByRole('dialog').getByRole('combobox').fill(name);
  await page.getByRole('dialog').getByRole('option', { name }).first().click();
}

/** Goes through the three pages of protecting, and answers the words that were shown. */
async function protect(page: Page): Promise<readonly string[]> {
  await command(page, 'Protect this account');
  const pages = dialog(page, 'Protect this account');
  await pages.getByText('Page 1 of 3').waitFor();
  await pages.getByRole('button', { name: 'Continue' }).click();
  await pages.getByRole('list', { name: 'Recovery words' }).waitFor();
  const words = await pages.getByRole('list', { name: 'Recovery words' }).getByRole('listitem').allInnerTexts();
  expect(words).toHaveLength(24);
  await pages.getByRole('button', { name: 'Print' }).click();
  await page.locator('body[data-printed]').waitFor();
  await pages.getByRole('button', { name: 'I have them' }).click();
  for (const field of await pages.getByRole('textbox').all()) {
    const label = await field.evaluate((input: HTMLInputElement) => input.labels?.[0]?.innerText ?? '');
    await field.fill(words[Number(/\d+/.exec(label)?.[0]) - 1] ?? '');
  }
  await pages.getByRole('button', { name: 'Protect this account' }).click();
  const done = dialog(page, 'The account is protected');
  await done.getByText('Page 3 of 3').waitFor();
  expect(await page.getByText('This computer is not let in').count()).toBe(0);
  await done.getByRole('button', { name: 'Close' }).last().click();
  return words;
}

async function statusOf(page: Page): Promise<string> {
  return page.locator('.status-sync').innerText();
}

async function upToDate(page: Page): Promise<void> {
  await vi.waitFor(async () => expect(await statusOf(page)).toBe('Up to date'), { timeout: patienceMs });
}

/** Waits until everything done in a window lies in the shared place. */
async function sent(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const state = window.trellisStart?.state.getState();
    if (state?.kind !== 'open') throw new Error('no account is open');
    await state.account.synchroniser.synchronise();
  });
  await upToDate(page);
}

async function act(page: Page, name: string, args: object): Promise<string> {
  return page.evaluate(
    async ([what, given]) => {
      const state = window.trellisStart?.state.getState();
      if (state?.kind !== 'open') throw new Error('no account is open');
      const { session, synchroniser } = state.account;
      const done = await session.act({ do: what, args: given } as unknown as Parameters<typeof session.act>[0]);
      await synchroniser.synchronise();
      return done.ok ? 'done' : JSON.stringify(done);
    },
    [name, args] as const,
  );
}

async function roleOf(page: Page, id: string): Promise<string | undefined> {
  return page.evaluate((userId) => {
    const state = window.trellisStart?.state.getState();
    return state?.kind === 'open' ? state.account.session.model.row('users', userId)?.roleId : undefined;
  }, id);
}

function bytesIn(folder: string): string {
  return readdirSync(folder, { recursive: true })
    .map((name) => path.join(folder, String(name)))
    .map((file) => `${file}\n${statSync(file).isFile() ? readFileSync(file, 'latin1') : ''}`)
    .join('\n');
}

function lastFile(folder: string): { readonly file: string; readonly entry: { seq: number }; readonly line: string } {
  const name = readdirSync(path.join(folder, 'log')).sort().at(-1) ?? '';
  const file = path.join(folder, 'log', name);
  const line = readFileSync(file, 'utf8').trimEnd().split('\n').at(-2) ?? '';
  return { file, line, entry: JSON.parse(line) as { seq: number } };
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

/** An office with a protected account in a shared folder, and a person to let in. */
let offices = 0;
async function anOffice(story: string): Promise<{ readonly office: TrellisWindow; readonly folder: string }> {
  offices += 1;
  const name = `${story}-${String(offices)}`;
  const folder = path.join(root, `${name}-share`);
  mkdirSync(folder);
  const office = await aWindow(`${name}-office`, folder);
  await office.page.evaluate(() => window.trellisStart?.startAccount({ name: 'Sonnenhof', ownerName: 'Olga Owner' }));
  await office.page.getByRole('treeitem', { name: 'Sonnenhof' }).waitFor();
  await act(office.page, 'user.create', { id: 'bob', groupId: 'root', name: 'Bob Builder', roleId: 'companyAdmin' });
  await act(office.page, 'user.create', { id: 'rita', groupId: 'root', name: 'Rita Resident' });
  await protect(office.page);
  await office.page.evaluate(() => window.trellisStart?.shareThroughFolder('exclusive'));
  await upToDate(office.page);
  return { office, folder };
}

/** Invites somebody in the window, and answers the invitation. */
async function invite(page: Page, person: string): Promise<string> {
  await command(page, 'Let a computer in');
  const letIn = dialog(page, 'Let a computer in');
  await letIn.getByRole('combobox', { name: 'For whom' }).fill(person);
  await page.getByRole('option', { name: new RegExp(person) }).click();
  await letIn.getByRole('button', { name: 'Make the invitation' }).click();
  const made = dialog(page, `Invitation for ${person}`);
  await made.getByRole('img', { name: 'The invitation as a QR code' }).waitFor();
  const code = await made.getByRole('textbox', { name: 'The invitation as text' }).innerText();
  await page.keyboard.press('Escape');
  await made.waitFor({ state: 'detached' });
  return code;
}

async function join({ page }: TrellisWindow, invitation: string): Promise<void> {
  await page.getByRole('button', { name: 'I have an invitation…' }).click();
  const asked = dialog(page, 'Join by an invitation');
  await asked.getByRole('textbox', { name: 'Invitation' }).fill(invitation);
  await asked.getByRole('button', { name: 'Continue' }).click();
  await asked.getByRole('button', { name: 'Choose the folder…' }).click();
  await page.waitForFunction(() => window.trellisStart?.state.getState().kind === 'open');
}

describe('a protected account in the window', () => {
  it('lets somebody in by an invitation, shows who signed, shuts out, and lets in again by six words', async () => {
    const { office, folder } = await anOffice('story');
    const lying = bytesIn(folder);
    for (const secret of ['Sonnenhof', 'Olga Owner', 'Bob Builder', 'Rita Resident', 'companyAdmin'])
      expect(lying.includes(secret), secret).toBe(false);
    const site = await aWindow(`${path.basename(folder)}-site`, folder);
    await join(site, await invite(office.page, 'Bob Builder'));
    await upToDate(site.page);
    expect(
      await act(site.page, 'group.create', { id: 'h', parentId: 'root', kind: 'complex', name: 'Haus am See' }),
    ).toBe('done');
    await office.page.keyboard.press('F5');
    await office.page.getByRole('treeitem', { name: 'Haus am See' }).waitFor();
    await office.page.getByRole('treeitem', { name: 'Sonnenhof' }).click();
    await office.page.getByRole('tab', { name: 'History' }).click();
    await office.page
      .getByRole('img', { name: /^Proved: done on / })
      .first()
      .waitFor();
    await office.picture('trust-history');

    await command(office.page, 'Computers');
    const computers = dialog(office.page, 'Computers');
    expect(await computers.getByRole('row').count()).toBe(3);
    await office.picture('trust-computers');
    await computers
      .getByRole('row', { name: /Bob Builder/ })
      .getByRole('button', { name: 'Shut out…' })
      .click();
    const effect = office.page.getByRole('alertdialog');
    await effect.getByText('It can change nothing from now on').waitFor();
    await effect.getByRole('button', { name: 'Shut out' }).click();
    await computers.getByText('Shut out', { exact: true }).waitFor();
    // The question before the act closes on its own, and Escape would be for it until then.
    await office.page.getByRole('alertdialog').waitFor({ state: 'detached' });
    await computers.and(office.page.locator(':focus-within')).waitFor();
    await office.page.keyboard.press('Escape');
    await computers.waitFor({ state: 'detached' });
    await act(office.page, 'user.update', { userId: 'rita', set: { name: 'Rita Renamed' } });

    await site.page.keyboard.press('F5');
    await site.page.getByText('This computer is not let in: you can look').waitFor();
    expect(await act(site.page, 'user.update', { userId: 'rita', set: { name: 'No' } })).toContain('NOT_ADMITTED');
    await site.page.getByRole('button', { name: 'What can be done…' }).click();
    const asking = site.page.getByRole('region', { name: 'Ask to be let in' });
    const itsWords = asking.getByRole('list', { name: 'Six words' }).getByRole('listitem');
    await itsWords.nth(5).waitFor();
    const words = await itsWords.allInnerTexts();
    const line = await asking.getByRole('textbox', { name: 'Line to send' }).innerText();
    await site.picture('trust-not-in');
    await command(office.page, 'Let a computer in');
    const letIn = dialog(office.page, 'Let a computer in');
    await letIn.getByRole('combobox', { name: 'For whom' }).fill('Bob Builder');
    await office.page.getByRole('option', { name: /Bob Builder/ }).click();
    await letIn.getByText('Beside me, or we are on the phone').click();
    await letIn.getByRole('textbox', { name: 'What the other computer shows' }).fill(line);
    const seen = letIn.getByRole('list', { name: 'Six words' });
    await seen.waitFor();
    expect(await seen.getByRole('listitem').allInnerTexts()).toEqual(words);
    await office.picture('trust-six-words');
    await letIn.getByRole('button', { name: 'They are the same: let it in' }).click();
    await letIn.getByText(/is let in for Bob Builder/).waitFor();
    await sent(office.page);
    await site.page.getByRole('button', { name: 'Look whether it is let in' }).click();
    await site.page.waitForFunction(() => window.trellisStart?.state.getState().kind === 'open');
    await upToDate(site.page);
    expect(await act(site.page, 'user.update', { userId: 'rita', set: { name: 'Rita Again' } })).toBe('done');
  });

  it('lets an owner in again by the printed words when every computer is lost', async () => {
    offices += 1;
    const folder = path.join(root, `lost-${String(offices)}`);
    mkdirSync(folder);
    const office = await aWindow(`${path.basename(folder)}-office`, folder);
    await office.page.evaluate(() => window.trellisStart?.startAccount({ name: 'Sonnenhof', ownerName: 'Olga Owner' }));
    const words = await protect(office.page);
    await office.page.evaluate(() => window.trellisStart?.shareThroughFolder('exclusive'));
    await upToDate(office.page);
    await office.close();
    windows.length = 0;
    const first = await aWindow(`${path.basename(folder)}-fresh`, folder);
    await first.page.getByRole('button', { name: 'Choose a folder…' }).click();
    await first.page.getByRole('region', { name: 'Ask to be let in' }).waitFor();
    await first.close();
    windows.length = 0;
    // Whoever waits to be let in waits longer than a window is open.
    const fresh = await launchTrellis({ profile: first.profile, chosenFolder: folder });
    windows.push(fresh);
    const wordsField = fresh.page.getByRole('textbox', { name: 'The 24 words' });
    await wordsField.fill([...words].reverse().join(' '));
    await fresh.page.getByRole('button', { name: 'Let this computer in' }).click();
    await fresh.page.getByRole('alert').waitFor();
    await fresh.page.getByRole('textbox', { name: 'The 24 words' }).fill(words.join('\n').toUpperCase());
    await fresh.page.getByRole('button', { name: 'Let this computer in' }).click();
    await fresh.page.waitForFunction(() => window.trellisStart?.state.getState().kind === 'open');
    await upToDate(fresh.page);
    expect(await act(fresh.page, 'user.create', { id: 'una', groupId: 'root', name: 'Una' })).toBe('done');
    await upToDate(fresh.page);
  });
});

describe('attacks on a protected account, seen in the window', () => {
  it('names a line that somebody put into the folder with an editor; nothing comes of it', async () => {
    const { office, folder } = await anOffice('line');
    const { entry, line } = lastFile(folder);
    const seq = entry.seq + 1;
    const ledger = (JSON.parse(line) as { readonly ledger: string }).ledger;
    const forged = JSON.stringify({
      ...{ ledger, seq, prev: sha256(line), id: 'forged', day: '2026-06-01', at: '', by: 'owner', device: 'editor' },
      ...{ rules: 2, do: 'user.update', args: { userId: 'rita', set: { roleId: 'owner' } } },
    });
    const file = path.join(folder, 'log', `${String(seq).padStart(12, '0')}.jsonl`);
    writeFileSync(file, `${forged}\n{"closes":${String(seq)},"hash":"${sha256(forged)}"}\n`);
    await office.page.keyboard.press('F5');
    await vi.waitFor(async () => expect(await statusOf(office.page)).toMatch(/^Stopped/), { timeout: patienceMs });
    await office.page.locator('.status-sync').click();
    await office.page
      .getByText(/It is not encrypted, although the account is protected/)
      .first()
      .waitFor();
    expect(await roleOf(office.page, 'rita')).toBe('resident');
  });

  it('names an act by a computer that was shut out; nothing comes of it', async () => {
    const { office, folder } = await anOffice('revoked');
    const site = await aWindow(`${path.basename(folder)}-site`, folder);
    await join(site, await invite(office.page, 'Bob Builder'));
    await upToDate(site.page);
    await site.close();
    windows.pop();
    const ledger = (JSON.parse(lastFile(folder).line) as { readonly ledger: string }).ledger;
    const file = await KeyFile.open(
      path.join(root, `${path.basename(folder)}-site`, 'ledgers', ledger, 'keys.json'),
      ledger,
      noLock,
    );
    if (!file.ok) throw new Error(JSON.stringify(file.failure));
    const own = file.value.own();
    const place = new FolderStore(folder, { ledger, mayBeEmpty: false });
    const copy = new ProvedCopy(Replica.empty(ledger), own);
    const inside = new SealedStore({ store: place, ledger, own, vault: file.value, register: () => copy.register });
    expect(await synchronise(copy, inside, never)).toMatchObject({ ok: true });
    // From here on it has not heard that it was shut out.
    const register = keyRegister(copy.replica.model);
    const key = own.counting(register)?.id ?? '';
    await command(office.page, 'Computers');
    const computers = dialog(office.page, 'Computers');
    await computers
      .getByRole('row', { name: /Bob Builder/ })
      .getByRole('button', { name: 'Shut out…' })
      .click();
    await office.page.getByRole('alertdialog').getByRole('button', { name: 'Shut out' }).click();
    await computers.getByText('Shut out', { exact: true }).waitFor();
    // The question before the act closes on its own, and Escape would be for it until then.
    await office.page.getByRole('alertdialog').waitFor({ state: 'detached' });
    await computers.and(office.page.locator(':focus-within')).waitFor();
    await office.page.keyboard.press('Escape');
    await computers.waitFor({ state: 'detached' });
    await upToDate(office.page);
    expect(await synchronise(copy, inside, never)).toMatchObject({ ok: true });

    const outer = await place.head(never);
    const last = outer.ok && outer.value !== null ? outer.value : { seq: 0, hash: '' };
    const seq = last.seq + 1;
    const lie = encodeCommit({
      ...{ ledger, seq, prev: copy.head?.hash ?? '', id: 'lie', day: '2026-06-01', at: '', by: 'bob', device: 'site' },
      ...{ rules: 2, do: 'user.update', args: { userId: 'rita', set: { roleId: 'owner' } } },
    });
    const signed = own.signActs([lie], register) ?? [];
    const [epoch] = file.value.all();
    const where = { ledger, seq, prev: last.hash, epoch: epoch?.epoch ?? '' };
    const signature = own.signAppend(ledger, signed, register);
    const envelope = sealEntry(signed[0] ?? lie, where, Buffer.from(epoch?.key ?? '', 'hex'), signature);
    expect(await place.append([envelope], last, never)).toMatchObject({ ok: true });
    await place.close();

    await office.page.keyboard.press('F5');
    await vi.waitFor(async () => expect(await statusOf(office.page)).toMatch(/^Stopped/), { timeout: patienceMs });
    await office.page.locator('.status-sync').click();
    await office.page
      .getByText(new RegExp(`${key}.*does not count`))
      .first()
      .waitFor();
    expect(await roleOf(office.page, 'rita')).toBe('resident');
  });

  it('looks through what a computer did that was shut out, and takes it back', async () => {
    const { office, folder } = await anOffice('review');
    const site = await aWindow(`${path.basename(folder)}-site`, folder);
    const invitation = await invite(office.page, 'Bob Builder');
    await office.page.keyboard.press('Escape');
    await join(site, invitation);
    await act(site.page, 'group.create', { id: 'g', parentId: 'root', kind: 'complex', name: 'Not meant' });
    await act(site.page, 'user.update', { userId: 'rita', set: { name: 'Spoilt' } });
    await sent(site.page);
    await sent(office.page);
    await command(office.page, 'Computers');
    const computers = dialog(office.page, 'Computers');
    await computers
      .getByRole('row', { name: /Bob Builder/ })
      .getByRole('button', { name: 'Shut out…' })
      .click();
    const asked = office.page.getByRole('alertdialog');
    await asked.getByText('Look through what it did').click();
    await asked.getByText('It did 3 acts since then.').waitFor();
    await asked.getByRole('button', { name: 'Shut out', exact: true }).click();
    const review = dialog(office.page, /^What .* did$/);
    await review.getByText('2 acts could be taken back.').waitFor();
    await review.getByRole('button', { name: 'Take back all of them' }).click();
    await review.getByText('Nothing is left to take back.').waitFor();
    expect(await review.getByText('Taken back').count()).toBe(2);
    const left = await office.page.evaluate(() => {
      const state = window.trellisStart?.state.getState();
      if (state?.kind !== 'open') throw new Error('no account is open');
      const { model } = state.account.session;
      return [model.row('groups', 'g')?.name, model.row('users', 'rita')?.name];
    });
    expect(left).toEqual([undefined, 'Rita Resident']);
  });

  it('names an envelope with another byte in it, to whoever reads it for the first time', async () => {
    const { office, folder } = await anOffice('byte');
    const site = await aWindow(`${path.basename(folder)}-site`, folder);
    const invitation = await invite(office.page, 'Bob Builder');
    const { file, line, entry } = lastFile(folder);
    const at = line.indexOf('"sealed":"') + 80;
    const altered = line.slice(0, at) + (line[at] === 'A' ? 'B' : 'A') + line.slice(at + 1);
    // Whoever does it knows how a file is closed.
    const before = readFileSync(file, 'utf8').split('\n').slice(0, -3);
    const closing = `{"closes":${String(entry.seq)},"hash":"${sha256(altered)}"}`;
    writeFileSync(file, [...before, altered, closing, ''].join('\n'));
    await site.page.getByRole('button', { name: 'I have an invitation…' }).click();
    const asked = dialog(site.page, 'Join by an invitation');
    await asked.getByRole('textbox', { name: 'Invitation' }).fill(invitation);
    await asked.getByRole('button', { name: 'Continue' }).click();
    await asked.getByRole('button', { name: 'Choose the folder…' }).click();
    await site.page.getByText('Something in that place is damaged, or was written by somebody else').waitFor();
    expect(await site.page.evaluate(() => window.trellisStart?.state.getState().kind)).toBe('notLetIn');
  });

  it('judges names as every other program does, whichever Unicode the window and Node have', async () => {
    const folder = path.join(root, 'unicode-share');
    mkdirSync(folder);
    const { page } = await aWindow('unicode-office', folder);
    await page.evaluate(() => window.trellisStart?.startAccount({ name: 'Sonnenhof', ownerName: 'Olga Owner' }));
    await page.getByRole('treeitem', { name: 'Sonnenhof' }).waitFor();
    await page.evaluate(() => window.trellisStart?.shareThroughFolder('exclusive'));
    await upToDate(page);
    const { entry, line } = lastFile(folder);
    const first = JSON.parse(line) as Commit;
    // The first two are one text to Unicode 16 and two to Unicode 15, the others one to both.
    const names = ['\u{105c9}', '\u{105d2}\u0307', '\u00e9', 'e\u0301'];
    const lines = [line];
    for (const [index, name] of names.entries())
      lines.push(
        Buffer.from(
          encodeCommit({
            ...first,
            seq: entry.seq + 1 + index,
            prev: sha256(lines.at(-1) ?? ''),
            id: `typed-${String(index)}`,
            do: 'group.create',
            args: { id: `g${String(index)}`, parentId: 'root', kind: 'custom', name },
          }),
        ).toString(),
      );
    const store = new FolderStore(folder, { ledger: null, mayBeEmpty: false });
    const head = { seq: entry.seq, hash: sha256(line) };
    expect(
      await store.append(
        lines.slice(1).map((text) => Buffer.from(text)),
        head,
        never,
      ),
    ).toMatchObject({ ok: true });
    await page.keyboard.press('F5');
    const inTheWindow = await vi.waitFor(
      async () => {
        const found = await page.evaluate(() => {
          const state = window.trellisStart?.state.getState();
          if (state?.kind !== 'open') throw new Error('no account is open');
          const { session } = state.account;
          return { digest: session.ask('digest', {}, '2026-06-01'), names: session.model.children('root').length };
        });
        expect(found.names).toBe(names.length);
        return found;
      },
      { timeout: patienceMs },
    );
    const node = Replica.empty(first.ledger);
    const page1 = await store.read(0, { entries: 100, bytes: 1_000_000 }, never);
    await store.close();
    if (!page1.ok) throw new Error(JSON.stringify(page1.failure));
    expect(node.receive(page1.value.entries)).toMatchObject({ ok: true, voided: [] });
    expect(inTheWindow.digest).toEqual(node.ask('digest', {}, { day: '2026-06-01', by: 'owner' }));
  });
});
