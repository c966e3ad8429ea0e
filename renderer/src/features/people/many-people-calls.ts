import type { Day } from '#core/kernel/day';
import type { LicenseTypeId, Resource } from '#core/model/vocabulary';
import { resourceNames } from '#core/model/vocabulary';
import type { Resources, SeatRow, UserRow } from '#core/model/rows';
import type { SingleCall } from '../../parts/acting';

/** Wanted values of several people; what is missing stays as it is in each. */
export interface PeopleDraft {
  readonly phone?: string;
  readonly roleId?: string;
  readonly status?: 'planned' | 'invited' | 'active';
  readonly from?: Day | null;
  readonly until?: Day | null;
  readonly groupId?: string;
  /** What becomes of licenses that do not come along to the new group. */
  readonly onMove?: 'keep' | 'release' | 'redraw';
  readonly license?: LicenseTypeId | 'none';
  readonly allowance?: { readonly [R in Resource]?: number };
}

function withAllowance(present: Resources | null, asked: NonNullable<PeopleDraft['allowance']>): Resources {
  const amounts = resourceNames.map((resource) => [resource, asked[resource] ?? present?.[resource] ?? 0] as const);
  return Object.fromEntries(amounts.filter(([, amount]) => amount > 0));
}

function sameAmounts(one: Resources | null, other: Resources): boolean {
  return resourceNames.every((resource) => (one?.[resource] ?? 0) === (other[resource] ?? 0));
}

/** Makes the acts by which one of them becomes what was asked. */
export function callsForPerson(user: UserRow, seat: SeatRow | undefined, draft: PeopleDraft): readonly SingleCall[] {
  const calls: SingleCall[] = [];
  const { phone, roleId, status, from, until, groupId, onMove, license, allowance } = draft;
  const set = {
    ...(phone !== undefined && phone !== user.phone ? { phone } : {}),
    ...(roleId !== undefined && roleId !== user.roleId ? { roleId } : {}),
    ...(status !== undefined && status !== user.lifecycle ? { status } : {}),
    ...(from !== undefined && from !== (user.from ?? null) ? { from } : {}),
    ...(until !== undefined && until !== (user.until ?? null) ? { until } : {}),
  };
  const present = {
    phone: user.phone,
    roleId: user.roleId,
    status: user.lifecycle,
    from: user.from ?? null,
    until: user.until ?? null,
  };
  const fields = Object.keys(set) as (keyof typeof present)[];
  if (fields.length > 0)
    calls.push({
      do: 'user.update',
      args: { userId: user.id, set, was: Object.fromEntries(fields.map((field) => [field, present[field]])) },
    });
  // A license that shall go is no obstacle to moving; one that shall come is taken where they are then.
  if (license === 'none' && seat !== undefined) calls.push({ do: 'seat.release', args: { userId: user.id } });
  if (groupId !== undefined && groupId !== user.groupId)
    calls.push({
      do: 'user.move',
      args: { userId: user.id, groupId, ...(onMove === undefined || onMove === 'keep' ? {} : { licenses: onMove }) },
    });
  if (license !== undefined && license !== 'none' && seat?.typeId !== license) {
    const isGivenBack = onMove === 'release' && groupId !== undefined && groupId !== user.groupId;
    calls.push({
      do: seat === undefined || isGivenBack ? 'seat.assign' : 'seat.changeType',
      args: { userId: user.id, typeId: license },
    });
  }
  if (allowance !== undefined) {
    const resources = withAllowance(user.allowance, allowance);
    if (!sameAmounts(user.allowance, resources))
      calls.push({ do: 'allowance.set', args: { userId: user.id, resources } });
  }
  return calls;
}
