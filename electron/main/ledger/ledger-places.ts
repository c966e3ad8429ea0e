import { openStore } from '../stores/registry';

/**
 * The places the window may name: what a person chose in a dialog, and what the command line names.
 * Anything else the window asks for is refused, so that its code cannot reach files by guessing.
 */
export class LedgerPlaces {
  private readonly chosen = new Set<string>();

  allow(place: string): void {
    const opening = openStore(place, { ledger: null, mayBeEmpty: true });
    if (opening.ok) this.chosen.add(opening.value.url);
  }

  /** The address of a place that was chosen, else `null`. */
  addressOf(place: string): string | null {
    const opening = openStore(place, { ledger: null, mayBeEmpty: true });
    return opening.ok && this.chosen.has(opening.value.url) ? opening.value.url : null;
  }
}
