import { Listeners } from '#core/kernel/listeners';
import type { KeptOrder, Office, OfficeChange } from '#core/ledger/kept-order';
import type { StoreResult } from '#core/ledger/store';

/** Knows who puts acts in order in a place that only carries files, as of the last exchange. */
export class OfficeDesk {
  private readonly listeners = new Listeners();
  private known: Office | null = null;
  private readonly ending = new AbortController();

  constructor(private readonly order: KeptOrder) {}

  readonly state = (): Office | null => this.known;

  readonly subscribe = this.listeners.add;

  /** Asks anew. What cannot be found out leaves what was known. */
  async refresh(): Promise<void> {
    this.take(await this.order.office(this.ending.signal));
  }

  readonly change = async (change: OfficeChange): Promise<StoreResult<Office>> => {
    const changed = await this.order.change(change, this.ending.signal);
    this.take(changed);
    return changed;
  };

  private take(office: StoreResult<Office>): void {
    if (!office.ok || JSON.stringify(office.value) === JSON.stringify(this.known)) return;
    this.known = office.value;
    this.listeners.tell();
  }
}
