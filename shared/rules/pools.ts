import type { Day } from '../kernel/day';
import type { LicenseTypeId, Resource } from '../model/vocabulary';
import { licenseType } from '../catalogue/license-types';
import type { View } from '../model/model';
import type { Resources } from '../model/rows';

/** D3 `nominal`: units of a pool's blocks that are active on a day, device units of its territory included (D2, D8). */
export function nominalUnits(view: View, poolId: string, typeId: LicenseTypeId, day: Day): number {
  const devices = typeId === 'link.basic' ? view.territoryFigures(poolId).on('device', day) : 0;
  return view.supplyOf(poolId).on(`supply/${typeId}`, day) + devices;
}

/** D3 `allocatedOut`: units of active allocation blocks of the pool's child pools. */
export function allocatedOutUnits(view: View, poolId: string, typeId: LicenseTypeId, day: Day): number {
  return view.territoryFigures(poolId).on(`out/${typeId}`, day);
}

/** D3 `assigned`: seats of a type held by users of the pool's territory. */
export function assignedSeats(view: View, poolId: string, typeId: LicenseTypeId, day: Day): number {
  return view.territoryFigures(poolId).on(`seats/${typeId}`, day);
}

/** Units that reservations set aside in a pool (D12). */
export function takenUnits(view: View, poolId: string, typeId: LicenseTypeId, day: Day): number {
  return view.territoryFigures(poolId).on(`taken/${typeId}`, day);
}

/** Everything that draws on a pool's units of a type: `allocatedOut + assigned`. */
export function claimedUnits(view: View, poolId: string, typeId: LicenseTypeId, day: Day): number {
  return (
    allocatedOutUnits(view, poolId, typeId, day) +
    assignedSeats(view, poolId, typeId, day) +
    takenUnits(view, poolId, typeId, day)
  );
}

/** D3: by how many units the claims exceed what the pool nominally has. */
export function unitShortage(view: View, poolId: string, typeId: LicenseTypeId, day: Day): number {
  return Math.max(0, claimedUnits(view, poolId, typeId, day) - nominalUnits(view, poolId, typeId, day));
}

/** D6 `reserved`: allowances and counted SIP numbers of the pool's territory. */
export function reservedResource(view: View, poolId: string, resource: Resource, day: Day): number {
  return view.territoryFigures(poolId).on(`reserved/${resource}`, day);
}

/** Amounts that one unit of a counted quota type gives, contract quantities included (section 2, `catalogue.setUnit`). */
export function unitResources(view: View, typeId: LicenseTypeId): Resources {
  return view.row('units', typeId)?.resources ?? licenseType(view, typeId).resources;
}

/** D2: whether a trial is active on the root that day; it makes every pool unlimited. */
export function isTrialActive(view: View, day: Day): boolean {
  return view.supplyOf(view.root.id).on('supply/link.trial', day) > 0;
}

/** The pools that are drawn from a pool directly. */
export function childPools(view: View, poolId: string): readonly string[] {
  return [...view.pools()].filter((id) => view.poolAbove(id) === poolId);
}

/** Tells whether a pool has others below it; told at once, however many there are. */
export function hasChildPools(view: View, poolId: string): boolean {
  return view.count(poolId).pools > 1;
}

/** From the root down to the pool: every pool whose supply decides what reaches it. */
export function poolPath(view: View, poolId: string): readonly string[] {
  const path: string[] = [];
  for (let id: string | null = poolId; id !== null; id = view.poolAbove(id)) path.unshift(id);
  return path;
}
