import { catalogueOf, licenseType } from '../catalogue/license-types';
import { resourceNames, type LicenseTypeId, type Resource } from '../model/vocabulary';
import {
  allocatedOutUnits,
  assignedSeats,
  nominalUnits,
  reservedResource,
  takenUnits,
  unitResources,
} from '../rules/pools';
import { defineQuery, licensesOfGroup, ofGroup } from './query';
import type { Question } from './question';

/**
 * Units of a type in a pool, by the one definition that every screen shows: `here` is given on, in use or left. In use are seats that
 * people hold, and of quota types the units that must stay for what is reserved (D6); `short` is by how many that is more than
 * takes effect.
 */
export interface UseOfUnits {
  readonly here: number;
  readonly givenOn: number;
  readonly inUse: number;
  readonly left: number;
  readonly short: number;
}

export interface UseAnswer {
  readonly poolId: string;
  readonly types: { readonly [T in LicenseTypeId]?: UseOfUnits };
  /** Amounts reserved of the pool, for which units of quota types are in use; those with nothing are left out. */
  readonly reserved: { readonly [R in Resource]?: number };
}

/** Units of each type of a group's pool: given on, in use, left. */
export const unitsInUseQuery = defineQuery({
  name: 'use',
  args: ofGroup,
  ...licensesOfGroup,
  answer: (question, { groupId }) => answerUse(question, groupId),
});

/** Never given on (D2), or counted by what each block gives rather than by units. */
export const neverGivenOn: ReadonlySet<LicenseTypeId> = new Set(['link.basic', 'link.trial', 'link.feature']);

type Asked = Pick<Question, 'model' | 'evaluation' | 'day'>;

function answerUse(question: Question, groupId: string): UseAnswer {
  const { model, evaluation, day } = question;
  const poolId = model.poolOf(groupId);
  const types: { [T in LicenseTypeId]?: UseOfUnits } = {};
  for (const { id: typeId, mode } of catalogueOf(model).types) {
    const here = nominalUnits(model, poolId, typeId, day);
    const givenOn = allocatedOutUnits(model, poolId, typeId, day);
    const held = assignedSeats(model, poolId, typeId, day) + takenUnits(model, poolId, typeId, day);
    if (here === 0 && givenOn === 0 && held === 0) continue;
    const effective = evaluation.effectiveUnits(poolId, typeId);
    const left =
      mode === 'seat' ? Math.max(0, Math.min(here, effective) - givenOn - held) : spareUnits(question, poolId, typeId);
    types[typeId] = {
      here,
      givenOn,
      inUse: mode === 'seat' ? held : Math.max(0, Math.min(here, effective) - givenOn - left),
      left,
      short: Math.max(0, givenOn + held - Math.min(here, effective)),
    };
  }
  const reserved: { [R in Resource]?: number } = {};
  for (const resource of resourceNames) {
    const amount = reservedResource(model, poolId, resource, day);
    if (amount > 0) reserved[resource] = amount;
  }
  return { poolId, types, reserved };
}

/** Units of a quota type that a pool could give on: not given on yet, and giving nothing that its territory has reserved. */
export function spareUnits(question: Asked, poolId: string, typeId: LicenseTypeId): number {
  const { model, evaluation, day } = question;
  const units = Math.min(nominalUnits(model, poolId, typeId, day), evaluation.effectiveUnits(poolId, typeId));
  const available = units - allocatedOutUnits(model, poolId, typeId, day) - assignedSeats(model, poolId, typeId, day);
  return available <= 0 ? 0 : Math.min(available, unitsBeyondReserved(question, poolId, typeId));
}

/** D6: units of a type that could go before what is reserved of the pool went short. */
export function unitsBeyondReserved({ model, evaluation, day }: Asked, poolId: string, typeId: LicenseTypeId): number {
  if (licenseType(model, typeId).mode === 'seat') return Number.POSITIVE_INFINITY;
  let units = Number.POSITIVE_INFINITY;
  for (const resource of resourceNames) {
    const each = unitResources(model, typeId)[resource] ?? 0;
    if (each > 0)
      units = Math.min(
        units,
        Math.floor((evaluation.capacity(poolId, resource) - reservedResource(model, poolId, resource, day)) / each),
      );
  }
  return Math.max(0, units);
}
