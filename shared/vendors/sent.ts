import type { PanelApartment, PanelItem } from './panel';
import type { RingoverCall } from './ringover';
import type { SentState, VendorFailure } from './vendor-failure';

/** A call that was to be sent, with its fate, and why where it was not done. */
export interface SentCall {
  readonly call: RingoverCall;
  readonly state: SentState;
  readonly failure?: VendorFailure;
  /** The vendor's id of somebody who was invited, where it is known. */
  readonly vendorId?: string;
}

/** Fate of one apartment that was to be written. */
export interface WrittenItem {
  readonly item: PanelItem;
  readonly state: SentState;
  /** The panel's own words, none where it said nothing. */
  readonly said: readonly string[];
  readonly failure?: VendorFailure;
}

/** A write into a panel: what became of each apartment, and what the panel holds now; `null` where it could not be read back. */
export interface PanelReport {
  readonly written: readonly WrittenItem[];
  readonly apartments: readonly PanelApartment[] | null;
}
