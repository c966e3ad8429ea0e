import { z } from 'zod';
import { withoutFormatCharacters } from '../kernel/clean-text';
import { cleanLine } from '../kernel/typed-text';

/** Address of an apartment in a panel. */
export interface PanelAddress {
  readonly building: number;
  readonly unit: number;
  readonly floor: number;
  readonly room: number;
}

/** Ranges that panels accept. */
export const panelRanges: { readonly [Part in keyof PanelAddress]: readonly [least: number, most: number] } = {
  building: [1, 9_999],
  unit: [0, 99],
  floor: [0, 98],
  room: [0, 99],
};

/** An apartment as it is written into a panel. */
export interface PanelItem {
  readonly linkId: string;
  readonly address: PanelAddress;
  readonly name: string;
  readonly residents: number;
}

/** An apartment as a panel holds it; old firmware leaves its ids out. */
export interface PanelApartment {
  readonly uid: string | null;
  readonly linkId: string | null;
  readonly address: PanelAddress | null;
  readonly name: string;
  readonly residents: number | null;
}

export interface PanelInfo {
  readonly serial: string;
  readonly model: string;
  readonly name: string;
  readonly firmware: string;
  /** `v1`, or `v0` of older firmware. */
  readonly api: 'v0' | 'v1';
}

/** A panel as it was read. One that a server manages is only read: the server would overwrite what is written. */
export interface PanelReading {
  readonly info: PanelInfo;
  readonly isManaged: boolean;
  readonly apartments: readonly PanelApartment[];
}

/** Most apartments that go out in one call. */
export const itemsACall = 50;

/** The body of the call that makes or changes apartments by our own ids: what is shown before is what is sent. */
export function linkBody(items: readonly PanelItem[]): readonly unknown[] {
  return items.map(({ linkId, address, name, residents }) => ({
    link_id: linkId,
    apartment_address: address,
    apartment_name: name,
    residents: { count: residents },
  }));
}

const record = z.record(z.string(), z.unknown());
const list = z.array(z.unknown()).max(10_000);

function fieldsOf(value: unknown): z.infer<typeof record> {
  const parsed = record.safeParse(value);
  return parsed.success ? parsed.data : {};
}

function textOf(value: unknown): string {
  const text = typeof value === 'number' ? String(value) : value;
  return typeof text === 'string' ? withoutFormatCharacters(cleanLine(text)).slice(0, 200) : '';
}

/** Entries of a list, in any of the three shapes in which lists come; `null` where there is none. */
export function panelEntries(value: unknown): readonly unknown[] | null {
  const fields = fieldsOf(value);
  for (const one of [value, fields['list_items'], fields['list'], fields['items']]) {
    const parsed = list.safeParse(one);
    if (parsed.success) return parsed.data;
  }
  return value === null ? [] : null;
}

export function readApartment(value: unknown): PanelApartment {
  const fields = fieldsOf(value);
  const given = fieldsOf(fields['apartment_address']);
  const parts = (['building', 'unit', 'floor', 'room'] as const).map((part) => given[part]);
  const [building, unit, floor, room] = parts.map((part) => (Number.isSafeInteger(part) ? Number(part) : null));
  const count = fieldsOf(fields['residents'])['count'];
  return {
    uid: textOf(fields['uid']) || null,
    linkId: textOf(fields['link_id']) || null,
    address: building == null || unit == null || floor == null || room == null ? null : { building, unit, floor, room },
    name: textOf(fields['apartment_name']),
    residents: typeof count === 'number' ? count : null,
  };
}

export function readInfo(value: unknown): PanelInfo | null {
  const fields = fieldsOf(value);
  const serial = textOf(fields['device_serial_number']);
  if (serial === '') return null;
  return {
    serial,
    model: textOf(fields['device_model']) || textOf(fields['device_type']),
    name: textOf(fields['device_name']),
    firmware: textOf(fields['firmware_version']),
    api: /^v?0(\.|$)/.test(textOf(fields['api_version'])) ? 'v0' : 'v1',
  };
}

/** Panels say in words of their own whether a server manages them; anything that is switched on counts. */
export function readManaged(value: unknown): boolean {
  const fields = fieldsOf(value);
  const isOn = (one: unknown): boolean => one === true || one === 1 || one === 'true';
  return ['enabled', 'enable', 'management_enabled', 'is_enabled'].some((name) => isOn(fields[name]));
}

/** Fate of one apartment that was sent. */
export interface LinkResult {
  readonly linkId: string;
  readonly isDone: boolean;
  /** The panel's own words, such as `created` or `has_dublicates`. */
  readonly said: readonly string[];
}

export function readLinkResults(value: unknown): readonly LinkResult[] {
  return (panelEntries(value) ?? []).flatMap((entry) => {
    const fields = fieldsOf(entry);
    const linkId = textOf(fields['link_id']);
    if (linkId === '') return [];
    const extended = fieldsOf(fields['extended_info']);
    const said = Object.entries(extended).flatMap(([name, isSo]) => (isSo === true ? [textOf(name)] : []));
    return [{ linkId, isDone: fields['success'] === true, said }];
  });
}
