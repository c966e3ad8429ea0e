import type { View } from '../model/model';
import type { AddressedApartment } from './panel-addresses';
import { addressText } from './panel-addresses';
import type { PanelApartment, PanelInfo, PanelItem } from './panel';
import { defineFields, panelAddressField } from './remembered-ids';
import type { VendorAct } from './vendor-failure';

/** One apartment here and in a panel. `taken`: the panel has another one at this address, which Trellis did not write. */
export interface PanelLine {
  readonly id: string;
  /** The apartment here; `null` for one that only the panel has. */
  readonly groupId: string | null;
  readonly name: string;
  readonly state: 'new' | 'changed' | 'same' | 'taken' | 'unaddressed' | 'onlyThere';
  readonly here: PanelItem | null;
  readonly there: PanelApartment | null;
  readonly problems: AddressedApartment['problems'];
}

function isSame(item: PanelItem, there: PanelApartment): boolean {
  return (
    there.address !== null &&
    addressText(item.address) === addressText(there.address) &&
    item.name === there.name &&
    // Old firmware tells no count.
    (there.residents === null || item.residents === there.residents)
  );
}

/** The apartments of a building and of a panel side by side. Only ours are ever written; what only the panel has stays as it is. */
export function comparePanel(
  here: readonly AddressedApartment[],
  there: readonly PanelApartment[],
): readonly PanelLine[] {
  const byLink = new Map(there.flatMap((one) => (one.linkId === null ? [] : [[one.linkId, one] as const])));
  const byAddress = new Map(
    there.flatMap((one) => (one.address === null ? [] : [[addressText(one.address), one] as const])),
  );
  const used = new Set<PanelApartment>();
  const ours = here.map(({ groupId, name, item, problems }): PanelLine => {
    const base = { id: `here ${groupId}`, groupId, name, here: item, problems };
    if (item === null) return { ...base, state: 'unaddressed', there: null };
    const linked = byLink.get(item.linkId);
    if (linked !== undefined) {
      used.add(linked);
      return { ...base, state: isSame(item, linked) ? 'same' : 'changed', there: linked };
    }
    const neighbour = byAddress.get(addressText(item.address));
    if (neighbour === undefined) return { ...base, state: 'new', there: null };
    used.add(neighbour);
    // Without ids nothing tells whose it is; the same name at the same address is taken for ours.
    const isOurs = neighbour.linkId === null && isSame(item, neighbour);
    return { ...base, state: isOurs ? 'same' : 'taken', there: neighbour };
  });
  const rest = there
    .filter((one) => !used.has(one))
    .map((one, index): PanelLine => ({
      id: `there ${one.uid ?? one.linkId ?? String(index)}`,
      groupId: null,
      name: one.name,
      state: 'onlyThere',
      here: null,
      there: one,
      problems: [],
    }));
  return [...ours, ...rest];
}

/** Lines that a write sends: what is new or has changed, unless it was left out. */
export function itemsToWrite(lines: readonly PanelLine[], leftOut: ReadonlySet<string>): readonly PanelItem[] {
  return lines.flatMap(({ id, state, here }) =>
    here !== null && (state === 'new' || state === 'changed') && !leftOut.has(id) ? [here] : [],
  );
}

/** Acts that keep a panel that answered: its serial and model as a device of the building, and the address at which it was found. */
export function panelActs(
  view: Pick<View, 'row' | 'deviceWith'>,
  found: { readonly groupId: string; readonly address: string; readonly info: PanelInfo },
  newId: () => string,
  remembers: boolean,
): readonly VendorAct[] {
  const { groupId, address, info } = found;
  const known = view.deviceWith(info.serial);
  const device = known === undefined ? undefined : view.row('devices', known);
  const deviceId = device?.id ?? newId();
  const isKept = device?.fields?.[panelAddressField] === address;
  const set = {
    ...(device !== undefined && device.model === '' && info.model !== '' ? { model: info.model } : {}),
    ...(isKept || !remembers ? {} : { fields: { [panelAddressField]: address } }),
  };
  return [
    ...('fields' in set ? defineFields(view, 'panels') : []),
    ...(device === undefined
      ? [{ do: 'device.register', args: { id: deviceId, groupId, serial: info.serial, model: info.model } }]
      : []),
    ...(Object.keys(set).length === 0 ? [] : [{ do: 'device.update', args: { deviceId, set } }]),
  ];
}
