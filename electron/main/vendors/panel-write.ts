import { succeeded } from '#core/kernel/result';
import { addressText } from '#core/vendors/panel-addresses';
import type { PanelApartment, PanelItem } from '#core/vendors/panel';
import type { PanelReport, WrittenItem } from '#core/vendors/sent';
import type { VendorProgress } from '#core/vendors/vendor-failure';
import type { PanelClient } from './panel-client';
import type { Asked } from './ringover-client';

function holds(apartments: readonly PanelApartment[], item: PanelItem): boolean {
  return apartments.some(
    ({ linkId, address, name }) =>
      (linkId === null || linkId === item.linkId) &&
      address !== null &&
      addressText(address) === addressText(item.address) &&
      name === item.name,
  );
}

/** Writes apartments into a panel, reads it back, and believes what is read. A panel that a server manages is never written. */
export async function writePanel(
  client: PanelClient,
  items: readonly PanelItem[],
  signal: AbortSignal,
  onProgress: (progress: VendorProgress) => void,
): Promise<Asked<PanelReport>> {
  const before = await client.read(signal, () => undefined);
  if (!before.ok) return before;
  if (before.value.isManaged) return { ok: false, failure: { kind: 'managed' } };
  const written = await client.write(items, signal, onProgress);
  const after = await client.apartments(new AbortController().signal);
  if (!after.ok) return succeeded({ written, apartments: null });
  const checked = written.map((one): WrittenItem => {
    if (one.state === 'notSent') return one;
    const isThere = holds(after.value, one.item);
    if (isThere) return one.state === 'failed' ? one : { ...one, state: 'done' };
    return { ...one, state: 'failed' };
  });
  return succeeded({ written: checked, apartments: after.value });
}
