import type { AddressedView } from '#core/vendors/panel-addresses';
import type { RowsInMemory } from '../../data/session';

/** The rows of the window as addresses are worked out from them. */
export function panelView(rows: RowsInMemory): AddressedView {
  return rows;
}
