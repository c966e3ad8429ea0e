import { writtenAddress } from '../stores/registry';

/**
 * The places the window may name: what a person chose in a dialog, and what the command line names.
 * Anything else the window asks for is refused, so that its code cannot reach files by guessing.
 */
export class LedgerPlaces {
  private readonly chosen = new Set<string>();

  allow(place: string): void {
    const url = writtenAddress(place);
    if (url !== null) this.chosen.add(url);
  }

  /** The address of a place that was chosen, else `null`. */
  addressOf(place: string): string | null {
    const url = writtenAddress(place);
    return url !== null && this.chosen.has(url) ? url : null;
  }
}
