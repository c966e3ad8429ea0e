import type { Day } from '../kernel/day';
import type { Resources } from '../model/rows';
import type { LicenseTypeId } from '../model/vocabulary';
import type { Act } from '../rules/act';
import { countedFromNow } from '../rules/windows';

/** Makes a block of units that a pool gets from the one above it; of nothing, none. */
export function makeAllocation(
  act: Act,
  groupId: string,
  given: {
    readonly id?: string | undefined;
    readonly typeId: LicenseTypeId;
    readonly quantity: number;
    readonly validFrom?: Day | null | undefined;
    readonly validUntil?: Day | null | undefined;
    readonly resources?: Resources | null | undefined;
  },
): void {
  if (given.quantity === 0) return;
  act.put('blocks', {
    id: given.id ?? act.nextId(),
    groupId,
    typeId: given.typeId,
    quantity: given.quantity,
    validFrom: given.validFrom ?? null,
    validUntil: given.validUntil ?? null,
    source: 'allocation',
    resources: given.resources ?? null,
    note: '',
    deviceId: null,
    madeOn: act.today,
    ...countedFromNow(act),
    age: act.nextAge(),
  });
}
