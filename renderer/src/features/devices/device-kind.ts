import type { DeviceRow, FieldRow } from '#core/model/rows';

/** Kinds of devices that are drawn; what is none of them is a device like others. */
export type DeviceKind = 'panel' | 'monitor' | 'lock' | 'other';

/** Beginnings of words by which installers call each kind, in any of our languages. */
const beginnings: readonly (readonly [DeviceKind, readonly string[]])[] = [
  ['monitor', ['monitor', 'display', 'indoor', 'inside', 'innen', 'tablet', 'handset']],
  [
    'lock',
    ['lock', 'smart lock', 'schloss', 'türöffner', 'opener', 'strike', 'cylinder', 'zylinder', 'relay', 'relais'],
  ],
  ['panel', ['panel', 'türstation', 'aussenstation', 'außenstation', 'door station', 'doorbell', 'klingel', 'outdoor']],
];

/** Families of BAS-IP, whose panels this window reads and writes: their names say the kind by two letters. */
const families: readonly (readonly [DeviceKind, RegExp])[] = [
  ['panel', /^(AA|AV|BA|BI)-\d/i],
  ['monitor', /^(AK|AP|AQ|AT|AU|AZ)-\d/i],
];

function kindIn(words: string): DeviceKind | null {
  const folded = ` ${words.toLowerCase().normalize('NFC')}`.replace(/[^\p{L}]+/gu, ' ');
  return beginnings.find(([, named]) => named.some((beginning) => folded.includes(` ${beginning}`)))?.[0] ?? null;
}

/** The kind of a device, by what was chosen for it in fields of one's own, else by its model. */
export function deviceKind(device: Pick<DeviceRow, 'model' | 'fields'>, ownFields: readonly FieldRow[]): DeviceKind {
  for (const { id, kind } of ownFields) {
    const value = kind === 'choice' ? device.fields?.[id] : undefined;
    const found = typeof value === 'string' ? kindIn(value) : null;
    if (found !== null) return found;
  }
  const family = families.find(([, named]) => named.test(device.model.trim()))?.[0];
  return kindIn(device.model) ?? family ?? 'other';
}
