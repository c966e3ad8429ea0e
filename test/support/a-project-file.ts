import type { PendingIntent } from '#core/ledger/commit';
import { openingIntent } from '#core/ledger/opening';
import { packProject } from '../../electron/main/project-file/project-service';

const day = '2026-05-04';
const about = { day, at: `${day}T14:20:00.000Z`, by: 'owner', device: 'site', rules: 2 as const };

/** Bytes of a project file of an account that was never shared, in which some acts were done. */
export async function aProjectFile(
  name: string,
  acts: readonly { readonly do: string; readonly args: unknown }[],
  passphrase: string | null = null,
): Promise<Buffer> {
  const opening = openingIntent({ ...about, id: 'opening', name, timeZone: 'Europe/Berlin', ownerName: 'Owner' });
  const waiting = [
    { ...opening, rules: 2 as const },
    ...acts.map((act, index): PendingIntent => ({ ...about, ...act, id: `act-${String(index)}` })),
  ];
  const packed = await packProject({
    ledger: 'packed',
    name,
    beginning: null,
    entries: [],
    waiting,
    group: null,
    passphrase,
  });
  if (!packed.ok) throw new Error(packed.failure.kind);
  return Buffer.from(packed.value);
}

/** A complex with houses, apartments and some people. */
export const harbour: readonly { readonly do: string; readonly args: unknown }[] = [
  { do: 'group.create', args: { id: 'quay', parentId: 'root', kind: 'complex', name: 'Harbour Quay' } },
  {
    do: 'group.generate',
    args: {
      parentId: 'quay',
      plan: {
        ...{ kind: 'building', count: 2, name: 'House {n}' },
        children: {
          ...{ kind: 'floor', count: 3, name: 'Floor {n}' },
          children: { kind: 'apartment', count: 4, name: 'Apartment {n}', numbering: 'floorPrefix' },
        },
      },
    },
  },
  { do: 'user.create', args: { id: 'nora', groupId: 'quay', name: 'Nora Winter', roleId: 'siteAdmin' } },
  { do: 'user.create', args: { id: 'tomas', groupId: 'quay', name: 'Tomas Berg' } },
];
