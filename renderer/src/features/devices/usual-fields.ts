import { panelAddressField } from '#core/vendors/remembered-ids';
import type { FieldRow } from '#core/model/rows';
import { together } from '../../parts/acting';
import type { ActCall } from '../../data/session';
import type { TextKey } from '../../text/text';

/** What installers note of a device beside its serial number and model. */
const usual = [
  { name: 'devices.usual.name' },
  { name: 'devices.usual.kind', choices: ['devices.usual.panel', 'devices.usual.monitor', 'devices.usual.lock'] },
  // The one by which panels are found when apartments are written to them.
  { name: 'devices.usual.address', id: panelAddressField },
  { name: 'devices.usual.mac' },
  { name: 'devices.usual.position' },
  { name: 'devices.usual.firmware' },
  { name: 'devices.usual.note' },
] as const satisfies readonly {
  readonly name: TextKey;
  readonly id?: string;
  readonly choices?: readonly TextKey[];
}[];

/** The act that makes fields for what is usually noted of devices, but for those that are there; `null` when all are. */
export function usualFields(there: readonly FieldRow[], text: (key: TextKey) => string): ActCall | null {
  const known = new Set(there.flatMap(({ id, name }) => [id, name.toLowerCase()]));
  return together(
    usual
      .filter((field) => !known.has(text(field.name).toLowerCase()) && !('id' in field && known.has(field.id)))
      .map((field) => ({
        do: 'field.define',
        args: {
          ...('id' in field ? { id: field.id } : {}),
          on: 'device',
          name: text(field.name),
          ...('choices' in field
            ? { kind: 'choice' as const, choices: field.choices.map((choice) => text(choice)) }
            : { kind: 'text' as const }),
        },
      })),
  );
}
