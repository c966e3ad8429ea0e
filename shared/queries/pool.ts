import { catalogueOf } from '../catalogue/license-types';
import { resourceNames, type LicenseTypeId, type Resource } from '../model/vocabulary';
import { allocatedOutUnits, assignedSeats, nominalUnits, reservedResource, takenUnits } from '../rules/pools';
import { defineQuery, licensesOfGroup, ofGroup } from './query';
import type { Question } from './question';

/** Whole units or amounts; `unlimited` while a trial is active (D2). */
export type Amount = number | 'unlimited';

export interface PoolTypeFigures {
  readonly nominal: number;
  readonly effective: number;
  readonly allocatedOut: number;
  readonly assigned: number;
  readonly free: number;
  /** Units that computers took along (D12); left out where there are none. */
  readonly reserved?: number;
  readonly available: number;
}

export interface PoolResourceFigures {
  readonly capacity: Amount;
  readonly reserved: number;
  readonly available: Amount;
}

export interface PoolAnswer {
  readonly poolId: string;
  readonly types: { readonly [T in LicenseTypeId]?: PoolTypeFigures };
  readonly resources: { readonly [R in Resource]?: PoolResourceFigures };
}

export const poolQuery = defineQuery({
  name: 'pool',
  args: ofGroup,
  ...licensesOfGroup,
  answer: (question, { groupId }) => poolAnswer(question, groupId),
});

/** An amount, or `unlimited` where nothing bounds it. */
export function bounded(amount: number): Amount {
  return amount === Number.POSITIVE_INFINITY ? 'unlimited' : amount;
}

/** The figures of a group's pool (D3, D6); types and resources with nothing are left out. */
function poolAnswer({ model, evaluation, day }: Question, groupId: string): PoolAnswer {
  const poolId = model.poolOf(groupId);
  const types: { [typeId: string]: PoolTypeFigures } = {};
  for (const { id: typeId } of catalogueOf(model).types) {
    const nominal = nominalUnits(model, poolId, typeId, day);
    const effective = evaluation.effectiveUnits(poolId, typeId);
    const allocatedOut = allocatedOutUnits(model, poolId, typeId, day);
    const assigned = assignedSeats(model, poolId, typeId, day);
    const free = model.freeSeatCount(poolId, typeId);
    const reserved = takenUnits(model, poolId, typeId, day);
    if (nominal === 0 && effective === 0 && allocatedOut === 0 && assigned === 0 && free === 0 && reserved === 0)
      continue;
    types[typeId] = {
      nominal,
      effective,
      allocatedOut,
      assigned,
      free,
      ...(reserved === 0 ? {} : { reserved }),
      available: nominal - allocatedOut - assigned - reserved,
    };
  }
  return { poolId, types, resources: resourceFigures({ model, evaluation, day }, poolId) };
}

/** Figures of a pool's resources: what there is, and what is reserved of it (D6); those with nothing are left out. */
export function resourceFigures(
  { model, evaluation, day }: Pick<Question, 'model' | 'evaluation' | 'day'>,
  poolId: string,
): PoolAnswer['resources'] {
  const resources: { [resource: string]: PoolResourceFigures } = {};
  for (const resource of resourceNames) {
    const capacity = evaluation.capacity(poolId, resource);
    const reserved = reservedResource(model, poolId, resource, day);
    if (capacity !== 0 || reserved !== 0)
      resources[resource] = { capacity: bounded(capacity), reserved, available: bounded(capacity - reserved) };
  }
  return resources;
}
