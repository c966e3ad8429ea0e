import { rmSync, symlinkSync } from 'node:fs';
import type { Locator, Page } from 'playwright-core';
import type { DigestAnswer } from '#core/queries/digest';
// Declares window.trellisStart, through which a test reads the digest: no part of the window shows it.
import type {} from '../../renderer/src/state/window-start';
import { patienceMs } from '../support/patience';
import { panesFollowed } from '../support/settled';
import type { TrellisWindow } from '../support/trellis-window';

export type TabName = 'Overview' | 'Licenses' | 'People' | 'Numbers' | 'Devices' | 'Coming up' | 'History';

/** A person at a real window: everything is done with the mouse and the keyboard, and read from what is shown. */
export class Installer {
  readonly page: Page;

  constructor(
    readonly name: string,
    readonly window: TrellisWindow,
    /** Where this computer sees the shared folder: a link to it, so that one computer can lose its connection alone. */
    private readonly mount: string,
    private readonly share: string,
  ) {
    this.page = window.page;
    this.page.setDefaultTimeout(patienceMs);
  }

  /** The share is there, as a network drive is. */
  connect(): void {
    symlinkSync(this.share, this.mount, 'dir');
  }

  /** The share is gone, as a network drive is without a network. */
  disconnect(): void {
    rmSync(this.mount);
  }

  button(name: string | RegExp, within: Page | Locator = this.page): Locator {
    return within.getByRole('button', { name, exact: true });
  }

  /** Runs a command by its name, as from the palette. */
  async command(name: string): Promise<void> {
    await this.choose(name);
  }

  /** Goes to a group or a person by name. */
  async goTo(name: string): Promise<void> {
    await this.choose(name);
    await this.page.getByRole('main').getByRole('navigation').getByText(name, { exact: true }).waitFor();
    await panesFollowed(this.page);
  }

  async openTab(tab: TabName): Promise<void> {
    await this.page.getByRole('tab', { name: tab }).click();
    await this.page.getByRole('tab', { name: tab, selected: true }).waitFor();
  }

  async startAccount(name: string): Promise<void> {
    await this.page.getByRole('textbox', { name: 'Name of the organisation' }).fill(name);
    await this.button('Start').click();
    await this.treeItem(name).waitFor();
  }

  /** Generates levels below a group; one count a level, as the dialog suggests the levels. */
  async generate(parent: string, counts: readonly number[]): Promise<void> {
    await this.treeItem(parent).click();
    await this.page.keyboard.press('Control+Shift+g');
    const levels = this.dialog.getByRole('region', { name: /^Level/ });
    for (const [index, count] of counts.entries()) await this.fillNumber(levels.nth(index), 'How many', count);
    await this.button(/^Generate \d+ groups$/, this.dialog).click();
    await this.dialog.waitFor({ state: 'detached' });
  }

  treeItem(name: string): Locator {
    return this.page
      .getByRole('tree')
      .getByRole('treeitem')
      .filter({ has: this.page.getByText(name, { exact: true }) })
      .first();
  }

  /** Opens a group in the tree, with the keyboard. */
  async open(name: string): Promise<void> {
    await this.treeItem(name).click();
    await this.page.keyboard.press('ArrowRight');
    await this.page
      .getByRole('tree')
      .getByRole('treeitem', { expanded: true })
      .filter({ hasText: name })
      .first()
      .waitFor();
  }

  /** Creates a group below another, in its place in the tree. */
  async createGroup(parent: string, kind: string, name: string): Promise<void> {
    await this.treeItem(parent).click();
    await this.page.keyboard.press('Control+n');
    await this.page.getByRole('combobox', { name: 'Kind of the new group' }).selectOption(kind);
    const field = this.page.getByRole('textbox', { name: 'Name of the new group' });
    await field.fill(name);
    await field.press('Enter');
    await this.treeItem(name).waitFor();
  }

  /** Writes the note of the chosen group, in its properties. */
  async writeNote(note: string): Promise<void> {
    const field = this.page.getByRole('complementary').getByRole('textbox', { name: 'Note' });
    await field.fill(note);
    await field.press('Tab');
  }

  /** Adds a purchase to the account. */
  async buy(account: string, type: string, quantity: number): Promise<void> {
    await this.openTabOf(account, 'Licenses');
    await this.button('Add purchase or trial…').click();
    await this.select(this.dialog, 'License', type);
    await this.fillNumber(this.dialog, 'Quantity', quantity);
    await this.button('Add', this.dialog).click();
    await this.dialog.waitFor({ state: 'detached' });
  }

  async addSipRange(account: string, from: string, to: string): Promise<void> {
    await this.openTabOf(account, 'Numbers');
    await this.button('Add', this.page.getByRole('toolbar')).click();
    await this.page.getByRole('menuitem', { name: 'Add a SIP range' }).click();
    const line = this.page.getByRole('form', { name: 'Add a SIP range' });
    await line.getByRole('textbox', { name: 'First' }).fill(from);
    await line.getByRole('textbox', { name: 'Last' }).fill(to);
    await this.button('Add', line).click();
    await line.waitFor({ state: 'detached' });
  }

  /** Opens the dialog that gives a group a pool of its own, with what would be allocated to it at once. */
  async askForOwnPool(group: string, type: string, quantity: number): Promise<void> {
    await this.openTabOf(group, 'Licenses');
    await this.button('Give it a pool of its own…').click();
    await this.fillNumber(this.dialog, type, quantity);
  }

  async giveOwnPool(type: string, quantity: number): Promise<void> {
    await this.fillNumber(this.dialog, type, quantity);
    await this.button('Give it its own pool', this.dialog).click();
    await this.dialog.waitFor({ state: 'detached' });
  }

  async addPerson(group: string, name: string, role: string): Promise<void> {
    await this.openTabOf(group, 'People');
    await this.button('New person').first().click();
    const line = this.page.getByRole('form', { name: 'New person' });
    await line.getByRole('textbox', { name: 'Name' }).fill(name);
    await this.select(line, 'Role', role);
    await this.button('Create', line).click();
    await this.personRow(name).waitFor();
    await this.button('Close', line).click();
  }

  async renamePerson(group: string, name: string, newName: string): Promise<void> {
    await this.openPerson(group, name);
    const field = this.properties.getByRole('textbox', { name: 'Name' });
    await field.fill(newName);
    await field.press('Tab');
    await this.personRow(newName).waitFor();
  }

  async assignLicense(group: string, person: string, type: string): Promise<void> {
    await this.openPerson(group, person);
    await this.select(this.properties, 'Type', type);
    await this.button('Give', this.properties).click();
    await this.personRow(person).getByText(type, { exact: true }).waitFor();
  }

  personRow(name: string): Locator {
    return this.page
      .getByRole('grid', { name: 'People' })
      .getByRole('row')
      .filter({ has: this.page.getByText(name, { exact: true }) });
  }

  async openPerson(group: string, name: string): Promise<void> {
    await this.openTabOf(group, 'People');
    await this.personRow(name).getByText(name, { exact: true }).first().click();
    // Before they follow, the properties show the group, which has a name as well.
    await this.properties.locator('.properties-head-name').getByText(name, { exact: true }).waitFor();
    await panesFollowed(this.page);
  }

  async openTabOf(group: string, tab: TabName): Promise<void> {
    await this.goTo(group);
    await this.openTab(tab);
  }

  get properties(): Locator {
    return this.page.getByRole('complementary');
  }

  /** Everything that could not be kept, as it is explained. */
  async openAttention(): Promise<Locator> {
    await this.command('Show what needs attention');
    return this.dialog.getByRole('article');
  }

  async closeDialog(): Promise<void> {
    await this.page.keyboard.press('Escape');
    await this.dialog.waitFor({ state: 'detached' });
  }

  /** Fills a number field and leaves it, which is what makes it count. */
  async fillNumber(within: Page | Locator, label: string, value: number): Promise<void> {
    const field = within.getByRole('textbox', { name: label, exact: true });
    await field.fill(String(value));
    await field.press('Tab');
  }

  /** Chooses in one of the window's own lists. */
  async select(within: Page | Locator, label: string, choice: string): Promise<void> {
    // Its label also names what stands beside it: the question mark of a word, the steps of a number.
    const list = within.locator('[aria-haspopup="listbox"]');
    await within.getByRole('button', { name: label }).and(list).click();
    await this.page.getByRole('option', { name: choice }).first().click();
  }

  get dialog(): Locator {
    return this.page.getByRole('dialog');
  }

  async synchroniseByHand(): Promise<void> {
    await this.page.keyboard.press('F5');
  }

  /** What the bar at the bottom says about synchronising. */
  syncState(): Promise<string> {
    return this.page.getByRole('contentinfo').getByRole('status').innerText();
  }

  async waitForSyncState(state: RegExp): Promise<void> {
    await this.page.getByRole('contentinfo').getByRole('status').filter({ hasText: state }).waitFor();
  }

  /** What the account of this window amounts to: the same on two computers at the same commit. */
  digest(): Promise<DigestAnswer> {
    return this.page.evaluate(() => {
      const state = window.trellisStart?.state.getState();
      if (state?.kind !== 'open') throw new Error('no account is open');
      const { session } = state.account;
      const digest = session.ask('digest', {}, session.today());
      if ('refusals' in digest) throw new Error('the digest was refused');
      return digest;
    });
  }

  private async choose(name: string): Promise<void> {
    await this.page.keyboard.press('Control+k');
    const palette = this.page.getByRole('dialog', { name: 'Search and commands' });
    await palette.getByRole('combobox').fill(name);
    await palette
      .getByRole('option')
      .filter({ has: this.page.getByText(name, { exact: true }) })
      .first()
      .click();
    await palette.waitFor({ state: 'detached' });
  }
}
