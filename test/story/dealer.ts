import type { Locator } from 'playwright-core';
import type { TrellisWindow } from '../support/trellis-window';
import { Installer } from './installer';

export type PortfolioView = 'Table' | 'Calendar of ends' | 'Charts';

/** A person with several complexes, who wants to know what is left, used and ending. */
export class Dealer extends Installer {
  constructor(window: TrellisWindow) {
    super('Dealer', window, '', '');
  }

  /** Goes to the portfolio of a group, with the keyboard. */
  async openPortfolio(group: string): Promise<void> {
    await this.goTo(group);
    await this.page.keyboard.press('Control+8');
    await this.page.getByRole('tab', { name: 'Portfolio', selected: true }).waitFor();
  }

  async lookAs(view: PortfolioView): Promise<void> {
    await this.page.getByRole('radio', { name: view }).click();
  }

  get portfolio(): Locator {
    return this.page.getByRole('grid', { name: 'Portfolio' });
  }

  /** The lines as they stand: what each cell says, without the checkbox. */
  async lines(): Promise<readonly (readonly string[])[]> {
    const lines = await this.portfolio.getByRole('row').all();
    return Promise.all(
      lines
        .slice(1)
        .map(async (line) => (await line.getByRole('gridcell').allInnerTexts()).slice(1).map((cell) => cell.trim())),
    );
  }

  line(name: string): Locator {
    return this.portfolio.getByRole('row').filter({ has: this.page.getByText(name, { exact: true }) });
  }

  /** The figures of a complex: units, in use, left. */
  async figuresOf(name: string): Promise<readonly number[]> {
    const cells = await this.line(name).getByRole('gridcell').allInnerTexts();
    return cells.slice(2, 5).map(Number);
  }

  async sortBy(column: string): Promise<void> {
    await this.portfolio.getByRole('columnheader').getByRole('button', { name: column }).click();
  }

  /** Opens the menu of a line and chooses in it. */
  async askTo(act: string, name: string): Promise<void> {
    await this.line(name).click({ button: 'right' });
    await this.page.getByRole('menuitem', { name: act }).click();
  }

  /** Chooses in a field that finds by typing. */
  async find(within: Locator, label: string, name: string): Promise<void> {
    await within.getByRole('combobox', { name: label }).fill(name);
    await this.page.getByRole('option', { name }).click();
  }
}
