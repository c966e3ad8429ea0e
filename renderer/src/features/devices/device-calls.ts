import type { Change } from '#core/model/rows';
import type { LicenseTypeId } from '#core/model/vocabulary';
import type { ActCall, RowsInMemory } from '../../data/session';
import { together } from '../../parts/acting';

export function moveDevices(ids: readonly string[], groupId: string): ActCall | null {
  return together(ids.map((deviceId) => ({ do: 'device.move', args: { deviceId, groupId } })));
}

export function removeDevices(ids: readonly string[]): ActCall | null {
  return together(ids.map((deviceId) => ({ do: 'device.remove', args: { deviceId } })));
}

export interface LostUnits {
  readonly poolId: string;
  readonly typeId: LicenseTypeId;
  readonly count: number;
}

/** Counts what pools lose because the units of devices go with them, from the rows that would change. */
export function lostUnits(changes: readonly Change[], rows: Pick<RowsInMemory, 'poolOf'>): readonly LostUnits[] {
  const lost = new Map<string, LostUnits>();
  for (const change of changes) {
    if (change.table !== 'blocks' || change.before?.source !== 'device' || change.after !== undefined) continue;
    const { groupId, typeId, quantity } = change.before;
    const poolId = rows.poolOf(groupId);
    const key = `${poolId} ${typeId}`;
    lost.set(key, { poolId, typeId, count: (lost.get(key)?.count ?? 0) + quantity });
  }
  return [...lost.values()];
}
