import { licenseType, type KnowsOwnTypes } from '#core/catalogue/license-types';
import type { LicenseTypeId } from '#core/model/vocabulary';
import type { PoolAnswer } from '#core/queries/pool';

/** Lists what a pool can hand out by a number, what it has most of first. */
export function typesToGive(rows: KnowsOwnTypes, pool: Pick<PoolAnswer, 'types'>): readonly LicenseTypeId[] {
  const availableOf = (typeId: LicenseTypeId): number => pool.types[typeId]?.available ?? 0;
  return (Object.keys(pool.types) as LicenseTypeId[])
    .filter((typeId) => licenseType(rows, typeId).source === 'purchase' && typeId !== 'link.feature')
    .sort((one, other) => availableOf(other) - availableOf(one));
}
