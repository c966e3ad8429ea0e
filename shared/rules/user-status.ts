import { featuresOffWhenLimited, licenseType } from '../catalogue/license-types';
import type { Feature, LicenseTypeId } from '../model/vocabulary';
import type { View } from '../model/model';
import type { BlockRow, UserRow } from '../model/rows';
import { beginningOf, isActive } from '../model/timeline';
import type { Evaluation } from './evaluation';
import { hasLeft } from './membership';
import { extraFeaturesOf } from './roles';
import { limitedReason } from './standing';

export type UserStatus = 'archived' | 'none' | 'blocked' | 'limited' | 'fallback' | 'active';

/** Why a user's status is not plainly active. */
export type StatusReason =
  | 'ARCHIVED'
  | 'LEFT'
  | 'NO_LICENSE'
  | 'NO_QUOTA_BLOCK'
  | 'SEAT_NOT_HONOURED'
  | 'ALLOWANCE_NOT_HONOURED'
  | 'LICENSE_ENDED'
  | 'PAYMENT_METHOD'
  | 'OUTSTANDING';

/** X5 with the type that serves and the reasons. */
export interface UserStanding {
  readonly status: UserStatus;
  /** The type that serves; `null` for archived, none and blocked. */
  readonly typeId: LicenseTypeId | null;
  readonly reasons: readonly StatusReason[];
}

/** Members of a person that their status depends on. */
type StandingPerson = Pick<UserRow, 'id' | 'groupId' | 'lifecycle' | 'allowance' | 'from' | 'until'>;

/** What serves people of one group who have neither a seat nor an allowance. */
type GroupService = (groupId: string) => Served;

/** X5: the status of a user on the evaluation's day. */
export function standingOf(evaluation: Evaluation, user: UserRow): UserStanding {
  return standingBy(evaluation, user, (groupId) => servedAt(evaluation, wayOf(evaluation, groupId)));
}

/** X5 for many people at once: what is the same for all in a group or a pool is worked out once. Valid as long as the evaluation is. */
export function standingOfMany(evaluation: Evaluation): (user: StandingPerson) => UserStanding {
  const wayAt = waysOf(evaluation);
  const byWay = new Map<string, Served>();
  return (user) =>
    standingBy(evaluation, user, (groupId) => {
      const way = wayAt(groupId);
      const key = `${way.poolId}${way.isInOffice ? ' office' : ''}`;
      let served = byWay.get(key);
      if (served === undefined) {
        served = servedAt(evaluation, way);
        byWay.set(key, served);
      }
      return served;
    });
}

/** What decides how people of a group are served: their pool, and that people of offices are served by seats alone. */
interface ServingWay {
  readonly poolId: string;
  readonly isInOffice: boolean;
}

function wayOf({ view }: Evaluation, groupId: string): ServingWay {
  return { poolId: view.poolOf(groupId), isInOffice: view.group(view.projectOf(groupId)).kind === 'office' };
}

/** The same for many groups: each is looked at once, and what it does not say is said by the one above it. */
function waysOf({ view }: Evaluation): (groupId: string) => ServingWay {
  const known = new Map<string, ServingWay>();
  function wayAt(groupId: string): ServingWay {
    let way = known.get(groupId);
    if (way === undefined) {
      const { id, kind, restriction, parentId } = view.group(groupId);
      const above = parentId === null ? null : wayAt(parentId);
      way = {
        poolId: restriction === 'own' || above === null ? id : above.poolId,
        isInOffice: kind === 'office' || (kind !== 'complex' && above?.isInOffice === true),
      };
      known.set(groupId, way);
    }
    return way;
  }
  return wayAt;
}

function standingBy(evaluation: Evaluation, user: StandingPerson, service: GroupService): UserStanding {
  if (user.lifecycle === 'archived') return { status: 'archived', typeId: null, reasons: ['ARCHIVED'] };
  if (hasLeft(user, evaluation.day)) return { status: 'archived', typeId: null, reasons: ['LEFT'] };
  const served = servedBy(evaluation, user, service);
  if (served.typeId === null) return { status: served.status, typeId: null, reasons: [served.reason] };
  const limited = limitedReason(evaluation.view);
  if (limited !== null)
    return {
      status: 'limited',
      typeId: served.typeId,
      reasons: [limited === 'outstanding' ? 'OUTSTANDING' : 'PAYMENT_METHOD'],
    };
  return served.fallback
    ? { status: 'fallback', typeId: served.typeId, reasons: [served.fallback] }
    : { status: 'active', typeId: served.typeId, reasons: [] };
}

type Served =
  | { readonly typeId: null; readonly status: 'none' | 'blocked'; readonly reason: StatusReason }
  | { readonly typeId: LicenseTypeId; readonly fallback: StatusReason | null };

function servedBy(evaluation: Evaluation, user: StandingPerson, service: GroupService): Served {
  const { view } = evaluation;
  const seat = view.seatOf(user.id);
  if (seat !== undefined) {
    const typeId = evaluation.typeServingSeat(seat.id);
    if (typeId === null) return { typeId: null, status: 'blocked', reason: 'SEAT_NOT_HONOURED' };
    return { typeId, fallback: typeId === seat.typeId ? null : 'SEAT_NOT_HONOURED' };
  }
  if (user.allowance === null) return service(user.groupId);
  const poolId = view.poolOf(user.groupId);
  return servedFrom(evaluation, poolId, () => evaluation.refusedResourceClaims(poolId).has(user.id));
}

function servedAt(evaluation: Evaluation, { poolId, isInOffice }: ServingWay): Served {
  if (isInOffice) return { typeId: null, status: 'none', reason: 'NO_LICENSE' };
  return servedFrom(evaluation, poolId, () => false);
}

function servedFrom(evaluation: Evaluation, poolId: string, isAllowanceRefused: () => boolean): Served {
  const { view } = evaluation;
  const expected = expectedQuotaType(evaluation, poolId);
  if (expected === undefined && !evaluation.trial) return { typeId: null, status: 'none', reason: 'NO_QUOTA_BLOCK' };
  if (isAllowanceRefused()) return { typeId: null, status: 'blocked', reason: 'ALLOWANCE_NOT_HONOURED' };
  const typeId = evaluation.quotaTypeServing(poolId);
  if (typeId === null) return { typeId: null, status: 'blocked', reason: 'LICENSE_ENDED' };
  const below = expected != null && licenseType(view, typeId).rank < licenseType(view, expected).rank;
  return { typeId, fallback: below ? 'LICENSE_ENDED' : null };
}

/**
 * X5: the highest-ranked quota type of a pool's blocks that have a quantity, have begun and are not superseded.
 * `undefined` when no quota block has begun, `null` when none of those begun counts.
 */
export function expectedQuotaType(evaluation: Evaluation, poolId: string): LicenseTypeId | null | undefined {
  const { view, day } = evaluation;
  const begun = quotaBlocksBegun(view, poolId, day);
  const hasDevice = view.territoryFigures(poolId).on('device', day) > 0;
  if (begun.length === 0 && !hasDevice) return undefined;
  const active = begun.filter((block) => block.quantity > 0 && isActive(block, day));
  let best: LicenseTypeId | null = hasDevice ? 'link.basic' : null;
  for (const block of begun) {
    if (block.quantity === 0) continue;
    if (!isActive(block, day) && active.length > 0) continue;
    if (best === null || licenseType(view, block.typeId).rank > licenseType(view, best).rank) best = block.typeId;
  }
  return best;
}

function quotaBlocksBegun(view: View, poolId: string, day: string): readonly BlockRow[] {
  const begun: BlockRow[] = [];
  for (const id of view.blocksOf(poolId)) {
    const block = view.row('blocks', id);
    if (
      block !== undefined &&
      block.source !== 'device' &&
      licenseType(view, block.typeId).mode === 'quota' &&
      beginningOf(block) <= day
    )
      begun.push(block);
  }
  return begun;
}

/** X6: what a user can use on the evaluation's day, sorted. */
export function featuresOf(
  evaluation: Evaluation,
  user: UserRow,
  standing: UserStanding = standingOf(evaluation, user),
): readonly Feature[] {
  if (standing.typeId === null) return [];
  const { view } = evaluation;
  const type = licenseType(view, standing.typeId);
  const given =
    type.mode === 'quota' ? evaluation.featuresOfQuotaType(view.poolOf(user.groupId), type.id) : type.features;
  const features = new Set<Feature>(given);
  const atRoot = evaluation.featuresAvailable(view.root.id);
  for (const feature of extraFeaturesOf(view, user)) if (atRoot.has(feature)) features.add(feature);
  return restrictAlongPath(evaluation, user.groupId, features);
}

/** Features that a pool's quota type gives in a group, after the restrictions along the path. */
export function featuresOfGroup(evaluation: Evaluation, groupId: string): readonly Feature[] {
  const poolId = evaluation.view.poolOf(groupId);
  const typeId = evaluation.quotaTypeServing(poolId);
  return restrictAlongPath(
    evaluation,
    groupId,
    new Set(typeId === null ? [] : evaluation.featuresOfQuotaType(poolId, typeId)),
  );
}

/** D9 from the root down to the group, then U10. */
function restrictAlongPath(evaluation: Evaluation, groupId: string, features: Set<Feature>): readonly Feature[] {
  const { view } = evaluation;
  for (const group of [...view.ancestry(groupId)].reverse()) {
    for (const feature of group.deny) features.delete(feature);
    if (group.allow.length === 0) continue;
    const atRoot = evaluation.featuresAvailable(view.root.id);
    const inPool = evaluation.featuresAvailable(view.poolOf(group.id));
    for (const feature of group.allow) if (atRoot.has(feature) || inPool.has(feature)) features.add(feature);
  }
  if (limitedReason(view) !== null) for (const feature of featuresOffWhenLimited) features.delete(feature);
  return [...features].sort();
}
